"""Coordinates as people write them: two numbers, or degrees with minutes and seconds.

The order is that of ISO 6709 and of the ``geo`` URI (RFC 5870): latitude first.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

FARTHEST = {"latitude": 90, "longitude": 180}
"""The largest degrees, by what they are."""
DEGREES = r"[-+]?[0-9]{1,3}(?:\.[0-9]{1,12})?"

PAIR_PATTERN = rf"^\s*({DEGREES})\s*,\s*({DEGREES})\s*$"
"""The latitude and the longitude in a text."""
_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{1,12})?"
_LETTER = r"[NSEW](?![a-z])"
_ANGLE = (
    rf"(?P<sign>[-+])?\s*(?P<degrees>{_NUMBER})\s*[°º˚]?\s*"
    rf"(?:(?P<minutes>{_NUMBER})\s*['’′]\s*(?:(?P<seconds>{_NUMBER})\s*(?:[\"”″]|['’′]{{2}})\s*)?)?"
)
_LETTER_FIRST, _LETTER_LAST = (
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"(?P<letter>{_LETTER})\s*{_ANGLE}", rf"{_ANGLE}(?P<letter>{_LETTER})?")
)
_LONGEST = 80


class NotCoordinates(ValueError):
    """A value is no coordinates; the message and the hint are for the person who wrote it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def degrees(written: str, which: str) -> float:
    """A latitude or a longitude in decimal degrees.

    Raises:
        NotCoordinates: it is no such number, or too large.
    """
    if re.fullmatch(DEGREES, written) is None:
        found = _parts(written)
        meant = f"`{found[0].shown}`" if len(found) == 1 and found[0].is_possible(which) else ""
        raise NotCoordinates(
            f"a {which} is a number of degrees, such as `53.9` or `-27.57`",
            f"Write {meant} if that is what you mean." if meant else "Write digits, with a dot.",
        )
    value = float(written)
    most = FARTHEST[which]
    if abs(value) > most:
        hint = "Compare it with your source: perhaps a digit or the dot is wrong."
        if which == "latitude" and abs(value) <= FARTHEST["longitude"]:
            hint = (
                "Compare it with your source. The latitude says how far north it is: perhaps it is "
                "exchanged with the longitude."
            )
        raise NotCoordinates(f"a {which} lies between -{most} and {most} degrees", hint)
    return value


def pair(written: str) -> Mapping[str, str]:
    """The latitude and the longitude in a text such as ``53.9, 27.57``, as they are written.

    Raises:
        NotCoordinates: it is anything else.
    """
    found = re.fullmatch(PAIR_PATTERN, written)
    if found is None:
        meant = _meant(written)
        raise NotCoordinates(
            "coordinates are the latitude and then the longitude, in degrees with a dot and "
            "a comma between them",
            f"Write `{meant}` if that is what you mean."
            if meant
            else "Write them like `53.9, 27.57`.",
        )
    latitude, longitude = found.groups()
    if abs(float(latitude)) > FARTHEST["latitude"] >= abs(float(longitude)):
        raise NotCoordinates(
            f"a latitude lies between -90 and 90 degrees, so {latitude} is none",
            f"Write `{longitude}, {latitude}` if that is what you mean: the latitude first, which "
            "says how far north it is.",
        )
    return {"latitude": latitude, "longitude": longitude}


class _Part(NamedTuple):
    """One of two coordinates; `hemisphere` is empty if it does not say which."""

    value: float
    hemisphere: str

    @property
    def shown(self) -> str:
        return f"{round(self.value, 4):g}"

    def is_possible(self, which: str) -> bool:
        """Whether it may be a latitude, or a longitude."""
        letters = "NS" if which == "latitude" else "EW"
        says_so = not self.hemisphere or self.hemisphere in letters
        return says_so and abs(self.value) <= FARTHEST[which]


def _parts(written: str) -> list[_Part]:
    if len(written) > _LONGEST:
        return []
    text = re.sub(r"[−–‐‑]", "-", written)
    text = re.sub(r"^geo:([^;]*).*$", r"\1", text)
    text = re.sub(r"\b(?:lat|lon)[a-z]*[:=]?", " ", text, flags=re.IGNORECASE).strip(" ()[]{}")
    if text.count(",") > 1 and not re.search(r"[;\s°]", text):
        return []  # a comma may divide numbers, or be in one
    pattern = _LETTER_FIRST if re.match(_LETTER, text, re.IGNORECASE) else _LETTER_LAST
    if pattern.sub("", text).strip(" \t,;/"):
        return []
    return [_part(found) for found in pattern.finditer(text)]


def _part(found: re.Match[str]) -> _Part:
    whole, minutes, seconds = (
        float((found[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")
    )
    hemisphere = (found["letter"] or "").upper()
    value = whole + minutes / 60 + seconds / 3600
    is_negative = found["sign"] == "-" or hemisphere in ("S", "W")
    return _Part(-value if is_negative else value, hemisphere)


def _meant(written: str) -> str:
    """The pair that is probably meant by another way of writing; empty if that is not certain."""
    parts = _parts(written)
    if len(parts) != 2:
        return ""
    if parts[0].hemisphere in ("E", "W"):
        parts.reverse()
    latitude, longitude = parts
    if latitude.is_possible("latitude") and longitude.is_possible("longitude"):
        return f"{latitude.shown}, {longitude.shown}"
    return ""
