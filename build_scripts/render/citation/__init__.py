"""Cite sources, in short and in full, and what the site publishes."""
