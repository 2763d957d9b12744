"""What a new file would bring with it, besides what is wrong with the project already."""

from collections.abc import Iterable

from build_scripts.model.diagnostic import Diagnostic


def new_findings(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """The findings that were not there without the file, wherever they are.

    Hints are not compared: they list what there is to choose from, and that has grown.

    Args:
        before: findings of the project.
        after: findings of the project with the file.
    """
    known = {_without_hint(found) for found in before}
    return tuple(found for found in after if _without_hint(found) not in known)


def _without_hint(found: Diagnostic) -> tuple[str, int, int, str, str]:
    return found.path, found.line, found.column, found.code, found.message
