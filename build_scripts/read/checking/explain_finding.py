"""Explain pydantic's findings in words for the person who wrote the annotation."""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from pydantic_core import ErrorDetails

from build_scripts.model.codes import Code
from build_scripts.model.file_position import Origin
from build_scripts.model.value_patterns import ID_PATTERN
from build_scripts.read.checking.probable_date import probable_date
from build_scripts.read.schema.dates import NotADate
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.ids import intended_id, is_id
from build_scripts.text.wording import shortened


class Explanation(NamedTuple):
    """What is wrong with a value, and what to do."""

    code: Code
    message: str
    hint: str


def explain(detail: ErrorDetails, key: str, place: Origin) -> Explanation:
    """Explain a finding on a value.

    Args:
        detail: the finding.
        key: the nearest key above the value; empty for an entry as a whole.
        place: the position of the value.
    """
    value = detail["input"]
    kind = detail["type"]
    if isinstance(value, str) and not value.strip():
        name = f"`{key}`" if key else "This entry"
        return Explanation(Code.EMPTY_VALUE, f"{name} is empty", "Give it a value, or remove it.")
    if kind == "string_pattern_mismatch" and detail["ctx"]["pattern"] == ID_PATTERN:
        return _not_an_id(str(value), key)
    if kind == "string_too_long":
        return _too_long(str(value), detail["ctx"]["max_length"], key)
    message, hint = _EXPLANATIONS.get(kind, _other)(detail, key)
    is_in_brackets = place.document.text[place.offset : place.offset + 1] in ("[", "{")
    if kind == "string_type" and is_in_brackets:
        hint = "A text that begins with `[` or `{` needs quotation marks."
    message = f"`{key}`: {message}" if key else message[:1].upper() + message[1:]
    return Explanation(Code.WRONG_VALUE, message, hint)


def _too_long(value: str, longest: int, key: str) -> Explanation:
    name = f"`{key}`" if key else "This text"
    return Explanation(
        Code.TEXT_TOO_LONG,
        f"{name} has {len(value):,} characters; {longest:,} are allowed here",
        "Shorten it, or split it into several entries." if longest > 5_000 else "Shorten it.",
    )


def _not_an_id(value: str, key: str) -> Explanation:
    if key == "kind":
        return Explanation(
            Code.WRONG_VALUE,
            f"`kind`: `{shortened(value)}` is not a kind of term",
            "A kind is one word in small letters, like `person`, `place` or `organisation`.",
        )
    if key in ("sources", "ref") and "://" in value:
        return Explanation(
            Code.BAD_ID,
            f"`{shortened(value)}` is an address, not the id of a source",
            "Describe the source under `references:`, usually in `annotations/sources.yml`, with "
            "this address as its `URL`; write its id here.",
        )
    meant = intended_id(value)
    is_an_id = is_id(meant)
    return Explanation(
        Code.BAD_ID,
        f"`{shortened(value)}` is not an id",
        (f"Write `{shortened(meant)}`: an" if is_an_id else "An")
        + " id begins with a small letter a–z, followed by small letters, digits and hyphens"
        + ("." if is_an_id else ", like `loan-size`."),
    )


_Words = tuple[str, str]
"""A message and a hint."""


def _choice(detail: ErrorDetails, _: str) -> _Words:
    expected = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    choices = expected.split(", ")
    value = detail["input"]
    if not isinstance(value, str):
        return "one word is expected here", f"Allowed: {expected}."
    return (
        f"`{shortened(value)}` is not one of the allowed words",
        did_you_mean(value, choices, f"Allowed: {expected}."),
    )


def _our_own(detail: ErrorDetails, key: str) -> _Words:
    error = detail["ctx"]["error"]
    if isinstance(error, NotADate):
        meant = probable_date(str(detail["input"]))
        hint = f"Write `{meant}` if that is what you mean." if meant else _HINTS["date"]
    elif key == "file":
        hint = f"Put the source into `seeds/`, and write `seeds/{_file_name(detail['input'])}`."
    else:
        hint = _HINTS.get(key, "Write one of the two." if not key else "")
    return str(error), hint


