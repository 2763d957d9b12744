"""What a reader does, in Firefox and in WebKit."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from build_scripts.pages.policy import policy, with_policy
from tests.browser.engines.engine import Visitor, wait_until
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


def test_a_list_by_keyboard(
    wide: Visitor, built_site: Path, serve_folder: Callable[[Path], str]
) -> None:
    driver = wide.driver
    driver.get(f"{serve_folder(built_site)}/glossary/")
    legend, first = (
        driver.find_element(By.CSS_SELECTOR, f".filter fieldset {name}").rect
        for name in ("legend", "label")
    )
    assert abs(legend["y"] - first["y"]) < first["height"] / 2, "they are on one line"

    search = driver.find_element(By.CSS_SELECTOR, ".md-search__input")
    search.send_keys(Keys.TAB)
    after = driver.switch_to.active_element
    assert "md-nav__link" in after.get_dom_attribute("class"), "Tab leaves the search"
    ActionChains(driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    assert driver.switch_to.active_element == search

    search.send_keys(Keys.ESCAPE)
    ActionChains(driver).send_keys("n").perform()
    wait_until(lambda: not driver.current_url.endswith("/glossary/"))
