"""`readings changes`."""

import argparse
import tempfile
from pathlib import Path

from build_scripts import pipeline
from build_scripts.changes.compare import compare
from build_scripts.commands.command import FAULTS, SUCCESS, Command, UsageError, argument
from build_scripts.commands.console import tell
from build_scripts.disk.commit_files import (
    GitError,
    NoSuchCommitError,
    other_changed_files,
    starting_point,
    write_files,
)
from build_scripts.model.diagnostic import has_errors
from build_scripts.report.change_summary import Proposal, as_markdown

DEFAULT_BASE = "main"


def _run(root: Path, options: argparse.Namespace) -> int:
    try:
        with tempfile.TemporaryDirectory(prefix="readings-") as folder:
            base = starting_point(root, options.base)
            before = pipeline.check(write_files(root, base, Path(folder)), with_drafts=True)
            other_files = other_changed_files(root, base)
    except NoSuchCommitError as error:
        raise UsageError(str(error)) from error
    except GitError as error:
        for line in str(error).split("\n"):
            tell(line)
        return FAULTS
    after = pipeline.check(root, with_drafts=True)
    faulty = {found.path for found in after.diagnostics if has_errors((found,))}
    proposal = Proposal(
        base.short_id,
        compare(before.merged.collection, after.merged.collection, faulty),
        after.diagnostics,
        before.diagnostics,
        other_files,
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
