"""`readings new cross-reference`."""

import argparse
from pathlib import Path

from build_scripts.commands.command import AddParser, UsageError
from build_scripts.commands.new.drafting import SEE_IT, Draft
from build_scripts.commands.new.options import (
    attributed,
    attribution,
    body_text,
    identified,
    quotation,
    quoting,
)
from build_scripts.commands.new.passage import passage, target_of, words_of
from build_scripts.contribute import new_entries as entries
from build_scripts.export.annotation_yaml import Yaml
from build_scripts.model.annotation import Relation

_FAR_END = ("to_quotation", "to_prefix", "to_suffix", "to_paragraph", "to_occurrence")


def add(add_parser: AddParser) -> None:
    """Add the command."""
    parser = add_parser(
        "cross-reference",
        parents=[passage(), quoting("to-", "the other words"), identified(), attributed()],
        summary="a link from a passage to another one, to a term or to an event",
    )
    end = parser.add_mutually_exclusive_group(required=True)
    end.add_argument("--to-reading", metavar="ID", help="the reading that it leads to")
    end.add_argument("--to-term", metavar="ID", help="the term that it leads to")
    end.add_argument("--to-event", metavar="ID", help="the event that it leads to")
    parser.add_argument(
        "--to-quotation", metavar="QUOTATION", help="words of that reading; without it, all of it"
    )
    parser.add_argument(
        "--to-paragraphs", metavar="N[-N]", help="whole paragraphs of it, in place of a quotation"
    )
    parser.add_argument(
        "--relation",
        required=True,
        metavar="RELATION",
        help=f"what the other end is, seen from here: {', '.join(Relation)}",
    )
    parser.add_argument("--body", metavar="TEXT", help="one sentence why; - reads it from input")
    parser.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    words = words_of(options)
    if options.to_quotation is None and any(vars(options)[key] for key in _FAR_END[1:]):
        raise UsageError("what chooses one of several places needs --to-quotation")
    if options.to_reading is None and (options.to_paragraphs, options.to_quotation) != (None, None):
        raise UsageError("--to-quotation and --to-paragraphs need --to-reading")
    if options.to_quotation is not None and options.to_paragraphs is not None:
        raise UsageError("either --to-quotation or --to-paragraphs, not both")
    body, by = body_text(options.body), attribution(root, options)
    draft = Draft(root)
    of = draft.reading(options.reading)
    entries_there = of.reading.cross_references if of.reading else ()
    taken = draft.taken(entries_there, of.folder, "cross-reference-")
    return draft.finish(
        SEE_IT,
        entries.cross_reference(
            of.id,
            draft.identifier(options.identifier, words, "cross-reference", taken),
            target_of(draft, of, options),
            _far_end(draft, options),
            options.relation,
            body,
            by,
        ),
    )


def _far_end(draft: Draft, options: argparse.Namespace) -> dict[str, Yaml]:
    if options.to_term is not None:
        return {"term": options.to_term}
    if options.to_event is not None:
        return {"event": options.to_event}
    end: dict[str, Yaml] = {"reading": options.to_reading}
    if options.to_paragraphs is not None:
        return end | {"paragraphs": options.to_paragraphs}
    if options.to_quotation is not None:
        quoted = quotation(options, options.to_quotation, "to_")
        return end | draft.target(draft.known_reading(options.to_reading), quoted, "to-")
    return end
