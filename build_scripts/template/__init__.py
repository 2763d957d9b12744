"""A new project."""
