"""Extract the text that finished markup shows."""

import re
from html import unescape

from build_scripts.render.markdown_safe_html import Html
from build_scripts.render.page import one_line

_INLINE = frozenset(
    ("a", "b", "bdi", "br", "cite", "code", "em", "i", "mark", "q", "span", "strong", "sub", "sup")
)
# In finished markup no attribute holds `<` or `>`, so a pattern is enough. A parser of HTML would
# take five times as long.
_TAG = re.compile(r"<(/?[a-z][a-z0-9]*)[^<>]*>")


def blocks_of(markup: Html) -> list[str]:
    """The text of each paragraph, list item, heading and so on, one line each."""
    first, *rest = _TAG.split(markup)
    blocks = [first]
    for tag, shown in zip(rest[::2], rest[1::2], strict=True):
        if tag.removeprefix("/") not in _INLINE:
            blocks.append(shown)
        else:
            blocks[-1] += f" {shown}" if tag == "br" else shown
    lines = (one_line(unescape(block)) for block in blocks)
    return [line for line in lines if line]
