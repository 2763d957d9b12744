"""What a reader annotates with: the text of a reading as data, a form, and what it can name."""
