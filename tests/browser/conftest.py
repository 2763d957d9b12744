"""A real Chromium, folders served over HTTP, and pages that must not reach anywhere else."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    WebSocket,
    expect,
    sync_playwright,
)

from tests.browser import chromium
from tests.browser.places import make_edition
from tests.made_once import MadeOnce
from tests.mkdocs_runs import Server, serving

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # Only this machine has a name: what slips past the test of requests reaches nobody.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
# Chromium refuses to run as root (a container, CI) inside its sandbox.
AS_ROOT = ["--no-sandbox"]
TIMEOUT_MILLISECONDS = 20_000
"""How long a condition is waited for: long, since the machine may be busy with other tests."""
expect.set_options(timeout=TIMEOUT_MILLISECONDS)


class _QuietHandler(SimpleHTTPRequestHandler):
    """A static web server that does not mix its log into the tests' output."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def serving_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; the value is its origin."""
    handler = partial(_QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def origin_of(url: str) -> str:
    """Scheme, host and port of an address; the scheme alone for files."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


class Traffic:
    """What the pages of one test asked for, and whom they may ask.

    Attributes:
        allowed: origins, such as ``http://127.0.0.1:8000`` or ``file://``.
    """

    def __init__(self) -> None:
        self.allowed: set[str] = set()
        self._asked: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        """Note every request of a context's pages."""
        context.on("request", self._note)
        context.on("page", lambda page: page.on("websocket", self._note))

    def _note(self, request: Request | WebSocket) -> None:
        self._asked.append(request.url)

    def elsewhere(self) -> list[str]:
        """The addresses asked for that no test allowed; data: and the like ask nobody."""
        inside = {"data", "blob", "about"}
        return [
            url
            for url in self._asked
            if urlsplit(url).scheme not in inside and origin_of(url) not in self.allowed
        ]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run. Where there is none the tests fail: they are not skipped."""
    try:
        executable = chromium.find_shell()
    except chromium.ChromiumMissingError as missing:
        pytest.fail(str(missing), pytrace=False)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=executable, args=ARGUMENTS + (AS_ROOT if is_root else [])
        )
        yield launched
        launched.close()


@pytest.fixture
def traffic() -> Iterator[Traffic]:
    """The traffic of this test, which fails where a page asked another origin than it may.

    ``serve_folder`` allows what it serves; a test with a server of its own, or that opens files,
    adds to ``traffic.allowed``.
    """
    traffic = Traffic()
    yield traffic
    assert not traffic.elsewhere(), "a page asked an origin that is not the site's own"


@pytest.fixture
def serve_folder(traffic: Traffic) -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder until the test ends; the value is its origin."""
    with ExitStack() as servers:

        def serve(folder: Path) -> str:
            origin = servers.enter_context(serving_folder(folder))
            traffic.allowed.add(origin)
            return origin

        yield serve


@pytest.fixture
def open_page(browser: Browser, traffic: Traffic) -> Iterator[Callable[..., Page]]:
    """A function that opens an empty page in a fresh profile.

    It takes Playwright's options of a context: ``java_script_enabled=False``, ``viewport=…``.
    """
    with ExitStack() as contexts:

        def open_one(**options: Any) -> Page:
            context = browser.new_context(**options)
            contexts.callback(context.close)
            context.set_default_timeout(TIMEOUT_MILLISECONDS)
            traffic.watch(context)
            return context.new_page()

        yield open_one


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """An empty page."""
    return open_page()


@pytest.fixture
def site(built_site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The origin at which this project's own site is served."""
    return serve_folder(built_site)


@pytest.fixture
def small(small_site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The origin at which the small project's site is served."""
    return serve_folder(small_site)


@pytest.fixture
def mkdocs_serve(traffic: Traffic) -> Iterator[Callable[[Path], Server]]:
    """A function that runs `mkdocs serve` on a project until the test ends."""
    with ExitStack() as servers:

        def serve(project: Path) -> Server:
            server = servers.enter_context(serving(project))
            traffic.allowed.add(server.origin)
            return server

        yield serve


@pytest.fixture(scope="session")
def places_page(made_once: MadeOnce) -> Path:
    """A page of an offline edition with each way in which annotations lie on a text."""
    (page,) = made_once("places", make_edition).glob("dist/*/readings/places/index.html")
    return page
