"""Write search entries for the index that a site publishes.

With Material for MkDocs, titles and texts are HTML, shown under a hit. The search of the site
(`pages/assets/scripts/search-*.js`) does not look for words in the element `hit-kind`, which only
says what a hit is, and it looks in further fields, which are not shown.

MkDocs's own search has plain text in two fields, and shows all of it.
"""

from collections.abc import Mapping
from html import escape

from build_scripts.model.search_entry import SearchBlock, SearchEntry

IndexEntry = dict[str, str]
"""An entry of the index."""

FIELDS: Mapping[str, Mapping[str, float]] = {"names": {"boost": 1e3}, "also": {"boost": 0.5}}
"""Fields of Material's index that are searched but not shown, with their weights."""


def for_material(location: str, entry: SearchEntry) -> IndexEntry:
    """An entry of the index of Material's search; `location` is relative to the site."""
    kind = escape(entry.kind, quote=False)
    labels = [f'<span class="hit-kind">{kind}</span>'] if kind else []
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
