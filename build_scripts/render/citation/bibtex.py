"""Write works as BibTeX entries, with LaTeX's special characters escaped."""

import re

from build_scripts.model.annotation import Name
from build_scripts.render.citation.citable import Citable

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "{}$&#%_"},
}
_TO_ESCAPE = re.compile(r"[\\~^{}$&#%_]")
_IN_ADDRESS = re.compile(r"[{}\\]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TYPES = {"book": "book", "chapter": "incollection", "article-journal": "article"}


def bibtex(work: Citable, key: str, more: str = "", remark: str = "") -> str:
    """A BibTeX entry, ending in the lines `more`; braces preserve the capitals of titles.

    `accessed` must be an ISO 8601 date. `remark` holds facts that no field has; styles print it
    after the title.
    """
    kind = _TYPES.get(work.type, "misc")
    container = "journal" if kind == "article" else "booktitle"
    year, _, rest = work.issued.partition("-")
    month = rest[:2]
    fields = [
        ("author", " and ".join(map(_name, work.author))),
        ("translator", " and ".join(map(_name, work.translator))),
        ("title", f"{{{escaped(work.title)}}}" if work.title else ""),
        (container, f"{{{escaped(work.container_title)}}}" if work.container_title else ""),
        ("publisher", escaped(work.publisher)),
        ("howpublished", escaped(remark)),
        ("year", year),
        ("langid", escaped(work.language)),
        ("url", _IN_ADDRESS.sub(lambda match: f"%{ord(match.group()):02X}", work.url)),
        ("urldate", work.accessed),
    ]
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields if value]
    if year and month:
        lines.append(f"  month = {_MONTHS[int(month) - 1]},\n")
    return f"@{kind}{{{key},\n{''.join(lines)}{more}}}\n"


def escaped(value: str) -> str:
    """A text, escaped for the value of a field."""
    return _TO_ESCAPE.sub(lambda match: _ESCAPES[match.group()], value)


def _name(name: Name) -> str:
    if name.literal:
        return f"{{{escaped(name.literal)}}}"
    return ", ".join(f"{{{escaped(part)}}}" for part in (name.family, name.given) if part)
