"""Groups of names that belong in one glossary entry."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import Prefix

from build_scripts.model.span import Span
from build_scripts.suggest.inflection import is_inflected, names_stay
from build_scripts.suggest.particles import OF_PEOPLE
from build_scripts.suggest.reading_words import plain

Group = tuple[str, ...]

_KEY = 2
_LEAST_STEM, _LONGEST_ENDING, _LONGEST_SHORT_ENDING = 3, 3, 2
_LEAST_SHARE = 0.05
_VOWELS = frozenset("aeiouyąęéèöőüűíóúаеёиоуыэюяіїєωαεηιουø")


def grouped(names: Iterable[str], language: str) -> list[Group]:
    """Names with the same words but for their endings, the first of each group first."""
    by_key: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for name in names:
        alike = by_key[tuple(plain(word)[:_KEY] for word in name.split())]
        for group in alike:
            if any(_is_same_name(name, other, language) for other in group):
                group.append(name)
                break
        else:
            alike.append([name])
    return [tuple(group) for alike in by_key.values() for group in alike]


def joined(
    alone: Sequence[Group], families: Sequence[Group], places: Mapping[str, Sequence[Span]]
) -> list[Group]:
    """Groups of full names, with the names of one word that stand for them, and the other groups.

    A name of one word that is part of several full names stands for none of them. It is left out
    unless it is more frequent than they are.
    """
    homes: dict[str, set[int]] = defaultdict(set)
    for number, family in enumerate(families):
        for word in {word for name in family for word in name.split()}:
            homes[word].add(number)
    times = {name: _times(group, places) for group in alone for name in group}
    groups: list[Group] = list(families)
    for group in alone:
        at = {number for name in group for number in homes.get(name, ())}
        if len(at) > 1:
            if _times(group, places) > sum(_times(families[number], places) for number in at):
                groups.append(group)
            continue
        family = families[min(at)] if at else ()
        if family and _stands_for(group, family, times, _times(family, places)):
            groups[min(at)] = (*groups[min(at)], *group)
        else:
            groups.append(group)
    return groups


def _times(group: Group, places: Mapping[str, Sequence[Span]]) -> int:
    return sum(len(places[name]) for name in group)


def _stands_for(group: Group, family: Group, times: Mapping[str, int], in_full: int) -> bool:
    """Whether a name of one word is a person's first or last name.

    The other words of the full name stand alone, too: `Europe` is not `Eastern Europe`. That must
    happen often enough not to be an accident: `Buenos` is not `Buenos Aires`.
    """
    words = [word for word in family[0].split() if word not in OF_PEOPLE]
    return len(words) > 1 and all(
        times.get(group[0] if word in group else word, 0) >= max(1, _LEAST_SHARE * in_full)
        for word in words
    )


def _is_same_name(one: str, other: str, language: str) -> bool:
    pairs = [(plain(a), plain(b)) for a, b in zip(one.split(), other.split(), strict=True)]
    if names_stay(language):
        # Only the plural of the last word: `Gull Island`, `Gull Islands`.
        *before, last = pairs
        return all(a == b for a, b in before) and (
            last[0] == last[1]
            or is_inflected(*last, language)
            or is_inflected(*last[::-1], language)
        )
    return all(a == b or _has_other_ending(a, b) for a, b in pairs)


def _has_other_ending(one: str, other: str) -> bool:
    """Whether two words are likely to be the same name in different cases.

    After a short stem only the vowels of the endings may differ: `Павел`, `Павла`.
    """
    shared = Prefix.similarity(one, other)
    endings = one[shared:], other[shared:]
    longest = max(map(len, endings))
    if shared < _LEAST_STEM or longest > _LONGEST_ENDING:
        return False
    if shared > _LEAST_STEM and 3 * shared >= 2 * max(len(one), len(other)):
        return True
    first, second = ("".join(c for c in ending if c not in _VOWELS) for ending in endings)
    return longest <= _LONGEST_SHORT_ENDING and (
        first == second or all(not ending or ending[0] in _VOWELS for ending in endings)
    )
