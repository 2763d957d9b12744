"""Take the rules for paper out of style sheets, for a page that shows sheets of paper."""

import re
from collections.abc import Iterator

_START = re.compile(r"@media print\s*\{")


def print_rules(style_sheet: str, scope: str) -> str:
    """The rules for paper, for every medium, inside elements that the selector `scope` matches.

    The style sheet may have no braces in strings or comments.
    """
    rules = "".join(_blocks(style_sheet))
    return f"{scope}{{{rules}}}"


def _blocks(style_sheet: str) -> Iterator[str]:
    """What stands between the braces of each ``@media print``."""
    for start in _START.finditer(style_sheet):
        depth = 1
        for brace in re.compile("[{}]").finditer(style_sheet, start.end()):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                yield style_sheet[start.end() : brace.start()]
                break
