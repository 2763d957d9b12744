"""Check that a web address shows whose it is."""

import re

from build_scripts.model.value_patterns import HOST_PATTERN

_HOST = re.compile(HOST_PATTERN, re.IGNORECASE)


def names_its_host(address: str) -> bool:
    """Whether an ``http:`` or ``https:`` address clearly shows its host.

    It does not without a host (``https:///x``), or with a user name before the host (RFC 3986,
    3.2.1): ``https://example.org@other.example/`` leads to ``other.example``.
    """
    return _HOST.match(address) is not None
