"""`readings verify`, and its comparison, which `readings archive` makes first."""

import argparse
import sys
from pathlib import Path

from build_scripts import pipeline
from build_scripts.commands.command import FAULTS, OUTPUT_FORMAT, STRICT, SUCCESS, Command, argument
from build_scripts.commands.console import Format, print_findings
from build_scripts.commands.waiting import QUIET, shown_progress
from build_scripts.model.diagnostic import has_errors
from build_scripts.model.reading import Publish
from build_scripts.read.settings.mkdocs_settings import read_settings
from build_scripts.render.bodies.body_pieces import Pieces, assemble
from build_scripts.render.language.text_of_markup import blocks_of
from build_scripts.render.markdown_safe_html import Html, text
from build_scripts.text.wording import counted
from build_scripts.verify.kept_back import kept_back, verify_nothing_given_away
from build_scripts.verify.whole_site import verify_whole_site


def _run(root: Path, options: argparse.Namespace) -> int:
    return compare_site(root, options.site or root / "site", options)


def compare_site(root: Path, site: Path, options: argparse.Namespace) -> int:
    """Compare a built site with the sources, print the findings, and return the exit status."""
    with shown_progress(options) as progress:
        checked = pipeline.check(root, progress=progress)
        readings = checked.published_readings()
        found = verify_whole_site(root, site, readings, progress=progress)
        kept = kept_back(
            zip(checked.readings_with_text(), readings, strict=True),
            checked.merged.published,
            (said for pieces in checked.bodies.values() for said in blocks_of(_words(pieces))),
        )
        found = tuple(sorted({*found, *verify_nothing_given_away(root, site, kept)}))
    in_project = (*checked.diagnostics, *read_settings(root).diagnostics)
    if has_errors(in_project, is_strict=options.strict):
        found = tuple(sorted({*in_project, *found}))
    print_findings(root, found, options.format, sys.stdout)
    if has_errors(found, is_strict=options.strict):
        return FAULTS
    if options.format is Format.TEXT:
        paragraphs = sum(len(reading.source.paragraphs) for reading in readings)
        withheld = sum(reading.publish is not Publish.FULL for reading in readings)
        print(
            f"readings: {counted(len(readings), 'reading')}, {counted(paragraphs, 'paragraph')}, "
            "all as in the source"
            + (f"; {withheld} not published whole, and nothing given away" if withheld else "")
        )
    return SUCCESS


def _words(pieces: Pieces) -> Html:
    """A body with the words of its links."""
    return assemble(pieces, lambda link: text(link.label))


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
