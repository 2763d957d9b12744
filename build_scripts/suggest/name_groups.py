"""Groups of names that belong in one glossary entry."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from build_scripts.suggest.inflection import is_inflected
from build_scripts.suggest.particles import is_of_people
from build_scripts.suggest.reading_words import is_capital, plain
from build_scripts.suggest.same_name import is_variant

Group = tuple[str, ...]


def groups_of_names(
    singles: Iterable[str], in_full: Iterable[str], language: str
) -> Sequence[Group]:
    """Group full names, their last words alone, and their other endings and spellings.

    Args:
        singles: names of one word.
        in_full: names of several words.
        language: of the text, without its variety.

    Returns:
        Groups that share no name, each with its fullest names first.
    """
    groups = _by_spelling(singles)
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


def _by_spelling(names: Iterable[str]) -> list[Group]:
    groups: list[Group] = []
    for name in names:
        for number, group in enumerate(groups):
            if is_variant(name, group[0]):
                groups[number] = (*group, name)
                break
        else:
            groups.append((name,))
    return groups


def _by_ending(names: Iterable[str], language: str) -> Sequence[Group]:
    """Group names that differ only in the last ending: `Gull Island`, `Gull Islands`."""
    by_first_words: dict[str, list[Group]] = defaultdict(list)
    for name in names:
        first, _, last = name.rpartition(" ")
        families = by_first_words[first]
        for number, family in enumerate(families):
            if _differ_in_ending(last, family[0].rpartition(" ")[2], language):
                families[number] = (*family, name)
                break
        else:
            families.append((name,))
    return [family for families in by_first_words.values() for family in families]


def _differ_in_ending(one: str, other: str, language: str) -> bool:
    first, second = plain(one), plain(other)
    return is_inflected(first, second, language) or is_inflected(second, first, language)


def _short_form(name: str) -> str:
    """The last word of a full name, or the whole name if its last word does not stand for it.

    `Tartu` does not stand for `University of Tartu`.
    """
    *others, last = name.split()
    if all(is_capital(word[0]) or is_of_people(word) for word in others):
        return last
    return name
