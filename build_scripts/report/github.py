"""Write findings as workflow commands, which GitHub shows beside the lines of a change."""

from collections.abc import Iterable, Iterator

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.harmless import harmless
from build_scripts.report.repository_path import in_repository

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def as_github(diagnostics: Iterable[Diagnostic], folder: str = "") -> str:
    """One workflow command a line, errors first, because GitHub shows only ten of each severity.

    `folder` is the project's folder in the repository; empty for its root.
    """
    severities = [*Severity]
    ordered = sorted(diagnostics, key=lambda finding: (severities.index(finding.severity), finding))
    return "\n".join(_command(finding, folder) for finding in ordered)


def _command(finding: Diagnostic, folder: str) -> str:
    properties = {
        "file": harmless(in_repository(finding.path, folder)),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"{finding.code}: {Code(finding.code).title}",
    }
    written = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    message = "\n".join(_lines(finding))
    return f"::{_COMMANDS[finding.severity]} {written}::{_escaped(message)}"


def _lines(finding: Diagnostic) -> Iterator[str]:
    yield harmless(finding.message)
    yield from (harmless(line) for line in finding.hint.split("\n") if line)


def _escaped(data: str) -> str:
    return data.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")
