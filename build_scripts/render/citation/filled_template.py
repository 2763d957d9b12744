"""Fill the values of a work into the template of a citation."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from build_scripts.model.annotation import Name
from build_scripts.render.citation.citable import Citable
from build_scripts.render.citation.csl import Slot, Style, Template
from build_scripts.text.edtf_dates import plain_date
from build_scripts.text.quotation_marks import QuotationMarks, marks_around, marks_inside, quoted

_ENDS = (".", "?", "!", "…")


class Piece(NamedTuple):
    """Plain text of a citation and its field, which is empty for the style's own words."""

    text: str
    field: str = ""


def filled_in(
    template: Template, style: Style, work: Citable, year: str, language: str
) -> Iterator[Piece]:
    """The pieces of a citation of a completed work.

    Args:
        template: the template of the work in that style and language.
        style: the style.
        work: the work.
        year: its year, which may have a letter.
        language: the language of the citation, as a tag.
    """
    last = ""
    for part, inside in zip(template, _marks_inside(template, language), strict=True):
        if isinstance(part, Slot):
            piece = Piece(_value(part, style, work, year), part.field)
        else:
            piece = Piece(part)
        text = piece.text
        if inside:
            piece = Piece(quoted(text, inside), "title")
        elif text[:1] == "." and last in _ENDS and not piece.field:
            piece = Piece(text[1:])  # the title ends in a mark of its own
        last = piece.text[-1:] or last
        if piece.text or piece.field:
            yield piece


@lru_cache(maxsize=4_096)
def _marks_inside(template: Template, language: str) -> tuple[QuotationMarks | None, ...]:
    """For each part of a template the marks inside it, if it is a title in quotation marks."""
    words = ["", *(part if isinstance(part, str) else "" for part in template), ""]
    return tuple(
        marks_inside(around, language)
        if isinstance(part, Slot)
        and part.field == "title"
        and (around := marks_around(before, after))
        else None
        for part, before, after in zip(template, words, words[2:], strict=False)
    )


def _value(slot: Slot, style: Style, work: Citable, year: str) -> str:
    match slot.field:
        case "italic" | "upright" | "locator":
            return ""
        case "year":
            return year
        case "day":
            return str(int(plain_date(work.issued)[-2:]))
        case "name":
            name = _person(work, slot)
            return name.family or name.literal
        case "given":
            given = _person(work, slot).given
            return _initials(given) if style is Style.APA else given
        case "DOI":
            return f"https://doi.org/{work.text('DOI')}"
        case "page":
            return re.sub("(?<=[0-9])-(?=[0-9])", "–", work.text("page"))
        case field:
            return work.text(field)


def _person(work: Citable, slot: Slot) -> Name:
    return work.people(slot.role)[slot.number]


def _initials(given: str) -> str:
    """The first letters of given names: ``J.-P. M.``."""
    words = ("-".join(f"{part[:1]}." for part in word.split("-") if part) for word in given.split())
    return " ".join(words)
