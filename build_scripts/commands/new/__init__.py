"""`readings new`: each contribution a file of its own, checked before it is written."""

from build_scripts.commands.command import AddParser
from build_scripts.commands.new import (
    correction,
    cross_reference,
    event,
    mention,
    note,
    reading,
    reference,
    term,
)

KINDS = (note, cross_reference, correction, mention, term, event, reference, reading)
"""In the order in which the help lists them."""


def add(add_parser: AddParser) -> None:
    """Add the command, with a command for each kind."""
    group = add_parser.group("new", summary="write a new file with a contribution", metavar="KIND")
    for kind in KINDS:
        kind.add(group)
