"""`readings build`."""

import argparse
import sys
from pathlib import Path

from build_scripts import pipeline
from build_scripts.commands.command import FAULTS, STRICT, SUCCESS, Command, argument
from build_scripts.commands.console import Format, print_findings, tell
from build_scripts.commands.waiting import QUIET, shown_progress
from build_scripts.model.diagnostic import has_errors
from build_scripts.read.settings.mkdocs_settings import read_site_configuration


def _run(root: Path, options: argparse.Namespace) -> int:
    configuration = read_site_configuration(root)
    with shown_progress(options) as progress:
        built = pipeline.build(
            root, configuration, options.drafts, is_strict=options.strict, progress=progress
        )
    print_findings(root, built.diagnostics, Format.TEXT, sys.stderr)
    if built.report is None:
        why = "; with --strict, warnings count" if not has_errors(built.diagnostics) else ""
        tell(f"nothing was written{why}; the last pages stay")
        return FAULTS
    done = built.report
    print(
        f"readings: {len(done.written)} written, {len(done.unchanged)} unchanged, "
        f"{len(done.pruned)} removed"
    )
    return SUCCESS


COMMAND = Command(
    "build",
    "write the Markdown pages",
    _run,
    (STRICT, QUIET, argument("--drafts", "show drafts as well", action="store_true")),
)
