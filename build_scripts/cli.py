"""The command `readings`."""

import argparse
import io
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from build_scripts.commands.command import (
    FAULTS,
    USAGE,
    Command,
    Group,
    UsageError,
    add_commands,
)
from build_scripts.commands.console import tell
from build_scripts.commands.plain_parser import PlainParser
from build_scripts.report.system_failures import system_failure

INTERRUPTED = 130
"""The exit status that shells report for a process that Ctrl-C has ended."""

COMMANDS = (
    *("build", "shard", "check", "changes", "verify", "archive", "describe"),
    *("new", "suggest", "stats", "init", "schema"),
)
"""In the order in which the help lists them; each is a module of its own."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line: that of the process, unless another one is given.

    Returns:
        0 if all is well, 1 for errors (or warnings in a strict run), 2 for a command line that
        makes no sense, 130 if the user interrupted the command.
    """
    _speak_utf8()
    arguments = sys.argv[1:] if arguments is None else arguments
    root = Path()
    try:
        options = _parser(arguments).parse_args(arguments)
        root = options.root
        if options.in_project and not _is_project(root):
            raise UsageError(f"{root} is not a project: it has neither annotations/ nor seeds/")
        status: int = options.run(root, options)
        if sys.stdout is not None:  # it may be closed: `>&-`
            sys.stdout.flush()
    except KeyboardInterrupt:
        print("\nreadings: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of the output (`| head`) has closed it. Python would flush again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTS
    except UsageError as error:
        tell(str(error))
        return USAGE
    except OSError as error:
        tell(system_failure(error, root))
        return FAULTS
    return status


def _is_project(root: Path) -> bool:
    annotations = root / "annotations"
    # The documentation folder has generated pages in a folder of that name.
    is_generated = os.path.isfile(annotations / "index.md")  # noqa: PTH113 - raises nothing
    return (root / "seeds").is_dir() or (annotations.is_dir() and not is_generated)


def _speak_utf8() -> None:
    """Write all output in UTF-8, because texts have letters that other encodings lack."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = PlainParser(prog="readings", description="Annotated readings.")
    add_commands(parser, _commands(arguments))
    return parser


def _commands(arguments: Sequence[str]) -> Iterator[Command | Group]:
    """The command that is named first, or else all, for the help.

    The modules of all commands take half a second to load.
    """
    names = arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS
    for name in names:
        yield import_module(f"build_scripts.commands.{name}").COMMAND
