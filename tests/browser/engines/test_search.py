"""An index in pieces, in Firefox and in WebKit: their workers run WebAssembly under our policy."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By

from tests.browser.engines.engine import Visitor, wait_until
from tests.browser.searches import with_a_visitor
from tests.made_once import MadeOnce
from tests.mkdocs_runs import mkdocs_build, replace, small_project


@pytest.fixture(scope="module")
def site_in_pieces(made_once: MadeOnce) -> Path:
    def build(folder: Path) -> None:
        project = with_a_visitor(small_project(folder))
        option = "  - readings: {largest_search_index: 0}\n"
        replace(project / "mkdocs.yml", "  - readings\n", option)
        outcome = mkdocs_build(project)
        assert outcome.returncode == 0, outcome.stderr

    return made_once("searched-in-pieces", build) / "site"


def test_a_search_fetches_pieces(
    visitor: Visitor, site_in_pieces: Path, serve_folder: Callable[[Path], str]
) -> None:
    driver = visitor.driver
    visitor.complaints()
    driver.get(f"{serve_folder(site_in_pieces)}/")
    driver.execute_script("document.getElementById('__search').click()")
    driver.find_element(By.CSS_SELECTOR, ".md-search__input").send_keys("Łukašenka")

    def found() -> set[str]:
        links = driver.find_elements(By.CSS_SELECTOR, ".md-search-result__link")
        return {str(link.get_attribute("href")).rpartition("/")[2] for link in links}

    wait_until(lambda: {"#term-lukashenka", "#p1", "#p3"} <= found())
    assert visitor.complaints() == []
