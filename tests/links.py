"""Links of a built site that lead nowhere, in raw HTML too, where MkDocs itself does not look."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_ATTRIBUTES = {"a": "href", "link": "href", "script": "src", "img": "src"}
_SITE = "http://site.invalid/"


def _addresses(page: LexborHTMLParser) -> Iterator[str]:
    for element, attribute in _ATTRIBUTES.items():
        for node in page.css(f"{element}[{attribute}]"):
            yield node.attributes[attribute] or ""


def broken_links(site: Path, folders_have_pages: bool = True) -> list[str]:
    """Every link inside a site whose file or fragment is missing, as ``page: link``.

    Args:
        site: the folder of the built site.
        folders_have_pages: whether the address of a folder shows the `index.html` in it, as web
            servers do; in a folder opened in a browser it shows a list of files.
    """
    pages = {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_bytes())
        for path in site.rglob("*.html")
        if path.name != "404.html"  # it is shown anywhere: its links need the published site
    }
    ids = {
        name: {node.attributes["id"] for node in page.css("[id]")} for name, page in pages.items()
    }
    broken = []
    for name, page in pages.items():
        for address in _addresses(page):
            link = urlsplit(urljoin(_SITE + name, address))
            if not link.geturl().startswith(_SITE):
                continue
            target = unquote(link.path).lstrip("/")
            if folders_have_pages and (site / target).is_dir():
                target = f"{target.rstrip('/')}/index.html".lstrip("/")
            fragment = unquote(link.fragment)
            if not (site / target).is_file() or (fragment and fragment not in ids[target]):
                broken.append(f"{name}: {address}")
    return sorted(broken)
