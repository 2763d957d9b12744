"""The head of a page that forwards."""

from selectolax.lexbor import LexborHTMLParser

from build_scripts.pages.forwarding import with_forwarding

PAGE = "<html><head><title>Moved</title></head><body>A page's </head> quoted</body></html>"


def test_the_page_forwards_with_and_without_scripts() -> None:
    page = LexborHTMLParser(with_forwarding(PAGE, "../new/", "../../redirect.js"))

    (refresh,) = page.css("head > meta[http-equiv=refresh]")
    (script,) = page.css("head > script")
    assert refresh.attributes["content"] == "0; url=../new/"
    assert script.attributes == {"src": "../../redirect.js", "data-target": "../new/"}


def test_search_engines_pass_it_over() -> None:
    page = LexborHTMLParser(with_forwarding(PAGE, "../new/", "redirect.js"))

    (robots,) = page.css("head > meta[name=robots]")
    assert robots.attributes["content"] == "noindex"
