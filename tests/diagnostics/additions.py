"""What a case has and a repository should not hold: see `tests.diagnostics.cases`.

Names that some systems cannot check out, links, pipes, empty folders, files of many megabytes.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

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
                for number in range(copies):
                    (project / path.format(number)).touch()
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
