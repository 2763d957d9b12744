"""Check that a built site shows each source text exactly."""
