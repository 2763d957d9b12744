"""What a part knows of its search besides the index itself, and hands on to the last step."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from build_scripts.shards.part import Part
from build_scripts.shards.search_bundle import Counted


class SearchOfPart(NamedTuple):
    """The search of a part of a site whose index may be kept in pieces.

    Attributes:
        size: of the part's own entries, in bytes when they are compressed.
        largest: if those of all parts have more, the index is kept in pieces.
        words: phrases for readers, by the names that the script knows.
        bundle: what is in the bundle that the part wrote; None if it wrote none.
    """

    size: int
    largest: float
    words: Mapping[str, str]
    bundle: Counted | None = None

    def suggests_pieces(self, part: Part) -> bool:
        """Whether the whole is too large if all parts are like this one."""
        return self.size * part.of > self.largest


def are_too_large(searches: Sequence[SearchOfPart | None]) -> bool:
    """Whether the index of all parts together is to be kept in pieces."""
    known = [search for search in searches if search is not None]
    if not known or len(known) < len(searches):
        return False
    return sum(search.size for search in known) > known[0].largest


def bundle_of(part: Part) -> str:
    """The folder of a part's bundle, beside the index."""
    return f"pieces-{part.number}"


def name_of_bundle(part: Part) -> str:
    """What the names of a part's pieces begin with."""
    return f"p{part.number}"


def as_data(search: SearchOfPart | None) -> Any:
    """This as values of JSON."""
    if search is None:
        return None
    bundle = search.bundle
    counted = None if bundle is None else [bundle.pieces, dict(bundle.entries), dict(bundle.having)]
    return [search.size, search.largest, dict(search.words), counted]


def search_in(data: Any) -> SearchOfPart | None:
    """The search that stands in such data.

    Raises:
        TypeError, ValueError, AttributeError: it is anything else.
    """
    if data is None:
        return None
    size, largest, words, counted = data
    bundle = None
    if counted is not None:
        pieces, entries, having = counted
        bundle = Counted(int(pieces), _numbers(entries), _numbers(having))
    phrases = {str(name): str(phrase) for name, phrase in words.items()}
    return SearchOfPart(int(size), float(largest), phrases, bundle)


def _numbers(data: Any) -> dict[str, int]:
    return {str(name): int(number) for name, number in data.items()}
