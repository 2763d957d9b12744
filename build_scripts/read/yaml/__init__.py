"""Parse YAML into plain data with positions, and explain what is not valid."""
