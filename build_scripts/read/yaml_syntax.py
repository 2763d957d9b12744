"""What is wrong with a file that is not YAML, in the words of somebody who writes one.

The parser says where it could not go on. The mistake is often somewhere else: a quotation mark
that was never closed shows at the end of the file. Each rule below takes one of the parser's
findings, looks at the text around it, and says the place, the fault and the remedy.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin
from build_scripts.read.characters import described

COMMENT_IN_VALUE = re.compile(r"[ \t]+#(?=[^\s#!])")
"""A comment that was probably not meant as one: no space follows its ``#``."""

_QUOTE_IT = "Put the whole text into quotation marks."
_MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
_INVISIBLE = re.compile("[\u2028\u2029\ufeff]")


class _Explanation(NamedTuple):
    offset: int
    message: str
    hint: str


class _Fault(NamedTuple):
    """Where the parser gave up, and where what it was reading had begun.

    Attributes:
        text: the whole file.
        at: offset of the place.
        begun_at: offset of the beginning; `at` where the parser names none.
    """

    text: str
    at: int
    begun_at: int

    def line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def line(self, offset: int) -> str:
        end = self.text.find("\n", offset)
        return self.text[self.line_start(offset) : end if end >= 0 else len(self.text)]

    def line_number(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def column(self, offset: int) -> int:
        return offset - self.line_start(offset) + 1

    def word_start(self, offset: int) -> int:
        """The first character of the line that is not white space."""
        line = self.line(offset)
        return self.line_start(offset) + len(line) - len(line.lstrip())

    def line_before(self, offset: int) -> int:
        """The offset of the first character of the last line above that is not blank, or -1."""
        above = self.text[: self.line_start(offset)].rstrip()
        return self.word_start(len(above)) if above else -1

    def character(self, offset: int) -> str:
        return self.text[offset : offset + 1]


def syntax_diagnostic(document: Document, error: yaml.YAMLError) -> Diagnostic:
    """Explain why a file could not be parsed.

    Args:
        document: the file.
        error: what the parser raised.

    Returns:
        The diagnostic, where the mistake most likely is.
    """
    if isinstance(error, yaml.reader.ReaderError):
        # libyaml counts bytes.
        offset = len(document.text.encode()[: error.position].decode(errors="ignore"))
        character = document.text[offset : offset + 1]
        return Origin(document, offset).diagnostic(
            Code.YAML_SYNTAX,
            f"The file holds {described(character)}, which YAML does not allow",
            "Delete it; it is probably invisible.",
        )
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    begun = getattr(error, "context_mark", None) or mark
    problem = getattr(error, "problem", None) or str(error)
    finding = f"{getattr(error, 'context', None) or ''}: {problem}"
    length = len(document.text)
    fault = _Fault(
        document.text,
        min(mark.index, length) if mark is not None else 0,
        min(begun.index, length) if begun is not None else 0,
    )
    for cause, explain in _RULES:
        explanation = explain(fault) if cause in finding else None
        if explanation is not None:
            break
    else:
        explanation = _Explanation(fault.at, f"This is not valid YAML: {problem}", "")
    return Origin(document, explanation.offset).diagnostic(
        Code.YAML_SYNTAX, explanation.message, explanation.hint
    )


# Whatever the parser said


def _unfinished_merge(fault: _Fault) -> _Explanation | None:
    mark = _MERGE_MARK.search(fault.text)
    return mark and _Explanation(
        mark.start(),
        "Two versions of this file were merged, and somebody still has to choose",
        "Keep one of the two, and delete the lines that begin with `<<<<<<<`, `=======` and "
        "`>>>>>>>`.",
    )


def _invisible(fault: _Fault) -> _Explanation | None:
    above = fault.line_before(fault.begun_at)
    found = _INVISIBLE.search(fault.text, max(above, 0), fault.at)
    return found and _Explanation(
        found.start(),
        f"An invisible character stands here, {described(found.group())}",
        "Delete it.",
    )


def _tab(fault: _Fault) -> _Explanation | None:
    if fault.character(fault.at) != "\t":
        return None
    return _Explanation(
        fault.at,
        "A tab stands where the line is indented",
        "Indent with spaces only, two for each level.",
    )


# A key, a colon, a value


def _cannot_begin(fault: _Fault) -> _Explanation:
    character = fault.character(fault.begun_at)
    name = "a backtick" if character == "`" else f"`{character}`"
    return _Explanation(
        fault.begun_at, f"A text without quotation marks cannot begin with {name}", _QUOTE_IT
    )


def _no_space(fault: _Fault, line: int) -> _Explanation | None:
    """``key:value`` or ``-key: value``; `line` is the offset of the first character."""
    if line < 0:
        return None
    text = fault.line(line).strip()
    if re.match(r"-[\w\"']", text):
        return _Explanation(
            line, "There is no space behind the dash", "An entry of a list begins with `- `."
        )
    key = re.match(r"(?:- )?([\w-]+):(?![\s/]|$)", text)
    return key and _Explanation(
        line + key.end() - 1,
        "There is no space behind the colon",
        f"Write `{key[1]}: ` and the value.",
    )


def _colon(fault: _Fault) -> _Explanation:
    start = fault.word_start(fault.at)
    above = fault.line_before(fault.at)
    explanation = _no_space(fault, above) or _no_space(fault, start)
    if explanation is not None:
        return explanation
    before = fault.text[start : fault.at]
    is_indented_further = above >= 0 and fault.column(start) > fault.column(above)
    if re.fullmatch(r"(?:- )?[a-z_-]+", before) and is_indented_further:
        return _Explanation(
            start,
            "This line is indented further than the one above it, so it would belong to its text",
            "Keys of one entry begin in the same column; where the line is part of the text, put "
            "the whole text into quotation marks.",
        )
    return _colon_in_text(fault)


def _colon_in_text(fault: _Fault) -> _Explanation:
    return _Explanation(
        fault.at,
        "A colon with a space behind it stands in a text without quotation marks",
        _QUOTE_IT,
    )


def _no_colon(fault: _Fault) -> _Explanation:
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
        return _Explanation(
            line,
            f"The text of `{key}` is not indented",
            "Begin each of its lines with two spaces more than the key.",
        )
    return _Explanation(
        line,
        "This line is neither a key with its value nor part of the text above",
        "Write `key: value`; further lines of a text are indented more than its key.",
    )


def _comment_above(fault: _Fault, line: int) -> _Explanation | None:
    """A comment in the line above cut the text short that this line goes on with."""
    above = fault.line_before(line)
    comment = COMMENT_IN_VALUE.search(fault.line(above)) if above >= 0 else None
    return comment and _comment(fault.line_start(above) + comment.end() - 1)


def _comment(offset: int) -> _Explanation:
    return _Explanation(offset, "The text ends here, because ` #` begins a comment", _QUOTE_IT)


def _no_key(fault: _Fault) -> _Explanation:
    if fault.character(fault.at) == ":":
        return _Explanation(fault.at, "There is no key before the colon", "Write `key: value`.")
    return (
        _goes_on_behind_value(fault)
        or _comment_above(fault, fault.at)
        or _Explanation(
            fault.at,
            "The indent of this line fits none of the lines above it",
            "Keys of one entry begin in the same column, and so do the dashes of a list; the lines "
            "of a text are indented at least as far as the first.",
        )
    )


def _goes_on_behind_value(fault: _Fault) -> _Explanation | None:
    """Something stands behind a value that was closed by a quotation mark or a bracket."""
    if fault.at == fault.word_start(fault.at):
        return None
    start = _start_of_value(fault)
    opening = fault.character(start)
    if opening in ("[", "{"):
        return _Explanation(
            start, f"A text without quotation marks cannot begin with `{opening}`", _QUOTE_IT
        )
    if opening not in ('"', "'"):
        return None
    if fault.line_number(start) != fault.line_number(fault.at):
        return _Explanation(
            start,
            "The quotation mark that opens here is closed only in line "
            f"{fault.line_number(fault.at)}",
            "Close it where the text ends.",
        )
    return _Explanation(
        fault.at,
        "The text goes on behind its closing quotation mark",
        'Write `\\"` for a quotation mark inside the text, or typographic ones: “…”.'
        if opening == '"'
        else "Put the whole text into double quotation marks; then apostrophes do no harm.",
    )


def _start_of_value(fault: _Fault) -> int:
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


def _list_column(fault: _Fault) -> _Explanation:
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
    return _Explanation(fault.at, message, hint)


def _list_behind_key(fault: _Fault) -> _Explanation:
    return _Explanation(
        fault.at,
        "A list cannot begin in the line of its key",
        "Begin it in the next line; a text that begins with a dash needs quotation marks.",
    )


def _question_mark(fault: _Fault) -> _Explanation:
    return _cannot_begin(fault._replace(begun_at=fault.at))


def _in_brackets(fault: _Fault) -> _Explanation:
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
        return _Explanation(
            fault.begun_at,
            f"The `{opening}` that opens here is not closed",
            f"Close it with `{closing}`; a text that begins with `{opening}` needs quotation "
            "marks.",
        )
    if is_at_colon:
        return _colon_in_text(fault)
    return _Explanation(
        fault.at,
        "A comma is missing here, or quotation marks around the text before",
        f"Between `{opening}` and its end, values are separated by commas.",
    )


def _value_missing(fault: _Fault) -> _Explanation:
    if fault.character(fault.at) in ("@", "`", "%"):
        return _question_mark(fault)
    return _Explanation(
        fault.at, "A value is missing here", "Look for a comma or a bracket too many."
    )


def _never_ends(fault: _Fault) -> _Explanation:
    return _Explanation(
        fault.begun_at,
        "The quotation mark that opens here is never closed",
        "Close it where the text ends.",
    )


def _behind_text_mark(fault: _Fault) -> _Explanation:
    mark = fault.character(fault.begun_at)
    return _Explanation(
        fault.begun_at,
        f"Nothing may stand behind `{mark}` in the same line",
        "Begin the text in the next line, indented; or put it into quotation marks.",
    )


def _escape(fault: _Fault) -> _Explanation:
    return _Explanation(
        fault.at,
        f"`{fault.text[fault.at : fault.at + 2]}` means nothing in double quotation marks",
        "Write `\\\\` for a backslash, or use single quotation marks.",
    )


def _escape_code(fault: _Fault) -> _Explanation:
    return _Explanation(
        fault.at, "There is no such character", "Write the character itself instead of a code."
    )


def _second_document(fault: _Fault) -> _Explanation:
    if re.search(r"^\.\.\.", fault.text[: fault.at], re.MULTILINE):
        return _Explanation(fault.at, "The file goes on after the line `...`", "Remove that line.")
    return _goes_on_behind_value(fault) or _Explanation(
        fault.at,
        "This line is indented less than the first line of the file",
        "The keys of a file begin in the first column.",
    )


_RULES: tuple[tuple[str, Callable[[_Fault], _Explanation | None]], ...] = (
    ("", _unfinished_merge),
    ("", _invisible),
    ("found a tab character", _tab),
    ("cannot start any token", _tab),
    ("cannot start any token", _cannot_begin),
    ("while scanning an alias", _cannot_begin),
    ("while scanning an anchor", _cannot_begin),
    ("while scanning a tag", _cannot_begin),
    ("expected tag URI", _cannot_begin),
    ("undefined tag handle", _question_mark),
    ("while scanning a directive", _cannot_begin),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("block sequence entries are not allowed", _list_behind_key),
    ("mapping keys are not allowed", _question_mark),
    ("did not find expected ',' or", _in_brackets),
    ("did not find expected node content", _value_missing),
    ("did not find expected key", _no_key),
    ("did not find expected '-' indicator", _list_column),
    ("unexpected end of stream", _never_ends),
    ("did not find expected comment or line break", _behind_text_mark),
    ("unknown escape character", _escape),
    ("invalid Unicode character escape code", _escape_code),
    ("expected <document start>", _second_document),
)
"""Part of what the parser says, and what it means; the first that knows an answer gives it."""
