"""Compare parsed YAML with the schema, and explain every fault in plain words."""
