"""Immutable values that every room may import; the standard library only."""
