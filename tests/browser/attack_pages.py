"""What a browser does with hostile markup on pages of a site, opened, passed over and clicked.

An attack runs a script where it calls `alert` with its name. It makes a request where another
origin is asked: `Elsewhere` stands for the host that attacks name.
"""

from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Error, Page, Request
from selectolax.lexbor import LexborHTMLParser

from tests.attacks.sites import GAP
from tests.attacks.suite import ELSEWHERE
from tests.browser.elsewhere import Elsewhere
from tests.render.published import every_markdown, project_markdown

_ON_ONE_PAGE = 60
_QUIET_MILLISECONDS = 150
_FORBIDDEN = {"csp", "origin"}
"""How requests fail that the browser itself has stopped, before anybody was asked."""

_NOTE_ALERTS = "window.alert = words => noteAlert(String(words))"
# All that a reader can do to what stands there, short of following a link to another page.
_TOUCH = """async () => {
    const isScript = link => /^(javascript|vbscript|data|blob):/.test(link.protocol ?? "script:")
    document.addEventListener("click", event => {
        const link = event.target.closest?.("a[href]")
        if (link && !isScript(link)) event.preventDefault()
    })
    const begin = document.querySelector("#attacks")
    const end = document.querySelector("#attacks-end")
    const isTouched = element =>
        begin.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING &&
        !(end?.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    for (const element of [document.body, ...document.querySelectorAll("body *")]) {
        if (element !== document.body && !isTouched(element)) continue
        for (const name of ["pointerover", "mouseover", "mouseenter", "mousedown", "mouseup"])
            element.dispatchEvent(new MouseEvent(name, {bubbles: true, cancelable: true}))
        element.focus?.()
        if (element !== document.body)
            element.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}))
        // The next link would else be followed instead of this one.
        if (element.localName === "a") await new Promise(resolve => setTimeout(resolve, 2))
        if (element instanceof HTMLFormElement) element.requestSubmit()
    }
}"""


class AttackPage(NamedTuple):
    """A page, relative to the site's folder, and the names of the attacks on it."""

    path: str
    names: tuple[str, ...]


@dataclass
class Effects:
    """What attacks have done.

    Attributes:
        scripts: names of those that ran a script.
        requests: names of those that asked another origin; where it is not the one that stands
            for all others, the address that was asked.
        departures: the attacks of pages that led away, or that opened another.
    """

    scripts: set[str] = field(default_factory=set)
    requests: set[str] = field(default_factory=set)
    departures: set[str] = field(default_factory=set)


@cache
def markup_of(words: str) -> tuple[str, ...]:
    """All that could be made of words if nothing were refused.

    It is what Markdown makes of them with every extension that a site might load, what it makes of
    them with those of this project, and the words themselves as HTML.
    """
    words = words.encode(errors="replace").decode()
    made = (
        every_markdown().reset().convert(words),
        project_markdown().reset().convert(words),
        words,
    )
    return tuple(dict.fromkeys(made))


def write_pages(
    site: Path,
    template: str,
    markups: Mapping[str, str],
    elsewhere: str,
    separate: Container[str] = (),
) -> list[AttackPage]:
    """Write pages with attacks: as few as can be, since opening one takes a fifth of a second.

    Args:
        site: the folder of a site.
        template: a page that lies two folders deep in it, with a `GAP`.
        markups: by name of the attack.
        elsewhere: the origin that takes the place of the host that attacks name.
        separate: attacks that are to have a page each.
    """
    framed = {
        name: _framed(name, markup, f"{elsewhere}/{name}") for name, markup in markups.items()
    }
    together = [
        name for name, markup in framed.items() if name not in separate and _keeps_inside(markup)
    ]
    groups = [
        *(together[i : i + _ON_ONE_PAGE] for i in range(0, len(together), _ON_ONE_PAGE)),
        *([name] for name in framed if name not in together),
    ]
    return [_write_page(site, template, {name: framed[name] for name in group}) for group in groups]


def _framed(name: str, markup: str, elsewhere: str) -> str:
    host = urlsplit(ELSEWHERE).netloc
    markup = markup.replace(ELSEWHERE, elsewhere).replace(host, elsewhere.partition("//")[2])
    return f'<div data-attack="{name}">{markup}</div>'


def _keeps_inside(framed: str) -> bool:
    """Whether markup leaves the rest of its page what it is, as most markup does."""
    if "<noscript" in framed:  # it depends on whether there are scripts
        return False
    tree = LexborHTMLParser(f'<body><main>{framed}<i id="behind"></i></main>')
    behind = tree.css("body > main > [data-attack] + i#behind")
    return len(behind) == 1 and len(tree.css("body > main > *")) == 2


def _write_page(site: Path, template: str, framed: Mapping[str, str]) -> AttackPage:
    paragraph = f"<p>{GAP}</p>"
    assert template.count(paragraph) == 1
    attacks = f'<div id="attacks">{"".join(framed.values())}</div><i id="attacks-end"></i>'
    path = Path("attacks", next(iter(framed)), "index.html")
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(template.replace(paragraph, attacks), encoding="utf-8")
    return AttackPage(path.as_posix(), tuple(framed))


def suffer(
    context: BrowserContext, root: str, pages: list[AttackPage], elsewhere: Elsewhere
) -> Effects:
    """Open pages, touch all that stands there, and see what happens.

    Args:
        context: a fresh profile.
        root: address of the site's folder, with a slash at its end.
        pages: in that folder.
        elsewhere: the server that attacks ask.
    """
    effects = Effects()

    def note_request(request: Request) -> None:
        address = urlsplit(request.url)
        is_own = request.url.startswith((root, elsewhere.origin))
        is_other = address.scheme in {"http", "https"} and not is_own
        if is_other and request.failure not in _FORBIDDEN:
            effects.requests.add(request.url)

    context.expose_binding("noteAlert", lambda _, words: effects.scripts.add(words.strip("/")))
    context.add_init_script(_NOTE_ALERTS)
    context.on("requestfinished", note_request)
    context.on("requestfailed", note_request)
    elsewhere.asked.clear()
    tab = context.new_page()
    for page in pages:
        if _open(tab, f"{root}{page.path}", page.names):
            effects.departures |= {*page.names}
    effects.requests |= elsewhere.asked
    return effects


def _open(tab: Page, address: str, names: tuple[str, ...]) -> bool:
    """Open a page and touch all; whether it has led elsewhere."""
    try:
        tab.goto(address)
    except Error as error:
        if "interrupted by another navigation" not in error.message:
            raise  # only a page that leaves before it is whole is what is looked for here
    with suppress(Error):  # it is leaving already
        inside = tab.locator("#attacks > [data-attack]").count()
        assert len(names) == 1 or inside == len(names), f"one of these ends early: {names}"
        tab.evaluate(_TOUCH)
    tab.wait_for_timeout(_QUIET_MILLISECONDS)
    others = [page for page in tab.context.pages if page is not tab]
    for page in others:
        page.close()
    return bool(others) or tab.url.partition("#")[0] != address
