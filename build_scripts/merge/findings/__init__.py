"""What is wrong with annotations once everything is known together; pure functions throughout."""
