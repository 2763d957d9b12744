"""Regular expressions for ids, dates, languages and web addresses of the format.

Python, JSON Schema and the scripts of the pages all use them, so they keep to what the three
dialects share.
"""

ID_PATTERN = r"^[a-z][a-z0-9-]*$"

_YEAR = r"-?[0-9]{4}"
_DATE = rf"{_YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"

YEAR_PATTERN = rf"^{_YEAR}$"
DATE_PATTERN = rf"^{_DATE}$"
"""A year, a month or a day as ISO 8601 writes it. The calendar decides whether the day exists."""
DATE_OR_NONE_PATTERN = rf"^({_DATE}|n\.d\.)$"

LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
"""A language tag (BCP 47), as far as its shape goes."""

WEB_ADDRESS_PATTERN = r'^https?://[^\s/?#@\\<>"]+([/?#][^\s<>"]*)?$'

HOST_PATTERN = r"^https?://[^\s/?#@\\]+(?=[/?#]|$)"
"""The beginning of an address in a body, which may be in capitals; see `web_address`."""
