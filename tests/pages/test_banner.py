"""The banner on pages of `mkdocs serve`."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.pages.banner import (
    LINES_SHOWN,
    SCRIPT,
    STYLE_SHEET,
    Banner,
    assets,
    with_banner,
    without_banner,
)

PAGE = "<html><head><title>x</title></head><body><p>text</p></body></html>"


def banner_text(page: str) -> str:
    banner = LexborHTMLParser(page).css_first("body > .readings-banner")
    assert banner is not None
    return banner.text()


def test_the_page_says_what_is_wrong_and_keeps_its_text() -> None:
    page = with_banner(
        PAGE, Banner("1 error", "a.yml:3:1: error F001 Unknown key", "../banner.css")
    )

    assert "Not up to date: 1 error." in banner_text(page)
    assert "a.yml:3:1: error F001 Unknown key" in banner_text(page)
    assert "<p>text</p>" in page
    assert '<link rel="stylesheet" href="../banner.css">' in page


def test_what_is_wrong_is_data() -> None:
    page = with_banner(PAGE, Banner("<b>", "</pre></body><script>alert(1)</script> &amp;", "b.css"))

    assert "</pre></body><script>alert(1)</script> &amp;" in banner_text(page)
    assert not LexborHTMLParser(page).css("script")


def test_a_page_without_an_end_tag_has_the_banner_as_well() -> None:
    assert "1 error" in banner_text(with_banner("<p>text", Banner("1 error", "", "b.css")))


def test_thousands_of_faults_do_not_make_a_page_of_megabytes() -> None:
    details = "\n".join(f"line {number}" for number in range(1, 5001))

    shown = banner_text(with_banner(PAGE, Banner("5000 errors", details, "b.css")))

    assert f"line {LINES_SHOWN}\n" in shown
    assert f"line {LINES_SHOWN + 1}\n" not in shown
    assert f"… and {5000 - LINES_SHOWN} more lines in the console" in shown


def test_as_many_lines_as_are_shown_are_shown_whole() -> None:
    details = "\n".join(f"line {number}" for number in range(LINES_SHOWN))

    assert "more lines" not in with_banner(PAGE, Banner("60 errors", details, "b.css"))


def test_only_a_page_that_needs_the_script_has_it() -> None:
    page = LexborHTMLParser(with_banner(PAGE, Banner("1 error", "", "b.css", "/b.js")))

    assert [script.attributes for script in page.css("script")] == [{"src": "/b.js"}]
    assert not LexborHTMLParser(with_banner(PAGE, Banner("1 error", "", "b.css"))).css("script")


def test_what_the_banner_needs_comes_with_the_package() -> None:
    files = assets()

    assert b".readings-banner {" in files[STYLE_SHEET]
    assert b"location.reload()" in files[SCRIPT]


@pytest.mark.parametrize("page", [PAGE, "<p>text", "</body></body>", ""])
@pytest.mark.parametrize("details", ["", "</body>", "a\nb\n", "\r\u2028&amp;"])
def test_without_the_banner_a_page_is_as_it_was(page: str, details: str) -> None:
    banner = Banner("1 error", details, "b.css", "b.js")

    assert without_banner(with_banner(page, banner), banner) == page
    assert without_banner(page, banner) == page
