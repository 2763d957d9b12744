"""Pure functions from placed values to Markdown pages."""
