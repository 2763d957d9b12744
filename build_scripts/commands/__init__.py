"""The commands of `readings`, one module for each, with its options and what it does."""
