"""Check a built site against the sources."""
