"""Proposals for a reading: what a person may want to annotate. None is applied."""
