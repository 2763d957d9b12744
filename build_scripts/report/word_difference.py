"""Find and show how two texts differ, word by word."""

import difflib
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

import regex

from build_scripts.text.scripts_without_spaces import WITHOUT_SPACES

# Words; blanks; signs. What is written without blanks between words is taken letter by letter.
_TOKEN = regex.compile(rf"{WITHOUT_SPACES}|(?:(?!{WITHOUT_SPACES})\w)+|\s+|[^\w\s]")
_MOST_PAIRS = 1_000_000
"""Longer texts are not compared: each word with each other would take seconds."""
_LIKENESS = 0.5


class Kept(Enum):
    """What became of a piece of text."""

    SAME = auto()
    DELETED = auto()
    INSERTED = auto()


class Piece(NamedTuple):
    """A piece of one of two texts, or of both."""

    kept: Kept
    text: str


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of two texts that are the same, deleted and inserted, in order.

    There are none if the texts have too little in common or are too long.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) * len(new) > _MOST_PAIRS:
        return ()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _LIKENESS:
        return ()
    return tuple(_pieces(matcher, old, new))


def _pieces(
    matcher: "difflib.SequenceMatcher[str]", old: list[str], new: list[str]
) -> Iterator[Piece]:
    for _, first, last, new_first, new_last in _joined(matcher.get_opcodes(), old):
        deleted, inserted = "".join(old[first:last]), "".join(new[new_first:new_last])
        if deleted == inserted:
            yield Piece(Kept.SAME, deleted)
            continue
        if deleted:
            yield Piece(Kept.DELETED, deleted)
        if inserted:
            yield Piece(Kept.INSERTED, inserted)


_Opcode = tuple[str, int, int, int, int]


def _joined(opcodes: Iterable[_Opcode], old: list[str]) -> list[_Opcode]:
    """Join changes that only white space separates, which is easier to read."""
    joined: list[_Opcode] = []
    for opcode in opcodes:
        tag, first, last, _, new_last = opcode
        is_blank = tag == "equal" and not "".join(old[first:last]).strip()
        if joined and joined[-1][0] == "change" and (is_blank or tag != "equal"):
            _, begin, _, new_begin, _ = joined[-1]
            joined[-1] = ("change", begin, last, new_begin, new_last)
        else:
            joined.append(opcode if tag == "equal" else ("change", *opcode[1:]))
    return joined


def shortened_difference(pieces: Iterable[Piece], around: int = 60) -> str:
    """A difference as one text: ``[-deleted-]``, ``{+inserted+}``, and the text around them.

    `around` unchanged characters are shown before and after each change.
    """
    listed = tuple(pieces)
    shown = []
    for index, (kept, text) in enumerate(listed):
        match kept:
            case Kept.DELETED:
                shown.append(f"[-{text}-]")
            case Kept.INSERTED:
                shown.append(f"{{+{text}+}}")
            case Kept.SAME:
                shown.append(_middle_left_out(text, around, index > 0, index + 1 < len(listed)))
    return "".join(shown)


def _middle_left_out(text: str, around: int, has_before: bool, has_after: bool) -> str:
    """The ends of a text that are next to changes, cut between words where possible."""
    start = text[:around] if has_before else ""
    end = text[-around:] if has_after else ""
    if len(start) + len(end) + 1 >= len(text):
        return text
    before = f"{start.rpartition(' ')[0] or start} " if start else ""
    after = f" {end.partition(' ')[2] or end}" if end else ""
    return f"{before}…{after}"
