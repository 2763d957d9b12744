"""The entries of lists, and the pages on which they stand."""

from typing import NamedTuple

HEAD = ""
"""The piece with which an entry begins. The next piece stands on the same page."""


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
