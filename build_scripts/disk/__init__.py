"""Write files that are never half written, and only in folders that the generator owns."""
