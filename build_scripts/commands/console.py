"""Findings on the streams of a process, in the form that was asked for."""

import os
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from build_scripts.disk.project_lines import lines_of_project
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.report.github import as_github
from build_scripts.report.json_lines import as_json
from build_scripts.report.plain_text import LinesOf, as_text, summary
from build_scripts.report.sarif import as_sarif


class Format(StrEnum):
    """How findings are told."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def print_findings(
    root: Path, diagnostics: Sequence[Diagnostic], form: Format, stream: TextIO
) -> None:
    """Print findings to a stream.

    How many there are goes to standard error, with everything else that people read beside what
    programs read: in the log of a workflow the whole text, because GitHub shows only some findings.
    Nothing does where programs alone are meant to read.
    """
    match form:
        case Format.TEXT:
            _print_text(root, diagnostics, stream)
        case Format.GITHUB:
            _print_lines(as_github(diagnostics, _folder_in_repository(root)), stream)
            _print_text(root, diagnostics, sys.stderr)
        case Format.JSON:
            _print_lines(as_json(diagnostics), stream)
        case Format.SARIF:
            _print_lines(as_sarif(diagnostics, _folder_in_repository(root)), stream)


def _print_text(root: Path, diagnostics: Sequence[Diagnostic], stream: TextIO) -> None:
    print_text(diagnostics, lines_of_project(root), stream)


def print_text(diagnostics: Sequence[Diagnostic], lines_of: LinesOf, stream: TextIO) -> None:
    """Print findings for people, and how many there are to standard error.

    Args:
        diagnostics: in their order.
        lines_of: where lines of files are quoted from.
        stream: where they go.
    """
    colours = is_coloured(stream, os.environ)
    _print_lines(as_text(diagnostics, lines_of, is_coloured=colours), stream)
    print(f"readings: {summary(diagnostics)}", file=sys.stderr)


def _print_lines(lines: str, stream: TextIO) -> None:
    if lines:
        print(lines, file=stream, flush=True)


def is_coloured(stream: TextIO, environment: Mapping[str, str], *, system: str = os.name) -> bool:
    """Whether colours go to a stream: only to a terminal, unless the user says otherwise.

    Args:
        stream: where the text goes.
        environment: variables of the process: `NO_COLOR`, then `FORCE_COLOR` or `CLICOLOR_FORCE`,
            decide where they are set; a terminal whose `TERM` is ``dumb`` has no colours.
        system: what `os.name` says.
    """
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in {"", "0"} for name in _FORCING):
        return True
    if not stream.isatty() or environment.get("TERM") == "dumb":
        return False
    # The old console of Windows would show the colours as signs.
    return system != "nt" or "WT_SESSION" in environment or "TERM" in environment


_FORCING = ("FORCE_COLOR", "CLICOLOR_FORCE")


def _folder_in_repository(root: Path) -> str:
    """The project's folder, seen from that of the repository in a workflow, or the current one."""
    repository = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    project = root.resolve()
    if project == repository or not project.is_relative_to(repository):
        return ""
    return project.relative_to(repository).as_posix()
