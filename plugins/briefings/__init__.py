"""WRITE: the findings → a site of pages and data files. Decides no fact; knows Pelican in ``plugin`` alone."""
