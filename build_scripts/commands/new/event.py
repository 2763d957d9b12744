"""`readings new event`."""

import argparse
from pathlib import Path

from build_scripts.commands.command import AddParser
from build_scripts.commands.new.drafting import SEE_IT, Draft
from build_scripts.commands.new.options import attributed, attribution, body_text, identified
from build_scripts.contribute import new_entries as entries
from build_scripts.contribute.quoted_target import Quotation
from build_scripts.export.annotation_yaml import Yaml


def add(add_parser: AddParser) -> None:
    """Add the command."""
    parser = add_parser(
        "event", parents=[identified(), attributed()], summary="an entry of the timeline"
    )
    parser.add_argument("date", metavar="DATE", help="1931, 1931-11 or 1931-11-30")
    parser.add_argument("title", metavar="TITLE", help="what happened, in a few words")
    parser.add_argument("--end-date", metavar="DATE", help="when it ended")
    parser.add_argument(
        "--body", metavar="TEXT", help="more about it, in Markdown; - reads it from input"
    )
    parser.add_argument(
        "--passage",
        dest="passages",
        action="append",
        default=[],
        metavar="READING[=QUOTATION]",
        help="a passage that it throws light on, or a whole reading; may be repeated",
    )
    parser.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    body, by = body_text(options.body), attribution(root, options)
    draft = Draft(root)
    events = (placed.event for placed in draft.checked.merged.collection.events)
    taken = draft.taken(events, "annotations/events")
    return draft.finish(
        SEE_IT,
        entries.event(
            draft.identifier(options.identifier, options.title, "event", taken),
            options.date,
            options.end_date,
            options.title,
            body,
            [_passage(draft, passage) for passage in options.passages],
            by,
        ),
    )


def _passage(draft: Draft, written: str) -> dict[str, Yaml]:
    name, sign, words = written.partition("=")
    reading: dict[str, Yaml] = {"reading": name}
    if not sign:
        return reading
    target = draft.target(draft.known_reading(name), Quotation(words), flags=False)
    return reading | target
