"""Options that several kinds of contributions share, and what they amount to."""

import argparse
import datetime
import os
import subprocess
import sys
from pathlib import Path

from build_scripts.commands.command import UsageError
from build_scripts.contribute.new_entries import Attribution
from build_scripts.contribute.quoted_target import Quotation
from build_scripts.pages.offline_edition import date_of_build


def quoting(name: str = "", whom: str = "the words") -> argparse.ArgumentParser:
    """The options that say which place of some words is meant.

    Args:
        name: stands before the names of the options, with a hyphen.
        whom: whose place they speak of.
    """
    parser = argparse.ArgumentParser(add_help=False)
    add = parser.add_argument
    add(f"--{name}prefix", default="", metavar="TEXT", help=f"what stands just before {whom}")
    add(f"--{name}suffix", default="", metavar="TEXT", help=f"what stands just after {whom}")
    add(
        f"--{name}paragraph",
        type=number,
        metavar="N",
        help=f"the number of the paragraph that {whom} lie in",
    )
    add(
        f"--{name}occurrence", type=number, metavar="N", help="which of the places that were listed"
    )
    return parser


def quotation(options: argparse.Namespace, words: str, name: str = "") -> Quotation:
    """Words, with what the options of `quoting` say of their place."""
    given = vars(options)
    return Quotation(
        words,
        *(given[f"{name}{key}"] for key in ("prefix", "suffix", "paragraph", "occurrence")),
    )


def identified() -> argparse.ArgumentParser:
    """The option of the id."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--id", dest="identifier", metavar="ID", help="its address (default: made of its words)"
    )
    return parser


def attributed() -> argparse.ArgumentParser:
    """The options that say what an entry rests on, and who answers for it."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--source",
        dest="sources",
        action="append",
        default=[],
        metavar="KEY[=PLACE]",
        help="a reference that it rests on, and the place in it; may be repeated",
    )
    parser.add_argument(
        "--creator", metavar="NAME", help="who wrote it (default: the name that git knows)"
    )
    parser.add_argument("--status", metavar="STATUS", help="draft, reviewed or disputed")
    return parser


def attribution(root: Path, options: argparse.Namespace) -> Attribution:
    """What the options of `attributed` say, with today's date and the name that git knows.

    Raises:
        UsageError: the date in SOURCE_DATE_EPOCH is none.
    """
    creator = options.creator if options.creator is not None else name_in_git(root)
    return Attribution(tuple(options.sources), creator, today(), options.status)


def today() -> str:
    """The date of this machine, or the one that SOURCE_DATE_EPOCH says.

    Raises:
        UsageError: it says none.
    """
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.date.today().isoformat()
    try:
        moment = datetime.datetime.fromtimestamp(date_of_build(), datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(str(error)) from None
    return moment.date().isoformat()


def name_in_git(root: Path) -> str | None:
    """The name under which git would record a change of the project; None where it knows none."""
    try:
        outcome = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 - the git that the user has
            cwd=root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:  # there is no git
        return None
    return outcome.stdout.decode("utf-8", errors="replace").strip() or None


def number(text: str) -> int:
    """A number from 1 on, for `argparse`.

    Raises:
        argparse.ArgumentTypeError: the text is none.
    """
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 on")
    return int(text)


def body_text(text: str | None) -> str | None:
    """A body: what was typed, or standard input where that is a hyphen.

    Raises:
        UsageError: standard input is not UTF-8.
    """
    if text != "-":
        return text
    if sys.stdin.isatty():
        print("readings: write the text; a line with Ctrl-D alone ends it", file=sys.stderr)
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("standard input is not UTF-8") from None
