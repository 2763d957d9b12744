"""The catalogues of the words of the interface: one file per language, in Project Fluent.

English and whatever else ships lies in the package; a project may bring others, and may say single
messages in its own way. What a language lacks, its next wider one says, and in the end English.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

FALLBACK = "en"
ENDING = ".ftl"
OPEN_FAMILIES = ("kind-", "kinds-")
"""Beginnings of messages that a project may add for kinds of terms of its own."""


@cache
def shipped_catalogues() -> Mapping[str, str]:
    """The catalogues of the package, by language tag."""
    folder = files("build_scripts.words")
    return {
        entry.name.removesuffix(ENDING): entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(ENDING)
    }


def wider(language: str) -> Iterator[str]:
    """A language tag and, less a subtag each, its wider ones: ``pt-BR``, ``pt``."""
    subtags = language.split("-")
    for length in range(len(subtags), 0, -1):
        yield "-".join(subtags[:length])


def known_languages(of_project: Mapping[str, str]) -> tuple[str, ...]:
    """All languages that have a catalogue, sorted."""
    return tuple(sorted({*shipped_catalogues(), *of_project}))


def has_words(language: str, of_project: Mapping[str, str]) -> bool:
    """Whether there is a catalogue in a language, or in a wider one."""
    return not {*wider(language)}.isdisjoint(known_languages(of_project))


def layers(language: str, of_project: Mapping[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Where the words of a language are looked for, in this order.

    Returns:
        Language tags, each with its catalogues; of two with the same message the first counts.
    """
    shipped = shipped_catalogues()
    found = []
    for tag in dict.fromkeys((*wider(language), FALLBACK)):
        texts = tuple(texts[tag] for texts in (of_project, shipped) if tag in texts)
        if texts:
            found.append((tag, texts))
    return tuple(found)
