"""Mistakes that make a file invalid YAML: for each, the place, the fault and the remedy.

Every function looks at the text around the place where the parser stopped. Some always have an
answer; the others return None if the mistake is not theirs.
"""

import re

from build_scripts.read.files.forbidden_characters import described
from build_scripts.read.yaml.syntax_causes import (
    COMMENT_IN_VALUE,
    QUOTE_IT,
    after_closing_mark,
    colon_in_text,
    comment_above,
    comment_at,
    goes_on_after_value,
    no_space,
)
from build_scripts.read.yaml.syntax_fault import Explanation, Fault

_MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
_INVISIBLE = re.compile("[\u2028\u2029\ufeff]")


# Any message of the parser


def unfinished_merge(fault: Fault) -> Explanation | None:
    """Conflict markers of a version control system."""
    mark = _MERGE_MARK.search(fault.text)
    return mark and Explanation(
        mark.start(),
        "The file contains two versions of a passage, from an unfinished merge",
        "Keep one of the two, and delete the lines that begin with `<<<<<<<`, `=======` and "
        "`>>>>>>>`.",
    )


def invisible(fault: Fault) -> Explanation | None:
    """An invisible character that YAML treats as a line end or as text."""
    above = fault.line_before(fault.begun_at)
    found = _INVISIBLE.search(fault.text, max(above, 0), fault.at)
    return found and Explanation(
        found.start(),
        f"There is an invisible character here, {described(found.group())}",
        "Delete it.",
    )


def tab(fault: Fault) -> Explanation | None:
    """A tab in the indentation."""
    if fault.character(fault.at) != "\t":
        return None
    return Explanation(
        fault.at,
        "The line is indented with a tab",
        "Indent with spaces only, two for each level.",
    )


# A key, a colon, a value


def cannot_begin(fault: Fault) -> Explanation:
    """A text that begins with a character that has a meaning in YAML."""
    character = fault.character(fault.begun_at)
    name = "a backtick" if character == "`" else f"`{character}`"
    return Explanation(
        fault.begun_at, f"A text without quotation marks cannot begin with {name}", QUOTE_IT
    )


def colon(fault: Fault) -> Explanation:
    """A key at a wrong place: the indentation is wrong, or the colon belongs to a text."""
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
            "This line is indented further than the line above, so it counts as part of its text",
            "Begin all keys of an entry in the same column. If the line is part of the text, put "
            "the whole text into quotation marks.",
        )
    two_keys = re.fullmatch(r"(?:- +)*([\w-]+): +([a-z_-]+)", before)
    if two_keys and re.match(r": +[\"']", fault.text[fault.at :]):
        return Explanation(
            fault.at,
            "A second key and its value are on the same line",
            f"Write `{two_keys[1]}: {{{two_keys[2]}: …}}`, with braces around the second.",
        )
    return colon_in_text(fault, before)


def no_colon(fault: Fault) -> Explanation:
    """A line without the key that is needed there."""
    line = fault.begun_at
    above = fault.line_before(line)
    explanation = no_space(fault, line) or comment_above(fault, line)
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
        "Write `key: value`; or, if the line belongs to a text, indent it further than the key.",
    )


def no_key(fault: Fault) -> Explanation:
    """A line whose indentation matches no line above it."""
    if fault.character(fault.at) == ":":
        return Explanation(fault.at, "There is no key before the colon", "Write `key: value`.")
    return (
        goes_on_after_value(fault)
        or comment_above(fault, fault.at)
        or Explanation(
            fault.at,
            "The indentation of this line does not match any line above it",
            "Begin all keys of an entry in the same column, and all dashes of a list in the same "
            "column. Indent the lines of a text at least as far as its first line.",
        )
    )


# Lists, brackets, quotation marks, texts


def list_column(fault: Fault) -> Explanation:
    """A line in a list that is not one of its entries."""
    explanation = goes_on_after_value(fault) or no_space(fault, fault.word_start(fault.at))
    if explanation is not None:
        return explanation
    column = fault.column(fault.begun_at)
    if fault.text[fault.at : fault.at + 2] == "- ":
        message = "This dash is not in the same column as those of the list above"
        hint = f"Begin the line in column {column}."
    else:
        message = "This line does not belong to any entry of the list above"
        hint = (
            f"Begin it in column {column + 2} if it belongs to the last entry, or with `- ` in "
            f"column {column} if it begins a new one."
        )
    return Explanation(fault.at, message, hint)


def list_after_key(fault: Fault) -> Explanation:
    """A dash on the line of a key."""
    return Explanation(
        fault.at,
        "A list cannot begin on the line of its key",
        "If it is a list, begin it on the next line. If it is a text, put it into quotation marks.",
    )


def cannot_stand_here(fault: Fault) -> Explanation:
    """A text that begins with a special character, at the place where the parser stopped."""
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
            f"Close it with `{closing}`. If a text begins with `{opening}`, put the whole text "
            "into quotation marks.",
        )
    if is_at_colon:
        return colon_in_text(fault, fault.text[fault.begun_at : fault.at])
    mark = fault.text[: fault.at].rstrip(" ")[-1:]
    if mark in ('"', "'") and not re.match(r"[\w-]+:|[\"'\[{]", fault.text[fault.at :]):
        return after_closing_mark(fault, mark)
    return Explanation(
        fault.at,
        "A comma is missing here, or quotation marks around the preceding text",
        f"Inside `{opening}`, write a comma between two values, and put a text that contains a "
        "comma into quotation marks.",
    )


def value_missing(fault: Fault) -> Explanation:
    """A missing value."""
    if fault.character(fault.at) in ("@", "`", "%"):
        return cannot_stand_here(fault)
    return Explanation(
        fault.at,
        "A value is missing here",
        "Write it, or delete the comma or bracket that is not needed.",
    )


def never_ends(fault: Fault) -> Explanation:
    """A quotation mark that is never closed."""
    return Explanation(
        fault.begun_at,
        "The quotation mark that opens here is never closed",
        "Write another quotation mark where the text ends.",
    )


def after_text_mark(fault: Fault) -> Explanation:
    """Words on the line of ``|`` or ``>``."""
    mark = fault.character(fault.begun_at)
    return Explanation(
        fault.begun_at,
        f"Nothing may follow `{mark}` on the same line",
        "Begin the text on the next line, indented; or put it into quotation marks.",
    )


def escape(fault: Fault) -> Explanation:
    """A backslash before a character that cannot be escaped."""
    return Explanation(
        fault.at,
        f"`{fault.text[fault.at : fault.at + 2]}` has no meaning in double quotation marks",
        "Write `\\\\` for a backslash, or use single quotation marks.",
    )


def escape_code(fault: Fault) -> Explanation:
    """An escape with a number that is not a character's."""
    return Explanation(
        fault.at, "There is no such character", "Write the character itself instead of a code."
    )


def second_document(fault: Fault) -> Explanation:
    """Content after the end of the document."""
    if re.search(r"^\.\.\.", fault.text[: fault.at], re.MULTILINE):
        return Explanation(fault.at, "The file continues after the line `...`", "Delete that line.")
    return goes_on_after_value(fault) or Explanation(
        fault.at,
        "This line is indented less than the first line of the file",
        "Begin the keys of a file in the first column.",
    )
