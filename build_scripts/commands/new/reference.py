"""`readings new reference`."""

import argparse
from pathlib import Path

from build_scripts.commands.command import AddParser
from build_scripts.commands.new.drafting import Draft
from build_scripts.contribute import new_entries as entries


def add(add_parser: AddParser) -> None:
    """Add the command."""
    parser = add_parser("reference", summary="a book, an article or a page, for sources to name")
    parser.add_argument("identifier", metavar="ID", help="the key by which sources name it")
    parser.add_argument(
        "--type", required=True, metavar="TYPE", help="book, chapter, article-journal, webpage …"
    )
    parser.add_argument("--title", required=True, metavar="TITLE", help="its title")
    parser.add_argument(
        "--author",
        dest="authors",
        action="append",
        default=[],
        metavar="NAME",
        help='"Brown, Maud", or a name that is not taken apart; may be repeated',
    )
    parser.add_argument("--publisher", metavar="NAME", help="who published it")
    parser.add_argument("--container-title", metavar="TITLE", help="the journal or book it is in")
    parser.add_argument("--issued", metavar="DATE", help="1968, 1968-05-01, or n.d.")
    parser.add_argument("--accessed", metavar="DATE", help="when its address was seen to work")
    parser.add_argument("--language", metavar="TAG", help="its language, such as en")
    parser.add_argument("--url", metavar="ADDRESS", help="where it is on the web")
    parser.add_argument("--note", metavar="TEXT", help="a remark, shown in brackets")
    parser.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    draft = Draft(root)
    references = draft.checked.merged.collection.references
    taken = draft.taken(references, "annotations/references")
    id_ = draft.identifier(options.identifier, options.title, "reference", taken)
    return draft.finish(
        f"name it as a source of an entry: sources: [{id_}], or --source {id_}",
        entries.reference(
            id_,
            {
                "type": options.type,
                "title": options.title,
                "author": [entries.name_after_csl(name) for name in options.authors],
                "publisher": options.publisher,
                "container-title": options.container_title,
                "issued": options.issued,
                "accessed": options.accessed,
                "language": options.language,
                "URL": options.url,
                "note": options.note,
            },
        ),
    )
