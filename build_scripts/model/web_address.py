"""Addresses on the web that contributors give."""

import re

from build_scripts.model.value_patterns import HOST_PATTERN

_HOST = re.compile(HOST_PATTERN, re.IGNORECASE)


def names_its_host(address: str) -> bool:
    """Whether it is plain to see whose an address is.

    It is not where there is no host (``https:///x``), nor where a user name stands before it
    (RFC 3986, 3.2.1): ``https://example.org@other.example/`` leads to the other one.

    Args:
        address: with ``http:`` or ``https:``.
    """
    return _HOST.match(address) is not None
