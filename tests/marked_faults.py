"""Files with faults whose expected findings are marked in the text itself.

``target: {exact: ⟨A001⟩a toad}`` says that the finding A001 is to point at the ``a``. The marks are
no part of the file.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from build_scripts import pipeline

_MARK = re.compile(r"⟨([A-Z][0-9]{3})⟩")


def expected_findings(path: str, marked: str) -> list[str]:
    """``path:line:column CODE`` of each mark, in the order of the file."""
    findings = []
    for number, line in enumerate(marked.split("\n"), start=1):
        for mark in _MARK.finditer(line):
            column = len(without_marks(line[: mark.start()])) + 1
            findings.append(f"{path}:{number}:{column} {mark[1]}")
    return findings


def without_marks(marked: str) -> str:
    """The text of the file."""
    return _MARK.sub("", marked)


def findings_of(root: Path, files: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What is found in a project, and what its marks expect, each sorted.

    Args:
        root: an empty folder.
        files: by path, with marks.
    """
    expected = []
    for path, marked in files.items():
        expected += expected_findings(path, marked)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(without_marks(marked), encoding="utf-8")
    found = pipeline.check(root).diagnostics
    return sorted(f"{d.path}:{d.line}:{d.column} {d.code}" for d in found), sorted(expected)
