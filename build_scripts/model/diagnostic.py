"""Diagnostics: what is wrong with an input."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """The weight of a diagnostic; only errors prevent a site from being written."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding, at one place.

    Attributes:
        path: file, relative to the project's root, with ``/`` on every platform.
        line: from 1.
        column: from 1, in code points.
        code: stable short code, a member of `build_scripts.model.codes.Code`.
        message: what is wrong, in one sentence without a final full stop.
        hint: the likely fix; may hold several lines.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str = ""


def has_errors(diagnostics: Iterable[Diagnostic], *, is_strict: bool = False) -> bool:
    """Whether at least one diagnostic is an error; in a strict run, warnings count as errors."""
    errors = {Severity.ERROR, Severity.WARNING} if is_strict else {Severity.ERROR}
    return any(diagnostic.severity in errors for diagnostic in diagnostics)
