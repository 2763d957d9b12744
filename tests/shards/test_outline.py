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


def test_needs_are_what_leads_to_a_reading_and_what_it_leads_to(checked: pipeline.Checked) -> None:
    needs = outline(checked).needs

    assert needs[""] == ("letter-2", "speech-3")
    assert {"letter-2", "speech-3"} <= {*NAMES}
    for name, others in needs.items():
        assert name not in others
        for other in others:
            assert not name or name in needs[other]
    assert "tale-4" in needs["speech-1"], "its version"
    assert {NAMES[5], NAMES[7], NAMES[10], NAMES[-5], NAMES[-7], NAMES[-10]} <= {*needs[NAMES[0]]}


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
