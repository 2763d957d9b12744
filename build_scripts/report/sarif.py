"""Write findings as SARIF 2.1.0, the format in which code hosts take the results of analysers."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from build_scripts import __version__
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.json_lines import encoded
from build_scripts.report.repository_path import in_repository, is_absolute

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""The name of the repository's root for code hosts."""
FINGERPRINT = "readings/v1"
"""The name stands for the way in which fingerprints are made; a new way needs a new name."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_CODES = tuple(Code)

Json = dict[str, Any]


def as_sarif(diagnostics: Iterable[Diagnostic], folder: str = "") -> str:
    """A SARIF log with all findings, sorted, and with every code as a rule.

    `folder` is the project's folder in the repository; empty for its root.
    """
    driver = {"name": "readings", "semanticVersion": __version__, "rules": [*map(_rule, _CODES)]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "results": _results(sorted(diagnostics), folder),
    }
    return encoded({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: Code) -> Json:
    return {
        "id": code.value,
        "name": code.name.title().replace("_", ""),
        "shortDescription": {"text": f"{code.title}."},
        "help": {
            "text": f"{code.title}. The section {code.value} of the page “Diagnostics” in the "
            "guide has an example and says what to do."
        },
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _results(diagnostics: Iterable[Diagnostic], folder: str) -> list[Json]:
    seen: Counter[tuple[str, ...]] = Counter()
    results = []
    for finding in diagnostics:
        # Without the line, which changes when something is written above it.
        identity = (finding.code, finding.path, finding.message)
        results.append(_result(finding, folder, (*identity, str(seen[identity]))))
        seen[identity] += 1
    return results


def _result(finding: Diagnostic, folder: str, identity: tuple[str, ...]) -> Json:
    text = "\n".join(line for line in (finding.message, *finding.hint.split("\n")) if line)
    place = {
        "artifactLocation": _location(finding.path, folder),
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    digest = sha256("\0".join(identity).encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "ruleId": finding.code,
        "ruleIndex": _CODES.index(Code(finding.code)),
        "level": _LEVELS[finding.severity],
        "message": {"text": _without_links(text)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {FINGERPRINT: digest},
    }


def _location(path: str, folder: str) -> Json:
    address = quote(in_repository(path, folder).replace("\\", "/"), errors="surrogateescape")
    if is_absolute(path):
        return {"uri": f"file:///{address.removeprefix('/')}"}
    return {"uri": address, "uriBaseId": ROOT}


def _without_links(text: str) -> str:
    """The text with escapes, so that `[words](address)` in it is not taken for a link."""
    return re.sub(r"([\\\[\]])", r"\\\1", text) if "](" in text else text
