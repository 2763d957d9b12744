"""Every page of this project's site opens in a browser as it should."""

from pathlib import Path

from playwright.sync_api import Page


def test_pages_open_without_errors_and_ask_nobody_else(
    page: Page, site: str, built_site: Path
) -> None:
    """The fixture `traffic` fails where another origin is asked."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            faults.append(f"{page.url}: {message.text}")
            if message.type in {"error", "warning"}
            else None
        ),
    )
    pages = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    assert len(pages) > 5
    for path in pages:
        page.goto(f"{site}/{path}")
    page.wait_for_load_state("networkidle")

    assert faults == []
