"""What is known of a text as a publication, above it."""

from collections.abc import Iterable, Iterator

from build_scripts.model.reading import Reading
from build_scripts.render.context import SiteContext
from build_scripts.render.dates import format_date
from build_scripts.render.html import Html, element, text
from build_scripts.render.languages import language_name
from build_scripts.render.page import one_line


def metadata_html(context: SiteContext, reading: Reading, page: str) -> Html:
    """What a reader wants first as a list, the rest folded below it; only what is known."""
    return Html(
        _list(_first_rows(reading))
        + element(
            "details",
            {"class": "about-text"},
            element("summary", None, text("About this text")),
            _list(_further_rows(context, reading, page)),
        )
    )


def _list(rows: Iterable[tuple[str, Html]]) -> Html:
    items = (
        element("div", None, element("dt", None, text(name)), element("dd", None, value))
        for name, value in rows
    )
    return element("dl", {"class": "reading-metadata"}, *items)


def _first_rows(reading: Reading) -> Iterator[tuple[str, Html]]:
    metadata = reading.metadata
    if metadata.authors:
        yield "Author", text(one_line(", ".join(metadata.authors)))
    if metadata.publisher:
        yield "Publisher", text(one_line(metadata.publisher))
    if metadata.date:
        yield "Published", text(format_date(metadata.date))
    yield "Language", text(_language(reading))
    if metadata.translator:
        yield "Translator", text(one_line(metadata.translator))
    if reading.speakers:
        yield "Voices", text(one_line(", ".join(speaker.name for speaker in reading.speakers)))


def _further_rows(context: SiteContext, reading: Reading, page: str) -> Iterator[tuple[str, Html]]:
    metadata = reading.metadata
    if metadata.title_by == "editor":
        yield "Title", text("supplied by the editors; the source has none")
    for name, other in (
        ("Version of", metadata.version_of),
        ("Translation of", metadata.translation_of),
    ):
        if other:
            address = context.link_to_paragraph(page, other, 1).partition("#")[0]
            title = context.readings[other].reading.metadata.title
            yield name, element("a", {"href": address}, text(one_line(title)))
    if metadata.url:
        yield (
            "Original",
            element("a", {"href": metadata.url, "rel": "external"}, text(metadata.url)),
        )
    if metadata.rights:
        yield "Rights", text(one_line(metadata.rights))
    yield "Source file", _source(reading)


def _language(reading: Reading) -> str:
    name = language_name(reading.metadata.language)
    original = reading.metadata.original_language
    return f"{name}, translated from {language_name(original)}" if original else name


def _source(reading: Reading) -> Html:
    source = reading.source
    facts = f"{source.path}, {len(source.text):,} characters, sha256 "
    markup = text(facts) + element("code", None, text(source.sha256))
    if source.header:
        begins = text("; before the text the file has ")
        markup += begins + element("code", None, text(repr(source.header)[1:-1].strip()))
    return Html(markup)
