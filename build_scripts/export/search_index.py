"""Entries of the search in the form of the index that a site publishes.

Material for MkDocs splits titles and texts, which are markup, into words and shows them under a
hit. All that it shows there it also searches; so each word that only says what a hit is begins with
a character that is not to be seen and that nobody types. It searches further fields if it is told.

MkDocs's own search has plain text in two fields, and shows all of it.
"""

import re
from collections.abc import Mapping
from html import escape

from build_scripts.model.search_entry import SearchBlock, SearchEntry

IndexEntry = dict[str, str]
"""An entry as it stands in the index."""

FIELDS: Mapping[str, Mapping[str, float]] = {"names": {"boost": 1e3}, "also": {"boost": 0.5}}
"""Fields of Material's index that are searched and not shown, and their weights."""

# All that is not a letter, a figure or a mark on one, as ranges: the expression is one of
# JavaScript's without the flag that knows classes of characters. What is used inside of words is
# left out: apostrophes, soft hyphens, joiners.
_BLANK = (
    r"\s!-&(-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf"
    r"\u0589\u05be\u05c0\u05c3\u060c\u061b\u061f\u06d4\u0964\u0965\u1361-\u1368"
    r"\u200b\u200e-\u2017\u201a-\u205f\u2061-\u206f"
    r"\u3000-\u3003\u3008-\u3011\u3014-\u301f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40"
    r"\uff5b-\uff65"
)

SEPARATOR = f"(?:&(?:amp|lt|gt);|[{_BLANK}][‘’']*|^[‘’']+|[‘’']+(?=[{_BLANK}]|$))+"
"""What stands between words, as an expression of JavaScript."""

_WORD_JOINER = "\u2060"
_BEGINNING_OF_WORD = re.compile(f"(?<![^{_BLANK}])(?=[^{_BLANK}])")


def for_material(location: str, entry: SearchEntry) -> IndexEntry:
    """An entry of the index of Material's search.

    Args:
        location: the address, relative to the site.
        entry: what is found there.
    """
    kind = _BEGINNING_OF_WORD.sub(_WORD_JOINER, entry.kind)
    labels = [f'<span class="hit-kind">{escape(kind, quote=False)}</span>'] if kind else []
    if entry.title:
        labels.append(escape(entry.title, quote=False))
    found: IndexEntry = {
        "location": location,
        "title": " ".join(labels),
        "text": "".join(map(_paragraph, entry.blocks)),
    }
    for field, words in (("names", entry.names), ("also", entry.also)):
        if words:
            found[field] = escape(" ".join(words), quote=False)
    return found


def _paragraph(block: SearchBlock) -> str:
    attributes = "".join(
        f' {name}="{escape(value)}"'
        for name, value in (("lang", block.language), ("dir", block.direction))
        if value
    )
    return f"<p{attributes}>{escape(block.text.strip(), quote=False)}</p>"


def for_mkdocs(location: str, entry: SearchEntry, page_title: str) -> IndexEntry:
    """An entry of the index of MkDocs's own search, which does not show what page a hit is on.

    Args:
        location: the address, relative to the site.
        entry: what is found there.
        page_title: of the page, as plain text.
    """
    titles = (entry.kind, entry.title, page_title if entry.id else "")
    text = " ".join(block.text.strip() for block in entry.blocks)
    return {"location": location, "title": " – ".join(filter(None, titles)), "text": text}
