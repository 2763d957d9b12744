"""`readings new mention`."""

import argparse
from pathlib import Path

from build_scripts.commands.command import AddParser
from build_scripts.commands.new.drafting import SEE_IT, Draft
from build_scripts.commands.new.options import quotation, quoting
from build_scripts.contribute import new_entries as entries


def add(add_parser: AddParser) -> None:
    """Add the command."""
    parser = add_parser(
        "mention",
        parents=[quoting()],
        summary="a place where a glossary link is forced, or forbidden",
    )
    parser.add_argument("reading", metavar="READING", help="id of a reading")
    parser.add_argument("quotation", metavar="QUOTATION", help="words of its text")
    rule = parser.add_mutually_exclusive_group(required=True)
    rule.add_argument("--term", metavar="ID", help="the term that is linked here")
    rule.add_argument("--forbid", metavar="ID", help="the term that is not meant here")
    parser.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    draft = Draft(root)
    of = draft.reading(options.reading)
    # Mentions have no ids: the name of the file is all that is to be found.
    name = draft.identifier(
        None, options.quotation, "mention", draft.taken((), of.folder, "mention-")
    )
    rule, term = ("forbid", options.forbid) if options.term is None else ("term", options.term)
    target = draft.target(of.reading, quotation(options, options.quotation))
    return draft.finish(SEE_IT, entries.mention(of.id, name, target, rule, term))
