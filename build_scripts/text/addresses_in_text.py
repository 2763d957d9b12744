r"""Addresses in a text: of pages, mailboxes, accounts, documents and files.

Their words are parts of an address, and not words of the text. What an address is follows RFC 3986
and 3987 (addresses with a scheme, letters of any script included), RFC 6531 (e-mail), the DOI
Handbook, and what people write without a scheme: `example.org/boat`, `boat.txt`, `C:\boat`. These
are not addresses: a word after a full stop without a blank (`boat.The`), an abbreviation (`U.S.`),
words with a stroke between them (`and/or`), and a hashtag, which is a word of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import regex
from babel import Locale

from build_scripts.model.span import Span
from build_scripts.text.scripts_without_spaces import WITHOUT_WORD_BORDERS

# What may be in an address. Quotation marks, brackets of East Asia and the like end it, although
# RFC 3987 would allow some of them.
_PIECE: Final = regex.compile(r"""[^\s"'<>“”„‟‘‚«»‹›、。，；：！？（）「」『』【】《》〈〉…—]+""")
_SIGN: Final = regex.compile(r"[/\\@]|\.(?=[^\W\d_])")
_SCHEME: Final = regex.compile(r"(?i)\b(?:mailto|doi|urn|tel|xmpp|arxiv):")
_LONGEST_SCHEME: Final = len("mailto:")
# The standard library's re is much faster, so it finds what may be a sign.
_MAY_BE_SIGN: Final = re.compile(r"[/\\@.:]")
_MARKUP: Final = "_*"
_CLOSING: Final = ".,;:!?~-" + _MARKUP

# A letter of a script without spaces belongs to an address only after a sign or another such
# letter, so that an address ends where Chinese goes on: 见http://example.org/boat号船.
_LETTER: Final = rf"(?:(?!{WITHOUT_WORD_BORDERS})[\p{{L}}\p{{M}}\p{{N}}])"
_ALONE: Final = rf"(?:(?<=[/.=?&#_:%@-]|{WITHOUT_WORD_BORDERS}){WITHOUT_WORD_BORDERS})"
_ONE: Final = rf"(?:(?!{WITHOUT_WORD_BORDERS})[^()\[\]{{}}|\\^`]|\([^()]*\)|{_ALONE})"
_NAME: Final = rf"(?:(?:{_LETTER}|[_-])++|(?<!{WITHOUT_WORD_BORDERS}){WITHOUT_WORD_BORDERS}++)"
_NAMES: Final = rf"{_NAME}(?:\.{_NAME})*"
_BEGIN: Final = rf"(?<!{_LETTER}|[._/\\@-])"
_END: Final = rf"(?!{_LETTER})"

# Domains that are not named for a country, as far as they are common.
_DOMAINS: Final = (
    "com|org|net|edu|gov|mil|int|info|biz|name|pro|museum|coop|aero|jobs|mobi|travel|cat|asia|arpa"
    "|onion|app|dev|blog|site|online|shop|store|cloud|wiki|xyz|academy|library|press"
)
_OTHER_COUNTRIES: Final = (
    "uk|eu|su|рф|укр|срб|бел|мкд|қаз|भारत|中国|中國|香港|台灣|한국|السعودية|مصر|ایران"
)
# Extensions that are not words of a language.
_EXTENSIONS: Final = (
    "txt|md|rst|html?|xhtml|xml|json|ya?ml|toml|csv|tsv|pdf|ps|eps|djvu|epub|mobi|azw3?|docx?|odt"
    "|rtf|xlsx?|ods|pptx?|odp|tex|bib|ris|jpe?g|png|gif|svg|tiff?|bmp|webp|psd|mp[34]|m4[av]|wav"
    "|flac|ogg|opus|avi|mov|mkv|webm|zip|gz|tgz|bz2|xz|7z|rar|tar|exe|dll|iso|dmg|apk|js|css|py|sh"
    "|rb|php|cpp|java|sql|db|log|ini|cfg|conf|bak|tmp|ttf|otf|woff2?|mdb|kml|kmz|gpx|srt|vtt|eml"
)


