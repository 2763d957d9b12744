"""Find the catalogues with the words of the interface: Project Fluent, one file per language.

The package has English and perhaps others; a project may add languages and replace single messages.
A message that a language lacks comes from its next wider language, and in the end from English.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

FALLBACK = "en"
ENDING = ".ftl"
OPEN_FAMILIES = ("kind-", "kinds-")
"""Prefixes of messages that a project may add for its own kinds of terms."""


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
    """A language tag and its wider ones, each with one subtag less: ``pt-BR``, ``pt``."""
    subtags = language.split("-")
    for length in range(len(subtags), 0, -1):
        yield "-".join(subtags[:length])


def known_languages(of_project: Mapping[str, str]) -> tuple[str, ...]:
    """All languages with a catalogue, in the package or the project, sorted."""
    return tuple(sorted({*shipped_catalogues(), *of_project}))


def has_words(language: str, of_project: Mapping[str, str]) -> bool:
    """Whether there is a catalogue for a language or a wider one."""
    return not {*wider(language)}.isdisjoint(known_languages(of_project))


def layers(language: str, of_project: Mapping[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The catalogues in which the words of a language are looked for, in this order.

    Returns:
        Language tags, each with its catalogues; the first catalogue that has a message counts.
    """
    shipped = shipped_catalogues()
    result = []
    for tag in dict.fromkeys((*wider(language), FALLBACK)):
        texts = tuple(texts[tag] for texts in (of_project, shipped) if tag in texts)
        if texts:
            result.append((tag, texts))
    return tuple(result)
