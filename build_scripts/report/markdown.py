"""Quote what contributors wrote in Markdown for the pages of a code host.

Quotations are always code, in which a host notifies nobody, makes no links, loads no pictures and
reads no markup. They cannot end the code, because its fence is longer than any run of backticks
inside.
"""

import re
import unicodedata
from collections.abc import Iterable

from build_scripts.report.harmless import harmless

_TICKS = re.compile("`+")
_WIDTH = 92
"""The columns of a code block, which hosts do not wrap."""


def code(text: str) -> str:
    """A text as code within a line."""
    shown = " ".join(harmless(line) for line in text.split("\n")).strip(" ") or "…"
    fence = "`" * (_longest_run(shown) + 1)
    edge = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{edge}{shown}{edge}{fence}"


def code_block(lines: Iterable[str], language: str) -> str:
    """Lines, without line ends, as a code block; hosts highlight it by the language."""
    content = "\n".join(lines)
    fence = "`" * max(3, _longest_run(content) + 1)
    return f"{fence}{language}\n{content}\n{fence}"


def marked_lines(mark: str, text: str) -> list[str]:
    """The lines of a text for a code block, wrapped between words, each after a mark.

    The mark is ``+``, ``-``, ``!`` or a space, as in a diff.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        first, *rest = _wrapped(harmless(line), _WIDTH)
        lines.append(f"{mark} {first}".rstrip(" "))
        lines += (f"{mark}   {more}" for more in rest)
    return lines


def _wrapped(line: str, width: int) -> list[str]:
    """A line in pieces of at most `width` columns, cut at spaces where possible."""
    pieces: list[str] = []
    while columns(line) > width:
        end = _characters_in(line, width)
        blank = line.rfind(" ", 0, end + 1)
        cut = blank if blank > 0 and line[:blank].strip(" ") else end
        pieces.append(line[:cut].rstrip(" "))
        line = line[cut:].lstrip(" ")
    return [*pieces, line] if line or not pieces else pieces


def columns(text: str) -> int:
    """The width of a text in a monospaced font, in columns (UAX #11)."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def _characters_in(text: str, width: int) -> int:
    used = 0
    for count, character in enumerate(text):
        used += columns(character)
        if used > width:
            return max(1, count)
    return len(text)


def _longest_run(text: str) -> int:
    return max((len(run) for run in _TICKS.findall(text)), default=0)
