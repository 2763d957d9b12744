"""Line and column of a value in its file, for diagnostics."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic

_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file: its path relative to the root (with ``/``) and its decoded text."""

    path: str
    text: str

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point offset, both from 1.

        The YAML parser's own lines do not serve: unlike editors, it also counts U+2028 and U+0085
        as line ends.
        """
        starts = _line_starts(self)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=8)
def _line_starts(document: Document) -> list[int]:
    """The offsets of a document's lines; cached for the next finding in the same file."""
    return [0, *(match.end() for match in _LINE_END.finditer(document.text))]


class Origin(NamedTuple):
    """The place of one value in a document, and of the values inside it.

    Attributes:
        offset: code point offset of the value's first character.
        parts: the places of a mapping's values by key, or of a sequence's items in order. Scalars
            are bare offsets, because there are very many of them.
        key_offsets: the offsets of a mapping's keys, in the order of `parts`; more may follow.
        faulty: keys of a mapping, or indexes of a sequence, whose values have faults. Faulty values
            are reported and left out. Checks for missing values look here first, so that one
            mistake gives one finding.
    """

    document: Document
    offset: int
    parts: "Mapping[str, Origin | int] | tuple[Origin | int, ...]" = ()
    key_offsets: Sequence[int] = ()
    faulty: frozenset[str | int] = frozenset()

    def at(self, *path: str | int) -> "Origin":
        """The origin of a nested value, or of the nearest value around it that exists."""
        origin = self
        for step in path:
            part = origin._part(step)
            if part is None:
                break
            origin = Origin(origin.document, part) if isinstance(part, int) else part
        return origin

    def _part(self, step: str | int) -> "Origin | int | None":
        parts = self.parts
        if isinstance(parts, tuple):
            return parts[step] if isinstance(step, int) and step < len(parts) else None
        return parts.get(step) if isinstance(step, str) else None

    def key(self, name: str) -> "Origin":
        """The origin of a mapping's key, or of the mapping if it has no such key."""
        for key, offset in zip(self.parts, self.key_offsets, strict=False):
            if key == name:
                return Origin(self.document, offset)
        return Origin(self.document, self.offset)

    @property
    def in_words(self) -> str:
        """The place for a message: ``annotations/readings/tale/notes.yml, line 3``."""
        line, _ = self.document.line_and_column(self.offset)
        return f"{self.document.path}, line {line}"

    def diagnostic(self, code: Code, message: str, hint: str = "") -> Diagnostic:
        """A diagnostic at this place, with the severity of the code."""
        line, column = self.document.line_and_column(self.offset)
        return Diagnostic(
            self.document.path, line, column, code.severity, code.value, message, hint
        )
