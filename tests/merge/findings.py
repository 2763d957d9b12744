"""What is found in a small project when everything in it is known together."""

from pathlib import Path

from build_scripts import pipeline
from build_scripts.model.diagnostic import Diagnostic
from tests.read.projects import write_project

TALE_FOLDER = "annotations/readings/tale/"
FABLE = {
    "seeds/fable.txt": "A fox saw some grapes.\n\nThe grapes were sour, said the fox.\n",
    "annotations/readings/fable/reading.yml": (
        "title: A fable\nsource: {file: seeds/fable.txt}\nlanguage: en\n"
    ),
}


def findings(
    root: Path, files: dict[str, str], *, with_drafts: bool = False
) -> tuple[Diagnostic, ...]:
    """All diagnostics of a project with these files, besides one source and its reading.yml."""
    return pipeline.check(write_project(root, dict(files)), with_drafts).diagnostics


def codes(root: Path, files: dict[str, str], *, with_drafts: bool = False) -> list[str]:
    """The codes of all diagnostics, in the order of their places."""
    return [found.code for found in findings(root, files, with_drafts=with_drafts)]


def term(name: str, **keys: str) -> dict[str, str]:
    """The file of a term whose id and only form is its name, with more keys."""
    written = {"term": name, "definition": "Something.", **keys}
    lines = "".join(f"{key}: {value}\n" for key, value in written.items())
    return {f"annotations/glossary/{name}.yml": lines}
