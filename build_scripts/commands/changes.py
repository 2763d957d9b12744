"""`readings changes`."""

import argparse
from pathlib import Path

from build_scripts import pipeline
from build_scripts.changes.compare import compare
from build_scripts.changes.moved_positions import moved_positions
from build_scripts.commands.command import FAULTS, SUCCESS, Command, argument
from build_scripts.commands.earlier_state import earlier_state
from build_scripts.disk.commit_files import other_changed_files
from build_scripts.model.diagnostic import has_errors
from build_scripts.report.change_summary import Proposal, as_markdown

DEFAULT_BASE = "main"


def _run(root: Path, options: argparse.Namespace) -> int:
    earlier = earlier_state(root, options.base)
    if earlier is None:
        return FAULTS
    base, before = earlier
    after = pipeline.check(root, with_drafts=True)
    faulty = {found.path for found in after.diagnostics if has_errors((found,))}
    proposal = Proposal(
        base.short_id,
        compare(before.merged.collection, after.merged.collection, faulty),
        after.diagnostics,
        before.diagnostics,
        other_changed_files(root, base),
        moved_positions(before.merged.collection, after.merged.collection),
    )
    print(as_markdown(proposal, options.limit), end="")
    return SUCCESS


COMMAND = Command(
    "changes",
    "compare the project with an earlier commit",
    _run,
    (
        argument(
            "--base",
            "the branch, tag or commit to compare with, from the point where your work branched "
            f"off (default: {DEFAULT_BASE})",
            "COMMIT",
            default=DEFAULT_BASE,
        ),
        argument(
            "--limit",
            "print at most this many bytes, and say how much was left out",
            "BYTES",
            type=int,
        ),
    ),
)
