"""What the theme does for readers works under the pages' policy, and nothing is forbidden by it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Traffic
from tests.browser.journeys import expect_to_be_at
from tests.browser.searches import search
from tests.browser.watch import Watch
from tests.mkdocs_runs import Server, mkdocs_build, replace, small_project, write

# All that pages can ask of the theme, also what this project's own site does without.
PAGE = """# Things to try

The [harbour](../readings/harbour/index.md "where ships lie") again.

=== "In the morning"

    The boats go out.

=== "In the evening"

    The boats come in.

```sh
readings check
```
"""
FEATURES = ("content.tabs.link", "content.tooltips", "navigation.instant", "search.highlight")


@pytest.fixture(scope="module")
def lively_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, with all that the theme does by scripts."""
    project = small_project(tmp_path_factory.mktemp("lively"))
    write(project / "docs/guide/things.md", PAGE)
    features = "".join(f"\n    - {feature}" for feature in FEATURES)
    replace(project / "mkdocs.yml", "  features:", f"  features:{features}")
    extension = "\n  - pymdownx.tabbed: {alternate_style: true}"
    replace(project / "mkdocs.yml", "markdown_extensions:", f"markdown_extensions:{extension}")
    return project


@pytest.fixture(scope="module")
def lively_site(lively_project: Path) -> Path:
    outcome = mkdocs_build(lively_project, "--strict", SITE_URL="http://127.0.0.1/")
    assert outcome.returncode == 0, outcome.stderr
    return lively_project / "site"


