"""The arguments of measurements beside plain MkDocs, and the plain pages that they begin with."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.plain_texts import write_plain_texts


def arguments_beside_plain(description: str, repeated: str) -> argparse.ArgumentParser:
    """The arguments that all of them take; `repeated` says what `--repeats` counts."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("root", type=Path, metavar="ROOT", help="a copy of a project")
    parser.add_argument(
        "plain",
        type=Path,
        nargs="?",
        metavar="PLAIN",
        help="a project of plain pages; made of the texts of ROOT if none is given",
    )
    parser.add_argument("--repeats", type=int, default=3, help=f"{repeated}; default: 3")
    return parser


@contextmanager
def plain_project(root: Path, given: Path | None) -> Iterator[Path]:
    """The plain pages that were given, or those made of the texts of a project for a while."""
    if given is not None:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="readings-benchmark-") as folder:
        plain = Path(folder) / "plain"
        write_plain_texts(root, plain)
        yield plain
