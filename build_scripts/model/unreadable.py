"""Ids that exist but could not be read, as ``kind:id``; referring to them is not a fault."""

ANY = "*"
"""In place of an id: any id may exist, because nothing in the file could be read."""


def may_be_unreadable(unreadable: frozenset[str], kind: str, identifier: str) -> bool:
    """Whether an id of a kind (``term``, ``source`` …) may exist although it was not read."""
    return f"{kind}:{identifier}" in unreadable or f"{kind}:{ANY}" in unreadable
