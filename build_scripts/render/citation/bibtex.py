"""Write works as BibTeX entries, with LaTeX's special characters escaped.

Dates that are not known exactly are written twice: in words as the `year` of BibTeX, and in the
`date` of its successor BibLaTeX, which knows the Extended Date/Time Format.
"""

import re

from build_scripts.model.annotation import Name
from build_scripts.render.citation.citable import Citable
from build_scripts.text.edtf_dates import plain_date, standard_date

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # BibTeX counts braces, whatever stands before them: a lone one would break the entry.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{character: f"\\{character}" for character in "$&#%_"},
}
_TO_ESCAPE = re.compile(r"[\\~^{}$&#%_]")
_IN_ADDRESS = re.compile(r"[{}\\]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TYPES = {
    **dict.fromkeys(
        ("article-journal", "article-magazine", "article-newspaper", "review", "review-book"),
        "article",
    ),
    **dict.fromkeys(("book", "classic", "collection", "musical_score"), "book"),
    **dict.fromkeys(("chapter", "entry", "entry-dictionary", "entry-encyclopedia"), "incollection"),
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
}
_PUBLISHERS = {"phdthesis": "school", "techreport": "institution", "misc": "publisher"}


def bibtex(work: Citable, key: str, more: str = "", remark: str = "", year: str = "") -> str:
    """A BibTeX entry, ending in the lines `more`; braces preserve the capitals of titles.

    Args:
        work: `accessed` must be an ISO 8601 date.
        key: the name of the entry.
        more: further lines.
        remark: facts that no field has; styles print it after the title.
        year: the year in words, for a date that is not known exactly.
    """
    kind = _TYPES.get(work.type, "misc")
    plain = plain_date(work.issued) if work.issued else ""
    is_ours = plain and not plain.startswith("-")
    shown_year, _, rest = (
        plain.partition("-") if is_ours else (work.issued and (year or work.issued), "", "")
    )
    month = rest[:2]
    numbered = "number" if work.more.get("number") else "collection-number"
    fields = [
        ("author", " and ".join(map(_name, work.author))),
        ("editor", " and ".join(map(_name, work.people("editor")))),
        ("translator", " and ".join(map(_name, work.translator))),
        ("title", _title(work.title)),
        ("journal" if kind == "article" else "booktitle", _title(work.container_title)),
        ("series", _title(work.text("collection-title"))),
        ("edition", escaped(work.text("edition"))),
        ("volume", escaped(work.text("volume"))),
        ("number", escaped(work.text("issue") or work.text(numbered))),
        ("chapter", escaped(work.text("chapter-number"))),
        ("pages", re.sub("(?<=[0-9])[-–](?=[0-9])", "--", escaped(work.text("page")))),
        (_PUBLISHERS.get(kind, "publisher"), escaped(work.publisher)),
        ("address", escaped(work.text("publisher-place"))),
        ("eventtitle", escaped(work.text("event-title"))),
        ("venue", escaped(work.text("event-place"))),
        ("howpublished", escaped(remark)),
        ("year", shown_year if is_ours else escaped(shown_year)),
        ("date", "" if is_ours or not work.issued else standard_date(work.issued)),
        ("origdate", escaped(work.text("original-date"))),
        ("langid", escaped(work.language)),
        ("doi", _in_address(work.text("DOI"))),
        ("isbn", escaped(work.text("ISBN"))),
        ("issn", escaped(work.text("ISSN"))),
        ("url", _in_address(work.url)),
        ("urldate", work.accessed),
    ]
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields if value]
    if shown_year and month:
        lines.append(f"  month = {_MONTHS[int(month) - 1]},\n")
    return f"@{kind}{{{key},\n{''.join(lines)}{more}}}\n"


def escaped(value: str) -> str:
    """A text, escaped for the value of a field."""
    return _TO_ESCAPE.sub(lambda match: _ESCAPES[match.group()], value)


def _title(value: str) -> str:
    return f"{{{escaped(value)}}}" if value else ""


def _in_address(value: str) -> str:
    return _IN_ADDRESS.sub(lambda match: f"%{ord(match.group()):02X}", value)


def _name(name: Name) -> str:
    if name.literal:
        return f"{{{escaped(name.literal)}}}"
    return ", ".join(f"{{{escaped(part)}}}" for part in (name.family, name.given) if part)
