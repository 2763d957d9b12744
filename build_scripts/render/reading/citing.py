"""Write the dialog for citing a reading, and citations with places for the browser to fill in.

The citations stand in a script beside the page, which is fetched only when somebody cites. Each is
a list of words and, between them, numbers that stand for what only the reader's browser knows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_scripts.model.annotation import Name
from build_scripts.model.reading import Reading
from build_scripts.model.site_plan import PlannedFile
from build_scripts.render.addresses import reading_page
from build_scripts.render.citation.bibtex import bibtex
from build_scripts.render.citation.citable import Citable, citable_reading
from build_scripts.render.citation.csl import (
    Style,
    Template,
    in_text_template,
    reference_template,
    shape_of,
)
from build_scripts.render.citation.filled_template import filled_in
from build_scripts.render.citation.ris import ris
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.script_data import script_with
from build_scripts.text.quotation_marks import marks_around, marks_inside
from build_scripts.text.scripts_without_spaces import WITHOUT_WORD_BORDERS

STYLES = (Style.APA, Style.MLA, Style.CHICAGO)
_NAMES = ("cite-apa", "cite-mla", "cite-chicago", "cite-bibtex", "cite-ris")

_PLACEHOLDERS = "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"
"""The order is: address, day of access in words, the same in figures, title, author, paragraphs, a
further line, key. The numbers in the data are the indexes of these characters."""
_ADDRESS, _DAY, _DAY_IN_FIGURES, _TITLE, _AUTHOR, _PARAGRAPHS, _MORE, _KEY = tuple(_PLACEHOLDERS)
_PLACEHOLDER = re.compile(f"([{_PLACEHOLDERS}])")

Parts = list[str | int]
"""Words and, between them, indexes of placeholders."""


def cite_button(words: Words) -> Html:
    """The button that opens the dialog, for the reading or, in an entry, for that entry."""
    return Html(f'<button type="button" class="cite">{words.html("cite")}</button>')


def citing_html(context: PageContext, reading: Reading) -> Html:
    """The dialog, as one block, with the address of its data; the buttons stand elsewhere.

    A script shows the reading's notice in it.
    """
    words = context.words
    addresses = context.site.addresses
    has_address = bool(addresses.published(context.page))
    names = (*_NAMES, "cite-link") if has_address else _NAMES
    options = join(element("option", None, words.html(name)) for name in names)
    no_address = element("p", None, words.html("cite-without-address"))
    dialog = element(
        "dialog",
        {"class": "citing", "aria-labelledby": "citing-title"},
        element("p", {"id": "citing-title", "class": "title"}, words.html("cite-heading")),
        element("p", {"class": "cited"}),
        element("div", {"class": "cited-notice"}) if reading.notice else NO_HTML,
        element("label", None, words.html("cite-as"), text(" "), element("select", None, options)),
        element(
            "textarea",
            {"readonly": "", "rows": "7", "aria-label": words.text("citation"), "dir": "auto"},
        ),
        NO_HTML if has_address else no_address,
        element(
            "p",
            None,
            element("button", {"type": "button", "class": "copy"}, words.html("copy")),
            text(" "),
            element("button", {"type": "button", "class": "close"}, words.html("close")),
            text(" "),
            element("span", {"role": "status", "data-copied": words.text("copied")}),
        ),
    )
    return element(
        "div",
        {
            "class": "citing-tools",
            "data-apparatus": "",
            "data-search-exclude": "",
            "data-citations": addresses.link_to_file(context.page, path_of_citations(context.page)),
            **context.speaks,
        },
        dialog,
    )


def citations(context: PageContext, reading: Reading) -> PlannedFile:
    """The data of a page's citations, as a script: a page opened as a file can fetch no other."""
    script = script_with("readings.citations[document.currentScript.src]", _data(context, reading))
    return PlannedFile(path_of_citations(context.page), script)


def path_of_citations(page: str) -> str:
    """The script with the citations of a page."""
    return f"{page.removesuffix('.md')}.citations.js"


