"""`readings new note`."""

import argparse
from pathlib import Path

from build_scripts.commands.command import AddParser
from build_scripts.commands.new.drafting import SEE_IT, Draft
from build_scripts.commands.new.options import attributed, attribution, body_text, identified
from build_scripts.commands.new.passage import passage, target_of, words_of
from build_scripts.contribute import new_entries as entries


def add(add_parser: AddParser) -> None:
    """Add the command."""
    parser = add_parser(
        "note", parents=[passage(), identified(), attributed()], summary="a note on a passage"
    )
    parser.add_argument(
        "--body", required=True, metavar="TEXT", help="the note, in Markdown; - reads it from input"
    )
    parser.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    words = words_of(options)
    body, by = body_text(options.body), attribution(root, options)
    draft = Draft(root)
    of = draft.reading(options.reading)
    taken = draft.taken(of.reading.notes if of.reading else (), of.folder, "note-")
    id_ = draft.identifier(options.identifier, words, "note", taken)
    target = target_of(draft, of, options)
    return draft.finish(SEE_IT, entries.note(of.id, id_, target, body or "", by))
