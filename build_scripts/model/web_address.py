"""Check that a web address shows whose it is."""

import re
from urllib.parse import unquote

from build_scripts.model.value_patterns import HOST_PATTERN, WEB_ADDRESS_PATTERN

_HOST = re.compile(HOST_PATTERN, re.IGNORECASE)


def is_web_address(address: str) -> bool:
    """Whether a text is a web address, whose host is shown, without blanks and quotation marks."""
    return bool(re.fullmatch(WEB_ADDRESS_PATTERN, address)) and names_its_host(address)


def names_its_host(address: str) -> bool:
    """Whether an ``http:`` or ``https:`` address clearly shows its host.

    It does not without a host (``https:///x``), or with a user name before the host (RFC 3986,
    3.2.1): ``https://example.org@other.example/`` leads to ``other.example``. Nor does it if the
    host cannot be read: ``https://[``, or a port above 65535. What passes here is parsed without
    an exception everywhere else. Browsers read escapes in a host, so ``https://%5B`` is the same.
    """
    found = _HOST.match(address)
    return found is not None and _HOST.fullmatch(unquote(found[0])) is not None
