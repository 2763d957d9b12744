"""`readings new correction`."""

import argparse
from pathlib import Path

from build_scripts.commands.command import AddParser
from build_scripts.commands.new.drafting import SEE_IT, Draft
from build_scripts.commands.new.options import (
    attributed,
    attribution,
    body_text,
    identified,
    quotation,
    quoting,
)
from build_scripts.contribute import new_entries as entries
from build_scripts.model.annotation import Certainty


def add(add_parser: AddParser) -> None:
    """Add the command."""
    parser = add_parser(
        "correction",
        parents=[quoting(), identified(), attributed()],
        summary="the probable reading of faulty words; the text stays as it is",
    )
    parser.add_argument("reading", metavar="READING", help="id of a reading")
    parser.add_argument("quotation", metavar="QUOTATION", help="the faulty words, as printed")
    parser.add_argument(
        "--probable-reading", required=True, metavar="WORDS", help="what was probably meant"
    )
    parser.add_argument(
        "--certainty",
        required=True,
        metavar="CERTAINTY",
        help=f"how sure that is: {', '.join(Certainty)}",
    )
    parser.add_argument("--body", metavar="TEXT", help="why; - reads it from input")
    parser.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    body, by = body_text(options.body), attribution(root, options)
    draft = Draft(root)
    of = draft.reading(options.reading)
    taken = draft.taken(of.reading.corrections if of.reading else (), of.folder, "correction-")
    return draft.finish(
        SEE_IT,
        entries.correction(
            of.id,
            draft.identifier(options.identifier, options.quotation, "correction", taken),
            draft.target(of.reading, quotation(options, options.quotation)),
            options.probable_reading,
            options.certainty,
            body,
            by,
        ),
    )
