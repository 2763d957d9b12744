"""Pure: values to bytes for other tools."""
