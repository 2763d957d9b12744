"""Write findings for other programs, one JSON object a line."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict

from build_scripts.model.diagnostic import Diagnostic
from build_scripts.report.harmless import OLD_COMMAND, commands_a_reader


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON object a line, sorted."""
    return "\n".join(encoded(asdict(finding)) for finding in sorted(diagnostics))


def encoded(value: object, indent: int | None = None, *, sort_keys: bool = False) -> str:
    """JSON with letters of all scripts unescaped.

    Characters that end a line for some programs, or command a terminal or the log of a CI, are
    escaped.
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=sort_keys)
    lines = written.split("\n")  # of the layout, since those in texts are escaped already
    return "\n".join(OLD_COMMAND.sub(_escaped_command, _escaped(line)) for line in lines)


def _escaped(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(f"\\u{ord(c):04x}" if commands_a_reader(c) else c for c in line)


def _escaped_command(match: re.Match[str]) -> str:
    return match.group().replace("#", "\\u0023", 1)
