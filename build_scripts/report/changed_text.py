"""Show how two states of a source text differ, paragraph by paragraph."""

import difflib

from build_scripts.model.change import WholeText
from build_scripts.report.markdown import marked_lines
from build_scripts.report.word_difference import shortened_difference, word_difference
from build_scripts.text.wording import counted

_MOST_PARAGRAPHS = 40
"""Further paragraphs are only counted."""
_MOST_CHARACTERS = 600


def text_difference(was: WholeText, is_now: WholeText) -> list[str]:
    """The paragraphs that differ, as lines for a block of code."""
    old, new = was.paragraphs, is_now.paragraphs
    shown: list[list[str]] = []
    for tag, first, last, new_first, new_last in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        if last - first == new_last - new_first:
            pairs = zip(range(first, last), range(new_first, new_last), strict=True)
            shown += (_changed(new_number + 1, old[n], new[new_number]) for n, new_number in pairs)
            continue
        shown += (_whole("-", number + 1, old[number]) for number in range(first, last))
        shown += (_whole("+", number + 1, new[number]) for number in range(new_first, new_last))
    lines = [line for paragraph in shown[:_MOST_PARAGRAPHS] for line in paragraph]
    left_out = len(shown) - _MOST_PARAGRAPHS
    if left_out > 0:
        lines += marked_lines("!", f"text: … and {counted(left_out, 'more paragraph')}")
    return lines


def _changed(number: int, was: str, is_now: str) -> list[str]:
    pieces = word_difference(was, is_now)
    if not pieces:
        return [*_whole("-", number, was), *_whole("+", number, is_now)]
    return _line("!", number, shortened_difference(pieces))


def _whole(mark: str, number: int, paragraph: str) -> list[str]:
    cut = paragraph[:_MOST_CHARACTERS]
    return _line(mark, number, cut if cut == paragraph else f"{cut}…")


def _line(mark: str, number: int, shown: str) -> list[str]:
    return marked_lines(mark, f"text, paragraph {number}: {shown}")
