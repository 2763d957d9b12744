"""Where terms stand in texts, which of these places become links, and what is wrong with terms."""
