"""Causes that several mistakes in YAML can have: whichever of them the parser stumbles over."""

import re

import yaml

from build_scripts.read.yaml.syntax_fault import Explanation, Fault

COMMENT_IN_VALUE = re.compile(r"(?<![ \t])[ \t]+#(?=[^\s#!])")
"""A comment that was probably not meant as one: no space follows its ``#``."""

QUOTE_IT = "Put the whole text into quotation marks."


def no_space(fault: Fault, line: int) -> Explanation | None:
    """``key:value`` or ``-key: value``; `line` is the offset of the first character."""
    if line < 0:
        return None
    text = fault.line(line).strip()
    if re.match(r"-[\w\"']", text):
        return Explanation(
            line, "There is no space behind the dash", "An entry of a list begins with `- `."
        )
    key = re.match(r"(?:- )?([\w-]+):(?![\s/]|$)", text)
    return key and Explanation(
        line + key.end() - 1,
        "There is no space behind the colon",
        f"Write `{key[1]}: ` and the value.",
    )


def colon_in_text(fault: Fault, before: str) -> Explanation:
    """A colon in a text without quotation marks, or with some that YAML does not know."""
    mark = re.search(r"(?:^|[:,{[-]) *([“”„‟«»‘’‚‹›])[^“”„‟«»‘’‚‹›]*$", before)
    return Explanation(
        fault.at,
        "A colon with a space behind it stands in a text without quotation marks",
        f'Put the whole text into straight quotation marks, `"…"`; `{mark[1]}` is none to YAML.'
        if mark
        else QUOTE_IT,
    )


def comment_above(fault: Fault, line: int) -> Explanation | None:
    """A comment in the line above cut the text short that this line goes on with."""
    above = fault.line_before(line)
    comment = COMMENT_IN_VALUE.search(fault.line(above)) if above >= 0 else None
    return comment and comment_at(fault.line_start(above) + comment.end() - 1)


def comment_at(offset: int) -> Explanation:
    """A comment that begins here and was probably not meant as one."""
    return Explanation(offset, "The text ends here, because ` #` begins a comment", QUOTE_IT)


def goes_on_behind_value(fault: Fault) -> Explanation | None:
    """Something stands behind a value that was closed by a quotation mark or a bracket."""
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
            "The quotation mark that opens here is closed only in line "
            f"{fault.line_number(fault.at)}",
            "Close it where the text ends.",
        )
    return behind_closing_mark(fault, opening)


def behind_closing_mark(fault: Fault, mark: str) -> Explanation:
    """A text that goes on behind the quotation mark, `mark`, which closes it."""
    return Explanation(
        fault.at,
        "The text goes on behind its closing quotation mark",
        'Write `\\"` for a quotation mark inside the text, or typographic ones: “…”.'
        if mark == '"'
        else "Put the whole text into double quotation marks; then apostrophes do no harm.",
    )


def _start_of_value(fault: Fault) -> int:
    """Where the scalar, list or mapping begins that ends just before the place of the fault."""
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
        pass  # the fault itself
    return start
