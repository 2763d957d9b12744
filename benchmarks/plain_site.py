"""Write the pages of a built site as plain Material would publish them, to compare with ours.

They have all the words, headings, lists and links that a page shows without scripts, and nothing
else that the generator makes: no classes, ids, style sheets, scripts, controls or dialogs.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

_KEPT = frozenset(
    """
    h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd a em strong i b q cite code pre sup sub
    table thead tbody tr th td blockquote details summary br hr
    """.split()  # noqa: SIM905 - a list of words
)
_NOT_SHOWN = (
    "script, style, a.headerlink, a.md-content__button, "
    "button, dialog, form, [popover], .reading-tools"
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; what it takes from the environment has its default value."""


def _default_of(loader: _Loader, node: yaml.Node) -> object:
    """The value after the name of the variable."""
    assert isinstance(node, yaml.SequenceNode)
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _default_of)


def write_plain_project(project: Path, site: Path, folder: Path) -> Path:
    """A project whose site has the same words on the same pages, without the generator.

    Args:
        project: gives the settings.
        site: the built site of that project.
        folder: where to write.
    """
    settings = yaml.load((project / "mkdocs.yml").read_text("utf-8"), _Loader)  # a SafeLoader
    settings["plugins"] = ["search"]
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    for page in site.rglob("index.html"):
        path = folder / "docs" / page.relative_to(site).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_plain_page(page.read_text("utf-8")), "utf-8")
    return folder


def _plain_page(html: str) -> str:
    tree = LexborHTMLParser(html)
    article = tree.css_first("article")
    assert article is not None
    for node in article.css(_NOT_SHOWN):
        node.decompose()
    return "\n\n".join(filter(None, (block.strip() for block in _blocks(article)))) + "\n"


def _blocks(element: LexborNode) -> Iterator[str]:
    """The blocks in an element; headings are Markdown, so that the table of contents has them."""
    for child in element.iter(include_text=True):
        name = child.tag or ""
        if name in _HEADINGS:
            yield f"{'#' * int(name[1])} {' '.join(child.text().split())}"
        elif name in _KEPT:
            yield _plain(child).replace("\n\n", "\n")
        elif name == "-text":
            yield _escaped(child)
        else:
            yield from _blocks(child)


def _plain(node: LexborNode) -> str:
    name = node.tag or ""
    if name == "-text":
        return _escaped(node)
    inner = "".join(map(_plain, node.iter(include_text=True)))
    if name not in _KEPT:
        return inner
    address = node.attributes.get("href") if name == "a" else None
    attribute = f' href="{address.replace("&", "&amp;")}"' if address else ""
    return f"<{name}{attribute}>{inner}</{name}>"


def _escaped(node: LexborNode) -> str:
    return node.text().replace("&", "&amp;").replace("<", "&lt;")