def _data(context: PageContext, reading: Reading) -> list[object]:
    """Citations of the reading and of an entry, and the other words that the script needs."""
    words = context.words
    site_name = context.site.configuration.site_name
    published = context.site.addresses.published
    address = published(context.page) and _ADDRESS
    work = _without_placeholders(citable_reading(reading, site_name, address, words))
    entry = Citable(
        type="chapter",
        title=_TITLE,
        author=(Name(literal=_AUTHOR),),
        container_title=work.title,
        publisher=work.container_title,
        language=context.site.settings.language,
        url=address,
    )
    in_text = [[_parts(cited) for cited in _in_text(style, words, work)] for style in STYLES]
    of_entry = [*map(_parts, _citations(words, entry, f"{reading.id}-{_KEY}"))]
    quotation = _parts(words.for_script("quotation", words=_TITLE))
    return [
        [*map(_parts, _citations(words, work, reading.id))],
        of_entry,
        in_text,
        [published(reading_page(reading.id)), published(context.page)],
        quotation,
        [
            _parts(words.for_script("paragraph", number=_PARAGRAPHS)),
            _parts(words.for_script("paragraphs-cited", numbers=_PARAGRAPHS)),
        ],
        _parts(words.for_script("entry-cited", entry=_AUTHOR, words=_TITLE)),
        [one_line(reading.metadata.title), one_line(site_name) or work.title],
        [_marks((quotation, *of_entry), words.language), WITHOUT_WORD_BORDERS],
    ]


def _marks(citations: Iterable[Parts], language: str) -> list[str]:
    """The quotation marks around titles in these citations, each with the marks inside them."""
    title = _PLACEHOLDERS.index(_TITLE)
    found = {
        marks_around(before, after)
        for parts in citations
        for before, part, after in zip(parts, parts[1:], parts[2:], strict=False)
        if part == title and isinstance(before, str) and isinstance(after, str)
    }
    outer = sorted(marks for marks in found if marks is not None)
    return ["".join(map("".join, marks_inside(marks, language))) for marks in outer]


def _without_placeholders(work: Citable) -> Citable:
    """A work whose own words hold no placeholder."""

    def cleaned(value: str) -> str:
        return _PLACEHOLDER.sub("", value)

    def cleaned_names(names: tuple[Name, ...]) -> tuple[Name, ...]:
        return tuple(Name(*map(cleaned, (n.literal, n.family, n.given))) for n in names)

    return replace(
        work,
        title=cleaned(work.title),
        author=cleaned_names(work.author),
        translator=cleaned_names(work.translator),
        interviewer=cleaned_names(work.interviewer),
        container_title=cleaned(work.container_title),
        publisher=cleaned(work.publisher),
        version=cleaned(work.version),
        original=cleaned(work.original),
    )


def _citations(words: Words, work: Citable, key: str) -> Iterable[str]:
    """The citations of a work in all styles and formats, in the order of `_NAMES`."""
    is_online = bool(work.url)
    styled = replace(work, accessed=_DAY if is_online else "").completed()
    shape = shape_of(styled)
    for style in STYLES:
        template = reference_template(style, words.language, shape)
        cited = _joined(style, styled, words, template)
        yield f"{cited} {work.original}" if work.original else cited
    dated = replace(work, accessed=_DAY_IN_FIGURES if is_online else "")
    remark = _remark(words, work)
    year = _year_in_words(work, words)
    yield bibtex(dated, key, _MORE, remark, year)
    yield ris(dated, _MORE, remark, year)


def _remark(words: Words, work: Citable) -> str:
    """What the formats have no fields for: who asks, which version it is, and of what."""
    asking = words.joined(name.full for name in work.interviewer)
    by = words.for_programs("interview-by", value=asking) if asking else ""
    return ". ".join(filter(None, (by, work.version, work.original)))


def _in_text(style: Style, words: Words, work: Citable) -> Iterator[str]:
    """The citation with one paragraph, and with several."""
    completed = work.completed()
    shape = shape_of(completed)
    for locator in ("4", "4-5"):
        template = in_text_template(style, words.language, shape, locator)
        yield _joined(style, completed, words, template)


def _joined(style: Style, work: Citable, words: Words, template: Template) -> str:
    pieces = filled_in(template, style, work, _year_in_words(work, words), words.language)
    return "".join(_PARAGRAPHS if piece.field == "locator" else piece.text for piece in pieces)


def _year_in_words(work: Citable, words: Words) -> str:
    """The year of a work in words, or the words for a work without a date."""
    if not work.issued:
        return words.text("undated")
    return words.cited_year(work.issued)


def _parts(citation: str) -> Parts:
    pieces = filter(None, _PLACEHOLDER.split(citation))
    return [_PLACEHOLDERS.index(piece) if piece in _PLACEHOLDERS else piece for piece in pieces]
