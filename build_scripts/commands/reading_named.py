"""Finds the reading that a command line names."""

import sys
from collections.abc import Collection
from pathlib import Path

from build_scripts.commands.command import FAULTS, USAGE
from build_scripts.commands.console import Format, print_findings, tell
from build_scripts.model.reading import Reading
from build_scripts.pipeline import Checked
from build_scripts.text.did_you_mean import nearest


def reading_named(root: Path, checked: Checked, name: str) -> Reading | int:
    """The reading with an id; if there is none, print why and return the exit status."""
    readings = {reading.id: reading for reading in checked.readings_with_text()}
    if name in readings:
        return readings[name]
    if (root / "annotations" / "readings" / name / "reading.yml").is_file():
        print_findings(root, checked.diagnostics, Format.TEXT, sys.stderr)
        return FAULTS
    tell(no_reading(name, readings))
    return USAGE


def no_reading(name: str, known: Collection[str]) -> str:
    """Say that there is no reading with an id, and which one may be meant."""
    guess = nearest(name, known)
    hint = f"did you mean {guess}?" if guess else f"known: {', '.join(sorted(known)) or 'none'}"
    return f"there is no reading {name}; {hint}"
