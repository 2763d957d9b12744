"""Arguments that several kinds of contributions share, and their meaning."""

import argparse
import datetime
import os
import sys
from pathlib import Path

from build_scripts.commands.command import Argument, UsageError, argument, repeated
from build_scripts.commands.console import tell
from build_scripts.contribute.quoted_target import COMMAND_LINE
from build_scripts.disk.commit_files import user_name
from build_scripts.export.annotation_yaml import Yaml
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.pages.offline_edition import date_of_build
from build_scripts.text.line_ends import with_unix_line_ends


def number(text: str) -> int:
    """A whole number that is 1 or greater, for `argparse`.

    Raises:
        argparse.ArgumentTypeError: the text is not such a number.
    """
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number that is 1 or greater")
    return int(text)


def quoting(name: str = "", whom: str = "the words") -> tuple[Argument, ...]:
    """The options that choose one of several places of some words.

    Each name of an option begins with `name`. The help calls the words `whom`.
    """
    return (
        argument(f"--{name}prefix", f"what stands just before {whom}", "TEXT", default=""),
        argument(f"--{name}suffix", f"what stands just after {whom}", "TEXT", default=""),
        argument(
            f"--{name}paragraph",
            f"the number of the paragraph that {whom} lie in",
            "N",
            type=number,
        ),
        argument(f"--{name}occurrence", "which of the places that were listed", "N", type=number),
    )


def quotation(options: argparse.Namespace, words: str, name: str = "") -> TextQuoteSelector:
    """Words, with what the options of `quoting` say of their place."""
    given = vars(options)
    keys = ("prefix", "suffix", "occurrence", "paragraph")
    return TextQuoteSelector(words, COMMAND_LINE, *(given[f"{name}{key}"] for key in keys))


IDENTIFIER = argument("--id", "its address (default: made of its words)", "ID", dest="identifier")

PROVENANCE = (
    repeated(
        "--source",
        "a reference that it rests on, and the place in it; may be repeated",
        "KEY[=PLACE]",
        "sources",
    ),
    repeated(
        "--creator",
        "who wrote it (default: the name that git knows); may be repeated",
        "NAME",
        "creators",
    ),
    argument("--status", "draft, reviewed or disputed", "STATUS"),
)
"""The options that say what an entry rests on, and who answers for it."""


def provenance(root: Path, options: argparse.Namespace) -> dict[str, Yaml | None]:
    """The keys that the options of `PROVENANCE` stand for, with the date and the name in git.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is not a date.
    """
    return {
        "sources": [citation(source) for source in options.sources],
        "creator": one_or_more(options.creators) if options.creators else user_name(root),
        "created": _today(),
        "status": options.status,
    }


def one_or_more(names: list[str]) -> Yaml:
    """A single name as it is, several as a list."""
    return names[0] if len(names) == 1 else names


def citation(source: str) -> Yaml:
    """A source that was typed as ``KEY[=PLACE]``."""
    key, sign, locator = source.partition("=")
    return {"ref": key, "locator": locator} if sign else key


def _today() -> str:
    """The date of this machine, or the date in SOURCE_DATE_EPOCH.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is not a date.
    """
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.date.today().isoformat()
    try:
        moment = datetime.datetime.fromtimestamp(date_of_build(), datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(str(error)) from None
    return moment.date().isoformat()


def long_text(text: str | None) -> str | None:
    """A text of several lines: as it was typed, or from standard input where that was a hyphen.

    Returns:
        The text with LF as its only line end, and one LF at its end; None where none was given.

    Raises:
        UsageError: standard input is not UTF-8.
    """
    if text is None:
        return None
    if text == "-":
        if sys.stdin.isatty():
            tell("write the text; a line with Ctrl-D alone ends it")
        try:
            text = sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise UsageError("standard input is not UTF-8") from None
    lines = with_unix_line_ends(text).strip("\n")
    return f"{lines}\n" if lines.strip() else ""
