"""The first law: whatever the text holds and however it is annotated, readers see the text.

Each case is a whole page, published as MkDocs would with this project's extensions and read back
as a browser would. What must be there is counted out anew, character by character.
"""

from hypothesis import given
from markdown import Markdown

from build_scripts.model.placed import AnnotatedReading, PlacedAnnotation
from build_scripts.model.source_text import Paragraph
from build_scripts.render.reading.reading_pages import render_reading
from tests.profiles import cases
from tests.render.annotated_readings import annotated_readings, site_with
from tests.render.dom import ShownParagraph, fragments, ids, one, parse, read_reading
from tests.render.published import every_markdown, project_markdown, publish


@cases(normal=250, long=20_000)
@given(annotated_readings())
def test_every_page_shows_its_text_and_each_annotation_at_its_place(of: AnnotatedReading) -> None:
    assert_all_pages_are_right(of, project_markdown())


@cases(normal=100, long=4_000)
@given(annotated_readings())
def test_whatever_extensions_another_site_loads(of: AnnotatedReading) -> None:
    assert_all_pages_are_right(of, every_markdown())


def assert_all_pages_are_right(of: AnnotatedReading, markdown: Markdown) -> None:
    shown: list[ShownParagraph] = []
    for page in render_reading(site_with(of), of):
        tree = parse(publish(page.file.content, markdown).html)
        page_ids = ids(tree)
        assert len(page_ids) == len(set(page_ids)), "an id stands twice on a page"
        assert set(fragments(tree)) <= set(page_ids), "a link leads nowhere"
        assert {entry.id for entry in page.information.contents} <= set(page_ids)
        if page.file.path == "readings/text/index.md" and of.reading.parts:
            assert not tree.css("[data-reading]"), "the table of parts holds no text"
            continue
        element = one(tree, "[data-reading]")
        found = read_reading(element)
        assert found.stray == ()
        shown.extend(found.paragraphs)
        on_page = annotations_on_page(of, found.paragraphs)
        marks = [page_id for page_id in page_ids if page_id.startswith("at-")]
        assert len(marks) == len(on_page), "each place of an annotation has one mark"
        assert {p.entry for p in on_page} <= set(page_ids)
        whole = (element.attributes.get("data-annotation") or "").split()
        assert whole == sorted(p.entry for p in on_page if is_whole(of, p))

    source = of.reading.source
    assert [p.label for p in shown] == [str(p.number) for p in source.paragraphs]
    for paragraph, found_paragraph in zip(source.paragraphs, shown, strict=True):
        assert found_paragraph.text == source.paragraph_text(paragraph.number)
        assert found_paragraph.entries == covering_entries(of, paragraph)


def covering_entries(of: AnnotatedReading, paragraph: Paragraph) -> tuple[frozenset[str], ...]:
    """For each character of a paragraph, the entries whose passages it lies in."""
    return tuple(
        frozenset(
            p.entry
            for p in of.annotations
            if p.span.start <= offset < p.span.end and not is_whole(of, p)
        )
        for offset in range(paragraph.span.start, paragraph.span.end)
    )


def is_whole(of: AnnotatedReading, placed: PlacedAnnotation) -> bool:
    """Whether an annotation is on the reading as a whole, whose element then carries it."""
    source = of.reading.source
    return placed.on_blocks and placed.span == source.paragraphs_span(1, len(source.paragraphs))


def annotations_on_page(
    of: AnnotatedReading, shown: tuple[ShownParagraph, ...]
) -> list[PlacedAnnotation]:
    """The annotations of which at least one character is on a page.

    A note on the whole text is only on the page where the text begins.
    """
    span = of.reading.source.paragraphs_span(int(shown[0].label), int(shown[-1].label))
    whole = of.reading.source.paragraphs_span(1, len(of.reading.source.paragraphs))
    return [
        placed
        for placed in of.annotations
        if placed.span.start < span.end and span.start < placed.span.end
        if not (placed.on_blocks and placed.span == whole) or shown[0].label == "1"
    ]
