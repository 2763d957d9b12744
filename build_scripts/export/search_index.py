"""Write search entries for the index that a site publishes.

Material for MkDocs shows titles and texts, which are HTML, under a hit, and searches all that it
shows. Words that only name the kind of a hit must not be found; so each begins with an invisible
character that nobody types. Material can be told to search further fields.

MkDocs's own search has plain text in two fields, and shows all of it.
"""

import re
from collections.abc import Mapping
from html import escape

from build_scripts.model.search_entry import SearchBlock, SearchEntry

IndexEntry = dict[str, str]
"""An entry of the index."""

FIELDS: Mapping[str, Mapping[str, float]] = {"names": {"boost": 1e3}, "also": {"boost": 0.5}}
"""Fields of Material's index that are searched but not shown, with their weights."""

# Ranges of all characters except letters, digits, marks, and characters used inside words
# (apostrophes, soft hyphens, joiners). The regular expression runs in JavaScript without the flag
# that allows classes such as \p{L}.
_BLANK = (
    r"\s!-&(-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf"
    r"\u0589\u05be\u05c0\u05c3\u060c\u061b\u061f\u06d4\u0964\u0965\u1361-\u1368"
    r"\u200b\u200e-\u2017\u201a-\u205f\u2061-\u206f"
    r"\u3000-\u3003\u3008-\u3011\u3014-\u301f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40"
    r"\uff5b-\uff65"
)

SEPARATOR = f"(?:&(?:amp|lt|gt);|[{_BLANK}][‘’']*|^[‘’']+|[‘’']+(?=[{_BLANK}]|$))+"
"""A regular expression for JavaScript that matches everything between two words."""

_WORD_JOINER = "\u2060"
_BEGINNING_OF_WORD = re.compile(f"(?<![^{_BLANK}])(?=[^{_BLANK}])")


def for_material(location: str, entry: SearchEntry) -> IndexEntry:
    """An entry of the index of Material's search; `location` is relative to the site."""
    kind = _BEGINNING_OF_WORD.sub(_WORD_JOINER, entry.kind)
    labels = [f'<span class="hit-kind">{escape(kind, quote=False)}</span>'] if kind else []
    if entry.title:
        labels.append(escape(entry.title, quote=False))
    written: IndexEntry = {
        "location": location,
        "title": " ".join(labels),
        "text": "".join(map(_paragraph, entry.blocks)),
    }
    for field, words in (("names", entry.names), ("also", entry.also)):
        if words:
            written[field] = escape(" ".join(words), quote=False)
    return written


def _paragraph(block: SearchBlock) -> str:
    attributes = "".join(
        f' {name}="{escape(value)}"'
        for name, value in (("lang", block.language), ("dir", block.direction))
        if value
    )
    return f"<p{attributes}>{escape(block.text.strip(), quote=False)}</p>"


def for_mkdocs(location: str, entry: SearchEntry, page_title: str) -> IndexEntry:
    """An entry of the index of MkDocs's own search.

    It names the page, because a hit does not show which page it is on.
    """
    titles = (entry.kind, entry.title, page_title if entry.id else "")
    text = " ".join(block.text.strip() for block in entry.blocks)
    return {"location": location, "title": " – ".join(filter(None, titles)), "text": text}
