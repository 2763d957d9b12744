"""Causes of invalid YAML that can show as several different errors of the parser."""

import re

import yaml

from build_scripts.read.yaml.syntax_fault import Explanation, Fault

COMMENT_IN_VALUE = re.compile(r"(?<![ \t])[ \t]+#(?=[^\s#!])")
"""A comment that is probably meant as text, because no space follows its ``#``."""

QUOTE_IT = "Put the whole text into quotation marks."
TEXT_ENDS_AT_COMMENT = "The text ends here, and the rest of the line is ignored"
KEEP_WHAT_SEEMS_A_COMMENT = (
    "A `#` after a space begins a comment, which is not part of the text. To keep it, put the "
    "whole text into quotation marks."
)


def no_space(fault: Fault, line: int) -> Explanation | None:
    """``key:value`` or ``-key: value``; `line` is the offset of the first character."""
    if line < 0:
        return None
    text = fault.line(line).strip()
    if re.match(r"-[\w\"']", text):
        return Explanation(
            line, "There is no space after the dash", "Write a space after the dash."
        )
    key = re.match(r"(?:- )?([\w-]+):(?![\s/]|$)", text)
    return key and Explanation(
        line + key.end() - 1,
        "There is no space after the colon",
        f"Write a space after `{key[1]}:`.",
    )


def colon_in_text(fault: Fault, before: str) -> Explanation:
    """A colon in a text without quotation marks, or with typographic ones."""
    mark = re.search(r"(?:^|[:,{[-]) *([“”„‟«»‘’‚‹›])[^“”„‟«»‘’‚‹›]*$", before)
    return Explanation(
        fault.at,
        "A text without quotation marks contains a colon and a space",
        f'Put the whole text into straight quotation marks, `"…"`, instead of `{mark[1]}`.'
        if mark
        else QUOTE_IT,
    )


def comment_above(fault: Fault, line: int) -> Explanation | None:
    """A comment in the line above, which cuts short the text that continues in this line."""
    above = fault.line_before(line)
    comment = COMMENT_IN_VALUE.search(fault.line(above)) if above >= 0 else None
    return comment and comment_at(fault.line_start(above) + comment.end() - 1)


def comment_at(offset: int) -> Explanation:
    """A comment that is probably meant as text."""
    return Explanation(offset, TEXT_ENDS_AT_COMMENT, KEEP_WHAT_SEEMS_A_COMMENT)


def goes_on_after_value(fault: Fault) -> Explanation | None:
    """Something follows a value that is closed by a quotation mark or a bracket."""
    if fault.at == fault.word_start(fault.at):
        return None
    start = _start_of_value(fault)
    opening = fault.character(start)
    if opening in ("[", "{"):
        return Explanation(
            start, f"A text without quotation marks cannot begin with `{opening}`", QUOTE_IT
        )
    if opening not in ('"', "'"):
        return None
    if fault.line_number(start) != fault.line_number(fault.at):
        return Explanation(
            start,
            "The quotation mark that opens here is not closed until line "
            f"{fault.line_number(fault.at)}",
            "Write another quotation mark where the text ends.",
        )
    return after_closing_mark(fault, opening)


def after_closing_mark(fault: Fault, mark: str) -> Explanation:
    """A text that continues after its closing quotation mark, `mark`."""
    return Explanation(
        fault.at,
        "The text continues after its closing quotation mark",
        'Inside the text, write `\\"` for a quotation mark, or use typographic ones: “…”.'
        if mark == '"'
        else "Put the whole text into double quotation marks; then apostrophes are harmless.",
    )


def _start_of_value(fault: Fault) -> int:
    """The offset of the scalar, list or mapping that ends just before the fault."""
    tokens = yaml.CSafeLoader(fault.text)
    brackets: list[int] = []
    start = fault.at
    try:
        while (token := tokens.get_token()) is not None and token.start_mark.index < fault.at:
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                brackets.append(token.start_mark.index)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                start = brackets.pop() if brackets else fault.at
            elif isinstance(token, yaml.ScalarToken):
                start = token.start_mark.index
    except yaml.YAMLError:
        pass  # at the fault itself
    return start
