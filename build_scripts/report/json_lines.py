"""Write findings for other programs, one JSON object a line."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from build_scripts.model.diagnostic import Diagnostic
from build_scripts.report.harmless import OLD_COMMAND


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON object a line, sorted."""
    return "\n".join(encoded(asdict(finding)) for finding in sorted(diagnostics))


def encoded(value: object, indent: int | None = None) -> str:
    """JSON with letters of all scripts unescaped, but without commands to a CI that logs it."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return written.replace(OLD_COMMAND, "#\\u0023[")
