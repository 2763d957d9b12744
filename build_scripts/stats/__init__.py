"""What a collection holds, in figures."""
