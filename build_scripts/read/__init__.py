"""Disk and YAML to values, with positions. The only room that knows pydantic."""
