"""What pages say of themselves to search engines: each something, and no two the same."""

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


def descriptions(site: Path) -> Iterator[tuple[str, str]]:
    """Pages and their descriptions, but of those that only forward."""
    for path in sorted(site.rglob("index.html")):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        if page.css_first("meta[http-equiv=refresh]") is None:
            meta = page.css_first("meta[name=description]")
            content = meta.attributes["content"] if meta else None
            yield path.parent.relative_to(site).as_posix(), content or ""


def test_each_page_has_one_of_its_own(built_site: Path) -> None:
    found = dict(descriptions(built_site))

    assert {"glossary", "people", "annotations", "overview", "bibliography"} <= found.keys()
    assert [page for page, description in found.items() if not description] == []
    assert len(set(found.values())) == len(found)
