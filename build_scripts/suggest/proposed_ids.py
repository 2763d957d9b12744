"""Ids for what is proposed: ``[a-z][a-z0-9-]*``, none of them taken."""

from collections.abc import Collection

import regex

from build_scripts.suggest.reading_words import plain

_NOT_IN_IDS = regex.compile(r"[^a-z0-9]+")
_LONGEST = 40


def id_of(words: str, otherwise: str, taken: Collection[str]) -> str:
    """An id made of words, as far as they are written with Latin letters.

    Args:
        words: what the entry is about.
        otherwise: an id for words in another script.
        taken: ids that it must not be.
    """
    spelt = plain(words).replace("’", "").replace("'", "")
    name = _NOT_IN_IDS.sub("-", spelt).strip("-")
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rpartition("-")[0] or name[:_LONGEST]
    if not name or not name[0].isalpha() or not _is_mostly_latin(spelt, name):
        name = otherwise
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = f"{name}-{number}"
    return candidate


def _is_mostly_latin(words: str, name: str) -> bool:
    """Whether enough is left of the words for somebody to know them again."""
    letters = sum(1 for character in words if character.isalnum())
    return 2 * sum(1 for character in name if character.isalnum()) >= min(letters, _LONGEST)
