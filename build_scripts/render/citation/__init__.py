"""Sources in short and in full, and citations of what the site publishes."""
