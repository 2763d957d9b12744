"""Characters and writing: sentences, graphemes, hidden characters, wording of messages."""
