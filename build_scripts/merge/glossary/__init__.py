"""Find terms in texts, choose which places become links, and check the terms."""
