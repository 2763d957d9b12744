"""`readings check`."""

import argparse
import sys
from pathlib import Path

from build_scripts import pipeline
from build_scripts.changes.moved_positions import moved_positions
from build_scripts.commands.command import (
    FAULTS,
    OUTPUT_FORMAT,
    STRICT,
    SUCCESS,
    Command,
    argument,
)
from build_scripts.commands.console import print_findings
from build_scripts.commands.earlier_state import earlier_state
from build_scripts.commands.waiting import QUIET, shown_progress
from build_scripts.model.diagnostic import has_errors


def _run(root: Path, options: argparse.Namespace) -> int:
    with shown_progress(options) as progress:
        checked = pipeline.check(root, progress=progress)
    pipeline.offer_ids(root, checked)
    diagnostics = checked.diagnostics
    if options.base:
        earlier = earlier_state(root, options.base)
        if earlier is None:
            return FAULTS
        before = earlier.checked.merged.collection
        after = pipeline.check(root, with_drafts=True).merged.collection
        diagnostics = tuple(sorted((*diagnostics, *moved_positions(before, after))))
    print_findings(root, diagnostics, options.format, sys.stdout)
    return FAULTS if has_errors(diagnostics, is_strict=options.strict) else SUCCESS


COMMAND = Command(
    "check",
    "find faults; write no page",
    _run,
    (
        STRICT,
        QUIET,
        OUTPUT_FORMAT,
        argument(
            "--base",
            "also find positions that mean other words than at this branch, tag or commit",
            "COMMIT",
            default="",
        ),
    ),
)
