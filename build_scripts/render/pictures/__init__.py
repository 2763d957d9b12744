"""The pages of the timeline and the overview, with their pictures."""
