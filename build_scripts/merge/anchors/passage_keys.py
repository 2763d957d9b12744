"""Name a selector so that another process that reads the same files knows which one is meant."""

from build_scripts.model.selector import Selector

PassageKey = tuple[str, str, int]
"""A reading, and the file and the offset at which a selector stands that selects in it."""


def passage_key(reading: str, selector: Selector) -> PassageKey:
    """The key of a selector that selects in a reading."""
    return reading, selector.origin.document.path, selector.origin.offset
