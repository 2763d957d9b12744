"""Find, for one entry, what the whole collection says about it: once for all pages."""
