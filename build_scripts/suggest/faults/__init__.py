"""Places where a text is likely to be faulty, a file for each kind of fault."""
