"""Line ends inside words."""

from enum import StrEnum
from typing import NamedTuple

from build_scripts.model.span import Span


class LineEndHyphens(StrEnum):
    """What a hyphen at a line end is: put there because the line ends, or part of the word."""

    JOIN = "join"
    KEEP = "keep"


class LineEnd(NamedTuple):
    """A line end inside a word, perhaps after a hyphen, as offsets of the text.

    Attributes:
        hyphen: where the hyphen begins; `start` where there is none.
        start: where the white space begins that holds the line end.
        end: where the word goes on.
        choice: `JOIN` if neither the hyphen nor the line end counts, `KEEP` if the hyphen does;
            None if the line end counts as well, because two words meet there.
    """

    hyphen: int
    start: int
    end: int
    choice: LineEndHyphens | None

    @property
    def hidden(self) -> Span | None:
        """What does not count."""
        match self.choice:
            case LineEndHyphens.JOIN:
                return Span(self.hyphen, self.end)
            case LineEndHyphens.KEEP:
                return Span(self.start, self.end)
            case None:
                return None
