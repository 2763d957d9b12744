"""The command `readings`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from build_scripts.commands import archive, build, check, describe, schema, stats, suggest, verify
from build_scripts.commands.command import FAULTS, USAGE
from build_scripts.report.harmless import harmless

COMMANDS = (build, check, verify, archive, describe, suggest, stats, schema)
"""In the order in which the help lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: of the command line; those of the process where None.

    Returns:
        0 fine, 1 findings that are errors (or, in a strict run, warnings), 2 usage.
    """
    _speak_utf8()
    options = _parser().parse_args(arguments)
    root: Path = options.root
    if not (root / "annotations").is_dir() and not (root / "seeds").is_dir():
        print(
            f"readings: {root} is no project: it has neither annotations/ nor seeds/",
            file=sys.stderr,
        )
        return USAGE
    try:
        status: int = options.run(root, options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads the output (`| head`) has seen enough. Python would flush again on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTS
    except OSError as error:
        place = f"{error.filename}: " if error.filename is not None else ""
        print(f"readings: {harmless(f'{place}{error.strerror or error}')}", file=sys.stderr)
        return FAULTS
    return status


def _speak_utf8() -> None:
    """Let the output be UTF-8 wherever it goes: texts hold letters that other encodings lack."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(add_help=False)
    root.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help="the project's folder"
    )
    parser = argparse.ArgumentParser(prog="readings", description="Annotated readings.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add_parser(
        name: str,
        *,
        parents: Sequence[argparse.ArgumentParser] = (),
        summary: str,
    ) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, parents=[root, *parents], help=summary, description=summary
        )

    for command in COMMANDS:
        command.add(add_parser)
    return parser
