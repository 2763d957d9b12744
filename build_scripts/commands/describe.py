"""`readings describe`."""

import argparse
from pathlib import Path

from build_scripts import pipeline
from build_scripts.commands.command import FAULTS, READING, SUCCESS, Command, argument
from build_scripts.commands.console import tell
from build_scripts.commands.reading_named import reading_named
from build_scripts.merge.anchors.describe_quotation import describe_quotation


def _run(root: Path, options: argparse.Namespace) -> int:
    reading = reading_named(root, pipeline.check(root), options.reading)
    if isinstance(reading, int):
        return reading
    targets = describe_quotation(reading, options.quotation)
    if not targets:
        tell("the quotation is not in the text")
        return FAULTS
    if len(targets) > 1:
        tell(f"{len(targets)} places; choose one target:")
    for paragraph, target in targets:
        print(f"target: {target}  # paragraph {paragraph}")
    return SUCCESS


COMMAND = Command(
    "describe",
    "print a ready target for a quotation",
    _run,
    (READING, argument("quotation", "words of the text", "QUOTATION")),
)
