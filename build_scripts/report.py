"""Diagnostics as people and programs read them."""

import json
from collections.abc import Iterable

from build_scripts.model.diagnostic import Diagnostic, Severity


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """``path:line:column: severity CODE message``, each hint indented on the lines behind it."""
    lines: list[str] = []
    for found in diagnostics:
        lines.append(
            f"{found.path}:{found.line}:{found.column}: {found.severity} {found.code} "
            f"{found.message}"
        )
        lines.extend(f"    {line}" for line in found.hint.split("\n") if line)
    return "\n".join(lines)


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


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many findings there are, in words."""
    counts = dict.fromkeys(Severity, 0)
    for found in diagnostics:
        counts[found.severity] += 1
    parts = [
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity, count in counts.items()
        if count
    ]
    return ", ".join(parts) or "no faults found"
