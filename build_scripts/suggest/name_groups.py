"""Which names are of one entry."""

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
    """Names that are one entry: in full and the last word alone, other endings and spellings.

    Args:
        singles: names of one word.
        in_full: names of several.
        language: of the text, without its variety.

    Returns:
        Groups in which each name stands once, the fullest names first.
    """
    groups = _by_spelling(singles)
    by_last: dict[str, list[Group]] = defaultdict(list)
    for family in _by_ending(in_full, language):
        by_last[_short_form(family[0])].append(family)
    for last, families in by_last.items():
        home = next((number for number, group in enumerate(groups) if last in group), None)
        # A surname of two people is neither's.
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
    """Names that differ in the ending of their last word only: `Gull Island`, `Gull Islands`."""
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
    """What stands for a name in full; that itself where it has no such form.

    The University of Tartu is not Tartu in full.
    """
    *others, last = name.split()
    if all(is_capital(word[0]) or is_of_people(word) for word in others):
        return last
    return name
