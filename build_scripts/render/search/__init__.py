"""The entries that a search finds on each page."""
