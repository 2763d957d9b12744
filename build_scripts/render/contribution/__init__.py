"""Provide the form in which readers annotate, and the data that it needs."""
