"""What the generator costs, measured on collections that are made up but behave like real ones."""
