"""Explain why a quotation does not lead to exactly one place."""
