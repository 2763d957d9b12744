"""Write counts and shortened values in messages."""

from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """A number and its noun: ``1 time``, ``2 times``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(names: Sequence[str]) -> str:
    """Names as in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def existing_paragraphs(count: int) -> str:
    """A sentence that says which paragraphs a text has."""
    return f"The text has paragraphs 1 to {count}." if count > 1 else "The text has one paragraph."


def shortened(value: object) -> str:
    """A value on one line, cut short, for quoting in a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"


_QUOTED = 60
