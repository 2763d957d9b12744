"""What stands above a text."""

from dataclasses import replace

import pytest

from build_scripts.model.collection import Settings
from build_scripts.model.placed import AnnotatedCollection
from build_scripts.model.reading import Part
from build_scripts.render.page_context import page_context
from build_scripts.render.reading.metadata import metadata_html
from tests.render.annotated_readings import (
    annotated,
    in_order,
    reading,
    site_of_collection,
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
