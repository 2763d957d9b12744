"""What all commands have in common: how they end, and options that several of them take."""

import argparse
from collections.abc import Sequence
from typing import Protocol

from build_scripts.console import Format

SUCCESS, FAULTS, USAGE = 0, 1, 2
"""Exit statuses: fine; findings that fail, or nothing done; a command line that makes no sense."""


class AddParser(Protocol):
    """Adds the parser of a command, as `argparse` does, with the options that all have."""

    def __call__(
        self, name: str, *, parents: Sequence[argparse.ArgumentParser] = ..., summary: str
    ) -> argparse.ArgumentParser:
        """Add it.

        Args:
            name: of the command.
            parents: parsers whose options it takes as well.
            summary: one line in the list of commands.
        """
        ...


def strict() -> argparse.ArgumentParser:
    """The option to let warnings fail."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--strict", action="store_true", help="let warnings fail as errors do")
    return parser


def output_format() -> argparse.ArgumentParser:
    """The option that says how faults are told."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--format", type=Format, choices=[*Format], default=Format.TEXT, help="how faults are told"
    )
    return parser


def text_or_json(what: str) -> argparse.ArgumentParser:
    """The option that says whether people or programs read the output.

    Args:
        what: the help.
    """
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--format", choices=["text", "json"], default="text", help=what)
    return parser
