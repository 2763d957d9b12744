"""Mark up the characters of a text that need care when they are drawn, and leave all as they are.

Control characters would be drawn as boxes. Where the lines of a source are kept, blanks at their
beginning are boxes of a fixed width, under which no line of an annotation runs, and other runs of
blanks keep their width. All other blanks behave as in running text: they vanish where a line ends.
"""

import re
from collections.abc import Iterator
from math import ceil

from build_scripts.model.span import Span
from build_scripts.render.markdown_safe_html import Html, text

_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f]+"
"""C0 and C1 but tab and line feed. Of these, sources may have form feeds."""
_BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ANYWHERE = re.compile(f"(?P<control>{_CONTROL})")
_IN_KEPT_LINES = re.compile(
    f"(?P<control>{_CONTROL})"
    rf"|(?P<indent>(?:^|(?<=\f))[{_BLANK}]+)"
    r"|(?P<gap>(?:\t| [ \t])[ \t]*)(?=[^ \t\n]|\Z)",
    re.MULTILINE,
)

_BLANK_WIDTH = 0.28
_TAB_WIDTH = 8 * _BLANK_WIDTH
_WIDTHS = {"\u3000": 1.34, "\u2003": 1.34, "\u2001": 1.34, "\u2002": 0.67, "\u2000": 0.67}
"""In em; more than they have, because style sheets make the others narrower on a phone."""
_LEAST_HANG, _MOST_HANG = 2, 12


def drawn_text(source: str, span: Span, *, keeps: bool) -> Html:
    """The markup of a piece of a text; `keeps` says whether the lines of the source are kept."""
    piece = source[span.start : span.end]
    if not keeps and piece.isprintable():
        return text(piece)
    return Html("".join(_parts(source, span, _IN_KEPT_LINES if keeps else _ANYWHERE)))


def _parts(source: str, span: Span, pattern: re.Pattern[str]) -> Iterator[str]:
    position, end = span
    for match in pattern.finditer(source, position, end):
        yield text(source[position : match.start()])
        yield f'<span class="{match.lastgroup}">{text(match.group())}</span>'
        position = match.end()
    yield text(source[position:end])


def hanging(lines: str) -> int:
    """How far the rest of a line that is too long is indented, in em: further than any line begins.

    It is an even number, from 2 to 12; 0 for a paragraph of one line.
    """
    if "\n" not in lines:
        return 0
    deepest = max(_indentation(line) for line in lines.split("\n"))
    return min(max(2 * ceil((deepest + 0.8) / 2), _LEAST_HANG), _MOST_HANG)


def _indentation(line: str) -> float:
    width = 0.0
    for character in line:
        if character == "\t":
            width += _TAB_WIDTH - width % _TAB_WIDTH
        elif character.isspace():
            width += _WIDTHS.get(character, _BLANK_WIDTH)
        else:
            break
    return width
