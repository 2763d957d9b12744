"""Extract the text that finished markup shows."""

from html.parser import HTMLParser

from build_scripts.render.markdown_safe_html import Html
from build_scripts.render.page import one_line

_INLINE = frozenset(
    ("a", "b", "bdi", "br", "cite", "code", "em", "i", "mark", "q", "span", "strong", "sub", "sup")
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = [""]

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as in the base class
        if tag == "br":
            self.blocks[-1] += " "
        elif tag not in _INLINE:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data


def blocks_of(markup: Html) -> list[str]:
    """The text of each paragraph, list item, heading and so on, one line each."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = map(one_line, reader.blocks)
    return [line for line in lines if line]
