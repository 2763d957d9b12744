"""Pages without their policy, style sheets or scripts: which sites pass, and what is found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.model.codes import Code
from build_scripts.pages.policy import policy
from build_scripts.verify.whole_site import verify_whole_site

POLICY = policy(["sha256-abc="])
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
GENERATOR = '<meta name="generator" content="mkdocs-1.6.1">'
SHEET = '<link rel="stylesheet" href="../assets/readings/readings.css">'
SCRIPT = '<script src="../assets/readings/readings.js" defer></script>'


def page_html(
    policy_element: str = META, generator: str = GENERATOR, sheet: str = SHEET, script: str = SCRIPT
) -> str:
    return (
        f'<!doctype html><html lang="en"><head>{policy_element}<meta charset="utf-8">{generator}'
        f"<title>A page</title>{sheet}</head><body><p>Text</p>{script}</body></html>"
    )


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., list[tuple[str, str]]]:
    """Code and path of what is found in a site of one page, given its HTML and its other files."""

    def _found(
        html: str, page: str = "glossary/index.html", **files: str | None
    ) -> list[tuple[str, str]]:
        contents = {"readings.css": "p {}", "readings.js": ";", "theme.css": "p {}"} | files
        for name, content in contents.items():
            if content is not None:
                (tmp_path / "site/assets/readings").mkdir(parents=True, exist_ok=True)
                (tmp_path / "site/assets/readings" / name).write_text(content)
        (tmp_path / "site" / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / page).write_text(html)
        findings = verify_whole_site(tmp_path, tmp_path / "site", ())
        return [(finding.code, finding.path) for finding in findings]

    return _found


Found = Callable[..., list[tuple[str, str]]]
HERE = "site/glossary/index.html"
WITHOUT_POLICY = [(Code.PAGE_WITHOUT_POLICY.value, HERE)]
WITHOUT_FILE = [(Code.PAGE_WITHOUT_FILE.value, HERE)]


def test_a_whole_page_passes(found: Found) -> None:
    assert found(page_html()) == []


@pytest.mark.parametrize(
    "element",
    [
        "",
        META.replace("Content-Security-Policy", "Content-Security-Policy-Report-Only"),
        META.replace("'none'", "*", 1),
        META.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        META.replace("script-src 'self'", "script-src 'self' https://example.org"),
        META.replace("; base-uri 'none'", ""),
        '<meta http-equiv="Content-Security-Policy">',
        f"<!-- {META} -->",
        "<script>first()</script>" + META,
        f"<noscript>{META}</noscript>",
    ],
)
def test_a_missing_weaker_or_later_policy_is_found(found: Found, element: str) -> None:
    assert found(page_html(policy_element=element)) == WITHOUT_POLICY


def test_a_page_that_mkdocs_copied_needs_a_policy_and_no_style_sheet(found: Found) -> None:
    assert found(page_html(generator="", sheet="", script="")) == []
    assert found(page_html("", generator="", sheet="", script="")) == WITHOUT_POLICY


@pytest.mark.parametrize("lost", ["sheet", "script"])
def test_a_page_that_does_not_load_its_style_sheet_or_script_is_found(
    found: Found, lost: str
) -> None:
    assert found(page_html(**{lost: ""})) == WITHOUT_FILE


def test_a_reading_needs_them_whatever_made_its_page(found: Found) -> None:
    html = page_html(generator='<div data-reading="talk"></div>', sheet="")
    assert found(html) == WITHOUT_FILE


@pytest.mark.parametrize(("name", "content"), [("readings.css", None), ("readings.js", "")])
def test_a_file_that_is_missing_or_empty_is_found_on_the_page_that_loads_it(
    found: Found, name: str, content: str | None
) -> None:
    assert found(page_html(), **{name: content}) == WITHOUT_FILE


def test_other_style_sheets_and_scripts_of_the_site_must_be_there_too(found: Found) -> None:
    html = page_html(
        sheet=f'{SHEET}<link rel="stylesheet" href="../assets/readings/theme.css?v=2">'
    )
    assert found(html) == []
    assert found(html.replace("theme.css", "theme%20two.css")) == WITHOUT_FILE


def test_addresses_elsewhere_and_addresses_that_nobody_can_read_are_left_to_the_policy(
    found: Found,
) -> None:
    elsewhere = "".join(
        f'<script src="{address}"></script>'
        for address in ("https://example.org/a.js", "//example.org/a.js", "http://[a", "data:,;")
    )
    assert found(page_html(script=SCRIPT + elsewhere)) == []


@pytest.mark.parametrize("folder", ["/", "/a/project/"])
def test_the_page_for_missing_addresses_names_files_from_the_root(
    found: Found, folder: str
) -> None:
    html = page_html().replace("../", folder)
    assert found(html, page="404.html") == []
    assert found(html.replace("readings.css", "lost/readings.css"), page="404.html") == [
        (Code.PAGE_WITHOUT_FILE.value, "site/404.html")
    ]
