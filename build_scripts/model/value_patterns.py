"""Regular expressions for ids, dates, languages and web addresses of the format.

Python, JSON Schema and the scripts of the pages use them, so they are limited to what the three
dialects of regular expressions share.
"""

ID_PATTERN = r"^[a-z][a-z0-9-]*$"

_YEAR = r"-?[0-9]{4}"
_DATE = rf"{_YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"

YEAR_PATTERN = rf"^{_YEAR}$"
DATE_PATTERN = rf"^{_DATE}$"
"""A year, a month or a day of ISO 8601, whether or not the day exists in the calendar."""

_STRETCH = r"-?[0-9]{2}([0-9]X|XX)"
_IN_YEAR = rf"{_YEAR}-(2[1-4]|XX(-XX)?|(0[1-9]|1[0-2])-XX)"
_LONG_YEAR = r"Y-?[1-9][0-9]{4,8}"
_POINT = rf"({_DATE}|{_IN_YEAR}|{_STRETCH}|{_LONG_YEAR})[?~%]?"
_END = rf"({_DATE}|{_YEAR}-2[1-4]|{_LONG_YEAR})[?~%]?"
_EDTF = rf"({_POINT}|{_END}/({_END}|\.\.)?|(\.\.)?/{_END})"

EDTF_PATTERN = rf"^{_EDTF}$"
"""A date of the Extended Date/Time Format, level 1, whether or not its days exist."""
EDTF_POINT_PATTERN = rf"^{_POINT}$"
"""The same without intervals."""
EDTF_OR_NONE_PATTERN = rf"^({_EDTF}|n\.d\.)$"

LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
"""The shape of a language tag (BCP 47)."""

_BECOME_SEPARATORS = (
    "\u2047-\u2049\u2100\u2101\u2105\u2106\u2a74\ufe13\ufe16\ufe55\ufe56\ufe5f\ufe6b"
    "\uff03\uff0f\uff1a\uff1f\uff20"
)
"""What browsers (UTS 46) and Python turn into one of ``/?#@:``, which would move the host's end."""
_H16 = "[0-9A-Fa-f]{1,4}"
_IPV6 = "|".join(
    (
        rf"({_H16}:){{7}}{_H16}",
        rf"({_H16}:){{1,7}}:",
        *(rf"({_H16}:){{1,{before}}}(:{_H16}){{1,{7 - before}}}" for before in range(1, 7)),
        rf":(:{_H16}){{1,7}}",
        "::",
    )
)
"""IPv6address of RFC 3986, 3.2.2, without the forms that end like an IPv4 address."""
_PORT = "(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[0-9]{1,4})"
_HOST = rf'([^\s/?#@\\\[\]:<>"{_BECOME_SEPARATORS}]+|\[({_IPV6})\])(:{_PORT}?)?'
"""A host and its port, as programs can read them."""

WEB_ADDRESS_PATTERN = rf'^https?://{_HOST}([/?#][^\s<>"]*)?$'

DOI_PATTERN = r"^((https?://(dx\.)?doi\.org/|doi: ?))?10\.[0-9]{4,9}(\.[0-9]+)*/[^\s]+$"
"""A DOI, alone or as an address; what comes after its slash may have any characters."""

CONTACT_PATTERN = rf'{WEB_ADDRESS_PATTERN}|^mailto:[^\s<>"@?&]+@[^\s<>"@?&]+$'
"""A web address, or one of electronic mail without a subject or the like."""

HOST_PATTERN = rf"^https?://{_HOST}(?=[/?#]|$)"
"""The beginning of an address in a body, compared without case; see `web_address`."""
