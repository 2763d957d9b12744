"""What a search finds on each page."""
