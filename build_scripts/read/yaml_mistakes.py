"""Mistakes that keep a file from being YAML: for each, the place, the fault and the remedy.

Every function looks at the text around the place where the parser gave up. Some know an answer in
any case; the others return None where it is not their mistake.
"""

import re

import yaml

from build_scripts.read.characters import described
from build_scripts.read.yaml_fault import Explanation, Fault

COMMENT_IN_VALUE = re.compile(r"(?<![ \t])[ \t]+#(?=[^\s#!])")
"""A comment that was probably not meant as one: no space follows its ``#``."""

_QUOTE_IT = "Put the whole text into quotation marks."
_MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
_INVISIBLE = re.compile("[\u2028\u2029\ufeff]")


# Whatever the parser said


def unfinished_merge(fault: Fault) -> Explanation | None:
    """Marks that a version control system left between two versions."""
    mark = _MERGE_MARK.search(fault.text)
    return mark and Explanation(
        mark.start(),
        "Two versions of this file were merged, and somebody still has to choose",
        "Keep one of the two, and delete the lines that begin with `<<<<<<<`, `=======` and "
        "`>>>>>>>`.",
    )


def invisible(fault: Fault) -> Explanation | None:
    """A character that shows nothing and that YAML takes for a line end or for text."""
    above = fault.line_before(fault.begun_at)
    found = _INVISIBLE.search(fault.text, max(above, 0), fault.at)
    return found and Explanation(
        found.start(),
        f"An invisible character stands here, {described(found.group())}",
        "Delete it.",
    )


def tab(fault: Fault) -> Explanation | None:
    """A tab in the indent."""
    if fault.character(fault.at) != "\t":
        return None
    return Explanation(
        fault.at,
        "A tab stands where the line is indented",
        "Indent with spaces only, two for each level.",
    )


# A key, a colon, a value


def cannot_begin(fault: Fault) -> Explanation:
    """A text that begins with a character that means something to YAML."""
    character = fault.character(fault.begun_at)
    name = "a backtick" if character == "`" else f"`{character}`"
    return Explanation(
        fault.begun_at, f"A text without quotation marks cannot begin with {name}", _QUOTE_IT
    )


def _no_space(fault: Fault, line: int) -> Explanation | None:
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


def colon(fault: Fault) -> Explanation:
    """A key where none can be: the indent is wrong, or the colon belongs to a text."""
    start = fault.word_start(fault.at)
    above = fault.line_before(fault.at)
    explanation = _no_space(fault, above) or _no_space(fault, start)
    if explanation is not None:
        return explanation
    before = fault.text[start : fault.at]
    is_indented_further = above >= 0 and fault.column(start) > fault.column(above)
    if re.fullmatch(r"(?:- )?[a-z_-]+", before) and is_indented_further:
        return Explanation(
            start,
            "This line is indented further than the one above it, so it would belong to its text",
            "Keys of one entry begin in the same column; where the line is part of the text, put "
            "the whole text into quotation marks.",
        )
    two_keys = re.fullmatch(r"(?:- +)*([\w-]+): +([a-z_-]+)", before)
    if two_keys and re.match(r": +[\"']", fault.text[fault.at :]):
        return Explanation(
            fault.at,
            "A second key and its value stand in one line",
            f"Write `{two_keys[1]}: {{{two_keys[2]}: …}}`, with braces around the second.",
        )
    return _colon_in_text(fault, before)


def _colon_in_text(fault: Fault, before: str) -> Explanation:
    """A colon in a text without quotation marks, or with some that YAML does not know."""
    mark = re.search(r"(?:^|[:,{[-]) *([“”„‟«»‘’‚‹›])[^“”„‟«»‘’‚‹›]*$", before)
    return Explanation(
        fault.at,
        "A colon with a space behind it stands in a text without quotation marks",
        f'Put the whole text into straight quotation marks, `"…"`; `{mark[1]}` is none to YAML.'
        if mark
        else _QUOTE_IT,
    )


def no_colon(fault: Fault) -> Explanation:
    """A line without a key where one has to be."""
    line = fault.begun_at
    above = fault.line_before(line)
    explanation = _no_space(fault, line)
    if explanation is not None:
        return explanation
    explanation = _comment_above(fault, line)
    if explanation is not None:
        return explanation
    line_above = fault.line(above) if above >= 0 else ""
    if re.search(r":\s+[|>][-+]?\s*$", line_above):
        key = line_above.split(":")[0].strip().removeprefix("- ")
        return Explanation(
            line,
            f"The text of `{key}` is not indented",
            "Begin each of its lines with two spaces more than the key.",
        )
    return Explanation(
        line,
        "This line is neither a key with its value nor part of the text above",
        "Write `key: value`; further lines of a text are indented more than its key.",
    )


def _comment_above(fault: Fault, line: int) -> Explanation | None:
    """A comment in the line above cut the text short that this line goes on with."""
    above = fault.line_before(line)
    comment = COMMENT_IN_VALUE.search(fault.line(above)) if above >= 0 else None
    return comment and _comment(fault.line_start(above) + comment.end() - 1)


def _comment(offset: int) -> Explanation:
    return Explanation(offset, "The text ends here, because ` #` begins a comment", _QUOTE_IT)


