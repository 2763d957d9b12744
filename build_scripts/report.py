"""Diagnostics as people and programs read them."""

import json
import unicodedata
from collections.abc import Iterable

from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.wording import counted

# Letters of a right-to-left text are in order by themselves; these turn other people's letters.
_DIRECTION_CONTROLS = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """``path:line:column: severity CODE message``, each hint indented on the lines behind it.

    Characters that would end the line, or command the terminal, are written as code points.
    """
    lines: list[str] = []
    for found in diagnostics:
        lines.append(
            f"{_harmless(found.path)}:{found.line}:{found.column}: {found.severity} {found.code} "
            f"{_harmless(found.message)}"
        )
        lines.extend(f"    {_harmless(line)}" for line in found.hint.split("\n") if line)
    return "\n".join(lines)


def _harmless(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(c):04X}>" if _commands(c) else c for c in text)


def _commands(character: str) -> bool:
    category = unicodedata.category(character)
    return category in {"Cc", "Cs", "Zl", "Zp"} or character in _DIRECTION_CONTROLS


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
    parts = [counted(count, severity) for severity, count in counts.items() if count]
    return ", ".join(parts) or "no faults found"
