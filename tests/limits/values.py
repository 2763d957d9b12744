"""Values at the limits of the format: what a JSON Schema of a value allows, and a little more.

The schemas say all that is known here of a key, so a new key is tried without a word about it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from build_scripts.model.structure_schema import IDS_OF
from build_scripts.model.value_patterns import (
    CONTACT_PATTERN,
    DATE_PATTERN,
    DOI_PATTERN,
    EDTF_OR_NONE_PATTERN,
    EDTF_PATTERN,
    EDTF_POINT_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    WEB_ADDRESS_PATTERN,
    YEAR_PATTERN,
)

Pick = Callable[[Sequence[Any]], Any]
"""Chooses one of several; the first is the plainest."""

BEYOND_ONE_PLACEABLE = 2_600
"""A length that Fluent's runtime does not fill in, far below the limits of most texts."""

PIECES = (
    *(
        "words ",
        "x",
        "{",
        "}",
        "{{ x }}",
        "{% x %}",
        "{ $words }",
        "\\",
        "|",
        "<",
        ">",
        "&",
        "&lt;",
    ),
    *('"', "'", "`", "```\n", "~~~\n", "*", "**a ", "_", "[", "]", "[[", "]]", "[[town|", "(", ")"),
    *(
        "!",
        "![",
        "# ",
        "$",
        "^",
        "==",
        "++",
        "-",
        "- ",
        "1. ",
        "> ",
        ">",
        "    ",
        ":",
        "/",
        "%",
        "%s",
    ),
    *(
        "<!--",
        "-->",
        "]]>",
        "<script>",
        "</p>",
        "\n",
        "\n\n",
        " \n",
        "\t",
        "\f",
        "\r",
        "\u00a0",
        " ",
    ),
    *("\0", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ud800", "\ufdd0", "\ufffd", "\uffff"),
    *("\u200b", "\u200d", "\u200e", "\u200f", "\u202e", "\u2066", "\u061c", "\u00ad", "\ufeff"),
    *("e\u0301", "a" + "\u0301" * 99, "\u0301", "\u05d0 ", "\u0627\u0644 ", "\u05d0a1 ", "\ufdfa"),
    *("\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f1e7\U0001f1fe", "1\ufe0f\u20e3"),
    *("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "\U00020000"),
    *("\u0130", "\u00df", "\u1e9e", "\u0149", "\u0661", "\u4e00", "\u0e01", "\u3164", "\ue000"),
    *(
        "[a](https://[) ",
        "<https://[::1> ",
        "[a](https://ex\u2100ample.org) ",
        "https://[",
        "[^1] ",
    ),
    *("[a](https://example.org:99999/) ", "[a](mailto:a@[) ", "www.[x.org ", "[a](//[) ", "a]b[c "),
)
_NEVER_ACCEPTED = frozenset("\0\x1b\x7f\x85\ud800\ufdd0\uffff\u200b\u202e\u2066\u00ad\ufeff")

_HOSTS = (
    *(
        "example.org",
        "[::1]",
        "[",
        "[]",
        "]",
        "[::",
        "[:::]",
        "[2001:db8::1]",
        "[v1.x]",
        "[1.2.3.4]",
    ),
    *("ex\u2100ample.org", "ex\uff0fample.org", "ex\uff03.org", "\uff20.org", "a\uff1ab", "\ufe56"),
    *("example.org:0", "example.org:65535", "example.org:99999", "example.org:x", "example.org:"),
    *(
        "b\u00fccher.de",
        "xn--bcher-kva.de",
        "xn--",
        "\u4f8b\u3048.jp",
        "1.2.3.4",
        "999.999.999.999",
    ),
    *(
        "a" * 64 + ".org",
        "a..b",
        ".",
        "a_b.org",
        "%5b",
        "ex%6dple.org",
        "a|b",
        "a^b",
        "a\u0301.org",
    ),
    *("\u05d0.org", "\U0001f600.org", "localhost", "0", "0x7f.1", "\u3002org", "a\u200db.org"),
)
_TAILS = (
    "",
    "/",
    "/[",
    "/a]b?[c]#[",
    "?q=[",
    "#]",
    "/%",
    "/%zz",
    "/\u2100",
    "/{x}",
    "/|",
    "/" * 1_900,
)
WEB_ADDRESSES = (
    *(f"https://{host}{tail}" for host in _HOSTS for tail in ("", "/a")),
    *(f"http://example.org{tail}" for tail in _TAILS),
)
_MAIL = (
    "a@b",
    "a@[",
    "a@[::1]",
    "a" * 1_900 + "@b.org",
    "a%@b",
    "%zz@b",
    "\u2100@b.org",
    "a'b@c.d",
)

DATES = ("-9999", "0000", "-0000", "0000-01-01", "9999-12-31", "-9999-12-31", "0001", "-0001-02")
EDTF = (
    *(*DATES, "Y-999999999", "Y999999999", "Y10000~", "00XX", "-00XX", "99XX", "-99XX", "000X"),
    *("-000X", "-999X%", "0000-XX", "9999-XX-XX", "-0001-10-XX", "0000-21", "9999-24%", "-0044-22"),
)
_INTERVALS = (
    *("../9999", "../-9999", "-9999/..", "/0000", "0000/", "Y-999999999/Y999999999", "9999/9999"),
    *("-0001/0001", "0000-24~/0001-21?", "/Y-999999999", "Y999999999/..", "1964-01-01/1964-12-31%"),
)
LANGUAGES = (
    *("en", "be", "ar", "he-Hebr", "zh-Hant-TW", "und", "zzz", "qaa-Qaaa-QM-x-southern", "root"),
    *(
        "en-" + "-".join(["abcdefgh"] * 10),
        "aaa" + "-1" * 48,
        "sr-Latn-RS-ekavsk",
        "de-1996",
        "EN-us",
    ),
    *("en-a-bbb-x-a-ccc", "az-Arab", "tlh", "x-x", "en-GB-oed", "art-lojban", "yue-u-co-stroke"),
)

_BY_PATTERN: Mapping[str, Sequence[str]] = {
    DATE_PATTERN: DATES,
    EDTF_PATTERN: (*EDTF, *_INTERVALS),
    EDTF_POINT_PATTERN: EDTF,
    EDTF_OR_NONE_PATTERN: (*EDTF, *_INTERVALS, "n.d."),
    YEAR_PATTERN: ("-9999", "0000", "9999", "-0001"),
    LANGUAGE_PATTERN: LANGUAGES,
    WEB_ADDRESS_PATTERN: WEB_ADDRESSES,
    CONTACT_PATTERN: (*(f"mailto:{mail}" for mail in _MAIL), *WEB_ADDRESSES),
    DOI_PATTERN: (
        *("10.1000/182", "10.1000/[", "https://doi.org/10.1000/a#?[", "10.999999999.1/\u2100"),
        "10.1000/" + "{%}" * 600,
    ),
}
_EXAMPLES_OF_NUMBERS = ("978-0-571-08989-5", "2049-3630", "080442957X")


def values_of(schema: Mapping[str, Any], ids: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Values for a scalar with this schema: its limits, and what looks like its values.

    Args:
        schema: of the scalar.
        ids: which ids there are, by what they name.
    """
    if IDS_OF in schema:
        return ids[schema[IDS_OF]]
    if "enum" in schema:
        return [str(value).lower() if value is True else str(value) for value in schema["enum"]]
    if "const" in schema:
        return [str(schema["const"])]
    pattern = schema.get("pattern", "")
    if pattern in _BY_PATTERN:
        return _BY_PATTERN[pattern]
    if "maximum" in schema:
        return [*map(str, (schema["minimum"], 1, 2, 3, schema["maximum"]))]
    if schema.get("maxLength", 0) >= BEYOND_ONE_PLACEABLE // 3 and "examples" not in schema:
        return texts(schema["maxLength"])
    return [*map(str, schema.get("examples", ())), *_EXAMPLES_OF_NUMBERS, "1", "1-3"]


def is_new_id(schema: Mapping[str, Any]) -> bool:
    """Whether a value is an id that names the entry itself, or did so formerly."""
    return schema.get("pattern") == ID_PATTERN and IDS_OF not in schema


@cache
def texts(longest: int) -> Sequence[str]:
    """Texts up to a length: short ones with each piece, then long ones."""
    return (*_short(), *_long(longest))


def _short() -> Iterator[str]:
    for piece in PIECES:
        yield f"a{piece}b"
        yield piece


def _long(longest: int) -> Iterator[str]:
    for piece in PIECES:
        if _NEVER_ACCEPTED.isdisjoint(piece):  # one shows as much as a thousand
            yield from (_repeated(piece, min(length, longest)) for length in (2_600, longest))


def _repeated(piece: str, length: int) -> str:
    return (piece * length)[: length - 1] + "."
