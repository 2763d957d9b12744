"""Write the terms that several of the compared readings mention, and how each spells them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from build_scripts.model.annotation import Term
from build_scripts.model.reading import Reading
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.model.span import Span
from build_scripts.render.addresses import GLOSSARY_PAGE
from build_scripts.render.comparing.compared import Compared
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.language.languages import reading_direction
from build_scripts.render.lists.glossary_order import by_kind, kind_title
from build_scripts.render.lookups.list_items import MOST_PLACES
from build_scripts.render.markdown_safe_html import (
    NO_HTML,
    Html,
    attribute,
    attributes_html,
    element,
    text,
)
from build_scripts.render.page import one_line
from build_scripts.render.passages import listed_place_html
from build_scripts.render.reading_facts import FACTS_BETWEEN

_MOST_SPELLINGS = 6


def terms_html(
    page: Compared, terms: Sequence[Term], contents: list[TableOfContentsEntry]
) -> Iterator[Html]:
    """The terms by kind; their headings are added to the contents."""
    words = page.context.words
    for kind, of_kind in by_kind(terms, words):
        title, identifier = kind_title(kind, words), f"kind-{kind}"
        contents.append(TableOfContentsEntry(title, identifier, 3))
        yield element("h3", {"id": identifier}, text(title))
        yield from (_term(page, term) for term in of_kind)


def _term(page: Compared, term: Term) -> Html:
    context = page.context
    occurrences = context.site.occurrences[term.id]
    places = {one.id: occurrences.get(one.id, ()) for one in page.readings}
    spellings = {one.id: _spellings(one, places[one.id]) for one in page.readings}
    differ = len({frozenset(map(str.casefold, of)) for of in spellings.values() if of}) > 1
    address = context.link_to_entry(GLOSSARY_PAGE, f"term-{term.id}")
    label = in_annotators_language(context.interface.annotates, text(one_line(term.label)))
    sides = (
        _side(page, one, places[one.id], spellings[one.id] if differ else ())
        for one in page.readings
    )
    return element(
        "article",
        {"class": "entry shared"},
        element("h4", None, element("a", {"href": address}, label)),
        element("div", {"class": "columns"}, *sides),
        _all_places(page, address, sum(map(len, occurrences.values())), places.values()),
    )


def _spellings(reading: Reading, places: Iterable[Span]) -> tuple[str, ...]:
    """How a text spells a term, the most frequent spelling first."""
    found = Counter(one_line(reading.source.unbroken(*span)) for span in places)
    first: dict[str, str] = {}
    for spelling, _ in found.most_common():
        first.setdefault(spelling.casefold(), spelling)
    return tuple(first.values())


def _side(
    page: Compared, reading: Reading, places: Sequence[Span], spellings: Sequence[str]
) -> Html:
    words = page.context.words
    if not places:
        absent = element("p", {"class": "absent"}, words.html("not-in-text"))
        return element("div", _side_of(page, reading), _whose(page, reading), absent)
    speaks = attributes_html(page.speaks(reading))
    lines = [
        listed_place_html(page.context, reading, span, speaks) for span in places[:MOST_PLACES]
    ]
    more = len(lines) - 1
    further = (
        words.html("further-places", count=more)
        if len(lines) == len(places)
        else words.html("next-places", number=text(str(more)))
    )
    return element(
        "div",
        _side_of(page, reading),
        _whose(page, reading, len(places)),
        _spelt(page, reading, spellings),
        _list(reading, lines[:1]),
        element(
            "details",
            {"class": "places"},
            element("summary", None, further),
            _list(reading, lines[1:]),
        )
        if more
        else NO_HTML,
    )


def _side_of(page: Compared, reading: Reading) -> dict[str, str | None]:
    return {"class": f"side {page.css_class(reading.id)}"}


def _whose(page: Compared, reading: Reading, count: int = 0) -> Html:
    """The name of the text, and how often the term occurs in it."""
    label, words = page.label(reading.id), page.context.words
    if not count:
        return element("p", {"class": "whose"}, label)
    number = element("span", {"class": "counts"}, words.html("count-places", count=count))
    return element("p", {"class": "whose"}, label, Html(FACTS_BETWEEN), number)


def _spelt(page: Compared, reading: Reading, spellings: Sequence[str]) -> Html:
    if not spellings:
        return NO_HTML
    words, metadata = page.context.words, reading.metadata
    attributes = {"lang": metadata.language, "dir": reading_direction(reading)}
    shown = [element("span", attributes, text(one)) for one in spellings[:_MOST_SPELLINGS]]
    if len(spellings) > _MOST_SPELLINGS:
        shown.append(text("…"))
    listed = Html(words.html("semicolon").join(shown))
    others = {one.metadata.language for one in page.readings}
    # Words of two languages are not two spellings.
    said = words.html("written-as", spellings=listed) if len(others) == 1 else listed
    return element("p", {"class": "spelt"}, said)


def _list(reading: Reading, lines: Iterable[Html]) -> Html:
    language, runs = attribute(reading.metadata.language), reading_direction(reading)
    return Html(f'<ul class="quoted" lang="{language}" dir="{runs}">{"".join(lines)}</ul>')


def _all_places(
    page: Compared, address: str, number: int, places: Iterable[Sequence[Span]]
) -> Html:
    """A link to all places, if they are too many to be shown."""
    if all(len(of_reading) <= MOST_PLACES for of_reading in places):
        return NO_HTML
    said = page.context.words.html("all-places", number=text(str(number)))
    return element("p", {"class": "provenance"}, element("a", {"href": address}, said))
