"""Faults of annotations that show only once the whole collection is known."""
