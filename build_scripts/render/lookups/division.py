"""Divide a long list into parts, each of which is a page with an address that stays.

A list that is short enough stays on its own page. Otherwise its entries are divided by groups, such
as letters or centuries. A group that is still too long is cut in two, and so on. Of the entries
near its middle, the one with the least hash begins the second half. So a new entry hardly ever
moves others: only if it becomes such a beginning, or pushes one out of the middle (compare the
treaps of Seidel and Aragon, 1996). A part is named after the entry with which it was to begin.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from build_scripts.render.lookups.entries_and_parts import (
    HEAD,
    Division,
    Item,
    ListPart,
    Member,
    PartName,
)

BEGINNING = "0"
"""Names the first part of a list without groups. No id is a number."""
_FROM = "from"
_LONGEST_HEADING = 8
_SAFE = re.compile(r"[a-z0-9-][a-z0-9.-]{0,79}")
_NEAR_MIDDLE = (0.25, 0.75)
"""A list is cut between these shares of its length, if it can be cut there."""


def divide(
    list_page: str,
    items: Sequence[Item],
    longest: int,
    *,
    always: bool = False,
    groups_first: Sequence[str] = (),
) -> Division:
    """Divide a list.

    Args:
        list_page: its first page, an ``index.md``.
        items: in their order; pieces of an entry stand together.
        longest: the most bytes on a page.
        always: divide by groups even if the list is short.
        groups_first: the groups that come before all others, in their order.
    """
    if not items or (not always and sum(item.weight for item in items) <= longest):
        members = _members(items)
        whole = _name(list_page, list_page, members)
        return Division((ListPart(whole, members, sum(item.number for item in items)),), {})
    groups: dict[str, list[_Levels]] = {name_of_group(group): [] for group in groups_first}
    for item in items:
        groups.setdefault(name_of_group(item.group), []).append(_Levels(item, item.levels))
    named: list[tuple[PartName, tuple[Member, ...], int]] = []
    places: dict[str, str] = {}
    for of_group in filter(None, groups.values()):
        group = of_group[0].item.group
        pieces = [*_cut(of_group, longest, BEGINNING)]
        for name, of_part in pieces:
            page = f"{list_page.removesuffix('index.md')}{_file_name(group, name)}.md"
            members = _members(of_part)
            part_name = _name(list_page, page, members, group, is_cut=len(pieces) > 1)
            named.append((part_name, members, sum(item.number for item in of_part)))
            for item in of_part:
                for anchor in item.anchors:
                    places.setdefault(anchor, page)
    around = (None, *(name for name, _, _ in named), None)
    parts = (ListPart(*of_part, around[at], around[at + 2]) for at, of_part in enumerate(named))
    return Division(tuple(parts), places)


def _name(
    list_page: str,
    page: str,
    members: Sequence[Member],
    group: str = "",
    *,
    is_cut: bool = False,
) -> PartName:
    if not members:
        return PartName(list_page, page, group, is_cut)
    first, last = members[0], members[-1]
    return PartName(
        list_page, page, group, is_cut, first.entry, last.entry, is_continued=not first.begins
    )


def _members(items: Sequence[Item]) -> tuple[Member, ...]:
    members = []
    for entry, of_entry in groupby(items, key=lambda item: item.entry):
        pieces = frozenset(item.piece for item in of_entry if item.piece is not None)
        members.append(Member(entry, pieces or None))
    return tuple(members)


class _Levels(NamedTuple):
    """An item with its levels, which are asked for again and again."""

    item: Item
    levels: tuple[str, ...]


def _cut(
    items: Sequence[_Levels], longest: int, name: str
) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The parts of a group, each with its name."""
    ends = [*accumulate(one.item.weight for one in items)]
    place = _place_to_cut(items, ends) if ends[-1] > longest else None
    if place is None:
        yield name, tuple(one.item for one in items)
        return
    at, second = place
    yield from _cut(items[:at], longest, name)
    yield from _cut(items[at:], longest, second)


def _place_to_cut(items: Sequence[_Levels], ends: Sequence[int]) -> tuple[int, str] | None:
    """The index of the item with which the second half begins, and its name; None for one item."""
    low, high = (share * ends[-1] for share in _NEAR_MIDDLE)
    for level in range(max(len(one.levels) for one in items)):
        begins = [
            (at, two.levels[level])
            for at, (one, two) in enumerate(pairwise(items), start=1)
            if level < len(two.levels)
            and two.levels[: level + 1] != one.levels[: level + 1]
            and one.item.piece != HEAD
        ]
        near = [(at, name) for at, name in begins if low <= ends[at - 1] <= high]
        if near:
            return min(near, key=lambda place: (sha256(place[1].encode()).digest(), place[0]))
        if begins:
            return min(begins, key=lambda place: abs(2 * ends[place[0] - 1] - ends[-1]))
    return None


def _file_name(group: str, name: str) -> str:
    """The name of the file of a part: ``t``, ``t.treaty``, ``from.letter-7``."""
    if name == BEGINNING:
        return name_of_group(group) or BEGINNING
    return f"{name_of_group(group) or _FROM}.{name_of_entry(name)}"


def name_of_group(group: str) -> str:
    """A group as a part of an address: itself in small letters, or the code points of a few."""
    small = group.casefold()
    if _SAFE.fullmatch(small) or not small:
        return small
    if len(small) <= _LONGEST_HEADING:
        return "-".join(f"u{ord(part):04x}" for part in small)
    return name_of_entry(small)


def name_of_entry(name: str) -> str:
    """An entry as a part of an address: itself without a dot before it, or a hash."""
    bare = name.removeprefix(".")
    return bare if _SAFE.fullmatch(bare) else f"x{sha256(bare.encode()).hexdigest()[:12]}"
