"""Values against the schema."""
