"""The passage that a note or a cross-reference is on: words, paragraphs, or the whole reading."""

import argparse
from collections.abc import Mapping

from build_scripts.commands.command import READING, UsageError, argument
from build_scripts.commands.new.drafting import Draft
from build_scripts.commands.new.options import quotation, quoting
from build_scripts.export.annotation_yaml import Yaml
from build_scripts.model.reading import Reading

PASSAGE = (
    *quoting(),
    READING,
    argument("quotation", "words of its text", "QUOTATION", nargs="?"),
    argument("--paragraphs", "whole paragraphs, in place of a quotation", "N[-N]"),
    argument(
        "--whole-reading", "the reading as a whole, in place of a quotation", action="store_true"
    ),
)
"""The arguments that name a passage."""


def words_of(options: argparse.Namespace) -> str:
    """Words that an id can be made of.

    Raises:
        UsageError: the options name no passage, or name it in two ways.
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


def passage_target(
    draft: Draft, reading: Reading | None, options: argparse.Namespace
) -> Mapping[str, Yaml]:
    """The mapping that stands under `target`."""
    if options.whole_reading:
        return {"reading": True}
    if options.paragraphs is not None:
        return {"paragraphs": options.paragraphs}
    return draft.target(reading, quotation(options, options.quotation))
