"""`readings check`."""

import argparse
import sys
from pathlib import Path

from build_scripts import pipeline
from build_scripts.commands.command import FAULTS, OUTPUT_FORMAT, STRICT, SUCCESS, Command
from build_scripts.commands.console import print_findings
from build_scripts.model.diagnostic import has_errors


def _run(root: Path, options: argparse.Namespace) -> int:
    checked = pipeline.check(root)
    pipeline.offer_ids(root, checked)
    diagnostics = checked.diagnostics
    print_findings(root, diagnostics, options.format, sys.stdout)
    return FAULTS if has_errors(diagnostics, is_strict=options.strict) else SUCCESS


COMMAND = Command("check", "find faults; write no page", _run, (STRICT, OUTPUT_FORMAT))
