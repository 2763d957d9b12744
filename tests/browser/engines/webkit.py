"""WebKitGTK in a bare window on a display of its own, with the driver that comes with it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines.engine import Engine, Visitor, wait_until

_HOST = Path(__file__).with_name("webkit_host.py")
_SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that Debian's python3-gi is for; the tests' own environment does not see it."""
_PACKAGES = ("webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb")
_TAKE_COMPLAINTS = "return window.complaints?.splice(0) ?? []"  # the first page has no list
_HAS_WEBKIT = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')"


def _missing() -> str:
    missing = [name for name in ("WebKitWebDriver", "Xvfb") if not shutil.which(name)]
    try:
        subprocess.run([_SYSTEM_PYTHON, "-c", _HAS_WEBKIT], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        missing.append("WebKit2 4.1 for the system's Python")
    if not missing:
        return ""
    return f"there is no {' and no '.join(missing)} (Debian: {' '.join(_PACKAGES)})"


def _is_whole(document: Path) -> bool:
    return document.exists() and document.read_bytes().rstrip().endswith(b"%%EOF")


@contextmanager
def _display() -> Iterator[str]:
    """A display that nobody sees."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "2000x1400x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().decode().strip()}"
        finally:
            server.terminate()


@contextmanager
def _running(folder: Path) -> Iterator[Visitor]:
    host = folder / "host"
    host.write_text(f'#!/bin/sh\nexec {_SYSTEM_PYTHON} "{_HOST}"\n', encoding="utf-8")
    host.chmod(0o755)
    options = Options()
    options.binary_location = str(host)

    printed = folder / "printed.pdf"

    with _display() as display:
        environment = os.environ | {
            "DISPLAY": display,
            "GDK_BACKEND": "x11",
            "NO_AT_BRIDGE": "1",
            "PRINTED": str(printed),
        }
        service = Service(shutil.which("WebKitWebDriver") or "", env=environment)
        driver = webdriver.WebKitGTK(options=options, service=service)

        def on_paper() -> bytes:
            printed.unlink(missing_ok=True)
            driver.execute_script("webkit.messageHandlers.printer.postMessage(null)")
            wait_until(lambda: _is_whole(printed))
            return printed.read_bytes()

        try:
            yield Visitor(driver, lambda: driver.execute_script(_TAKE_COMPLAINTS), on_paper)
        finally:
            driver.quit()


WEBKIT = Engine("WebKit", _PACKAGES, _missing, _running)
