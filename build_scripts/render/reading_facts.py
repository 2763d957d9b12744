"""Say in a line by whom and of when a text is."""

from collections.abc import Iterator

from build_scripts.model.reading import Metadata
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, text
from build_scripts.render.page import one_line

FACTS_BETWEEN = " · "
"""Stands between two facts."""


def facts_html(words: Words, metadata: Metadata) -> Iterator[Html]:
    """Who made a text, who published it, and when; what is unknown is left out."""
    if creators := metadata.creators:
        yield words.listed(one_line(name.full) for name in creators)
    if metadata.publisher:
        yield words.isolated(one_line(metadata.publisher))
    if metadata.date:
        yield text(words.date(metadata.date))
