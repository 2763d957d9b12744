"""Which pages of a built site stand for all of their kind."""

from pathlib import Path


def one_of_each_kind(site: Path) -> tuple[str, ...]:
    """The addresses of one page of each kind, relative to the site: "" is the home page.

    Each page at the top is a kind of its own. Below it, such as in `readings/`, the first page
    stands for all pages of the same depth, but pages with pages below them are another kind.
    """
    pages = sorted(page.parent.relative_to(site) for page in site.rglob("index.html"))
    above = {page.parent for page in pages}
    chosen: dict[object, Path] = {}
    for page in pages:
        kind = (page.parts[:1], len(page.parts), len(page.parts) > 1 and page in above)
        chosen.setdefault(kind, page)
    return tuple(f"{page}/" if page.parts else "" for page in chosen.values())
