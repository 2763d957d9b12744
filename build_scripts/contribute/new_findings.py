"""The findings that a new file would add to those of the project."""

from collections.abc import Iterable

from build_scripts.model.diagnostic import Diagnostic


def new_findings(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """The findings that the project has only with the file, in any file.

    Hints are not compared: they list choices, and the new file adds some.

    Args:
        before: findings of the project.
        after: findings of the project with the file.
    """
    known = {*map(_without_hint, before)}
    return tuple(finding for finding in after if _without_hint(finding) not in known)


def _without_hint(finding: Diagnostic) -> tuple[str, int, int, str, str]:
    return finding.path, finding.line, finding.column, finding.code, finding.message
