"""The passage that a note or a cross-reference is on: words, paragraphs, or the whole reading."""

import argparse

from build_scripts.commands.command import UsageError
from build_scripts.commands.new.drafting import Annotated, Draft
from build_scripts.commands.new.options import quotation, quoting
from build_scripts.export.annotation_yaml import Yaml


def passage() -> argparse.ArgumentParser:
    """The arguments that name a passage."""
    parser = argparse.ArgumentParser(add_help=False, parents=[quoting()])
    parser.add_argument("reading", metavar="READING", help="id of a reading")
    parser.add_argument("quotation", nargs="?", metavar="QUOTATION", help="words of its text")
    parser.add_argument(
        "--paragraphs", metavar="N[-N]", help="whole paragraphs, in place of a quotation"
    )
    parser.add_argument(
        "--whole-reading", action="store_true", help="the reading as a whole, likewise"
    )
    return parser


def words_of(options: argparse.Namespace) -> str:
    """Words that an id can be made of.

    Raises:
        UsageError: not exactly one way to name a passage was taken, or a part of another one.
    """
    ways = (options.quotation is not None, options.paragraphs is not None, options.whole_reading)
    if sum(ways) != 1:
        raise UsageError("say which passage is meant: QUOTATION, --paragraphs or --whole-reading")
    choosing = (options.prefix, options.suffix, options.paragraph, options.occurrence)
    if options.quotation is None and any(choosing):
        raise UsageError("--prefix, --suffix, --paragraph and --occurrence need a QUOTATION")
    if options.whole_reading:
        return "whole reading"
    return f"paragraphs {options.paragraphs}" if options.quotation is None else options.quotation


def target_of(draft: Draft, of: Annotated, options: argparse.Namespace) -> dict[str, Yaml]:
    """What is to stand under `target`."""
    if options.whole_reading:
        return {"reading": "true"}
    if options.paragraphs is not None:
        return {"paragraphs": options.paragraphs}
    return {**draft.target(of.reading, quotation(options, options.quotation))}
