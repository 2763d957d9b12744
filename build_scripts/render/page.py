"""Write a page: front matter, title, and blocks separated by blank lines."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from build_scripts.model.site_plan import PageInformation, PlannedFile
from build_scripts.render.markdown_safe_html import Html, attribute, element, start_tag, text
from build_scripts.text.yaml_scalars import quoted


class RenderedPage(NamedTuple):
    """A Markdown file, what a publisher needs to know about it, and files that belong to it."""

    file: PlannedFile
    information: PageInformation
    files_beside: tuple[PlannedFile, ...] = ()


NO_ATTRIBUTES: Mapping[str, str | None] = MappingProxyType({})

_FOLDED = re.compile(r"[ \t\n\v\f\r\x85\u2028\u2029]+")


def folded(value: str) -> str:
    """A text with one space for every run of spaces, tabs and line ends.

    No-break spaces, thin spaces and the like are there on purpose, and stay.
    """
    if value.isprintable() and "  " not in value:  # printable white space is a space
        return value
    return _FOLDED.sub(" ", value)


def one_line(value: str) -> str:
    """A `folded` text without spaces at its ends, for titles and labels."""
    return folded(value).strip(" ")


_ENDS_BEFORE_ELLIPSIS = ".,;:。、،؛ "


def shorten(value: str, length: int) -> str:
    """A text on one line; if it is longer than `length` characters, it is cut after a word.

    No stop or comma stands before the ellipsis.
    """
    value = one_line(value)
    if len(value) <= length:
        return value
    head, blank, _ = value[: length + 1].rpartition(" ")
    return f"{(head if blank else value[:length]).rstrip(_ENDS_BEFORE_ELLIPSIS)}…"


def section_blocks(
    attributes: Mapping[str, str | None], heading: Html, blocks: Iterable[Html]
) -> Iterator[Html]:
    """A section of a page; `aria-labelledby` among its attributes is the id of its heading."""
    yield start_tag("section", attributes)
    yield element("h2", {"id": attributes["aria-labelledby"]}, heading)
    yield from blocks
    yield Html("</section>")


def write_page(
    path: str,
    title: str,
    blocks: Iterable[Html],
    description: str = "",
    heading: Mapping[str, str | None] | None = NO_ATTRIBUTES,
    *,
    is_searched: bool = True,
) -> PlannedFile:
    """Write a Markdown file.

    Text in front matter is HTML-escaped, because themes insert it into pages and attributes
    unescaped.

    Args:
        path: the file, relative to the documentation folder.
        title: plain text.
        blocks: raw HTML blocks.
        description: plain text for the page's meta element.
        heading: attributes of the heading that shows the title; None for no heading.
        is_searched: False for a page that repeats the content of other pages, so that nothing is
            found twice and the search index stays small.
    """
    lines = ["---", f"title: {quoted(attribute(one_line(title)))}"]
    if description:
        lines.append(f"description: {quoted(attribute(one_line(description)))}")
    if not is_searched:
        lines += ["search:", "  exclude: true"]
    lines.append("---")
    parts = ["\n".join(lines)]
    if heading is not None:
        parts.append(element("h1", heading, text(one_line(title))))
    parts.extend(blocks)
    return PlannedFile(path, ("\n\n".join(parts) + "\n").encode())


def front_matter_of(page: PlannedFile) -> str:
    """The front matter of a Markdown file that `write_page` made."""
    return page.content[: page.content.index(b"\n---\n", 4)].decode()
