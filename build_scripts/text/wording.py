"""Write counts and shortened values in messages."""


def counted(number: int, noun: str) -> str:
    """A number and its noun: ``1 time``, ``2 times``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def existing_paragraphs(count: int) -> str:
    """A sentence that says which paragraphs a text has."""
    return f"The text has paragraphs 1 to {count}." if count > 1 else "The text has one paragraph."


def shortened(value: object) -> str:
    """A value on one line, cut short, for quoting in a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"


_QUOTED = 60