def _file_name(value: object) -> str:
    """The file name in a path of any operating system, or a placeholder if there is none."""
    name = PurePosixPath(str(value).replace("\\", "/")).name
    return shortened(name) if re.fullmatch(r"[^:\x00-\x1f]+", name) else "NAME.txt"


def _pattern(detail: ErrorDetails, _: str) -> _Words:
    if "0-9a-f" in detail["ctx"]["pattern"]:
        return "a sha256 has 64 digits, 0–9 and a–f", "`sha256sum FILE` prints it."
    return (
        f"`{shortened(detail['input'])}` is not a language tag",
        "Write it like `en`, `be` or `pt-BR`.",
    )


def _mapping(_: ErrorDetails, key: str) -> _Words:
    example = _EXAMPLES.get(key)
    hint = f"Write {example}." if example else "Write `key: value` on lines of their own."
    return "keys with values are expected here", hint


def _list(detail: ErrorDetails, key: str) -> _Words:
    value = detail["input"]
    if key and isinstance(value, str) and is_id(value):
        return "a list is expected here", f"Write `{key}: [{shortened(value)}]`."
    return (
        "a list is expected here",
        "Write `[…]` around it, with commas between several; or write each on a line after `- `.",
    )


def _text(_detail: ErrorDetails, _key: str) -> _Words:
    return "a text is expected here", "A list or keys with values are not allowed here."


def _number(_detail: ErrorDetails, _key: str) -> _Words:
    return "a whole number is expected here", "Write it in digits, like `3`."


def _too_small(detail: ErrorDetails, _: str) -> _Words:
    least = detail["ctx"]["ge"]
    return f"the smallest number here is {least}", f"Write {least} or more."


def _too_large(detail: ErrorDetails, _: str) -> _Words:
    most = detail["ctx"]["le"]
    return f"the largest number here is {most}", f"Write {most} or less."


def _other(detail: ErrorDetails, _: str) -> _Words:
    return detail["msg"][0].lower() + detail["msg"][1:], ""


_EXAMPLES: Mapping[str, str] = {
    "annotations_license": "`annotations_license: {name: CC BY 4.0}`",
    "target": '`target: {exact: "words of the text"}`',
    "source": "`source: {file: seeds/NAME.txt}`",
    "refers_to": '`refers_to: {reading: ID, exact: "words of the text"}`',
    "translations": "`translations: {ru: NAME}`",
}

_HINTS: Mapping[str, str] = {
    **dict.fromkeys(
        ("author", "authors", "interviewee", "interviewer", "translator"), "Write one of the two."
    ),
    "contact": "For mail, write `mailto:` before the address, and nothing after it.",
    "date": "Write the year first, then month and day as far as they are known, and nothing else.",
    "except": "Write one of the two.",
    "end_date": "Check `date` and `end_date`; for a single day, leave out `end_date`.",
    "target": 'Write one of them, usually `exact: "words of the text"`.',
    "paragraphs": "Write the first number and the last, like `3-5`.",
    "from": "Write four digits.",
    "to": "Write four digits.",
    "url": "Copy it from the address bar of the browser.",
    "URL": "Copy it from the address bar of the browser.",
    "refers_to": 'Write `{reading: ID, exact: "words"}`, `{term: ID}` or `{event: ID}`.',
    "passages": "Write one of the two, or neither to mean the whole reading.",
    "timeline": "Check `from` and `to`.",
}
"""Hints by key, for values that break a rule; the message states the rule."""

_EXPLANATIONS: Mapping[str, Callable[[ErrorDetails, str], _Words]] = {
    "enum": _choice,
    "literal_error": _choice,
    "value_error": _our_own,
    "string_type": _text,
    "tuple_type": _list,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_from_float": _number,
    "int_type": _number,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "string_pattern_mismatch": _pattern,
}
"""By pydantic's type of the finding."""
