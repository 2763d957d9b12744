"""Cut the index of the search into pieces, of which a search fetches only a few.

A piece holds entries of one page that follow one another, as the whole index would. Pagefind gets
the words by which a piece is found. It would take accents away, cut words at signs and reduce them
to stems by rules of its own, so it gets words of a to z and 0 to 9 alone, which it leaves as they
are. What is found in a piece is decided by the same script and the same rules as in a whole index
(`pages/assets/scripts/search-pieces.js`).
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from itertools import chain

import regex

from build_scripts.export.search_index import IndexEntry
from build_scripts.model.search_piece import SearchPiece
from build_scripts.text.searched_words import index_words

_SIZE = 16_000
"""So many characters of titles and texts are in a piece at most, unless one entry has more."""
_SEARCHED = ("title", "text", "names", "also")
_MARKUP = regex.compile(
    r'<span class="hit-kind">.*?</span>|</?([a-z][a-z0-9]*)[^>]*>', regex.IGNORECASE | regex.DOTALL
)
_INLINE = frozenset(["a", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup"])
_SIGN = regex.compile(r"[\p{S}§¶†‡@&%#*]")
_PLAIN = frozenset("abcdefghijklmnoprstuvwxyz123456789")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_IN_TITLE, _SIGN_MARK, _COLLECTION = "qzt", "qzs", "qzc"
"""What such words begin with. No letter is written like this: see `_written`."""


def pieces_of_page(
    page: str,
    entries: Sequence[IndexEntry],
    collections: Iterable[str],
    counted: Counter[str],
) -> Iterator[SearchPiece]:
    """The pieces of a page, given its entries; the first one stands for the page itself.

    Args:
        page: its Markdown file; empty if it is written by hand.
        entries: of one page.
        collections: the ids of the collections to which the page belongs.
        counted: how many entries have each word; those of the page are added.
    """
    belongs = [_COLLECTION + _written(one) for one in collections]
    for some in _in_pieces(entries):
        words: list[str] = []
        for entry in some:
            fields = {name: _text_of(entry[name]) for name in _SEARCHED if name in entry}
            own = list(chain(*map(index_words, fields.values())))
            counted.update(set(own))
            words += map(_written, own)
            words += _further_words(fields)
        content = {"page": entries[0], "entries": some}
        written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        yield SearchPiece(page, " ".join((*words, *belongs)), written)


def _in_pieces(entries: Sequence[IndexEntry]) -> Iterator[list[IndexEntry]]:
    piece: list[IndexEntry] = []
    size = 0
    for entry in entries:
        own = len(entry["title"]) + len(entry["text"])
        if piece and size + own > _SIZE:
            yield piece
            piece, size = [], 0
        piece.append(entry)
        size += own
    if piece:
        yield piece


def _further_words(fields: Mapping[str, str]) -> Iterator[str]:
    """What else an entry is found by, as it is written: the words of its titles, and its signs."""
    for name in ("title", "names"):
        for word in index_words(fields.get(name, "")):
            yield _IN_TITLE + _written(word)
    shown = f"{fields['title']}\n{fields['text']}"
    for sign in sorted(set(_SIGN.findall(unicodedata.normalize("NFKC", shown).lower()))):
        yield _SIGN_MARK + _written(sign)


def _text_of(html: str) -> str:
    """The text of a field, as the script that searches reads it."""

    def read(found: regex.Match[str]) -> str:
        tag = found[1]
        return "\n" if tag and tag.lower() not in _INLINE else ""

    return unescape(_MARKUP.sub(read, html)) if "<" in html or "&" in html else html


@lru_cache(maxsize=131_072)
def _written(word: str) -> str:
    """A word in letters and digits of ASCII: what else there is becomes a q and four digits.

    The digits are those of its number in Unicode to the base 36; the first is below z. The
    beginning of a word is written as the beginning of the word, which ends with a 0: where
    Pagefind knows no word that begins like the one that is sought, it takes the beginning of that
    one, if it is a word.
    """
    return "".join(one if one in _PLAIN else f"q{_in_base_36(ord(one))}" for one in word) + "0"


def _in_base_36(number: int) -> str:
    digits = ""
    for _ in range(4):
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
