"""A visitor in each engine, and what a visitor does."""

import os
from collections.abc import Iterator

import pytest

from tests.browser.engines.engine import Visitor
from tests.browser.engines.installing import ENGINES


@pytest.fixture(scope="session", params=ENGINES, ids=lambda engine: engine.name)
def visitor(
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
        pytest.skip(f"{engine.name} was not tried: {missing}")
    with engine.running(tmp_path_factory.mktemp(engine.name)) as running:
        yield running
