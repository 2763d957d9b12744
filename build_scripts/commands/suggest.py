"""`readings suggest`."""

import argparse
from collections import Counter
from pathlib import Path

from build_scripts import pipeline
from build_scripts.commands.command import READING, SUCCESS, Command, argument, text_or_json
from build_scripts.commands.console import tell
from build_scripts.commands.reading_named import reading_named
from build_scripts.commands.waiting import QUIET, shown_progress
from build_scripts.suggest.proposal import Kind
from build_scripts.suggest.proposals_as_text import as_json_lines, as_yaml
from build_scripts.suggest.propose import suggest
from build_scripts.text.wording import counted


def _run(root: Path, options: argparse.Namespace) -> int:
    # With drafts, so that nothing is proposed that somebody has begun to write.
    with shown_progress(options) as progress:
        checked = pipeline.check(root, with_drafts=True, progress=progress)
    reading = reading_named(root, checked, options.reading)
    if isinstance(reading, int):
        return reading
    collection = checked.merged.collection
    (annotated,) = (one for one in collection.readings if one.reading is reading)
    proposals = suggest(collection, annotated, [Kind(kind) for kind in options.kind or Kind])
    written = (
        as_json_lines(proposals, reading.id) if options.format == "json" else as_yaml(proposals)
    )
    print(written, end="")
    counts = Counter(proposal.kind for proposal in proposals)
    each = ", ".join(f"{counts[kind]} {kind.value}" for kind in Kind if counts[kind])
    number = counted(len(proposals), "proposal")
    tell(f"{number}{f' ({each})' if each else ''}; nothing was changed")
    return SUCCESS


COMMAND = Command(
    "suggest",
    "propose corrections, links and terms for a reading; change nothing",
    _run,
    (
        text_or_json("how proposals are written: as YAML files, or one object a line"),
        READING,
        QUIET,
        argument(
            "--kind",
            "only this kind: fault, spelling, link or term; may be given several times",
            "KIND",
            choices=[kind.value for kind in Kind],
            action="append",
        ),
    ),
)
