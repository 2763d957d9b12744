"""What is known of characters and writing."""
