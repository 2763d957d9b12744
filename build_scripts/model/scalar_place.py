"""The place of a character of a YAML text in the file that it was read from.

YAML folds lines and cuts indentation, but it never adds, removes or moves anything else. So the
n-th character of a text that is neither a blank nor a line end is the n-th one of its source,
however it is written: plain, quoted, or in a block behind ``|`` or ``>``.
"""

import re
from typing import Final

from build_scripts.model.file_position import Origin

_BLANKS: Final = r" \t\r\n\x85\u2028\u2029"
_BLANK = re.compile(f"[{_BLANKS}]+")
_RUN = re.compile(f"[^{_BLANKS}]+")
_RUN_IN_SINGLE_QUOTES = re.compile(f"''|[^'{_BLANKS}]+")
# An escaped blank is a blank; the groups are those escapes, and all others.
_RUN_IN_DOUBLE_QUOTES = re.compile(
    r"(\\(?:[ \t\r\nntrNLP\x85\u2028\u2029]|x20|x09|x0[aA]|x85|u0020|u0009|u000[aA]|u202[89]))"
    r"|(\\(?:x..|u....|U........|.))"
    f'|[^"\\\\{_BLANKS}]+'
)


def place_in_scalar(origin: Origin, value: str, position: int) -> Origin:
    """The place of a character inside a text.

    Args:
        origin: the place of the whole text: its first character, quotation mark, or ``|``.
        value: the text as it was read.
        position: of a character of `value`; for a blank, the character that follows is shown.
    """
    source = origin.document.text
    before = len(_BLANK.sub("", value[:position]))
    start = origin.offset
    expression = _RUN
    match source[start : start + 1]:
        case "|" | ">":
            start = source.find("\n", start) + 1
        case "'":
            expression, start = _RUN_IN_SINGLE_QUOTES, start + 1
        case '"':
            expression, start = _RUN_IN_DOUBLE_QUOTES, start + 1
        case _:
            pass
    for run in expression.finditer(source, start):
        length = _decoded_length(run)
        if before < length:
            return Origin(origin.document, run.start() + (before if length > 1 else 0))
        before -= length
    return origin


def _decoded_length(run: re.Match[str]) -> int:
    """How many characters of the text a piece of its source stands for."""
    if run.group() == "''" and run.re is _RUN_IN_SINGLE_QUOTES:
        return 1
    if run.re is _RUN_IN_DOUBLE_QUOTES and run.lastindex:
        return 0 if run.lastindex == 1 else 1
    return run.end() - run.start()
