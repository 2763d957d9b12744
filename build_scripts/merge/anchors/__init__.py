"""Quotations to passages, and back: an anchor is right, or it is an error."""
