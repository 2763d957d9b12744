"""Finds a header with metadata at the beginning of a text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_KEYS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "by": "author",
    "date": "date",
    "published": "date",
    "publisher": "publisher",
    "language": "language",
    "lang": "language",
    "url": "url",
    "source": "url",
    "rights": "rights",
    "licence": "rights",
    "license": "rights",
    "translator": "translator",
    "description": "description",
}
_LINE = re.compile(r"[ \t]*([A-Za-z]+)[ \t]*:[ \t]*(.*?)[ \t]*")
_DATE_IN_FRONT = re.compile(r"[ \t]*date[ \t:=]+(\d{4}-\d{2}-\d{2})[ \t]+(?=\S)", re.IGNORECASE)
_FENCE = "---"
_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Header:
    """A header; without text if none was found.

    Attributes:
        text: the header, character for character.
        metadata: its values by keys of reading.yml, with `author` for `authors`.
    """

    text: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


def header_of(text: str) -> Header:
    """The header of a text, if it has one beyond doubt.

    A header is one of these: lines between two lines of three hyphens; at least two lines such as
    ``Title: …`` or ``Date: …``, up to a blank line; or ``date 1952-04-26`` before the first words.

    The text has LF as its only line end, and no byte order mark.
    """
    return _fenced(text) or _labelled_lines(text) or _date_in_front(text) or Header()


def _fenced(text: str) -> Header | None:
    lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    if lines[0].rstrip() != _FENCE:
        return None
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == _FENCE), 0)
    inside = lines[1:end]
    if not any(map(_key_and_value, inside)):
        return None
    return _header(text, lines[: end + 1], _metadata(inside))


def _labelled_lines(text: str) -> Header | None:
    lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    end = next((n for n, line in enumerate(lines) if not line.strip(" \t")), 0)
    if end < 2 or not all(map(_key_and_value, lines[:end])):
        return None
    return _header(text, lines[:end], _metadata(lines[:end]))


def _date_in_front(text: str) -> Header | None:
    match = _DATE_IN_FRONT.match(text)
    return Header(match[0], {"date": match[1]}) if match else None


def _header(text: str, lines: list[str], metadata: dict[str, str]) -> Header | None:
    length = sum(len(line) + 1 for line in lines)
    # If no words follow, the lines are the text itself.
    return Header(text[:length], metadata) if text[length:].strip() else None


def _key_and_value(line: str) -> tuple[str, str] | None:
    """The key of reading.yml that a line is about, and its value."""
    match = _LINE.fullmatch(line)
    if match is None or match[1].lower() not in _KEYS or not match[2]:
        return None
    return _KEYS[match[1].lower()], match[2].strip("\"'")


def _metadata(lines: list[str]) -> dict[str, str]:
    metadata: dict[str, str] = {}
    for key, value in filter(None, map(_key_and_value, lines)):
        metadata.setdefault(key, value)
    return metadata
