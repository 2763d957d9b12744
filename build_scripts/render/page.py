"""A page: front matter, title, and blocks separated by blank lines."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from build_scripts.model.site_plan import PageInformation, PlannedFile
from build_scripts.render.markdown_safe_html import Html, attribute, element, start_tag, text
from build_scripts.text.yaml_scalars import quoted


class RenderedPage(NamedTuple):
    """A Markdown file, what a publisher needs to know of it, and files that belong to it."""

    file: PlannedFile
    information: PageInformation
    files_beside: tuple[PlannedFile, ...] = ()


NO_ATTRIBUTES: Mapping[str, str | None] = MappingProxyType({})

_FOLDED = re.compile(r"[ \t\n\v\f\r\x85\u2028\u2029]+")


def folded(value: str) -> str:
    """A text with every run of blanks, tabs and line ends as one blank.

    No-break spaces, thin spaces and the like are there on purpose, and stay.
    """
    if value.isprintable() and "  " not in value:  # as nearly always; the only blank is a space
        return value
    return _FOLDED.sub(" ", value)


def one_line(value: str) -> str:
    """A text as `folded`, without blanks at its ends, for titles and labels."""
    return folded(value).strip(" ")


def shorten(value: str, length: int) -> str:
    """A text on one line, cut after a word where it is longer than `length` characters."""
    value = one_line(value)
    if len(value) <= length:
        return value
    head, blank, _ = value[: length + 1].rpartition(" ")
    return f"{head if blank else value[:length]}…"


def section_blocks(
    attributes: Mapping[str, str | None], heading: Html, blocks: Iterable[Html]
) -> Iterator[Html]:
    """A section of a page, whose heading has the id that `aria-labelledby` names.

    Args:
        attributes: of the section, `aria-labelledby` among them.
        heading: the content of the heading.
        blocks: what follows it.
    """
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
    """Put a page together.

    Front matter holds HTML-escaped text, because themes put it into pages as it is, and into
    attributes as well.

    Args:
        path: Markdown file, relative to the documentation folder.
        title: plain text.
        blocks: raw HTML blocks.
        description: plain text for the page's meta element.
        heading: attributes of the title as a heading on top of the blocks; None for no heading.
        is_searched: False for a page that says again what others say, so that nothing is found
            twice and the search index stays small.
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
