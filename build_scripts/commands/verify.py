"""`readings verify`, and its comparison, which `readings archive` makes first."""

import argparse
import sys
from pathlib import Path

from build_scripts import pipeline
from build_scripts.commands.command import FAULTS, OUTPUT_FORMAT, STRICT, SUCCESS, Command, argument
from build_scripts.commands.console import Format, print_findings
from build_scripts.commands.waiting import QUIET, shown_progress
from build_scripts.model.diagnostic import has_errors
from build_scripts.text.wording import counted
from build_scripts.verify.fidelity import verify_site
from build_scripts.verify.page_frame import verify_pages


def _run(root: Path, options: argparse.Namespace) -> int:
    return compare_site(root, options.site or root / "site", options)


def compare_site(root: Path, site: Path, options: argparse.Namespace) -> int:
    """Compare a built site with the sources, print the findings, and return the exit status."""
    with shown_progress(options) as progress:
        checked = pipeline.check(root, progress=progress)
        readings = checked.readings_with_text()
        found = verify_site(root, site, progress(readings, len(readings), "readings compared"))
        if site.is_dir():
            found = tuple(sorted((*found, *verify_pages(root, site, progress))))
    if has_errors(checked.diagnostics, is_strict=options.strict):
        found = tuple(sorted({*checked.diagnostics, *found}))
    print_findings(root, found, options.format, sys.stdout)
    if has_errors(found, is_strict=options.strict):
        return FAULTS
    if options.format is Format.TEXT:
        paragraphs = sum(len(reading.source.paragraphs) for reading in readings)
        print(
            f"readings: {counted(len(readings), 'reading')}, {counted(paragraphs, 'paragraph')}, "
            "all as in the source"
        )
    return SUCCESS


COMMAND = Command(
    "verify",
    "compare the built site with the sources",
    _run,
    (
        STRICT,
        QUIET,
        OUTPUT_FORMAT,
        argument("--site", "the built site (default: site/ in the root)", "DIR", type=Path),
    ),
)
