"""What templates see of a page: addresses, names, words, markup, figures and maps."""
