"""`readings new reading`."""

from build_scripts.commands.command import AddParser


def add(add_parser: AddParser) -> None:
    """Add the command."""
