"""Findings as workflow commands of GitHub Actions, which show beside the lines of a change."""

from collections.abc import Iterable, Iterator

from build_scripts.model.code_titles import TITLES
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.harmless import harmless
from build_scripts.report.repository_path import in_repository

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def as_github(diagnostics: Iterable[Diagnostic], folder: str = "") -> str:
    """One workflow command a line, errors first: of each kind, GitHub shows only the first ten.

    Args:
        diagnostics: the findings.
        folder: the project's folder in the repository.
    """
    severities = [*Severity]
    ordered = sorted(diagnostics, key=lambda found: (severities.index(found.severity), found))
    return "\n".join(_command(found, folder) for found in ordered)


def _command(found: Diagnostic, folder: str) -> str:
    properties = {
        "file": harmless(in_repository(found.path, folder)),
        "line": str(found.line),
        "col": str(found.column),
        "title": f"{found.code}: {TITLES[Code(found.code)]}",
    }
    written = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    message = "\n".join(_lines(found))
    return f"::{_COMMANDS[found.severity]} {written}::{_escaped(message)}"


def _lines(found: Diagnostic) -> Iterator[str]:
    yield harmless(found.message)
    yield from (harmless(line) for line in found.hint.split("\n") if line)


def _escaped(data: str) -> str:
    return data.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")
