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

WEB_ADDRESS_PATTERN = r'^https?://[^\s/?#@\\<>"]+([/?#][^\s<>"]*)?$'

DOI_PATTERN = r"^((https?://(dx\.)?doi\.org/|doi: ?))?10\.[0-9]{4,9}(\.[0-9]+)*/[^\s]+$"
"""A DOI, alone or as an address; what comes after its slash may have any characters."""

CONTACT_PATTERN = rf'{WEB_ADDRESS_PATTERN}|^mailto:[^\s<>"@?&]+@[^\s<>"@?&]+$'
"""A web address, or one of electronic mail without a subject or the like."""

HOST_PATTERN = r"^https?://[^\s/?#@\\]+(?=[/?#]|$)"
"""The beginning of an address in a body, compared without case; see `web_address`."""