@pytest.fixture
def lively(lively_site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The origin at which that project's site is served."""
    origin = serve_folder(lively_site)
    # Instant navigation finds pages by the site map, and needs the addresses of this very server.
    site_map = lively_site / "sitemap.xml"
    addresses = re.sub(r"(?<=<loc>)http://[^/]*", origin, site_map.read_text(encoding="utf-8"))
    site_map.write_text(addresses, encoding="utf-8")
    return origin


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page(permissions=["clipboard-read", "clipboard-write"], color_scheme="light")


@pytest.fixture(autouse=True)
def watch(page: Page, request: pytest.FixtureRequest) -> Iterator[Watch]:
    """The test fails where the policy forbids anything that it does not take out itself."""
    watch = Watch(page)
    yield watch
    assert watch.violations == []


def test_what_is_forbidden_is_noted_here(
    page: Page, lively: str, watch: Watch, traffic: Traffic
) -> None:
    """Else the other tests could not fail."""
    traffic.allowed.add("http://example.org")  # asked for, and stopped by the policy
    page.goto(f"{lively}/guide/things/")
    attempts = {
        "script-src-elem": "const s = document.createElement('script'); s.text = 'ran = 1';"
        "document.body.append(s)",
        "script-src-attr": "const p = document.createElement('p');"
        "p.setAttribute('onclick', 'ran = 2'); document.body.append(p); p.click()",
        "style-src-attr": "document.body.insertAdjacentHTML('beforeend', '<p style=color:red>')",
        "style-src-elem": "document.body.insertAdjacentHTML('beforeend', '<style>p{}</style>')",
        "img-src": "new Image().src = 'http://example.org/picture.png'",
        "connect-src": "fetch('http://example.org/').catch(() => {})",
        "frame-src": "const f = document.createElement('iframe'); f.src = '/';"
        "document.body.append(f)",
        "base-uri": "document.head.insertAdjacentHTML('beforeend', '<base href=/x/>')",
        "form-action": "const g = document.createElement('form'); g.action = '/';"
        "document.body.append(g); g.submit()",
    }
    for directive, attempt in attempts.items():
        watch.violations.clear()
        page.evaluate(f"() => {{ {attempt} }}")
        watch.wait_for_violation(directive)
    assert page.evaluate("() => typeof ran") == "undefined"
    watch.violations.clear()


def test_search_leads_to_the_very_place(page: Page, lively: str) -> None:
    """Also with instant navigation, and with what was searched in the address."""
    page.goto(f"{lively}/guide/things/")
    search(page, "minutes")
    found = page.locator(".md-search-result__link[href*='#note-year']")
    expect(found).to_contain_text("council’s minutes")

    found.click()

    page.wait_for_url(f"{lively}/readings/harbour/?h=minutes#note-year")
    expect_to_be_at(page, page.locator("#note-year"))


def test_code_can_be_copied(page: Page, lively: str) -> None:
    page.goto(f"{lively}/guide/things/")

    page.locator("pre").hover()
    page.locator("button[data-clipboard-target], button[data-md-type=copy]").first.click()

    expect(page.locator(".md-dialog")).to_contain_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "readings check"


def test_tabs_are_switched_and_kept(page: Page, lively: str) -> None:
    page.goto(f"{lively}/guide/things/")
    expect(page.get_by_text("The boats come in.")).to_be_hidden()

    page.locator(".tabbed-labels").get_by_text("In the evening").click()
    expect(page.get_by_text("The boats come in.")).to_be_visible()
    expect(page.get_by_text("The boats go out.")).to_be_hidden()

    page.reload()
    expect(page.get_by_text("The boats come in.")).to_be_visible()


def test_dark_mode_is_kept_from_page_to_page(page: Page, lively: str) -> None:
    page.goto(f"{lively}/")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")

    for _ in range(2):  # from the system's colours to light ones, to dark ones
        page.locator("[data-md-component=palette] label:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")

    page.goto(f"{lively}/readings/harbour/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_tooltips_appear(page: Page, lively: str) -> None:
    page.goto(f"{lively}/guide/things/")

    page.locator("article").get_by_role("link", name="harbour").hover()

    expect(page.locator(".md-tooltip2--active")).to_contain_text("where ships lie")


def test_pages_of_all_depths_follow_one_another_without_being_loaded(
    page: Page, lively: str
) -> None:
    page.goto(f"{lively}/")
    page.evaluate("window.stillTheSame = true")

    page.locator("article").get_by_role("link", name="harbour").click()
    expect(page.get_by_role("heading", name="The Harbour & Its Price")).to_be_visible()
    page.locator(".md-header .wordmark").click()
    expect(page.get_by_role("heading", name="Home")).to_be_visible()
    page.locator("article").get_by_role("link", name="made").click()
    expect(page.get_by_role("heading", name="Guide")).to_be_visible()

    assert page.evaluate("window.stillTheSame")


def test_live_reload_and_the_banner_work_under_the_policy_of_the_server(
    page: Page, watch: Watch, mkdocs_serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    project = small_project(tmp_path)
    server = mkdocs_serve(project)
    page.goto(f"{server.origin}/guide/")

    replace(project / "docs/guide/index.md", "is made.", "is made. <b onclick='go()'>Go</b>")
    expect(page.locator("article")).to_contain_text("is made. Go")
    banner = page.locator(".readings-banner")
    expect(banner).to_contain_text("Not fit to be published: 1 error")
    expect(banner).to_contain_text("docs/guide/index.md:3:27: error H001 ")

    replace(project / "docs/guide/index.md", " <b onclick='go()'>Go</b>", "")
    expect(banner).to_have_count(0)


def test_from_a_folder(page: Page, traffic: Traffic, watch: Watch, tmp_path: Path) -> None:
    """Without a server, `'self'` means the site's files."""
    traffic.allowed.add("file://")
    project = small_project(tmp_path / "50% & more #1")
    replace(project / "mkdocs.yml", "site_name:", "use_directory_urls: false\nsite_name:")
    assert mkdocs_build(project, "--strict").returncode == 0
    pages = sorted((project / "site").rglob("*.html"))

    for path in pages:
        page.goto(path.as_uri())
    page.goto((project / "site/readings/harbour/index.html").as_uri())
    for _ in range(2):
        page.locator("[data-md-component=palette] label:visible").click()

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.locator(".md-header").evaluate("e => getComputedStyle(e).position") == "sticky"
