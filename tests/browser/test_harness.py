"""The fixtures of the browser tests, in a real Chromium: a page that reaches out is caught."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import Traffic


def write_page(folder: Path, body: str) -> Path:
    (folder / "index.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>x</title>{body}", encoding="utf-8"
    )
    return folder


def test_a_served_page_is_shown(
    page: Page, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    origin = serve_folder(write_page(tmp_path, "<p>Привет"))

    page.goto(f"{origin}/")

    assert page.inner_text("p") == "Привет"


def test_every_request_to_another_origin_is_noted(
    page: Page, traffic: Traffic, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    asked = {"http://127.0.0.1:9/picture.png", "http://localhost:9/style.css", "ws://127.0.0.1:9/s"}
    origin = serve_folder(
        write_page(
            tmp_path,
            "<img src='http://127.0.0.1:9/picture.png'>"
            "<link rel=stylesheet href='http://localhost:9/style.css'>"
            "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><script src=own.js></script>"
            "<script>new WebSocket('ws://127.0.0.1:9/s')</script>",
        )
    )

    page.goto(f"{origin}/", wait_until="networkidle")

    assert set(traffic.elsewhere()) == asked
    traffic.allowed |= {"http://127.0.0.1:9", "http://localhost:9", "ws://127.0.0.1:9"}


def test_names_of_other_machines_lead_nowhere(
    page: Page, traffic: Traffic, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    traffic.allowed.add("http://example.org")
    origin = serve_folder(write_page(tmp_path, "<img src='http://example.org/picture.png'>"))
    failures: list[str | None] = []
    page.on("requestfailed", lambda request: failures.append(request.failure))

    page.goto(f"{origin}/", wait_until="networkidle")

    assert failures == ["net::ERR_NAME_NOT_RESOLVED"]


def test_a_page_opens_without_javascript(
    open_page: Callable[..., Page], serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    page = open_page(java_script_enabled=False)
    origin = serve_folder(write_page(tmp_path, "<p>as written<script>p.remove()</script>"))

    page.goto(f"{origin}/")

    assert page.inner_text("p") == "as written"


def test_a_file_is_a_page_too(page: Page, traffic: Traffic, tmp_path: Path) -> None:
    traffic.allowed.add("file://")

    page.goto((write_page(tmp_path, "<p>offline") / "index.html").as_uri())

    assert page.inner_text("p") == "offline"
