"""What becomes of a generated page when MkDocs publishes it, with the settings of mkdocs.yml."""

import io
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils import meta

PROJECT = Path(__file__).resolve().parents[2]


class Published(NamedTuple):
    """The front matter of a page, and the HTML that Markdown made of the rest."""

    front_matter: dict[str, Any]
    html: str


@cache
def project_markdown() -> Markdown:
    """Markdown with the extensions that MkDocs loads for this project's pages."""
    config = load_config(str(PROJECT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


@cache
def every_markdown() -> Markdown:
    """Markdown with every extension that a site might load that uses the plugin elsewhere."""
    return Markdown(
        extensions=[
            *("abbr", "admonition", "attr_list", "codehilite", "def_list", "footnotes", "meta"),
            *("md_in_html", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
            *(
                f"pymdownx.{name}"
                for name in (
                    *("arithmatex", "betterem", "caret", "critic", "details", "emoji"),
                    *("highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar"),
                    *("saneheaders", "smartsymbols", "snippets", "superfences", "tabbed"),
                    *("tasklist", "tilde", "blocks.admonition", "blocks.details", "blocks.tab"),
                    *("blocks.definition", "blocks.html", "blocks.caption"),
                )
            ),
        ],
        extension_configs={"pymdownx.snippets": {"base_path": [str(PROJECT)]}},
    )


def publish(page: bytes, markdown: Markdown | None = None) -> Published:
    """Convert a page as MkDocs does: as a text file, less the front matter, to HTML.

    Args:
        page: the bytes of the Markdown file.
        markdown: with other extensions than those of mkdocs.yml.
    """
    # A text file: this is where a carriage return would become a line feed.
    text = io.TextIOWrapper(io.BytesIO(page), encoding="utf-8-sig", errors="strict").read()
    body, front_matter = meta.get_data(text)
    return Published(front_matter, (markdown or project_markdown()).reset().convert(body))
