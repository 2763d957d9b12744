"""Settings of a site."""
