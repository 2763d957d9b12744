"""Files on disk: whole at any time, and only those that are ours."""
