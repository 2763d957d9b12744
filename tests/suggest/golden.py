"""The golden cases in tests/cases/suggest: small projects, and what is proposed for their text.

Each case is a YAML file that can be read as documentation, with the keys of the cases in
tests/cases/render, and::

    expected: ...     # what `readings suggest text` prints of it, written by
                      # `python -m tests.suggest.golden`: read the difference!
"""

import json
import re
import tempfile
from pathlib import Path

import yaml

from build_scripts import pipeline
from build_scripts.model.placed import AnnotatedReading
from build_scripts.suggest.proposals_as_text import as_yaml
from build_scripts.suggest.propose import suggest
from build_scripts.suggest.ready import ReadyProposal
from tests.render.golden import Case, write_project

CASES = Path(__file__).parents[1] / "cases" / "suggest"
KEYS = {"text", "reading", "annotations", "glossary", "others", "expected"}


def load(path: Path) -> Case:
    """Read a case."""
    case: Case = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert case.keys() <= KEYS, case.keys() - KEYS
    return case


def proposals_for(
    root: Path, reading: str = "text"
) -> tuple[AnnotatedReading, tuple[ReadyProposal, ...]]:
    """What is proposed for a reading of a project, and the reading."""
    collection = pipeline.check(root, with_drafts=True).merged.collection
    (annotated,) = (one for one in collection.readings if one.reading.id == reading)
    return annotated, suggest(collection, annotated)


def output(case: Case) -> str:
    """What is printed of a case."""
    with tempfile.TemporaryDirectory() as folder:
        write_project(case, Path(folder))
        return as_yaml(proposals_for(Path(folder))[1])


def paste(root: Path, printed: str) -> None:
    """Do with all proposals what the command says: new files, and `forms` in place of others."""
    for piece in re.split(r"^(?=# annotations/)", printed, flags=re.MULTILINE)[1:]:
        header, _, content = piece.partition("\n")
        file = root / header.removeprefix("# ")
        if file.exists():
            entry = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
            entry |= yaml.load(content, yaml.BaseLoader)
            content = json.dumps(entry, ensure_ascii=False)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode())


def rewrite(path: Path) -> None:
    """Write the expected output of a case anew; everything above it stays."""
    written, _, _ = path.read_text(encoding="utf-8").partition("\nexpected:")
    lines = output(load(path)).split("\n")
    block = "".join(f"  {line}\n" if line else "\n" for line in lines).rstrip("\n")
    expected = f"|\n{block}" if block else '""'
    path.write_text(f"{written.rstrip()}\nexpected: {expected}\n", encoding="utf-8")


if __name__ == "__main__":
    for case_file in sorted(CASES.glob("*.yml")):
        rewrite(case_file)
