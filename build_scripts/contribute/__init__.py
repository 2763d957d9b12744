"""Pure functions that make files of contributions from what somebody typed."""
