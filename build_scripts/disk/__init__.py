"""Write files all at once or not at all, and only in folders that the generator owns."""
