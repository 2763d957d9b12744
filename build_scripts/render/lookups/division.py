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

HEAD = ""
"""The piece with which an entry begins. The next piece stands on the same page."""
BEGINNING = "0"
"""Names the first part of a list without groups. No id is a number."""
_FROM = "from"
_LONGEST_HEADING = 8
_SAFE = re.compile(r"[a-z0-9.-]{1,80}")
_NEAR_MIDDLE = (0.25, 0.75)
"""A list is cut between these shares of its length, if it can be cut there."""


class Item(NamedTuple):
    """An entry of a list, or a piece of an entry that is too long for a page.

    Attributes:
        entry: names it in its list.
        weight: about how many bytes it takes on a page.
        group: entries of two groups never share a part.
        above: what it belongs to, from the largest to the smallest; a list is rather cut where a
            larger one begins.
        anchors: the ids of its elements.
        piece: names a piece of an entry; None for a whole entry.
        number: for how many entries it counts.
    """

    entry: str
    weight: int
    group: str = ""
    above: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    piece: str | None = None
    number: int = 1

    @property
    def levels(self) -> tuple[str, ...]:
        """Names of what begins with it at the latest, from the largest to itself."""
        if self.piece is None:
            return (*self.above, self.entry)
        return (*self.above, self.entry, f"{self.entry}.{self.piece}")


class Member(NamedTuple):
    """An entry on a page; `pieces` are those that stand there, or None for the whole entry."""

    entry: str
    pieces: frozenset[str] | None = None

    def shows(self, piece: str) -> bool:
        """Whether a piece of the entry stands on the page."""
        return self.pieces is None or piece in self.pieces

    @property
    def begins(self) -> bool:
        """Whether the entry begins on the page."""
        return self.shows(HEAD)


class PartName(NamedTuple):
    """What names a page of a list.

    Attributes:
        list_page: the first page of the list.
        page: this page, which is the first page of a list that is not divided.
        group: to which its entries belong; empty without one.
        is_cut: whether the group has further parts, so that its name does not name this part.
        first, last: its first and its last entry; empty for an empty list.
        is_continued: whether the first entry begins on a part before.
    """

    list_page: str
    page: str
    group: str = ""
    is_cut: bool = False
    first: str = ""
    last: str = ""
    is_continued: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether this page is the whole list."""
        return self.page == self.list_page


class ListPart(NamedTuple):
    """A page of a list: its name, its entries in order, and the names of the parts around it.

    `number` is that of the entries, which a list may count in another way than `members`.
    """

    name: PartName
    members: tuple[Member, ...]
    number: int
    before: PartName | None = None
    after: PartName | None = None

    @property
    def continued(self) -> str:
        """The entry that begins on a part before; empty without one."""
        return self.name.first if self.name.is_continued else ""

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries, whole or not."""
        return tuple(member.entry for member in self.members)


class Division(NamedTuple):
    """A list as pages, and the page of each anchor if there are several."""

    parts: tuple[ListPart, ...]
    places: dict[str, str]

    @property
    def is_divided(self) -> bool:
        """Whether there are several pages: a first one, and the parts."""
        return not self.parts[0].name.is_whole


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
    groups: dict[str, list[_Levels]] = {group: [] for group in groups_first}
    for item in items:
        groups.setdefault(item.group, []).append(_Levels(item, item.levels))
    named: list[tuple[PartName, tuple[Member, ...], int]] = []
    places: dict[str, str] = {}
    for group, of_group in ((group, some) for group, some in groups.items() if some):
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
        return safe_name(group) if group else BEGINNING
    return f"{safe_name(group) if group else _FROM}.{safe_name(name)}"


def safe_name(name: str) -> str:
    """A name as a part of an address: itself, or the code points of a few letters, or a hash."""
    small = name.casefold().strip(".")
    if _SAFE.fullmatch(small):
        return small
    if len(small) <= _LONGEST_HEADING:
        return "-".join(f"u{ord(part):04x}" for part in small)
    return f"x{sha256(name.encode()).hexdigest()[:12]}"
