"""Counts the contents of a collection."""
