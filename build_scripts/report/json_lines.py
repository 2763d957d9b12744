"""Findings for other programs: one JSON object a line."""

import json
from collections.abc import Iterable

from build_scripts.model.diagnostic import Diagnostic


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON object a line, sorted."""
    return "\n".join(
        json.dumps(
            {
                "path": found.path,
                "line": found.line,
                "column": found.column,
                "severity": found.severity.value,
                "code": found.code,
                "message": found.message,
                "hint": found.hint,
            },
            ensure_ascii=False,
        )
        for found in sorted(diagnostics)
    )
