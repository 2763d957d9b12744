"""Write the list of all annotations: a table for each reading, the glossary and the timeline.

There may be thousands of rows: a row says only what differs, and its cells have no markup of their
own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, groupby
from typing import NamedTuple

from build_scripts.model.annotation import Body, Provenance
from build_scripts.model.placed import Passage, PlacedAnnotation
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import INTRODUCTION, reading_page
from build_scripts.render.interface import Interface, in_annotators_language
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.text_of_markup import blocks_of
from build_scripts.render.lists.filters import LISTED, Select, filter_html
from build_scripts.render.lists.list_page import list_index, list_page
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lookups.entries_and_parts import Member
from build_scripts.render.markdown_safe_html import NO_HTML, Html, attribute, element, text
from build_scripts.render.page import RenderedPage, one_line, section_blocks, shorten
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.passages import paragraphs_in_words, reading_title
from build_scripts.render.site import Site
from build_scripts.render.uses.body_links import words_of_link
from build_scripts.render.uses.entry_names import (
    QUOTED_LENGTH,
    entry_address,
    entry_link,
    kind_of,
    subject_html,
)
from build_scripts.text.collation import sort_key

_KINDS = (
    INTRODUCTION,
    "question",
    "note",
    "cross-reference",
    "correction",
    "term",
    "event",
    "comparison",
)
_STATUSES = ("draft", "reviewed", "disputed")
_NO_STATUS = "none"
_COLUMNS = ("column-kind", "column-subject", "column-status", "column-creator", "column-reviewer")
_GLOSSARY, _TIMELINE, _COMPARISONS = ".glossary", ".timeline", ".comparisons"
"""The ids of tables of entries of no reading; the id of a reading never has a dot."""
_TABLES = {".term": _GLOSSARY, ".event": _TIMELINE, ".comparison": _COMPARISONS}
"""These tables, by the beginnings of the names of their entries."""


class _Row(NamedTuple):
    """An annotation in the list."""

    kind: str
    subject: Html
    provenance: Provenance


class _Group(NamedTuple):
    """A table of the list: its id, its heading, and its rows."""

    id: str
    title: str
    rows: tuple[_Row, ...]


def render_annotations(site: Site, page: str) -> RenderedPage:
    """A page of the list of all annotations."""
    context = page_context(site, page)
    if page not in site.parts:
        see_also = (see_also_html(context),)
        return list_index(context, "annotations", see_also, "annotations", is_searched=False)
    part = site.parts[page]
    groups = tuple(_groups(context, part.members))
    blocks = [_filter(context.interface, groups, is_part=not part.name.is_whole)]
    tables = [[_cells(context.words, row) for row in group.rows] for group in groups]
    columns = [any(cells) for cells in zip(*chain.from_iterable(tables), strict=True)]
    for group, cells_of_rows in zip(groups, tables, strict=True):
        blocks += _table(context.interface, group, cells_of_rows, columns)
    blocks.append(see_also_html(context))
    contents = tuple(TableOfContentsEntry(group.title, f"of-{group.id}") for group in groups)
    return list_page(
        context, "annotations", blocks, "annotations", contents, is_searched=False, part=part
    )


def _groups(context: PageContext, members: Iterable[Member]) -> Iterator[_Group]:
    """The tables with some entries of `annotation_items`."""
    words, site = context.words, context.site
    for table, of_table in groupby(members, key=lambda member: _table_of(member.entry)):
        if table == _GLOSSARY:
            terms = [site.terms[member.entry.removeprefix(".term-")] for member in of_table]
            rows = [_Row("term", entry_link(context, term), term.provenance) for term in terms]
            yield _Group(table, words.text("annotations-of-glossary"), tuple(rows))
        elif table == _TIMELINE:
            names = [member.entry.removeprefix(".event-") for member in of_table]
            events = [site.events[name].event for name in names]
            rows = [_Row("event", entry_link(context, one), one.provenance) for one in events]
            yield _Group(table, words.text("annotations-of-timeline"), tuple(rows))
        elif table == _COMPARISONS:
            names = [member.entry.removeprefix(".comparison-") for member in of_table]
            compared = [site.comparisons[name] for name in names]
            rows = [_Row("comparison", entry_link(context, o), o.provenance) for o in compared]
            yield _Group(table, words.text("comparisons-title"), tuple(rows))
        else:
            (member,) = of_table
            shown = tuple(_of_reading(context, table, member))
            yield _Group(table, reading_title(site, table), shown)


def _table_of(entry: str) -> str:
    """The id of the table in which an entry stands."""
    return _TABLES[entry.partition("-")[0]] if entry.startswith(".") else entry


def _of_reading(context: PageContext, reading: str, member: Member) -> Iterator[_Row]:
    """The introduction, the questions and the annotations, in the order of the text; not terms."""
    before = context.site.texts[reading].introduction
    if before is not None and member.shows(INTRODUCTION):
        whole = context.words.html("in-whole-reading")
        link = element("a", {"href": context.link(reading_page(reading), INTRODUCTION)}, whole)
        yield _Row(INTRODUCTION, link, before.provenance)
    for asked in context.site.questions[reading]:
        if member.shows(asked.entry):
            address = entry_address(context, reading, asked.entry, asked.start)
            beginning = _beginning(context, asked.question.body)
            link = element("a", {"href": address}, beginning)
            yield _Row("question", link, asked.question.provenance)
    for placed in context.site.stated_in[reading]:
        if not member.shows(placed.entry):
            continue
        address = entry_address(context, reading, placed.entry, placed.span.start)
        link = element("a", {"href": address}, _subject(context, reading, placed))
        yield _Row(kind_of(placed), link, placed.annotation.provenance)


def _subject(context: PageContext, reading: str, placed: PlacedAnnotation) -> Html:
    """What an annotation is about; a single quoted word says too little of where a link leads."""
    shown = subject_html(context, reading, placed)
    source = context.site.texts[reading].source
    if placed.on_blocks or not source.shows(placed.span):
        return shown
    if len(source.unbroken(*placed.span).split()) > 1:
        return shown
    where = paragraphs_in_words(context, Passage(reading, placed.span))
    return Html(f"{shown}{context.words.html('comma')}{text(where)}")


def _beginning(context: PageContext, body: Body) -> Html:
    """The first words of a body, in the language of the annotators."""
    blocks = blocks_of(context.site.body(body, words_of_link))
    words = text(shorten(" ".join(blocks), QUOTED_LENGTH))
    return in_annotators_language(context.interface.annotates, words)


def _filter(interface: Interface, groups: tuple[_Group, ...], *, is_part: bool) -> Html:
    words = interface.words
    rows = [row for group in groups for row in group.rows]
    kinds = {row.kind for row in rows}
    statuses = {row.provenance.status or _NO_STATUS for row in rows}
    creators = sorted(
        {name for row in rows for name in map(one_line, row.provenance.creators)},
        key=lambda name: sort_key(name, words.language),
    )
    controls = (
        Select("kind", "filter-kind", _named(words, "annotation-{}", kinds, _KINDS)),
        Select("of", "filter-reading", tuple((group.id, group.title) for group in groups)),
        Select(
            "status",
            "filter-status",
            (
                *_named(words, "{}", statuses, _STATUSES),
                *(((_NO_STATUS, words.text("no-status")),) if _NO_STATUS in statuses else ()),
            ),
        ),
        Select("author", "filter-author", tuple((name, name) for name in creators)),
    )
    items = ".annotations tbody tr"
    return filter_html(interface, controls, len(rows), items, is_part=is_part)


def _named(
    words: Words, message: str, present: set[str], order: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    return tuple((value, words.text(message.format(value))) for value in order if value in present)


def _table(
    interface: Interface,
    group: _Group,
    cells_of_rows: Sequence[Sequence[Html]],
    columns: Sequence[bool],
) -> Iterator[Html]:
    """A table with its heading; `columns` says which of `_COLUMNS` have anything in them."""
    words = interface.words
    identifier = f"of-{group.id}"
    names = compress(_COLUMNS, columns)
    head = "".join(f'<th scope="col">{words.html(name)}</th>' for name in names)
    rows = "".join(
        _row(row, compress(cells, columns))
        for row, cells in zip(group.rows, cells_of_rows, strict=True)
    )
    table = Html(
        f'<table class="annotations" aria-labelledby="{attribute(identifier)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
    attributes = {"data-of": group.id, "aria-labelledby": identifier, **interface.speaks}
    return section_blocks(attributes, element("bdi", None, text(group.title)), (table,))


def _cells(words: Words, row: _Row) -> tuple[Html, ...]:
    """What stands in each of `_COLUMNS`."""
    provenance = row.provenance
    status = provenance.status
    return (
        words.html(f"annotation-{row.kind}"),
        row.subject,
        words.html(status.value) if status else NO_HTML,
        text(words.joined(map(one_line, provenance.creators))),
        text(one_line(words.joined(provenance.reviewed_by))),
    )


def _row(row: _Row, cells: Iterable[Html]) -> Html:
    provenance = row.provenance
    creators = [*map(one_line, provenance.creators)]
    author = f' data-author="{attribute(LISTED.join(creators))}"' if creators else ""
    return Html(
        f'<tr data-kind="{row.kind}" data-status="{provenance.status or _NO_STATUS}"{author}>'
        f"<td>{'</td><td>'.join(cells)}</td></tr>"
    )