@cache
def _address() -> regex.Pattern[str]:
    """A pattern of one address."""
    countries = "|".join(
        code.lower() for code in sorted(Locale("en").territories) if regex.match("[A-Z]{2}$", code)
    )
    host = rf"{_NAMES}\.(?-i:{countries}|{_OTHER_COUNTRIES}|{_DOMAINS}|{_DOMAINS.upper()}){_END}"
    kinds = (
        rf"(?<!{_LETTER})[a-z][a-z0-9+.-]{{0,30}}://{_ONE}++",
        rf"{_BEGIN}(?:mailto|doi|urn|tel|xmpp|arxiv):{_ONE}++",
        rf"{_BEGIN}www\.{_ONE}++",
        rf"{_BEGIN}10\.\d{{4,9}}/{_ONE}++",
        # A mailbox, also an account on another server: @boat@example.org.
        rf"(?<!{_LETTER}|[.!#$%&*+/=?^_`{{|}}~@-])@?(?:{_LETTER}|[.!#$%&*+/=?^_`{{|}}~-])++@{_NAMES}",
        # An account.
        rf"{_BEGIN}@(?!\d){_LETTER}(?:{_LETTER}|[_.-])*+",
        # Paths: from a drive, from another computer, between strokes backwards, from a home.
        rf"{_BEGIN}[a-z]:[\\/](?:{_ONE}|\\)*+",
        rf"{_BEGIN}\\\\(?:{_ONE}|\\)++",
        rf"{_BEGIN}{_NAMES}(?:\\{_NAMES})++",
        rf"(?<!{_LETTER}|[\p{{P}}<>])(?:~|\.{{1,2}})/{_ONE}*+",
        # From the root: one name between two strokes is in /italics/.
        rf"{_BEGIN}/{_NAMES}(?:/\.?{_NAMES})++",
        # A host. Without a path it has two letters before the domain, which is not a unit: 12.km.
        rf"(?://|{_BEGIN})(?:{host}|localhost|\d+(?:\.\d+){{3}})(?::\d+)?/{_ONE}*+",
        rf"{_BEGIN}(?=[^\W_]{{2}}|{WITHOUT_WORD_BORDERS})(?!\d+\.\p{{Ll}}{{2}}{_END}){host}",
        # A file, with its folders.
        rf"{_BEGIN}(?:(?<!{WITHOUT_WORD_BORDERS})\.{{0,2}}/)?(?:{_NAMES}/)*+{_NAMES}\.(?:{_EXTENSIONS}){_END}",
    )
    return regex.compile("(?i)" + "|".join(kinds))


def addresses(text: str) -> tuple[Span, ...]:
    """The addresses in a text, in order; they do not overlap."""
    return tuple(_addresses(text))


def is_part(start: int, end: int, places: Sequence[Span]) -> bool:
    """Whether ``start:end`` is in one of some addresses, and not the whole of it.

    A term may be an address: `example.org`.
    """
    number = bisect_right(places, start, key=lambda place: place.start) - 1
    return number >= 0 and start < places[number].end and places[number] != (start, end)


def _next_sign(text: str, done: int) -> "regex.Match[str] | None":
    """The first sign of an address from a place on."""
    for candidate in _MAY_BE_SIGN.finditer(text, done):
        place = candidate.start()
        if text[place] == ":":
            first = max(done, place + 1 - _LONGEST_SCHEME)
            found = _SCHEME.search(text, first, place + 1)
        else:
            found = _SIGN.match(text, place)
        if found:
            return found
    return None


def _addresses(text: str) -> Iterator[Span]:
    done = 0
    while sign := _next_sign(text, done):
        start = sign.start()
        while start > done and _PIECE.match(text[start - 1]):
            start -= 1
        piece = _PIECE.match(text, sign.start())
        done = max(sign.end(), piece.end() if piece else 0)
        for match in _address().finditer(text, start, done):
            address = match.group().rstrip(_CLOSING)
            yield Span(
                match.end() - len(match.group().lstrip(_MARKUP)), match.start() + len(address)
            )
