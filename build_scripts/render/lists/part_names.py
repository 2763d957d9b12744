"""Name the parts of a divided list."""

from collections.abc import Callable, Mapping

from build_scripts.model.side_by_side import rows_of
from build_scripts.render.addresses import (
    ANNOTATIONS_PAGE,
    BIBLIOGRAPHY_PAGE,
    COMPARISONS_PAGE,
    CROSS_REFERENCES_PAGE,
    GLOSSARY_PAGE,
    MAP_PAGE,
    OVERVIEW_PAGE,
    PEOPLE_PAGE,
    TIMELINE_PAGE,
)
from build_scripts.render.comparison_titles import comparison_title
from build_scripts.render.lookups.divided_lists import BY_COLLECTION
from build_scripts.render.lookups.entries_and_parts import PartName
from build_scripts.render.lookups.event_headings import years_in_heading
from build_scripts.render.lookups.kinds_in_common import ComparedKind, kind_and_name
from build_scripts.render.lookups.list_items import (
    ASKED,
    BESIDE,
    BETWEEN,
    COMPARISONS,
    ENTRIES,
    EVENTS,
    OTHER_EVENTS,
    OTHERS,
    PASSAGES,
    SHARED,
    TERMS,
)
from build_scripts.render.page import one_line, shorten
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import reading_title
from build_scripts.render.term_order import name_in_entry

_LONGEST_NAME = 40
_COMPARISONS = COMPARISONS_PAGE.partition("/")[0]
_GROUPS = {
    TERMS: "annotations-of-glossary",
    EVENTS: "annotations-of-timeline",
    ENTRIES: "cross-references-to-entries",
    OTHERS: "other-voices",
    COMPARISONS: "comparisons-title",
    BETWEEN: "compared-events",
    OTHER_EVENTS: "compared-other-events",
    SHARED: "compared-terms",
    ASKED: "compared-questions",
}


def part_name(context: PageContext, part: PartName) -> str:
    """What stands on a part of a list: a letter, a century, a collection, from where to where."""
    words = context.words
    group = _group(context, part)
    if group and not part.is_cut:
        return group
    ends = (part.first, part.last)
    first, last = (_entry(context, part.list_page, end) for end in ends)
    begins = words.text("entry-continued", entry=first) if part.is_continued else first
    named = _range(context, begins, last) if first != last else begins
    finer = _FINER.get(part.list_page)
    if first == last and part.is_cut and finer is not None:
        inside = (shorten(one_line(finer(context, end)), _LONGEST_NAME) for end in ends)
        named = words.text("list-part-title", list=named, part=_range(context, *inside))
    return words.text("list-part-title", list=group, part=named) if group else named


def _range(context: PageContext, first: str, last: str) -> str:
    if first == last:
        return first
    return context.words.text("entries-range", first=first, last=last)


def _group(context: PageContext, part: PartName) -> str:
    group = part.group
    if group in _GROUPS:
        return context.words.text(_GROUPS[group])
    if group.startswith((f"{PASSAGES}.", f"{BESIDE}.")):
        return _of_compared(context, part)
    if part.list_page in BY_COLLECTION:
        if group:
            shelves = context.site.arrangement.shelves
            collections = (shelf.collection for shelf in shelves)
            return one_line(next(one.title for one in collections if one.id == group))
        return context.words.text("other-texts") if context.site.arrangement.shelves else ""
    if part.list_page == TIMELINE_PAGE and group:
        return context.words.date(group)
    return group


def _of_compared(context: PageContext, part: PartName) -> str:
    """Passages in the order of one text, or a text beside its original; which one, if several."""
    common = context.site.in_common[part.list_page.split("/")[1]]
    group, _, reading = part.group.partition(".")
    kinds = {
        PASSAGES: ("compared-passages", "passages-in-order-of", len(common.references)),
        BESIDE: ("side-by-side", "beside-original", len(common.beside)),
    }
    alone, one_of_several, number = kinds[group]
    if number == 1:
        return context.words.text(alone)
    return context.words.text(one_of_several, reading=_reading(context, reading))


def _term(context: PageContext, entry: str) -> str:
    """The name of a term or, after a dot, of a person who is not in the glossary."""
    terms = context.site.terms
    return terms[entry].label if entry in terms else entry.removeprefix(".")


