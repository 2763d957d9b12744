"""Find what differs between two states of a collection. Pure functions."""
