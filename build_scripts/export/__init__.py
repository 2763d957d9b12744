"""Turn values into files for other tools. Pure functions."""
