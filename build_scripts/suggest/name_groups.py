"""Groups of names that belong in one glossary entry."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from build_scripts.suggest.inflection import is_inflected
from build_scripts.suggest.particles import OF_PEOPLE
from build_scripts.suggest.reading_words import is_capital, plain
from build_scripts.suggest.same_name import is_variant

Group = tuple[str, ...]


def groups_of_names(
    singles: Iterable[str], in_full: Iterable[str], language: str
) -> Sequence[Group]:
    """Group names of one word and names in full, their other endings and spellings included.

    No two groups share a name. Each has its fullest names first.
    """
    groups = _grouped(singles, is_variant)
    by_last: dict[str, list[Group]] = defaultdict(list)
    for family in _by_ending(in_full, language):
        by_last[_short_form(family[0])].append(family)
    for last, families in by_last.items():
        home = next((number for number, group in enumerate(groups) if last in group), None)
        # A surname that two people share is a name of neither.
        if home is not None and len(families) == 1:
            groups[home] = (*families[0], *groups[home])
        else:
            groups += families
    return groups


def _grouped(names: Iterable[str], are_alike: Callable[[str, str], bool]) -> list[Group]:
    """Put each name into the first group whose first name is like it, or else into a new one."""
    groups: list[Group] = []
    for name in names:
        for number, group in enumerate(groups):
            if are_alike(name, group[0]):
                groups[number] = (*group, name)
                break
        else:
            groups.append((name,))
    return groups


def _by_ending(names: Iterable[str], language: str) -> Iterator[Group]:
    """Group names that differ only in the last ending: `Gull Island`, `Gull Islands`."""
    by_first_words: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_first_words[name.rpartition(" ")[0]].append(name)
    differ = partial(_differ_in_ending, language=language)
    for alike in by_first_words.values():
        yield from _grouped(alike, differ)


def _differ_in_ending(one: str, other: str, language: str) -> bool:
    first, second = (plain(name.rpartition(" ")[2]) for name in (one, other))
    return is_inflected(first, second, language) or is_inflected(second, first, language)


def _short_form(name: str) -> str:
    """The last word of a full name, or the whole name if its last word does not stand for it.

    `Tartu` does not stand for `University of Tartu`.
    """
    *others, last = name.split()
    if all(is_capital(word[0]) or word in OF_PEOPLE for word in others):
        return last
    return name
