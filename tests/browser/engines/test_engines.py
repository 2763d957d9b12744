"""What a reader does, in Firefox and in WebKit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.pages.policy import policy, with_policy
from tests.browser.engines.engine import Visitor
from tests.browser.test_every_page import one_of_each_kind, pages_of
from tests.profiles import NAME

BREACHES = with_policy(
    '<!doctype html><html lang="en"><head><title>A page</title></head><body>'
    "<script>document.title = 'Changed'</script></body></html>",
    policy(()),
)
MISTAKE = '<!doctype html><html lang="en"><title>A page</title><script>nothing.at.all</script>'


@pytest.mark.parametrize("html", [BREACHES, MISTAKE], ids=["policy", "script"])
def test_complaints_are_heard(
    visitor: Visitor, tmp_path: Path, serve_folder: Callable[[Path], str], html: str
) -> None:
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    visitor.driver.get(serve_folder(tmp_path))

    assert visitor.driver.title == "A page"
    assert len(visitor.complaints()) == 1


def test_no_page_makes_the_browser_complain(
    visitor: Visitor, built_site: Path, serve_folder: Callable[[Path], str]
) -> None:
    """One page of each kind; every page in the long run, and in Chromium."""
    origin = serve_folder(built_site)
    visitor.complaints()
    complaints = {}
    every = pages_of(built_site)
    for address in every if NAME == "long" else one_of_each_kind(every):
        visitor.driver.get(f"{origin}/{address}")
        if said := visitor.complaints():
            complaints[address] = said

    assert complaints == {}
