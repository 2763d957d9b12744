"""Measure what the generator costs, on made-up collections that behave like real ones."""
