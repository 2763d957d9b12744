"""What exists but could not be read, as ``kind:id``, so that naming it is no fault."""

ANY = "*"
"""In place of an id: any may be meant, because nothing could be seen of the file."""


def may_be_unreadable(unreadable: frozenset[str], kind: str, identifier: str) -> bool:
    """Whether something may exist all the same.

    Args:
        unreadable: ``kind:id`` of all that could not be read.
        kind: ``term``, ``source`` …
        identifier: its id.
    """
    return f"{kind}:{identifier}" in unreadable or f"{kind}:{ANY}" in unreadable
