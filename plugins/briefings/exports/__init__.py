"""The data that the site hands out."""
