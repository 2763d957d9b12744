"""Diagnostics as people and programs read them. Nothing here reads a file or knows a terminal."""
