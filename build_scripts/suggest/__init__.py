"""Proposals for a reading: entries that a person may want to add. None is applied."""
