"""`readings new term`."""

import argparse
from pathlib import Path

from build_scripts.commands.command import AddParser, UsageError
from build_scripts.commands.new.drafting import SEE_IT, Draft
from build_scripts.commands.new.options import attributed, attribution, body_text, identified
from build_scripts.contribute import new_entries as entries


def add(add_parser: AddParser) -> None:
    """Add the command."""
    parser = add_parser(
        "term", parents=[identified(), attributed()], summary="an entry of the glossary"
    )
    parser.add_argument("name", metavar="NAME", help="the name of the term")
    parser.add_argument(
        "--definition",
        required=True,
        metavar="TEXT",
        help="what it means, in Markdown; - reads it from input",
    )
    parser.add_argument("--kind", metavar="KIND", help="person, organisation, place, concept …")
    parser.add_argument(
        "--form",
        dest="forms",
        action="append",
        default=[],
        metavar="WORDS",
        help="a spelling that is found in the texts, besides the name; may be repeated",
    )
    parser.add_argument(
        "--translation",
        dest="translations",
        action="append",
        default=[],
        metavar="LANGUAGE=NAME",
        help="its name in another language, such as be=Мінск; may be repeated",
    )
    parser.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    translations = _translations(options.translations)
    definition, by = body_text(options.definition), attribution(root, options)
    draft = Draft(root)
    terms = draft.checked.merged.collection.terms
    taken = draft.taken(terms, "annotations/glossary")
    id_ = draft.identifier(options.identifier, options.name, "term", taken)
    return draft.finish(
        SEE_IT,
        entries.term(
            id_, options.name, definition or "", options.kind, options.forms, translations, by
        ),
    )


def _translations(given: list[str]) -> dict[str, str]:
    faulty = [one for one in given if "=" not in one]
    if faulty:
        raise UsageError(f"a translation is written be=Мінск, not {', '.join(faulty)}")
    return {language: name for language, _, name in (one.partition("=") for one in given)}
