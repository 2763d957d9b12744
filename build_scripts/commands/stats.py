"""`readings stats`."""

import argparse
import sys
from pathlib import Path

from build_scripts import pipeline
from build_scripts.commands.command import FAULTS, SUCCESS, Command, text_or_json
from build_scripts.commands.console import Format, print_findings, tell
from build_scripts.model.diagnostic import has_errors
from build_scripts.stats.count import count
from build_scripts.stats.figures_as_text import as_json, as_text


def _run(root: Path, options: argparse.Namespace) -> int:
    checked = pipeline.check(root, with_drafts=True)
    figures = count(checked.merged.collection)
    print(as_json(figures) if options.format == "json" else as_text(figures), end="")
    if has_errors(checked.diagnostics):
        print_findings(root, checked.diagnostics, Format.TEXT, sys.stderr)
        tell("entries with errors are not counted")
        return FAULTS
    return SUCCESS


COMMAND = Command(
    "stats",
    "count texts, annotations, terms, sources and contributors",
    _run,
    (text_or_json("how figures are written: in tables, or as one object"),),
)
