"""A visitor in each engine, and the collection that it is shown."""

import os
from collections.abc import Callable, Iterator

import pytest

from tests.browser.engines import collection
from tests.browser.engines.engine import Visitor
from tests.browser.engines.installing import ENGINES
from tests.browser.required import UNTRIED
from tests.made_once import MadeOnce


@pytest.fixture(scope="session", params=ENGINES, ids=lambda engine: engine.name)
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitor]:
    """A browser of each engine that is not Chromium.

    CI has both engines. Elsewhere a test of an engine that cannot be had is skipped, and
    `tests.browser.required` says so in the last lines of the run.
    """
    engine = request.param
    if missing := engine.missing():
        if "CI" in os.environ:
            pytest.fail(f"{engine.name}: {missing}", pytrace=False)
        pytest.skip(f"{engine.name}{UNTRIED}{missing}")
    with engine.running(tmp_path_factory.mktemp(engine.name)) as visitor:
        yield visitor


@pytest.fixture
def visitor(running: Visitor) -> Iterator[Visitor]:
    """That browser, which a test leaves at an empty page.

    The browser is there until the run ends, and on a page whose search is open WebKit would keep a
    third of a processor busy.
    """
    yield running
    running.driver.get("about:blank")


@pytest.fixture(scope="session")
def pages(made_once: MadeOnce) -> Callable[[str], str]:
    """A function from the id of a reading to the address of its page, which is a file."""
    (home,) = made_once("engines", collection.make).glob("dist/*/index.html")
    return lambda reading: (home.parent / f"readings/{reading}/index.html").as_uri()


@pytest.fixture
def wide(visitor: Visitor) -> Iterator[Visitor]:
    """The visitor with a window that has room for notes, who must have nothing to complain of."""
    visitor.driver.set_window_rect(width=1280, height=800)
    visitor.complaints()
    yield visitor
    visitor.driver.execute_script("if (location.href !== 'about:blank') localStorage.clear()")
    assert visitor.complaints() == []
