"""Findings for people: in a terminal, in a log, in the banner of `mkdocs serve`."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from build_scripts.model.codes import WHOLE_FILE
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.harmless import harmless
from build_scripts.report.quoted_line import quotation
from build_scripts.text.wording import counted

LinesOf = Callable[[str], Sequence[str]]
"""The lines of a file by its path in a diagnostic; none where it cannot be quoted."""

INDENT = "    "
_BOLD = "1"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.HINT: "1;36"}


def no_lines(path: str) -> Sequence[str]:
    """Quote nothing."""
    del path
    return ()


def as_text(
    diagnostics: Iterable[Diagnostic], lines_of: LinesOf = no_lines, *, is_coloured: bool = False
) -> str:
    """Findings, grouped by file, with a blank line between files.

    The first line of each is ``path:line:column: severity CODE message``; indented behind it stand
    the line of the file with a caret under the column, and the hint.

    Args:
        diagnostics: in the order in which they are shown; files in that of their first finding.
        lines_of: where lines are quoted from.
        is_coloured: whether colours of a terminal are put in.
    """
    by_file: dict[str, list[str]] = {}
    for found in diagnostics:
        by_file.setdefault(found.path, []).extend(_lines(found, lines_of, is_coloured))
    return "\n\n".join("\n".join(lines) for lines in by_file.values())


def _lines(found: Diagnostic, lines_of: LinesOf, is_coloured: bool) -> Iterator[str]:
    colour = _COLOURS[found.severity] if is_coloured else ""
    place = f"{harmless(found.path)}:{found.line}:{found.column}:"
    yield (
        f"{_painted(place, _BOLD if is_coloured else '')} {_painted(found.severity, colour)} "
        f"{found.code} {harmless(found.message)}"
    )
    yield from _quoted(found, lines_of, colour)
    yield from (INDENT + harmless(line) for line in found.hint.split("\n") if line)


def _quoted(found: Diagnostic, lines_of: LinesOf, colour: str) -> Iterator[str]:
    """The line of the file and the caret, unless the finding is about the file as a whole."""
    if found.code in WHOLE_FILE and (found.line, found.column) == (1, 1):
        return
    lines = lines_of(found.path)
    quoted = quotation(lines[found.line - 1], found.column) if found.line <= len(lines) else None
    if quoted is None:
        return
    number = str(found.line)
    yield f"{INDENT}{number} | {quoted.text}"
    yield f"{INDENT}{' ' * len(number)} | {' ' * quoted.caret}{_painted('^', colour)}"


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if colour else text


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many findings there are, in words."""
    counts = dict.fromkeys(Severity, 0)
    paths: set[str] = set()
    for found in diagnostics:
        counts[found.severity] += 1
        paths.add(found.path)
    parts = [counted(count, severity) for severity, count in counts.items() if count]
    return f"{', '.join(parts)} in {counted(len(paths), 'file')}" if parts else "no faults found"
