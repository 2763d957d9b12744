"""Check that every page of a finished site has its policy, its style sheets and its scripts.

A site can lose them on its way to readers: a step of publishing rewrites pages, a cleaning step
deletes folders, an upload stops half way. The text may still be exact, but its marks are not drawn,
or nothing protects its readers.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.progress import Progress, unreported
from build_scripts.pages.joined_assets import SCRIPT, STYLE_SHEET
from build_scripts.pages.policy import is_policy_of_a_site
from build_scripts.verify.shown_path import shown_path

_REBUILD = (
    "Build the site again. If the fault stays, look at what changes the site after the build."
)
_GOVERNED = "meta[http-equiv], script, link[rel], base, img, iframe"
"""The elements that a policy must precede, and the element that holds it."""


def verify_pages(root: Path, site: Path, progress: Progress = unreported) -> tuple[Diagnostic, ...]:
    """The faults of the pages of a built site, whatever these pages are about.

    There are no findings if each page begins with a policy at least as strict as ours, if each
    style sheet and script that a page names is a file of the site with something in it, and if
    each page of MkDocs and each reading loads the style sheet and the script of readings.
    """
    pages = sorted(path for path in site.rglob("*") if path.suffix.lower() in {".html", ".htm"})
    return tuple(
        sorted(
            finding
            for path in progress(pages, len(pages), "pages looked at")
            for finding in _verify_page(root, site, path)
        )
    )


def _verify_page(root: Path, site: Path, path: Path) -> Iterator[Diagnostic]:
    html = path.read_bytes().decode("utf-8", errors="replace")
    page = LexborHTMLParser(html)
    place = Origin(Document(shown_path(path, root), html), 0)
    if not _begins_with_a_policy(page):
        yield place.diagnostic(
            Code.PAGE_WITHOUT_POLICY,
            "The page has no policy of its own, or a weaker one, so nothing stops a foreign script",
            f"Its head must begin with the policy that the plugin `readings` writes. {_REBUILD}",
        )
    loaded = {address: own for address in _loaded(page) if (own := _path_on_site(address))}
    for address, own in sorted(loaded.items()):
        if not _is_there(site, path, own):
            yield place.diagnostic(
                Code.PAGE_WITHOUT_FILE,
                f"The page loads “{address}”, but the site has no such file, or an empty one",
                _REBUILD,
            )
    if not _is_made_by_the_generator(page):
        return
    names = {own.rpartition("/")[2] for own in loaded.values()}
    for name in (STYLE_SHEET, SCRIPT):
        if name not in names:
            yield place.diagnostic(
                Code.PAGE_WITHOUT_FILE,
                f"The page does not load “{name}”",
                f"The plugin `readings` adds it to every page. {_REBUILD}",
            )


def _is_made_by_the_generator(page: LexborHTMLParser) -> bool:
    """Whether a page is of MkDocs, or shows a reading; others are files that MkDocs copied."""
    generator = page.css_first('meta[name="generator"]')
    made_by = (generator.attributes.get("content") or "") if generator else ""
    return made_by.startswith("mkdocs") or page.css_first("[data-reading]") is not None


def _begins_with_a_policy(page: LexborHTMLParser) -> bool:
    """Whether a policy as strict as ours precedes everything that it must govern."""
    for node in page.css(_GOVERNED):
        # In a <noscript> a policy would hold only where scripts do not run anyway.
        if node.tag != "meta" or node.parent is None or node.parent.tag != "head":
            return False
        if (node.attributes["http-equiv"] or "").lower() == "content-security-policy":
            return is_policy_of_a_site(node.attributes.get("content") or "")
    return False


def _loaded(page: LexborHTMLParser) -> Iterator[str]:
    """The addresses of the style sheets and scripts of a page."""
    for node in page.css("link[rel~=stylesheet][href], script[src]"):
        yield node.attributes.get("href") or node.attributes.get("src") or ""


def _path_on_site(address: str) -> str:
    """The path of an address if it is one of the site itself; otherwise nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that are not those of an IPv6 address
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path)


def _is_there(site: Path, page: Path, path: str) -> bool:
    """Whether a path named on a page leads to a file of the site that is not empty.

    The page for missing addresses (404.html) names files from the root of the host. A site may
    lie in a folder of the host, which its own files cannot tell, so each shorter path is tried.
    """
    if not path.startswith("/"):
        return _has_content(page.parent / path)
    names = path.strip("/").split("/")
    return any(_has_content(site.joinpath(*names[skipped:])) for skipped in range(len(names)))


def _has_content(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except (OSError, ValueError):  # a name that no file can have
        return False
