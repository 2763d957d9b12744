"""Ids that are proposed: short, after the words they stand for, and not taken."""

import re
from collections.abc import Collection
from itertools import accumulate, count

from build_scripts.model.value_patterns import ID_PATTERN
from build_scripts.read.files.file_names import is_device
from build_scripts.text.latin_letters import in_latin_letters

_LONGEST = 40
"""In characters: an id is a part of an address, and people read it out."""


def is_id(text: str) -> bool:
    """Whether a text may be an id."""
    return re.fullmatch(ID_PATTERN, text) is not None


def proposed_id(words: str, kind: str, taken: Collection[str]) -> str:
    """An id after some words: `the-herring-left` after “The herring left”.

    Args:
        words: in any language.
        kind: stands in the id where the words leave nothing that an id can begin with.
        taken: ids that others have; a number tells the new one from them.
    """
    first = _shortened(re.findall(r"[a-z0-9]+", re.sub(r"['’ʼ]", "", in_latin_letters(words))))
    if not first:
        first = kind
    elif not first[0].isalpha():
        first = f"{kind}-{first}"
    numbered = (first if number == 1 else f"{first}-{number}" for number in count(1))
    return next(one for one in numbered if one not in taken and not is_device(one))


def _shortened(words: list[str]) -> str:
    """As many of the words as an id has room for, without numbers in front."""
    while len(words) > 1 and not words[0][0].isalpha():
        words = words[1:]
    fitting = [one for one in accumulate(words, "{}-{}".format) if len(one) <= _LONGEST]
    return fitting[-1] if fitting else "".join(words[:1])[:_LONGEST]
