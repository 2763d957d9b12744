"""Prints findings in the format that was asked for."""

import os
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from build_scripts.disk.project_lines import lines_of_project
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.report.github import as_github
from build_scripts.report.harmless import harmless
from build_scripts.report.json_lines import as_json
from build_scripts.report.plain_text import LinesOf, as_text, summary
from build_scripts.report.sarif import as_sarif


class Format(StrEnum):
    """Formats of findings."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def tell(remark: str) -> None:
    """Print a remark on one line to standard error."""
    print(f"readings: {harmless(remark)}", file=sys.stderr)


def print_findings(
    root: Path, diagnostics: Sequence[Diagnostic], form: Format, stream: TextIO
) -> None:
    """Print findings to a stream.

    With the formats for people, their number goes to standard error. With GITHUB the findings go
    there as text, too, because GitHub shows only some of them.
    """
    match form:
        case Format.TEXT:
            print_text(diagnostics, lines_of_project(root), stream)
        case Format.GITHUB:
            _print_lines(as_github(diagnostics, _folder_in_repository(root)), stream)
            print_text(diagnostics, lines_of_project(root), sys.stderr)
        case Format.JSON:
            _print_lines(as_json(diagnostics), stream)
        case Format.SARIF:
            _print_lines(as_sarif(diagnostics, _folder_in_repository(root)), stream)


def print_text(diagnostics: Sequence[Diagnostic], lines_of: LinesOf, stream: TextIO) -> None:
    """Print findings for people to a stream, and their number to standard error."""
    colours = is_coloured(stream, os.environ)
    _print_lines(as_text(diagnostics, lines_of, is_coloured=colours), stream)
    tell(summary(diagnostics))


def _print_lines(lines: str, stream: TextIO) -> None:
    if lines:
        print(lines, file=stream, flush=True)


def is_coloured(stream: TextIO, environment: Mapping[str, str], *, system: str = os.name) -> bool:
    """Whether text on a stream is coloured: only on a terminal, unless the user decides otherwise.

    The variables `NO_COLOR`, then `FORCE_COLOR` or `CLICOLOR_FORCE`, decide if they are set. A
    terminal whose `TERM` is ``dumb`` has no colours.
    """
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in {"", "0"} for name in _FORCING):
        return True
    if not stream.isatty() or environment.get("TERM") == "dumb":
        return False
    # The old console of Windows would print the control characters.
    return system != "nt" or "WT_SESSION" in environment or "TERM" in environment


_FORCING = ("FORCE_COLOR", "CLICOLOR_FORCE")


def _folder_in_repository(root: Path) -> str:
    """The project's path in the repository of a workflow, or else in the current folder."""
    repository = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    project = root.resolve()
    if project == repository or not project.is_relative_to(repository):
        return ""
    return project.relative_to(repository).as_posix()
