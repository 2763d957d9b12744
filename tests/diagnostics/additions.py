"""What a case has and a repository should not hold: see `tests.diagnostics.cases`.

Names that some systems cannot check out, links, pipes, empty folders, files of many megabytes.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

_LINKS_OF_A_FILE = 30_000
"""File systems take no more than some ten thousand."""

Addition = Mapping[str, str | int]


def add_to(project: Path, additions: Sequence[Addition]) -> None:
    """Make what ``add:`` in a case.yml lists.

    Args:
        project: the folder of the project.
        additions: each with one of ``file`` (and ``text``, repeated ``times``; with ``copies``,
            as many files, whose numbers stand for ``{}`` in their name), ``link`` (and ``to``),
            ``folder`` and ``pipe``.
    """
    for addition in additions:
        match addition:
            case {"file": str(path), "copies": int(copies)}:
                (project / path).parent.mkdir(parents=True, exist_ok=True)
                _touch_all([f"{project}/{path.format(number)}" for number in range(copies)])
            case {"file": str(path), "text": str(text)}:
                (project / path).parent.mkdir(parents=True, exist_ok=True)
                content = text * int(addition.get("times", 1))
                (project / path).write_text(content, encoding="utf-8")
            case {"link": str(path), "to": str(target)}:
                (project / path).symlink_to(target)
            case {"folder": str(path)}:
                (project / path).mkdir(parents=True)
            case {"pipe": str(path)}:
                os.mkfifo(project / path)
            case _:
                raise ValueError(f"not an addition: {addition}")


def _touch_all(paths: Sequence[str]) -> None:
    """Make empty files, most of them as links to others: that takes a third of the time."""
    for start in range(0, len(paths), _LINKS_OF_A_FILE):
        first, *others = paths[start : start + _LINKS_OF_A_FILE]
        Path(first).touch()
        for other in others:
            os.link(first, other)
