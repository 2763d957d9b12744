"""Merge texts and annotations into placed annotations and segments, with pure functions only."""
