"""Write counts and shortened values in messages."""

from collections.abc import Sequence

from build_scripts.model.source_text import ParagraphRule, SourceText
from build_scripts.text.lines_of_text import has_paragraph_a_line


def counted(number: int, noun: str) -> str:
    """A number and its noun: ``1 time``, ``2 times``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def so_far(count: int, total: int) -> str:
    """How many of all: ``200 of 1,000``."""
    return f"{count:,} of {total:,}"


def listed(names: Sequence[str]) -> str:
    """Names as in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def existing_paragraphs(source: SourceText) -> str:
    """Which paragraphs a text has, and what separates them."""
    count = len(source.paragraphs)
    exist = f"The text has paragraphs 1 to {count}." if count > 1 else "The text has one paragraph."
    if source.rule is ParagraphRule.LINES:
        return f"{exist} Each line that is not blank is a paragraph."
    return f"{exist} Blank lines separate paragraphs.{or_lines(source.text)}"


def or_lines(text: str) -> str:
    """How to declare a text with a paragraph a line; empty if this text is not like one."""
    return f"\n{_DECLARE_LINES}" if has_paragraph_a_line(text) else ""


_DECLARE_LINES = (
    "If each line of this text is a paragraph, write `paragraphs: lines` below `file` in `source`."
)


def shortened(value: object) -> str:
    """A value on one line, cut short, for quoting in a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"


_QUOTED = 60
