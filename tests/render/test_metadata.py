"""What stands above a text."""

from dataclasses import replace

import pytest

from build_scripts.model.collection import Settings
from build_scripts.model.placed import AnnotatedCollection
from build_scripts.model.reading import Part, Reading
from build_scripts.render.page_context import page_context
from build_scripts.render.reading.metadata import metadata_html
from tests.render.annotated_readings import (
    BODY,
    annotated,
    in_order,
    reading,
    site_of_collection,
    site_with,
    source_text,
)
from tests.render.dom import one, parse

ORIGINAL = replace(
    reading(
        source_text("One.\n\nTwo."),
        title="The original",
        parts=(Part("first", "First", 1, 1), Part("second", "Second", 2, 2)),
    ),
    id="original",
)


@pytest.mark.parametrize("language", ["en", "de"])
def test_words_of_another_language_are_marked_once(language: str) -> None:
    of = reading(source_text("One."))
    metadata = replace(of.metadata, translation_of="original", interface=language)
    translation = replace(of, metadata=metadata)
    readings = (annotated(ORIGINAL), annotated(translation))
    collection = AnnotatedCollection(
        Settings(catalogues={"de": ""}), readings, (), (), (), in_order(readings)
    )
    context = page_context(site_of_collection(collection), "readings/text/index.md", language)

    tree = parse(metadata_html(context, translation))

    spoken = [] if language == "en" else ["p", "p", "details"]
    assert [node.tag for node in tree.css("[lang]")] == spoken
    link = one(tree, "dd a")
    assert (link.attributes["href"], link.text()) == ("../original/first/", "The original")


def test_a_link_leads_to_the_text_past_what_stands_between() -> None:
    plain = reading(source_text("One."))
    context = page_context(site_with(annotated(plain)), "readings/text/index.md", "en")
    noticed = replace(plain, notice=BODY)

    def ways(of: Reading, begins: str) -> list[str | None]:
        tree = parse(metadata_html(context, of, begins))
        return [link.attributes["href"] for link in tree.css(".to-text a")]

    assert ways(noticed, "p3") == ["#p3"]
    assert ways(noticed, "") == ways(plain, "p1") == []
