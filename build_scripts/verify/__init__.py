"""Whether a built site shows the sources."""
