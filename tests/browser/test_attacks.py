"""The second wall: what hostile contributions could do if nothing of them were refused.

The pages are those of a real site; the markup is put into them behind the back of all checks, as
Markdown would make it with every extension that a site might load. What the checks do refuse is
the matter of `tests.attacks`.
"""

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from build_scripts.render.bodies.sanitise import sanitise
from tests.attacks.sites import hostile_site
from tests.attacks.suite import attacks
from tests.browser import elsewhere
from tests.browser.attack_pages import Effects, markup_of, suffer, write_pages
from tests.browser.conftest import serving_folder
from tests.browser.elsewhere import Elsewhere
from tests.made_once import MadeOnce

NOT_STOPPED_BY_THE_POLICY = {
    # Nothing in a policy forbids a page to lead to another one. The sanitiser takes it out.
    "refresh",
}
ON_PAGES_OF_THEIR_OWN = {
    *NOT_STOPPED_BY_THE_POLICY,
    # Where nothing stops these, they take the others on their page along.
    *("base", "form-to-elsewhere", "style-that-imports"),
}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_LONGEST = 2_000
"""Longer ones try to keep programs busy, and nothing else."""


@cache
def markups(*, is_sanitised: bool) -> dict[str, str]:
    """What could be made of the words of each attack that a browser might take for markup."""
    change = sanitise if is_sanitised else str
    return {
        attack.name: "\n".join(map(change, markup_of(attack.words)))
        for attack in attacks()
        if 0 < len(attack.words) < _LONGEST
    }


@pytest.fixture(scope="module")
def attacked_site(made_once: MadeOnce, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project full of attacks, to which the tests add pages."""
    return shutil.copytree(
        hostile_site(made_once), tmp_path_factory.mktemp("attacked"), dirs_exist_ok=True
    )


@pytest.fixture(scope="module")
def template(attacked_site: Path) -> str:
    """A page of that site."""
    return (attacked_site / "readings/gap/index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def unguarded(template: str) -> str:
    """That page without its policy."""
    without_policy, number = _POLICY.subn("", template)
    assert number == 1
    return without_policy


@pytest.fixture
def server() -> Iterator[Elsewhere]:
    with elsewhere.running() as running:
        yield running


@pytest.fixture
def profile(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture(params=[True, False], ids=["served", "from a folder"])
def root(request: pytest.FixtureRequest, attacked_site: Path) -> Iterator[str]:
    """The address of that site."""
    if not request.param:
        yield f"{attacked_site.as_uri()}/"
        return
    with serving_folder(attacked_site) as origin:
        yield f"{origin}/"


def test_without_any_wall_the_attacks_do_what_they_try(
    attacked_site: Path, unguarded: str, profile: BrowserContext, server: Elsewhere
) -> None:
    """Else the tests below would show nothing."""
    doing = {attack.name: attack.alone for attack in attacks() if attack.alone}
    hostile = {name: markups(is_sanitised=False)[name] for name in doing}
    pages = write_pages(attacked_site, unguarded, hostile, server.origin, ON_PAGES_OF_THEIR_OWN)

    with serving_folder(attacked_site) as origin:
        effects = suffer(profile, f"{origin}/", pages, server)

    for done, what in ((effects.scripts, "script"), (effects.requests, "request")):
        expected = {name for name, does in doing.items() if what in does}
        assert len(expected) >= 20
        assert expected <= done


def test_the_policy_alone_stops_them(
    attacked_site: Path, template: str, profile: BrowserContext, root: str, server: Elsewhere
) -> None:
    pages = write_pages(
        attacked_site, template, markups(is_sanitised=False), server.origin, ON_PAGES_OF_THEIR_OWN
    )

    effects = suffer(profile, root, pages, server)

    allowed = NOT_STOPPED_BY_THE_POLICY
    assert effects == Effects(scripts=set(), requests=allowed, departures=allowed)


def test_the_sanitiser_alone_stops_them(
    attacked_site: Path, unguarded: str, profile: BrowserContext, root: str, server: Elsewhere
) -> None:
    pages = write_pages(attacked_site, unguarded, markups(is_sanitised=True), server.origin)

    assert suffer(profile, root, pages, server) == Effects()
    assert server.connections == 0


@pytest.fixture(scope="module")
def unguarded_site(attacked_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The attacked site as it would be published without a policy, with all that is plain text."""
    site = tmp_path_factory.mktemp("unguarded") / "site"
    for path in attacked_site.rglob("*"):
        if path.is_file() and "attacks" not in path.relative_to(attacked_site).parts:
            copy = site / path.relative_to(attacked_site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            content = path.read_bytes()
            is_page = path.suffix == ".html"
            copy.write_bytes(_POLICY.sub("", content.decode()).encode() if is_page else content)
    return site


@pytest.fixture
def alerts(profile: BrowserContext) -> list[str]:
    """What scripts that are not the theme's say."""
    said: list[str] = []
    profile.expose_binding("noteAlert", lambda _, words: said.append(words))
    profile.add_init_script("window.alert = words => noteAlert(String(words))")
    return said


def test_what_is_plain_text_does_nothing_on_any_page_even_without_a_policy(
    unguarded_site: Path, profile: BrowserContext, alerts: list[str]
) -> None:
    page = profile.new_page()
    asked: list[str] = []
    profile.on("request", lambda request: asked.append(request.url))
    with serving_folder(unguarded_site) as origin:
        for path in sorted(unguarded_site.rglob("*.html")):
            page.goto(f"{origin}/{path.relative_to(unguarded_site).as_posix()}")
        search_for(page, f"{origin}/", "Field")
        found = page.locator(".md-search-result__list").inner_text()

    assert "<script>alert('Field" in found
    assert page.locator(".md-search-result__list :is(script, img, iframe, b)").count() == 0
    assert alerts == []
    assert [address for address in asked if not address.startswith((origin, "blob:"))] == []


def search_for(page: Page, address: str, words: str) -> None:
    """Search, and open every result that has more to it."""
    page.goto(address)
    page.locator(".md-search__input").click()
    page.keyboard.type(words, delay=10)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    for more in page.locator(".md-search-result__more > summary").all():
        more.evaluate("element => element.click()")
