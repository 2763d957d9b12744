"""The place where the YAML parser stopped, and the text around it."""

from typing import NamedTuple


class Explanation(NamedTuple):
    """The offset of a mistake, a message and a hint."""

    offset: int
    message: str
    hint: str


class Fault(NamedTuple):
    """Where the parser stopped, and where the value that it was reading begins.

    Attributes:
        at: offset of the place where it stopped.
        begun_at: offset of the beginning of the value; `at` if the parser names none.
    """

    text: str
    at: int
    begun_at: int

    def line_start(self, offset: int) -> int:
        """The offset of the beginning of a line."""
        return self.text.rfind("\n", 0, offset) + 1

    def line(self, offset: int) -> str:
        """The whole line around an offset."""
        end = self.text.find("\n", offset)
        return self.text[self.line_start(offset) : end if end >= 0 else len(self.text)]

    def line_number(self, offset: int) -> int:
        """The number of a line, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def column(self, offset: int) -> int:
        """The number of a column, from 1."""
        return offset - self.line_start(offset) + 1

    def word_start(self, offset: int) -> int:
        """The offset of the first character in the line that is not white space."""
        line = self.line(offset)
        return self.line_start(offset) + len(line) - len(line.lstrip())

    def line_before(self, offset: int) -> int:
        """The offset of the first character in the nearest non-blank line above, or -1."""
        above = self.text[: self.line_start(offset)].rstrip()
        return self.word_start(len(above)) if above else -1

    def character(self, offset: int) -> str:
        """The character at an offset; empty at the end of the file."""
        return self.text[offset : offset + 1]
