"""Whether the words of a link are its address, so that on paper it need not follow them."""

import re
import unicodedata
from urllib.parse import unquote

SHOWN = "address"
"""The class of links whose words are their address."""

_SCHEME = re.compile(r"(?:https?:)?//|mailto:", re.IGNORECASE)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Characters that let a long address break over lines."""


def shows_address(words: str, address: str) -> bool:
    """Whether words are an address as people write it.

    They may leave out its scheme, its last slash and the subject of a mail, and have letters in
    place of percent signs (RFC 3987) and of `xn--` (RFC 3492).
    """
    return _as_written(words) == _as_written(address)


def _as_written(address: str) -> str:
    written = unicodedata.normalize("NFC", unquote(address).translate(_UNSEEN)).strip("<> \t\n")
    scheme = _SCHEME.match(written)
    if scheme:
        written = written[scheme.end() :]
        if scheme.group().lower() == "mailto:":
            written = written.partition("?")[0]
    host, slash, path = written.partition("/")
    labels = (_decoded(label) for label in host.casefold().split("."))
    return f"{'.'.join(labels)}{slash}{path}".rstrip("/")


def _decoded(label: str) -> str:
    """A label of a host name in its own script."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label
