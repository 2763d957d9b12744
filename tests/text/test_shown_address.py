"""Links whose words are their address."""

import pytest

from build_scripts.text.shown_address import shows_address


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("example.org/a", "https://example.org/a/"),
        ("http://example.org", "https://example.org/"),
        ("//example.org/", "https://example.org"),
        ("Example.org/A?b=c#d", "https://EXAMPLE.org/A?b=c#d"),
        (
            "be.wikipedia.org/wiki/Мінск",
            "https://be.wikipedia.org/wiki/%D0%9C%D1%96%D0%BD%D1%81%D0%BA",
        ),
        ("https://пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C"),
        ("müller.example", "https://xn--mller-kva.example/"),
        ("https://例え.jp", "https://xn--r8jz45g.jp"),
        ("cafe\u0301.example/a b", "https://xn--caf-dma.example/a%20b"),
        ("example.org/\u200ba/\u00adb", "https://example.org/a/b"),
        ("a@example.org", "mailto:a@example.org?subject=Gull"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("<https://example.org/a>", "https://example.org/a"),
    ],
)
def test_words_are_the_address(words: str, address: str) -> None:
    assert shows_address(words, address)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("The Gull", "https://example.org/gull"),
        ("example.org", "https://example.org/gull"),
        ("example.org/A", "https://example.org/a"),
        ("https://example.org/a", "https://example.org/b"),
        ("example.org/a…", "https://example.org/a/b"),
        ("example.com", "https://example.org"),
        ("xn--", "https://example.org"),
        ("", "https://example.org"),
    ],
)
def test_words_say_less_than_the_address(words: str, address: str) -> None:
    assert not shows_address(words, address)
