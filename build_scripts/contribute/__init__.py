"""Contributions, made from what somebody types: ids, quotations, structure, files; all pure."""
