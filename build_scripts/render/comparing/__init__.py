"""Pages that compare readings which belong together."""
