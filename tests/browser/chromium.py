"""Find a Chromium for the browser tests, or install one.

``python -m tests.browser.chromium`` prints the path of the one that the tests will use;
``--install`` first installs one where there is none. Exit 1 with what to do where that fails:
the browser tests are never skipped.

The tests prefer the headless shell. It is the same engine without the windows, menus and toolbars
that nobody sees, and opens a page in a new profile in a third of the time.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SHELL = "chromium-headless-shell"
"""What Debian calls the program and its package."""
MAC_APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
HOW_TO_INSTALL = """\
The browser tests need Chromium, and none was found. One of these will do:
  - Debian:  sudo apt-get install chromium
  - macOS:   install Chromium or Google Chrome in /Applications
  - others:  python -m playwright install --with-deps chromium   (in the project's environment)
  - or name an executable yourself:  CHROMIUM=/path/to/chromium make test"""


class ChromiumMissingError(Exception):
    """There is no Chromium that starts; the message says what to do."""


def starts(executable: Path) -> bool:
    """Whether a file is a Chromium that can run here.

    Asked of every candidate, because a path alone proves little: Ubuntu's ``chromium-browser``
    may be a script that only says to install something else, and Playwright's download may lack
    libraries of the system.
    """
    try:
        answer = subprocess.run(
            [executable, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and "chrom" in answer.stdout.lower()


def _playwright_folder(environment: Mapping[str, str], platform: str) -> Path:
    """Where Playwright keeps the browsers that it downloads."""
    if chosen := environment.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(chosen)
    if platform == "darwin":
        return Path.home() / "Library/Caches/ms-playwright"
    return Path.home() / ".cache/ms-playwright"


def _candidates(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    for name in NAMES:
        if found := shutil.which(name, path=environment.get("PATH")):
            yield Path(found)
    if platform == "darwin":
        yield from MAC_APPLICATIONS
    downloads = _playwright_folder(environment, platform)
    for pattern in ("chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*"):
        yield from sorted(downloads.glob(f"chromium-*/{pattern}"), reverse=True)


def find(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The Chromium to test with.

    Args:
        environment: ``CHROMIUM`` names an executable and rules out every other; else those on
            ``PATH``, macOS's applications and Playwright's downloads are tried, in this order.
        platform: as ``sys.platform``.

    Raises:
        ChromiumMissingError: none starts.
    """
    if chosen := environment.get("CHROMIUM"):
        if starts(Path(chosen)):
            return Path(chosen)
        message = f"CHROMIUM is set to {chosen}, which is no Chromium that starts"
        raise ChromiumMissingError(message)
    for candidate in _candidates(environment, platform):
        if starts(candidate):
            return candidate
    raise ChromiumMissingError(HOW_TO_INSTALL)


def _shells(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    if found := shutil.which(SHELL, path=environment.get("PATH")):
        yield Path(found)
    downloads = _playwright_folder(environment, platform)
    for pattern in ("*/headless_shell", "*/chrome-headless-shell"):
        yield from sorted(downloads.glob(f"chromium_headless_shell-*/{pattern}"), reverse=True)


def find_shell(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The headless shell if there is one that starts, else the Chromium that `find` finds.

    The arguments and the error are those of `find`; what ``CHROMIUM`` names comes first here, too.
    """
    if "CHROMIUM" not in environment:
        for candidate in _shells(environment, platform):
            if starts(candidate):
                return candidate
    return find(environment, platform)


class Edition(NamedTuple):
    """What is to be installed: how Playwright and Debian call it, with what starting it takes."""

    playwright: tuple[str, ...]
    debian: tuple[str, ...]


WHOLE = Edition(("chromium",), ("chromium", "chromium-sandbox", "fonts-liberation"))
HEADLESS = Edition(("--only-shell", "chromium"), (SHELL,))


def ways_to_install(is_root: bool, edition: Edition = WHOLE) -> Sequence[Callable[[], None]]:
    """What to try, in order: what touches least comes first.

    In somebody's own account that is Playwright's download into their home; where everything
    belongs to us already (a container, CI), the distribution's package, which brings the
    libraries it needs.
    """

    def with_playwright() -> None:
        debian.run(sys.executable, "-m", "playwright", "install", *edition.playwright)

    def with_debian(*as_root: str) -> None:
        debian.install(*edition.debian, as_root=as_root)

    if is_root:
        return (with_debian, with_playwright)
    return (with_playwright, lambda: with_debian("sudo", "-n"))


def find_or_install(ways: Sequence[Callable[[], None]]) -> Path:
    """The Chromium to test with, installed in one of the ways where there is none.

    Raises:
        ChromiumMissingError: none starts, and no way brought one that does.
    """
    for way in ways:
        try:
            return find()
        except ChromiumMissingError:
            if "CHROMIUM" in os.environ:
                raise
        way()
    return find()


def install_shell(ways: Sequence[Callable[[], None]]) -> None:
    """Install the headless shell in one of the ways, where there is none and one can be had."""
    for way in ways:
        if "CHROMIUM" in os.environ or find_shell() != find():
            return
        way()


def main() -> int:
    """The command line: see the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.chromium", description=__doc__)
    parser.add_argument("--install", action="store_true", help="install one where there is none")
    arguments = parser.parse_args()
    try:
        if arguments.install:
            find_or_install(ways_to_install(debian.is_root()))
            install_shell(ways_to_install(debian.is_root(), HEADLESS))
        print(find_shell())
    except ChromiumMissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
