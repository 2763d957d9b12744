"""Which marks beside the words of a passage belong to it, given how somebody quoted it."""

import regex

_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}]")
_QUOTATION_MARK = regex.compile(r"\p{Quotation_Mark}")
_OPENING = regex.compile(r"[\p{Ps}\p{Pi}]")
_CLOSING = regex.compile(r"[\p{Pe}\p{Pf}]")
ELLIPSIS = regex.compile(r"…|\.\.\.+|\[[^\w\]]*\]")
"""At an end of a quotation, it says that the text goes on there."""
_MOST_MARKS = 8
"""In code points; more marks than these do not stand beside a word."""


def with_marks(text: str, start: int, end: int, quotation: str) -> tuple[int, int]:
    """The passage, with those marks beside it that the quotation has at its ends as well.

    The passage begins and ends with a letter or digit. Quotation marks of any kind count as alike,
    since each keyboard and each language has its own.
    """
    ours = list(_LETTER.finditer(quotation))
    if not ours:
        return start, end
    before, after = (
        ELLIPSIS.sub("", marks)
        for marks in (quotation[: ours[0].start()], quotation[ours[-1].end() :])
    )
    head = text[max(0, start - _MOST_MARKS) : start][::-1]
    tail = text[end : end + _MOST_MARKS]
    return (
        start - _shared_marks(before[::-1], head, at_end=False),
        end + _shared_marks(after, tail, at_end=True),
    )


def _shared_marks(quoted: str, beside: str, *, at_end: bool) -> int:
    """How many characters beside the passage, counted outwards, reach to marks that were quoted.

    Marks that were left out do not matter where a mark beyond them was quoted: for ``(a fox)``,
    the passage is ``(a fox.)``.
    """
    wanted = [mark for mark in quoted if not mark.isspace()]
    length = 0
    after_space = False
    for number, mark in enumerate(beside, start=1):
        if mark.isspace():
            after_space = True
            continue
        if _LETTER.match(mark) or (after_space and _belongs_beyond(mark, at_end=at_end)):
            break
        alike = next((at for at, other in enumerate(wanted) if _alike(other, mark)), None)
        if alike is not None:
            wanted = wanted[alike + 1 :]
            length = number
        elif after_space:
            break
    return length


def _belongs_beyond(mark: str, *, at_end: bool) -> bool:
    """Whether a mark after a space belongs to the words beyond it, as far as one can tell."""
    if (_CLOSING if at_end else _OPENING).match(mark):
        return False
    return bool(_QUOTATION_MARK.match(mark) or (_OPENING if at_end else _CLOSING).match(mark))


def _alike(one: str, other: str) -> bool:
    return one == other or any(
        kind.match(one) and kind.match(other) for kind in (_QUOTATION_MARK, _OPENING, _CLOSING)
    )
