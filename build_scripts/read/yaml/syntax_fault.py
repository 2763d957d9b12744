"""The text around the place where the parser gave up."""

from typing import NamedTuple


class Explanation(NamedTuple):
    """The offset of a mistake, what it is, and what to do."""

    offset: int
    message: str
    hint: str


class Fault(NamedTuple):
    """Where the parser gave up, and where what it was reading had begun.

    Attributes:
        text: the whole file.
        at: offset of the place.
        begun_at: offset of the beginning; `at` where the parser names none.
    """

    text: str
    at: int
    begun_at: int

    def line_start(self, offset: int) -> int:
        """The offset at which the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line(self, offset: int) -> str:
        """The whole line of an offset."""
        end = self.text.find("\n", offset)
        return self.text[self.line_start(offset) : end if end >= 0 else len(self.text)]

    def line_number(self, offset: int) -> int:
        """Its line, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def column(self, offset: int) -> int:
        """Its column, from 1."""
        return offset - self.line_start(offset) + 1

    def word_start(self, offset: int) -> int:
        """The first character of the line that is not white space."""
        line = self.line(offset)
        return self.line_start(offset) + len(line) - len(line.lstrip())

    def line_before(self, offset: int) -> int:
        """The offset of the first character of the last line above that is not blank, or -1."""
        above = self.text[: self.line_start(offset)].rstrip()
        return self.word_start(len(above)) if above else -1

    def character(self, offset: int) -> str:
        """The character there; empty at the end of the file."""
        return self.text[offset : offset + 1]
