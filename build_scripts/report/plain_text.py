"""Write findings for people: in a terminal, a log, or the banner of `mkdocs serve`."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from build_scripts.model.codes import WHOLE_FILE
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.harmless import harmless
from build_scripts.report.quoted_line import quotation
from build_scripts.text.wording import counted

LinesOf = Callable[[str], Sequence[str]]
"""Returns the lines of a file by its path in a diagnostic; none if it cannot be quoted."""

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

    The first line of a finding is ``path:line:column: severity CODE message``. Indented lines
    follow: the line of the file with a caret under the column, and the hint. Files come in the
    order of their first findings.
    """
    by_file: dict[str, list[str]] = {}
    for finding in diagnostics:
        by_file.setdefault(finding.path, []).extend(_lines(finding, lines_of, is_coloured))
    return "\n\n".join("\n".join(lines) for lines in by_file.values())


def _lines(finding: Diagnostic, lines_of: LinesOf, is_coloured: bool) -> Iterator[str]:
    colour = _COLOURS[finding.severity] if is_coloured else ""
    place = f"{harmless(finding.path)}:{finding.line}:{finding.column}:"
    yield (
        f"{_painted(place, _BOLD if is_coloured else '')} {_painted(finding.severity, colour)} "
        f"{finding.code} {harmless(finding.message)}"
    )
    yield from _quoted(finding, lines_of, colour)
    yield from (INDENT + harmless(line) for line in finding.hint.split("\n") if line)


def _quoted(finding: Diagnostic, lines_of: LinesOf, colour: str) -> Iterator[str]:
    """The line of the file and the caret, unless the finding is about the file as a whole."""
    if finding.code in WHOLE_FILE and (finding.line, finding.column) == (1, 1):
        return
    lines = lines_of(finding.path)
    quoted = (
        quotation(lines[finding.line - 1], finding.column) if finding.line <= len(lines) else None
    )
    if quoted is None:
        return
    number = str(finding.line)
    yield f"{INDENT}{number} | {quoted.text}"
    yield f"{INDENT}{' ' * len(number)} | {' ' * quoted.caret}{_painted('^', colour)}"


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if colour else text


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """The number of findings, by severity, and of their files."""
    counts = dict.fromkeys(Severity, 0)
    paths: set[str] = set()
    for finding in diagnostics:
        counts[finding.severity] += 1
        paths.add(finding.path)
    parts = [counted(count, severity) for severity, count in counts.items() if count]
    return f"{', '.join(parts)} in {counted(len(paths), 'file')}" if parts else "no faults found"
