"""Write findings for other programs, one JSON object a line."""

import json
from collections.abc import Iterable

from build_scripts.model.diagnostic import Diagnostic
from build_scripts.report.harmless import OLD_COMMAND


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON object a line, sorted."""
    return "\n".join(
        encoded(
            {
                "path": finding.path,
                "line": finding.line,
                "column": finding.column,
                "severity": finding.severity.value,
                "code": finding.code,
                "message": finding.message,
                "hint": finding.hint,
            }
        )
        for finding in sorted(diagnostics)
    )


def encoded(value: object, indent: int | None = None) -> str:
    """JSON with letters of all scripts unescaped, but without commands to a CI that logs it."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return written.replace(OLD_COMMAND, "#\\u0023[")
