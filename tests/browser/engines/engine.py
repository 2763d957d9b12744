"""What a test needs of an engine other than Chromium: a driver, and what it complained of."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.remote.webdriver import WebDriver

PATIENCE_SECONDS = 20


class Visitor(NamedTuple):
    """A browser with one window.

    Attributes:
        driver: drives it, by the WebDriver standard.
        complaints: the errors of the page, and the breaches of its policy, that have not been
            told yet.
        on_paper: prints the page on A4; the value is a PDF document.
    """

    driver: WebDriver
    complaints: Callable[[], list[str]]
    on_paper: Callable[[], bytes]


class Engine(NamedTuple):
    """An engine that pages are tried in.

    Attributes:
        name: as people call it.
        packages: what Debian calls the packages that it takes.
        missing: what of it this machine does not have, in words; empty if nothing is missing.
        running: runs it; the argument is an empty folder for files of its own.
    """

    name: str
    packages: tuple[str, ...]
    missing: Callable[[], str]
    running: Callable[[Path], AbstractContextManager[Visitor]]


def holds(condition: Callable[[], bool]) -> bool:
    """Whether a condition is true now.

    A page that is still being written can replace an element between the moment when the driver
    finds it and the moment when the driver names it. WebKit then says that the element is stale,
    which means: not yet.
    """
    try:
        return condition()
    except StaleElementReferenceException:
        return False


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for something to become true, and fail where it does not."""
    end = monotonic() + PATIENCE_SECONDS
    while not holds(condition):
        assert monotonic() < end, "waited in vain"
        sleep(0.05)
