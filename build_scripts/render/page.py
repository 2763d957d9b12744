"""A page: front matter, title, and blocks separated by blank lines."""

import re
from collections.abc import Iterable

from build_scripts.model.site_plan import PlannedFile
from build_scripts.render.html import Html, element, text

_ESCAPED_IN_YAML = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')


def yaml_string(value: str) -> str:
    """A double-quoted YAML scalar."""

    def escape(match: re.Match[str]) -> str:
        character = match.group()
        return f"\\{character}" if character in '\\"' else f"\\u{ord(character):04x}"

    return f'"{_ESCAPED_IN_YAML.sub(escape, value)}"'


def one_line(value: str) -> str:
    """A text with every run of white space as one blank, for titles and labels."""
    return " ".join(value.split())


def shorten(value: str, length: int) -> str:
    """A text on one line, cut after a word where it is longer than `length` characters."""
    value = one_line(value)
    if len(value) <= length:
        return value
    head, blank, _ = value[: length + 1].rpartition(" ")
    return f"{head if blank else value[:length]}…"


def write_page(
    path: str, title: str, blocks: Iterable[Html], description: str = "", heading: bool = True
) -> PlannedFile:
    """Put a page together.

    Front matter holds HTML-escaped text, because MkDocs puts it into pages as it is.

    Args:
        path: Markdown file, relative to the documentation folder.
        title: plain text.
        blocks: raw HTML blocks.
        description: plain text for the page's meta element.
        heading: whether the title also stands as a heading on top of the blocks.
    """
    lines = ["---", f"title: {yaml_string(text(one_line(title)))}"]
    if description:
        lines.append(f"description: {yaml_string(text(one_line(description)))}")
    lines.append("---")
    parts = ["\n".join(lines)]
    if heading:
        parts.append(element("h1", None, text(one_line(title))))
    parts.extend(blocks)
    return PlannedFile(path, ("\n\n".join(parts) + "\n").encode())
