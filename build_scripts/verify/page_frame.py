"""Check that every page of a finished site has its policy, its style sheets and its scripts.

A site can lose them on its way to readers: a step of publishing rewrites pages, a cleaning step
deletes folders, an upload stops half way. The text may still be exact, but its marks are not drawn,
or nothing protects its readers.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.pages.joined_assets import SCRIPT, STYLE_SHEET
from build_scripts.pages.policy import is_policy_of_a_site
from build_scripts.verify.built_page import ParsedPage

_REBUILD = (
    "Build the site again. If the fault stays, look at what changes the site after the build."
)
_GOVERNED = "meta[http-equiv], script, link[rel], base, img, iframe"
"""The elements that a policy must precede, and the element that holds it."""


class SiteFiles:
    """The files of a site; what is there is looked up once, because all pages load the same."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self._has_content: dict[tuple[str, str], bool] = {}

    def pages(self) -> Iterator[Path]:
        """All pages, in order."""
        for folder, folders, names in os.walk(self.site):
            folders.sort()
            for name in sorted(names):
                if name.lower().endswith((".html", ".htm")):
                    yield Path(folder, name)

    def has(self, page: Path, path: str) -> bool:
        """Whether a path named on a page leads to a file of the site that is not empty.

        The page for missing addresses (404.html) names files from the root of the host. A site may
        lie in a folder of the host, which its own files cannot tell, so each shorter path is tried.
        """
        if not path.startswith("/"):
            folder = page.parent
            while path.startswith("../") and folder != self.site:
                folder, path = folder.parent, path[3:]
            return self._is_in(folder, path)
        names = path.strip("/").split("/")
        return any(
            self._is_in(self.site, "/".join(names[skipped:])) for skipped in range(len(names))
        )

    def _is_in(self, folder: Path, path: str) -> bool:
        key = str(folder), path
        if key not in self._has_content:
            self._has_content[key] = _has_content(folder / path)
        return self._has_content[key]


def _has_content(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except (OSError, ValueError):  # a name that no file can have
        return False


def verify_frame(files: SiteFiles, page: ParsedPage) -> Iterator[Diagnostic]:
    """The faults of one page of a site, whatever it is about.

    There are none if it begins with a policy at least as strict as ours, if each style sheet and
    script that it names is a file of the site with something in it, and, if it is a page of MkDocs
    or a reading, if it loads the style sheet and the script of readings.
    """
    governed = page.tree.css(_GOVERNED)
    if not _begins_with_a_policy(governed):
        yield _place(page).diagnostic(
            Code.PAGE_WITHOUT_POLICY,
            "The page has no policy of its own, or a weaker one, so nothing stops a foreign script",
            f"Its head must begin with the policy that the plugin `readings` writes. {_REBUILD}",
        )
    loaded = {address: own for address in _loaded(governed) if (own := _path_on_site(address))}
    for address, own in sorted(loaded.items()):
        if not files.has(page.file.path, own):
            yield _place(page).diagnostic(
                Code.PAGE_WITHOUT_FILE,
                f"The page loads “{address}”, but the site has no such file, or an empty one",
                _REBUILD,
            )
    if not _is_made_by_the_generator(page.tree):
        return
    names = {own.rpartition("/")[2] for own in loaded.values()}
    for name in (STYLE_SHEET, SCRIPT):
        if name not in names:
            yield _place(page).diagnostic(
                Code.PAGE_WITHOUT_FILE,
                f"The page does not load “{name}”",
                f"The plugin `readings` adds it to every page. {_REBUILD}",
            )


def _place(page: ParsedPage) -> Origin:
    return Origin(page.file.document, 0)


def _is_made_by_the_generator(page: LexborHTMLParser) -> bool:
    """Whether a page is of MkDocs, or shows a reading; others are files that MkDocs copied."""
    generator = page.css_first('meta[name="generator"]')
    made_by = (generator.attributes.get("content") or "") if generator else ""
    return made_by.startswith("mkdocs") or page.css_first("[data-reading]") is not None


def _begins_with_a_policy(governed: Iterable[LexborNode]) -> bool:
    """Whether a policy as strict as ours precedes everything that it must govern."""
    for node in governed:
        # In a <noscript> a policy would hold only where scripts do not run anyway.
        if node.tag != "meta" or node.parent is None or node.parent.tag != "head":
            return False
        if (node.attributes["http-equiv"] or "").lower() == "content-security-policy":
            return is_policy_of_a_site(node.attributes.get("content") or "")
    return False


def _loaded(governed: Iterable[LexborNode]) -> Iterator[str]:
    """The addresses of the style sheets and scripts of a page."""
    for node in governed:
        attributes = node.attributes
        if node.tag == "script":
            yield attributes.get("src") or ""
        elif node.tag == "link" and "stylesheet" in (attributes["rel"] or "").lower().split():
            yield attributes.get("href") or ""


def _path_on_site(address: str) -> str:
    """The path of an address if it is one of the site itself; otherwise nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that are not those of an IPv6 address
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path)
