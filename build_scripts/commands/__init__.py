"""The commands of `readings`, one a module: its options, and what it does with them."""
