"""Explain pydantic's findings in words for the person who wrote the annotation."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from pydantic_core import ErrorDetails

from build_scripts.model.codes import Code
from build_scripts.model.csl_variables import PEOPLE
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.value_patterns import (
    DATE_PATTERN,
    EDTF_PATTERN,
    EDTF_POINT_PATTERN,
    ID_PATTERN,
)
from build_scripts.read.checking.probable_date import probable_dates
from build_scripts.text.coordinates_as_text import NotCoordinates
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.edtf_dates import NotADate
from build_scripts.text.hidden_characters import looks_blank
from build_scripts.text.ids import RULE_FOR_IDS, intended_id, is_id
from build_scripts.text.spdx_licences import listed_ids
from build_scripts.text.wording import shortened


def explain(detail: ErrorDetails, key: str, place: Origin) -> Diagnostic:
    """Explain a finding on the value at a place; `key` is the nearest key above it, if any."""
    value = detail["input"]
    kind = detail["type"]
    if isinstance(value, str) and looks_blank(value):
        name = f"`{key}`" if key else "This entry"
        hint = "Write something there, or delete it."
        return place.diagnostic(Code.EMPTY_VALUE, f"{name} is empty", hint)
    if kind == "string_pattern_mismatch" and detail["ctx"]["pattern"] == ID_PATTERN:
        return _not_an_id(str(value), key, place)
    if kind == "string_too_long":
        return _too_long(str(value), detail["ctx"]["max_length"], key, place)
    message, hint = _EXPLANATIONS.get(kind, _other)(detail, key)
    is_in_brackets = place.document.text[place.offset : place.offset + 1] in ("[", "{")
    if kind == "string_type" and is_in_brackets:
        hint = "Put a text that begins with `[` or `{` into quotation marks."
    message = f"`{key}`: {message}" if key else message[:1].upper() + message[1:]
    return place.diagnostic(Code.WRONG_VALUE, message, hint)


def _too_long(value: str, longest: int, key: str, place: Origin) -> Diagnostic:
    name = f"`{key}`" if key else "This text"
    return place.diagnostic(
        Code.TEXT_TOO_LONG,
        f"{name} has {len(value):,} characters; at most {longest:,} are allowed here",
        "Shorten it, or split it into several entries." if longest > 5_000 else "Shorten it.",
    )


def _not_an_id(value: str, key: str, place: Origin) -> Diagnostic:
    if key == "kind":
        return place.diagnostic(
            Code.WRONG_VALUE,
            f"`{shortened(value)}` cannot be the kind of a term",
            "Write a single word in small letters, such as `person` or `place`. You may make up "
            "your own.",
        )
    if key in ("sources", "ref") and "://" in value:
        return place.diagnostic(
            Code.BAD_ID,
            f"`{shortened(value)}` is an address, not the id of a source",
            "Describe the source under `references:`, usually in `annotations/sources.yml`, with "
            "this address as its `URL`. Then write its id here.",
        )
    meant = intended_id(value)
    instead = f"`{shortened(meant)}`" if is_id(meant) else "one such as `loan-size`"
    return place.diagnostic(
        Code.BAD_ID,
        f"`{shortened(value)}` cannot be an id",
        f"Write {instead}: {RULE_FOR_IDS}",
    )


_Words = tuple[str, str]
"""A message and a hint."""


def _choice(detail: ErrorDetails, _: str) -> _Words:
    expected = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    choices = expected.split(", ")
    value = detail["input"]
    if not isinstance(value, str):
        return "one word is expected here", f"Write one of these: {expected}."
    return (
        f"`{shortened(value)}` is not one of the allowed words",
        did_you_mean(value, choices, f"Write one of these: {expected}."),
    )


def _our_own(detail: ErrorDetails, key: str) -> _Words:
    error = detail["ctx"]["error"]
    if isinstance(error, NotADate):
        hint = error.hint or _meant(probable_dates(str(detail["input"])), key) or _how_to_write(key)
    elif isinstance(error, NotCoordinates):
        hint = error.hint
    elif key == "spdx":
        hint = did_you_mean(str(detail["input"]), listed_ids(), _HINTS[key])
    elif key == "file":
        hint = f"Put the source into `seeds/`, and write `seeds/{_file_name(detail['input'])}`."
    else:
        hint = _HINTS.get(key, "Write one of the two." if not key else "")
    return str(error), hint


def _meant(dates: Sequence[str], key: str) -> str:
    """The hint that proposes those dates that may stand at a key."""
    pattern = DATE_PATTERN if key in _KNOWN_DATES else EDTF_PATTERN
    if key == "end_date":
        pattern = EDTF_POINT_PATTERN
    possible = [f"`{date}`" for date in dates if re.fullmatch(pattern, date)]
    if len(possible) > 1:
        return f"Write {' or '.join(possible)}, whichever you mean."
    return f"Write {possible[0]} if that is what you mean." if possible else ""


_KNOWN_DATES = ("accessed", "created", "modified")
"""Keys whose dates are known."""


def _how_to_write(key: str) -> str:
    hint = "Write the year first, then month and day as far as you know them, and nothing else."
    if key in _KNOWN_DATES:
        return hint
    return f"{hint} About 1984 is `1984~`, the 1980s are `198X`, from 1964 to 2008 is `1964/2008`."


def _file_name(value: object) -> str:
    """The file name in a path of any operating system, or a placeholder if there is none."""
    name = PurePosixPath(str(value).replace("\\", "/")).name
    return shortened(name) if re.fullmatch(r"[^:\x00-\x1f]+", name) else "NAME.txt"


def _pattern(detail: ErrorDetails, _: str) -> _Words:
    if "0-9a-f" in detail["ctx"]["pattern"]:
        return "a sha256 has 64 digits, 0–9 and a–f", "`sha256sum FILE` prints it."
    return (
        f"`{shortened(detail['input'])}` is not a language tag",
        "Write the short tag of the language, such as `en`, `be` or `pt-BR`.",
    )


def _mapping(detail: ErrorDetails, key: str) -> _Words:
    value = detail["input"]
    is_quotable = isinstance(value, str) and '"' not in value
    words = shortened(value) if is_quotable else "words of the text"
    example = _EXAMPLES.get(key, "").replace("words of the text", words)
    hint = f"Write {example}." if example else "Write `key: value` on lines of their own."
    return "keys with values are expected here", hint


def _list(detail: ErrorDetails, key: str) -> _Words:
    value = detail["input"]
    if key and isinstance(value, str) and is_id(value):
        return "a list is expected here", f"Write `{key}: [{shortened(value)}]`."
    return (
        "a list is expected here",
        "Write `[…]` around the values, with commas between them; or each on a line after `- `.",
    )


def _text(_detail: ErrorDetails, _key: str) -> _Words:
    return "a text is expected here", "Write a text, not a list and not keys with values."


def _number(_detail: ErrorDetails, _key: str) -> _Words:
    return "a whole number is expected here", "Write it in digits, like `3`."


def _too_few(detail: ErrorDetails, _: str) -> _Words:
    least, given = detail["ctx"]["min_length"], detail["ctx"]["actual_length"]
    return (
        f"at least {least} are expected here, not {given}",
        "Add the others, or delete the entry.",
    )


def _too_small(detail: ErrorDetails, _: str) -> _Words:
    least = detail["ctx"]["ge"]
    return f"the smallest number here is {least}", f"Write {least} or more."


def _too_large(detail: ErrorDetails, _: str) -> _Words:
    most = detail["ctx"]["le"]
    return f"the largest number here is {most}", f"Write {most} or less."


def _other(detail: ErrorDetails, _: str) -> _Words:
    return detail["msg"][0].lower() + detail["msg"][1:], ""


_EXAMPLES: Mapping[str, str] = {
    "annotations_licence": "`annotations_licence: CC-BY-4.0`",
    "licence": "`licence: CC-BY-4.0`",
    "target": '`target: {exact: "words of the text"}`',
    "passages": '`{exact: "words of the text"}`, or `{reading: ID}` for a passage elsewhere',
    "source": "`source: {file: seeds/NAME.txt}`",
    "refers_to": '`refers_to: {reading: ID, exact: "words of the text"}`',
    "translations": "`translations: {ru: NAME}`",
    "coordinates": "`coordinates: {latitude: 53.9, longitude: 27.57}`",
    "alignment": "`alignment: 1-40`",
    "introduction": '`introduction: {body: "TEXT"}`',
}

_HINTS: Mapping[str, str] = {
    **dict.fromkeys(("authors", "interviewee", "author", *PEOPLE), "Write one of the two."),
    "contact": "For mail, write `mailto:` before the address, and nothing after it.",
    "DOI": "Copy it from the page of the publisher, or leave it out.",
    "ISBN": "Compare it with the book, or leave it out.",
    **dict.fromkeys(("licence", "annotations_licence"), "Write `CC-BY-4.0`, or `{name: NAME}`."),
    "ISSN": "Compare it with the journal, or leave it out.",
    "except": "Write a phrase, or `reading:` and the id of a reading.",
    "modified": "Check `created` and `modified`.",
    "end_date": "Check `date` and `end_date`; for a single day or an interval, leave out "
    "`end_date`.",
    "target": "Use `exact` to annotate certain words, `paragraphs` for whole paragraphs, or "
    "`reading: true` for the whole text.",
    "paragraphs": "Write the first number and the last, like `3-5`.",
    "from": "Write four digits.",
    "to": "Write four digits.",
    "url": "Copy it from the address bar of the browser.",
    "URL": "Copy it from the address bar of the browser.",
    "spdx": "Look the id up at https://spdx.org/licenses/, or write only a `name`.",
    "refers_to": 'Write `{reading: ID, exact: "words"}`, `{term: ID}` or `{event: ID}`.',
    "passages": "Use `exact` for certain words, `paragraphs` for whole paragraphs, or `reading` "
    "alone for the whole reading.",
    "pronunciation": "Write `pronunciation: loo-ka-SHEN-ka`, or `{ipa: lukaˈʂɛnka, language: be}`.",
    "timeline": "Write the earlier year as `from`.",
    "readings": "Name each reading once.",
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
    "too_short": _too_few,
    "string_pattern_mismatch": _pattern,
}
"""By pydantic's type of the finding."""
