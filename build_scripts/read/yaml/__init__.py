"""YAML to values with positions."""
