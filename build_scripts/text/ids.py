"""What an id looks like, and how one is made of words.

The form in the browser proposes ids by the same rule (pages/assets/scripts/contribution.js). The
cases in tests/shared_cases/ids.json hold for both.
"""

import re
from collections.abc import Collection
from itertools import chain, count

from build_scripts.model.value_patterns import ID_PATTERN
from build_scripts.text.device_names import DEVICE_NAMES
from build_scripts.text.latin_letters import LETTERS, in_latin_letters

_LONGEST = 40
"""In characters: an id is part of an address, and people read it out."""

_INSIDE_WORDS = re.compile("['’‘ʼʻ\u00ad\u200b-\u200d\u2060\ufeff]")
"""Apostrophes, and characters that nobody sees: they separate no words."""


RULE_FOR_IDS = "an id has only small letters a–z, digits and hyphens, and begins with a letter."
"""The rest of a hint about something that cannot be an id."""


def is_id(text: str) -> bool:
    """Whether a text may be an id."""
    return re.fullmatch(ID_PATTERN, text) is not None


FOR_BROWSERS = {
    "letters": LETTERS,
    "longest": _LONGEST,
    "devices": sorted(filter(is_id, DEVICE_NAMES)),
}
"""The data that the form in the browser needs for the same proposals."""


def intended_id(written: str) -> str:
    """The id that somebody probably meant: ``loan-size`` for `Loan Size`.

    The result is not an id where nothing is left of the words that an id can begin with.
    """
    return "-".join(_words(written))


def proposed_id(words: str, kind: str, taken: Collection[str]) -> str:
    """A short and free id made of words: ``the-herring-left`` for “The herring left”.

    It begins with the kind of the entry where it cannot begin with the words.
    """
    parts = _words(words)
    while len(parts) > 1 and len("-".join(parts)) > _LONGEST:
        parts.pop()
    name = "-".join(parts)[:_LONGEST]
    if not is_id(name):
        name = f"{kind}-{name}" if name else kind
    candidates = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(one for one in candidates if one not in taken and one not in DEVICE_NAMES)


def _words(written: str) -> list[str]:
    """The words as parts of an id, without the numbers before the first word, if there is one."""
    parts = re.findall("[a-z0-9]+", _INSIDE_WORDS.sub("", in_latin_letters(written)))
    while len(parts) > 1 and parts[0][0].isdigit():
        parts = parts[1:]
    return parts