def _glossary_line(context: PageContext, entry: str) -> str:
    """The name of a term, or one of its aliases."""
    term_id, alias = name_in_entry(entry)
    return alias or context.site.terms[term_id].label


def _source(context: PageContext, entry: str) -> str:
    return context.interface.short[entry].label


def _years(context: PageContext, entry: str) -> str:
    return context.words.date(years_in_heading(context.site.events[entry].event))


def _cross_reference(context: PageContext, entry: str) -> str:
    return _reading(context, context.site.stated[entry].pair[0])


def _paragraph(context: PageContext, entry: str) -> str:
    """The place of a cross-reference in the reading after which it is named."""
    stated = context.site.stated[entry]
    reading, offset = stated.reading, stated.placed.span.start
    if reading != stated.pair[0] and stated.placed.other_end is not None:
        reading, (offset, _) = stated.placed.other_end
    number = context.site.paragraph_number(reading, offset)
    return context.words.text("in-paragraph", number=str(number))


def _event(context: PageContext, entry: str) -> str:
    return context.site.events[entry].event.title


def _pair(context: PageContext, entry: str) -> str:
    return _reading(context, entry.partition("..")[0])


def _other_of_pair(context: PageContext, entry: str) -> str:
    return _reading(context, entry.partition("..")[2])


def _annotated(context: PageContext, entry: str) -> str:
    """The name of a reading, a term or an event in the list of annotations."""
    if not entry.startswith("."):
        return _reading(context, entry)
    kind, _, identifier = entry.partition("-")
    if kind == ".term":
        return _term(context, identifier)
    if kind == ".comparison":
        return _comparison(context, identifier)
    return _event(context, identifier)


def _comparison(context: PageContext, entry: str) -> str:
    return comparison_title(context.site, context.site.comparisons[entry], context.words)


def _in_common(context: PageContext, entry: str) -> str:
    """The name of what compared readings have in common."""
    kind, name = kind_and_name(entry)
    match kind:
        case ComparedKind.EVENT | ComparedKind.OTHER_EVENT:
            return _years(context, name)
        case ComparedKind.TEXT:
            return context.words.date(context.site.texts[name].metadata.date)
        case ComparedKind.TERM:
            return _term(context, name)
        case ComparedKind.QUESTION:
            return _reading(context, name.partition(".")[0])
        case ComparedKind.ROW:
            return _row(context, name)
        case ComparedKind.REFERENCE:
            return _paragraph(context, name.partition(".")[2])


def _row(context: PageContext, name: str) -> str:
    """The first paragraph of a row of two texts side by side."""
    reading, _, number = name.rpartition(".")
    own = context.site.texts[reading]
    rows = [*rows_of(own, context.site.texts[own.original])]
    row = rows[int(number) - 1]
    first = next(iter((*row.own, *row.original)))
    return context.words.text("in-paragraph", number=str(first))


def _reading(context: PageContext, entry: str) -> str:
    return reading_title(context.site, entry)


_NAMES: Mapping[str, Callable[[PageContext, str], str]] = {
    GLOSSARY_PAGE: _glossary_line,
    PEOPLE_PAGE: _term,
    MAP_PAGE: _term,
    BIBLIOGRAPHY_PAGE: _source,
    TIMELINE_PAGE: _years,
    CROSS_REFERENCES_PAGE: _cross_reference,
    OVERVIEW_PAGE: _pair,
    ANNOTATIONS_PAGE: _annotated,
    COMPARISONS_PAGE: _comparison,
}
"""How entries are named, by the first page of their list; others are of readings or in common."""


_FINER: Mapping[str, Callable[[PageContext, str], str]] = {
    CROSS_REFERENCES_PAGE: _paragraph,
    OVERVIEW_PAGE: _other_of_pair,
    TIMELINE_PAGE: _event,
}
"""How entries are named further where all entries of a part have the same name."""


def _entry(context: PageContext, list_page: str, entry: str) -> str:
    """The name of an entry, or of the reading to which it belongs."""
    others = _in_common if list_page.startswith(f"{_COMPARISONS}/") else _reading
    name = _NAMES.get(list_page, others)(context, entry)
    return shorten(one_line(name), _LONGEST_NAME)
