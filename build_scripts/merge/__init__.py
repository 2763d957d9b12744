"""Merge texts and annotations into placed annotations, with pure functions only."""
