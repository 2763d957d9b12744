"""A piece of an index that is kept in pieces, of which a search fetches a few."""

from typing import NamedTuple


class SearchPiece(NamedTuple):
    """What is fetched together.

    Attributes:
        page: the Markdown file of its page; empty if that is written by hand. Hits that are equally
            good are in the order of these.
        words: what it is found by, in letters and digits of ASCII, with blanks between them.
        content: a JSON object.
    """

    page: str
    words: str
    content: str
