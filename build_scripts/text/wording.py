"""Words that messages have in common: counts, and values cut short."""


def counted(number: int, noun: str) -> str:
    """A number and its noun: ``1 time``, ``2 times``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shortened(value: object) -> str:
    """A value as it can be quoted in a message of one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"


_QUOTED = 60
