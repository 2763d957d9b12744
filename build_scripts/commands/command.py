"""What all commands have in common: how they end, and options that several of them take."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from build_scripts.commands.console import Format

SUCCESS, FAULTS, USAGE = 0, 1, 2
"""Exit statuses: fine; findings that fail, or nothing done; a command line that makes no sense."""


class UsageError(Exception):
    """A command line that makes no sense; the message says why, in words for who typed it."""


class AddParser:
    """Adds the parsers of commands to a parser that has none yet."""

    def __init__(self, parser: argparse.ArgumentParser, metavar: str = "COMMAND") -> None:
        self._commands = parser.add_subparsers(required=True, metavar=metavar)

    def __call__(
        self,
        name: str,
        *,
        parents: Sequence[argparse.ArgumentParser] = (),
        summary: str,
        in_project: bool = True,
    ) -> argparse.ArgumentParser:
        """Add the parser of a command; it is to set `run`.

        Args:
            name: of the command.
            parents: parsers whose options it takes as well.
            summary: one line in the list of commands.
            in_project: whether it works on a project, which must be there, then. A command that
                does not is run with the current folder for the project's.
        """
        first = _root() if in_project else argparse.ArgumentParser(add_help=False)
        parser = self._commands.add_parser(
            name, parents=[first, *parents], help=summary, description=summary
        )
        parser.set_defaults(in_project=in_project, **({} if in_project else {"root": Path()}))
        return parser

    def group(self, name: str, *, summary: str, metavar: str) -> "AddParser":
        """Add a command that has commands of its own.

        Args:
            name: of the command.
            summary: one line in the list of commands.
            metavar: what its commands are called in the help.
        """
        parser = self._commands.add_parser(name, help=summary, description=summary)
        return AddParser(parser, metavar)


def _root() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the project's folder"
    )
    return parser


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
