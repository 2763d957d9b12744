"""The shape of a command, its exit statuses, and arguments that several commands take."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from build_scripts.commands.console import Format

SUCCESS, FAULTS, USAGE = 0, 1, 2
"""Exit statuses: fine; findings that fail, or nothing done; a command line that makes no sense."""


class UsageError(Exception):
    """A command line that makes no sense; the message tells the person who typed it why."""


Argument = Callable[[argparse.ArgumentParser], object]
"""Adds an argument, or a group of them, to the parser of a command."""


class Command(NamedTuple):
    """A command.

    Attributes:
        summary: one line for the list of commands.
        run: takes the project's folder and the options, and returns the exit status.
        arguments: in the order in which the help lists them.
        in_project: whether the project must exist. A command that needs none gets the current
            folder.
    """

    name: str
    summary: str
    run: Callable[[Path, argparse.Namespace], int]
    arguments: tuple[Argument, ...] = ()
    in_project: bool = True


class Group(NamedTuple):
    """A command that has commands of its own; `metavar` is their name in the help."""

    name: str
    summary: str
    metavar: str
    commands: tuple[Command, ...]


def add_commands(
    parser: argparse.ArgumentParser, commands: Iterable[Command | Group], metavar: str = "COMMAND"
) -> None:
    """Add commands to a parser; it will set `run`, `root` and `in_project`."""
    parsers = parser.add_subparsers(required=True, metavar=metavar)
    for command in commands:
        own = parsers.add_parser(command.name, help=command.summary, description=command.summary)
        if isinstance(command, Group):
            add_commands(own, command.commands, command.metavar)
            continue
        own.set_defaults(run=command.run, root=Path(), in_project=command.in_project)
        for add in ((ROOT,) if command.in_project else ()) + command.arguments:
            add(own)


def argument(name: str, what: str, metavar: str | None = None, **more: Any) -> Argument:
    """An argument of a command, with its help, and with more keywords of `add_argument`."""
    if metavar is not None:
        more["metavar"] = metavar
    return lambda parser: parser.add_argument(name, help=what, **more)


def repeated(name: str, what: str, metavar: str, key: str) -> Argument:
    """An option that may be given several times; its values are listed under a key."""
    return argument(name, what, metavar, dest=key, action="append", default=[])


ROOT = argument("--root", "the project's folder", "DIR", type=Path, default=Path())
STRICT = argument("--strict", "let warnings fail as errors do", action="store_true")
OUTPUT_FORMAT = argument(
    "--format", "how faults are printed", type=Format, choices=[*Format], default=Format.TEXT
)
READING = argument("reading", "id of a reading", "READING")


def text_or_json(what: str) -> Argument:
    """The option that says whether people or programs read the output."""
    return argument("--format", what, choices=["text", "json"], default="text")
