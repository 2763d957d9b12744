"""`readings check`."""

import argparse
import sys
from pathlib import Path

from build_scripts import pipeline
from build_scripts.commands.command import FAULTS, SUCCESS, AddParser, output_format, strict
from build_scripts.commands.console import print_findings
from build_scripts.model.diagnostic import is_failure


def add(add_parser: AddParser) -> None:
    """Add the command."""
    parser = add_parser(
        "check", parents=[strict(), output_format()], summary="find faults; write no page"
    )
    parser.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    checked = pipeline.check(root)
    pipeline.offer_ids(root, checked)
    diagnostics = checked.diagnostics
    print_findings(root, diagnostics, options.format, sys.stdout)
    return FAULTS if is_failure(diagnostics, is_strict=options.strict) else SUCCESS
