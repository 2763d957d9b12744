"""A piece of an index that is kept in pieces, of which a search fetches a few."""

from typing import NamedTuple


class SearchPiece(NamedTuple):
    """What is fetched together.

    Attributes:
        words: what it is found by, in letters and digits of ASCII, with blanks between them.
        content: a JSON object.
    """

    words: str
    content: str
