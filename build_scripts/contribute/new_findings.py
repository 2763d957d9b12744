"""The findings that a new file would add to those of the project."""

from collections.abc import Iterable
from dataclasses import replace

from build_scripts.model.diagnostic import Diagnostic


def new_findings(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """The findings that the project has only with the new file, in any file.

    Hints are not compared: they list choices, and the new file adds some.
    """
    known = {replace(finding, hint="") for finding in before}
    return tuple(finding for finding in after if replace(finding, hint="") not in known)
