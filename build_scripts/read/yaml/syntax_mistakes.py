"""Mistakes that keep a file from being YAML: for each, the place, the fault and the remedy.

Every function looks at the text around the place where the parser gave up. Some know an answer in
any case; the others return None where it is not their mistake.
"""

import re

from build_scripts.read.files.forbidden_characters import described
from build_scripts.read.yaml.syntax_causes import (
    COMMENT_IN_VALUE,
    QUOTE_IT,
    behind_closing_mark,
    colon_in_text,
    comment_above,
    comment_at,
    goes_on_behind_value,
    no_space,
)
from build_scripts.read.yaml.syntax_fault import Explanation, Fault

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
        fault.begun_at, f"A text without quotation marks cannot begin with {name}", QUOTE_IT
    )


def colon(fault: Fault) -> Explanation:
    """A key where none can be: the indent is wrong, or the colon belongs to a text."""
    start = fault.word_start(fault.at)
    above = fault.line_before(fault.at)
    explanation = no_space(fault, above) or no_space(fault, start)
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
    return colon_in_text(fault, before)


def no_colon(fault: Fault) -> Explanation:
    """A line without a key where one has to be."""
    line = fault.begun_at
    above = fault.line_before(line)
    explanation = no_space(fault, line)
    if explanation is not None:
        return explanation
    explanation = comment_above(fault, line)
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


def no_key(fault: Fault) -> Explanation:
    """A line that fits none of the lines above it."""
    if fault.character(fault.at) == ":":
        return Explanation(fault.at, "There is no key before the colon", "Write `key: value`.")
    return (
        goes_on_behind_value(fault)
        or comment_above(fault, fault.at)
        or Explanation(
            fault.at,
            "The indent of this line fits none of the lines above it",
            "Keys of one entry begin in the same column, and so do the dashes of a list; the lines "
            "of a text are indented at least as far as the first.",
        )
    )


# Lists, brackets, quotation marks, texts


def list_column(fault: Fault) -> Explanation:
    """A line in a list that is not one of its entries."""
    explanation = goes_on_behind_value(fault) or no_space(fault, fault.word_start(fault.at))
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
        return comment_at(comment.end() - 1)
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
        return colon_in_text(fault, fault.text[fault.begun_at : fault.at])
    mark = fault.text[: fault.at].rstrip(" ")[-1:]
    if mark in ('"', "'") and not re.match(r"[\w-]+:|[\"'\[{]", fault.text[fault.at :]):
        return behind_closing_mark(fault, mark)
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
    return goes_on_behind_value(fault) or Explanation(
        fault.at,
        "This line is indented less than the first line of the file",
        "The keys of a file begin in the first column.",
    )
