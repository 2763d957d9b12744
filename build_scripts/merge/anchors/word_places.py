"""Where each word of a long text stands, so that many quotations are found without reading it all.

Searching a text from end to end for each of its quotations takes time that grows with the product
of both. A quotation of three words or more is looked for only where the rarest word inside it
stands: a word between two spaces of the quotation is also a word between two spaces of the text.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator


class WordPlaces:
    """The places of all words of a normalised text; a word is what stands between two spaces."""

    def __init__(self, text: str) -> None:
        self._text = text
        places: dict[str, array[int]] = defaultdict(lambda: array("L"))
        offset = 0
        for word in text.split(" "):
            places[word].append(offset)
            offset += len(word) + 1
        self._places = dict(places)

    def starts(self, quotation: str) -> Iterator[int] | None:
        """Where a normalised quotation begins, in order; None where it has no word inside it."""
        words = quotation.split(" ")
        if len(words) < 3:
            return None
        inner = set(words[1:-1])
        # Of equally rare words any will do; the order of a set must not matter.
        rarest = min(inner, key=lambda word: (len(self._places.get(word, ())), word))
        before = len(" ".join(words[: words.index(rarest, 1)])) + 1
        places = self._places.get(rarest, ())
        starts = (place - before for place in places)
        return (s for s in starts if s >= 0 and self._text.startswith(quotation, s))
