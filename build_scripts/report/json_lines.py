"""Findings for other programs: one JSON object a line."""

import json
from collections.abc import Iterable

from build_scripts.model.diagnostic import Diagnostic
from build_scripts.report.harmless import OLD_COMMAND


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON object a line, sorted."""
    return "\n".join(
        encoded(
            {
                "path": found.path,
                "line": found.line,
                "column": found.column,
                "severity": found.severity.value,
                "code": found.code,
                "message": found.message,
                "hint": found.hint,
            }
        )
        for found in sorted(diagnostics)
    )


def encoded(value: object, indent: int | None = None) -> str:
    """JSON in readable letters that commands no CI run in whose log it stands."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return written.replace(OLD_COMMAND, "#\\u0023[")
