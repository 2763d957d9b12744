"""Addresses: what is accepted can be read by every program that comes later."""

import re
import unicodedata
from ipaddress import IPv6Address
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.value_patterns import WEB_ADDRESS_PATTERN
from build_scripts.model.web_address import names_its_host
from tests.limits.values import WEB_ADDRESSES
from tests.profiles import cases


def assert_readable(address: str) -> None:
    if not names_its_host(address):
        return
    parts = urlsplit(address)
    assert parts.hostname
    assert parts.port is None or parts.port <= 65_535
    assert parts.username is None


@pytest.mark.parametrize("address", WEB_ADDRESSES, ids=lambda address: address[:40])
def test_an_address_of_any_shape(address: str) -> None:
    assert_readable(address)


@cases(normal=300, long=50_000)
@given(st.lists(st.sampled_from([*"[]:/?#@%.a1f0", "::", "%5B", "\u2100", "\uff0f"]) | st.text()))
def test_an_address_of_any_characters(pieces: list[str]) -> None:
    assert_readable(f"https://{''.join(pieces)}")


def test_no_letter_becomes_a_separator() -> None:
    for letter in map(chr, range(0x80, 0x110000)):
        becomes_separator = not set("/?#@:").isdisjoint(unicodedata.normalize("NFKC", letter))
        if becomes_separator or not letter.isspace():
            assert names_its_host(f"https://a{letter}b.org/") is not becomes_separator, letter


HOSTS = ("::", "::1", "1::", "1:2:3:4:5:6:7:8", "2001:db8::1", "1::8", "1:2:3:4:5:6:7::", "::2:8")
NOT_HOSTS = ("", ":", ":::", "1:", ":1", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "g::")


@pytest.mark.parametrize("host", HOSTS + NOT_HOSTS)
def test_a_host_that_is_a_number(host: str) -> None:
    address = f"http://[{host}]:80/a"
    assert names_its_host(address) is (host in HOSTS)
    assert bool(re.match(WEB_ADDRESS_PATTERN, address)) is (host in HOSTS)
    if host in HOSTS:
        IPv6Address(host)


@pytest.mark.parametrize(
    ("address", "is_accepted"),
    [
        *(("https://b\u00fccher.de", True), ("https://\u4f8b\u3048.jp/\uff0f?\uff1f", True)),
        *(("https://example.org:65535", True), ("https://example.org:65536", False)),
        *(("https://example.org:", True), ("https://example.org:a", False)),
        *(("https://ex%61mple.org", True), ("https://%5B::/a", False), ("https://a%40b/", False)),
        *(("https://example.org/[", True), ("https://example.org[/", False), ("https://]", False)),
    ],
)
def test_other_hosts(address: str, is_accepted: bool) -> None:
    assert names_its_host(address) is is_accepted
