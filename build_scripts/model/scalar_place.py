"""Find a character of a YAML text in the file that it was read from.

YAML folds lines and removes indentation, but it never adds, removes or moves anything else. So the
n-th character that is not white space is the same in the text and in the file, whether the text is
plain, quoted, or a block after ``|`` or ``>``.
"""

import re
from typing import Final

from build_scripts.model.line_and_column import Origin

_BLANKS: Final = r" \t\r\n\x85\u2028\u2029"
_BLANK = re.compile(f"[{_BLANKS}]+")
_RUN = re.compile(f"[^{_BLANKS}]+")
_RUN_IN_SINGLE_QUOTES = re.compile(f"''|[^'{_BLANKS}]+")
# The groups are escapes of white space, and all other escapes.
_RUN_IN_DOUBLE_QUOTES = re.compile(
    r"(\\(?:[ \t\r\nntrNLP\x85\u2028\u2029]|x20|x09|x0[aA]|x85|u0020|u0009|u000[aA]|u202[89]))"
    r"|(\\(?:x..|u....|U........|.))"
    f'|[^"\\\\{_BLANKS}]+'
)


def place_in_scalar(origin: Origin, value: str, position: int) -> Origin:
    """The place of one of the characters of `value`; white space gives the character after it.

    `origin` is the place of the whole text: its first character, quotation mark, or ``|``.
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
    """The number of characters in the text for a piece of its source."""
    if run.group() == "''" and run.re is _RUN_IN_SINGLE_QUOTES:
        return 1
    if run.re is _RUN_IN_DOUBLE_QUOTES and run.lastindex:
        return 0 if run.lastindex == 1 else 1
    return run.end() - run.start()