def no_key(fault: Fault) -> Explanation:
    """A line that fits none of the lines above it."""
    if fault.character(fault.at) == ":":
        return Explanation(fault.at, "There is no key before the colon", "Write `key: value`.")
    return (
        _goes_on_behind_value(fault)
        or _comment_above(fault, fault.at)
        or Explanation(
            fault.at,
            "The indent of this line fits none of the lines above it",
            "Keys of one entry begin in the same column, and so do the dashes of a list; the lines "
            "of a text are indented at least as far as the first.",
        )
    )


def _goes_on_behind_value(fault: Fault) -> Explanation | None:
    """Something stands behind a value that was closed by a quotation mark or a bracket."""
    if fault.at == fault.word_start(fault.at):
        return None
    start = _start_of_value(fault)
    opening = fault.character(start)
    if opening in ("[", "{"):
        return Explanation(
            start, f"A text without quotation marks cannot begin with `{opening}`", _QUOTE_IT
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
    return _behind_closing_mark(fault, opening)


def _behind_closing_mark(fault: Fault, mark: str) -> Explanation:
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


# Lists, brackets, quotation marks, texts


def list_column(fault: Fault) -> Explanation:
    """A line in a list that is not one of its entries."""
    explanation = _goes_on_behind_value(fault) or _no_space(fault, fault.word_start(fault.at))
    if explanation is not None:
        return explanation
    column = fault.column(fault.begun_at)
    if fault.text[fault.at : fault.at + 2] == "- ":
        message = "This dash does not stand below those of the list above"
        hint = f"Begin the line in column {column}."
    else:
        message = "This line belongs to no entry of the list above"
        hint = (
            f"Begin it in column {column + 2} if it belongs to the last entry, or with `- ` in "
            f"column {column} if it begins a new one."
        )
    return Explanation(fault.at, message, hint)


def list_behind_key(fault: Fault) -> Explanation:
    """A dash in the line of a key."""
    return Explanation(
        fault.at,
        "A list cannot begin in the line of its key",
        "Begin it in the next line; a text that begins with a dash needs quotation marks.",
    )


def question_mark(fault: Fault) -> Explanation:
    """As `cannot_begin`, where the parser names the character itself."""
    return cannot_begin(fault._replace(begun_at=fault.at))


def in_brackets(fault: Fault) -> Explanation:
    """A list or a mapping in brackets that is not closed, or lacks a comma."""
    opening = fault.character(fault.begun_at)
    comment = COMMENT_IN_VALUE.search(fault.text, fault.begun_at, fault.at)
    if comment is not None:
        return _comment(comment.end() - 1)
    is_at_colon = fault.character(fault.at) == ":"
    start = fault.word_start(fault.at)
    key = r"[\w-]+" if is_at_colon else ""
    is_first = re.fullmatch(rf"(?:- +)*{key}", fault.text[start : fault.at])
    is_below = fault.line_number(fault.at) > fault.line_number(fault.begun_at)
    is_outside = fault.column(start) <= fault.column(fault.word_start(fault.begun_at))
    runs_out = fault.at >= len(fault.text.rstrip())
    if runs_out or (is_below and is_outside and is_first):
        closing = {"[": "]", "{": "}"}.get(opening, opening)
        return Explanation(
            fault.begun_at,
            f"The `{opening}` that opens here is not closed",
            f"Close it with `{closing}`; a text that begins with `{opening}` needs quotation "
            "marks.",
        )
    if is_at_colon:
        return _colon_in_text(fault, fault.text[fault.begun_at : fault.at])
    mark = fault.text[: fault.at].rstrip(" ")[-1:]
    if mark in ('"', "'") and not re.match(r"[\w-]+:|[\"'\[{]", fault.text[fault.at :]):
        return _behind_closing_mark(fault, mark)
    return Explanation(
        fault.at,
        "A comma is missing here, or quotation marks around the text before",
        f"Between `{opening}` and its end, values are separated by commas.",
    )


def value_missing(fault: Fault) -> Explanation:
    """Nothing where a value has to be."""
    if fault.character(fault.at) in ("@", "`", "%"):
        return question_mark(fault)
    return Explanation(
        fault.at, "A value is missing here", "Look for a comma or a bracket too many."
    )


def never_ends(fault: Fault) -> Explanation:
    """A quotation mark without its counterpart."""
    return Explanation(
        fault.begun_at,
        "The quotation mark that opens here is never closed",
        "Close it where the text ends.",
    )


def behind_text_mark(fault: Fault) -> Explanation:
    """Words in the line of ``|`` or ``>``."""
    mark = fault.character(fault.begun_at)
    return Explanation(
        fault.begun_at,
        f"Nothing may stand behind `{mark}` in the same line",
        "Begin the text in the next line, indented; or put it into quotation marks.",
    )


def escape(fault: Fault) -> Explanation:
    """A backslash before a character that needs none."""
    return Explanation(
        fault.at,
        f"`{fault.text[fault.at : fault.at + 2]}` means nothing in double quotation marks",
        "Write `\\\\` for a backslash, or use single quotation marks.",
    )


def escape_code(fault: Fault) -> Explanation:
    """A backslash and the number of no character."""
    return Explanation(
        fault.at, "There is no such character", "Write the character itself instead of a code."
    )


def second_document(fault: Fault) -> Explanation:
    """More behind the end of the document."""
    if re.search(r"^\.\.\.", fault.text[: fault.at], re.MULTILINE):
        return Explanation(fault.at, "The file goes on after the line `...`", "Remove that line.")
    return _goes_on_behind_value(fault) or Explanation(
        fault.at,
        "This line is indented less than the first line of the file",
        "The keys of a file begin in the first column.",
    )
