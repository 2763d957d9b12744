"""The outline of a site: what every part knows of the whole, as plain data."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import pipeline
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.render.markdown_safe_html import attribute
from build_scripts.render.page import one_line
from build_scripts.shards.outline import Outline, outline_as_data, outline_in, outline_of
from build_scripts.shards.part import parts
from build_scripts.shards.part_pages import readings_of_part
from build_scripts.text.yaml_scalars import quoted
from tests.shards.many_readings import NAMES, write


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Checked:
    return pipeline.check(write(tmp_path_factory.mktemp("project")))


def outline(checked: pipeline.Checked) -> Outline:
    site = pipeline.site_to_publish(checked, SiteConfiguration())
    return outline_of(site, checked.project.collection, checked.links)


def test_the_pages_and_their_titles_are_those_that_are_rendered(checked: pipeline.Checked) -> None:
    known = outline(checked)
    rendered = pipeline.plan(checked, SiteConfiguration()).rendered()

    assert [*known.titles] == [*rendered.pages]
    assert sorted(known.files) == [file.path for file in rendered.files]
    for page, information in rendered.pages.items():
        title, forwards = known.titles[page]
        assert f"title: {quoted(attribute(one_line(title)))}" in information.front_matter
        assert forwards == bool(information.redirect)


def test_it_comes_back_from_plain_data_with_the_arrangement(checked: pipeline.Checked) -> None:
    known = outline(checked)
    again = outline_in(json.loads(json.dumps(outline_as_data(known))))

    assert again == known
    collection = checked.project.collection
    assert again.arrangement(collection.collections) == checked.merged.collection.arrangement


def test_needs_are_the_files_that_a_page_quotes_or_names_or_that_name_it(
    checked: pipeline.Checked,
) -> None:
    needs = outline(checked).needs
    one, to, third, noted = (NAMES[step] for step in (0, 5, 7, 10))
    folder = "annotations/readings"

    assert needs[""] == (
        f"{folder}/letter-2/notes.yml",
        f"{folder}/letter-2/reading.yml",
        f"{folder}/letter-3/reading.yml",  # this and speech-4 in the body of a comparison
        f"{folder}/speech-3/reading.yml",
        f"{folder}/speech-4/notes.yml",
        f"{folder}/speech-4/reading.yml",
        f"{folder}/tale-1/questions.yml",  # with a question that it links to
        f"{folder}/tale-1/reading.yml",
    )
    assert f"{folder}/tale-4/reading.yml" in needs["speech-1"], "its version"
    assert f"{folder}/speech-1/reading.yml" in needs["tale-4"], "which is compared with it"
    assert {f"{folder}/{name}/reading.yml" for name in ("tale-4", "speech-2")} <= {
        *needs["letter-1"]
    }, "in a comparison of three"
    assert {
        f"{folder}/{to}/reading.yml",  # at the other end of its cross-reference
        f"{folder}/{to}/notes.yml",  # with a note that it links to
        f"{folder}/{third}/reading.yml",  # named in the body of that
        f"{folder}/{noted}/notes.yml",  # named in the body of a correction
    } <= {*needs[one]}
    for other in (to, third, noted):
        assert {f"{folder}/{one}/notes.yml", f"{folder}/{one}/reading.yml"} <= {*needs[other]}


@pytest.mark.parametrize(
    "changed",
    [
        {"titles": None},
        {"titles": [["page", "title"]]},
        {"files": 1},
        {"weights": [["tale", "much"]]},
        {"weights": [["tale", 0]]},
        {"needs": [["tale"]]},
        {"needs": {"tale": 5}},
        {"shelves": [["tales", ["tale"]]]},
        {"shelves": [["tales", ["tale"], 5]]},
        {"others": None},
        {"places": [["glossary/index.md", "term-frog"]]},
        {"places": {"glossary/index.md": "term-frog"}},
    ],
)
def test_data_of_another_form_is_no_outline(checked: pipeline.Checked, changed: Any) -> None:
    data = outline_as_data(outline(checked))

    assert outline_in(data) is not None
    assert outline_in(data | changed) is None
    assert outline_in(None) is None


@given(st.lists(st.integers(1, 50), max_size=40), st.integers(1, 12))
def test_each_reading_is_in_one_part(weights: list[int], count: int) -> None:
    by_id = {str(number): weight for number, weight in enumerate(weights)}

    made = [readings_of_part(by_id, part) for part in parts(count)]

    assert [name for part in made for name in part] == [*by_id]


def test_the_first_part_has_fewer_readings_because_of_the_lists() -> None:
    even = {str(number): 10 for number in range(120)}

    assert [len(readings_of_part(even, part)) for part in parts(2)] == [30, 90]
    assert [len(readings_of_part(even, part)) for part in parts(3)] == [0, 60, 60]
    assert [len(readings_of_part(even, part)) for part in parts(5)] == [0, 30, 30, 30, 30]
