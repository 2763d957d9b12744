"""Characters, words and writing systems."""
