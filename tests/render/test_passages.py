"""Passages as other pages name them: quoted, or by the title of the whole reading."""

import html
import re
from pathlib import Path

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from tests.read.projects import PINNED_READING, READING_PATH, write_project

EVENT = "events:\n  - {id: ball, date: 1900, title: The ball, passages: [PASSAGE]}\n"


def passage_on_timeline(root: Path, passage: str) -> str:
    """What the timeline says of an event's passage: its markup without the tags' attributes."""
    timeline = EVENT.replace("PASSAGE", passage)
    write_project(root, {READING_PATH: PINNED_READING, "annotations/timeline.yml": timeline})
    files = dict(plan(check(root), SiteConfiguration()).rendered().files)
    found = re.search(r'<ul class="passages"><li>(.*?)</li>', files["timeline/index.md"].decode())
    assert found is not None
    return html.unescape(re.sub(r'(<\w+)(?: (?!href)[\w-]+="[^"]*")*', r"\1", found[1]))


def test_a_quotation_leads_to_its_paragraph(tmp_path: Path) -> None:
    assert passage_on_timeline(tmp_path, '{reading: tale, exact: "a daughter"}') == (
        '<a href="../readings/tale/#p2"><q>a daughter</q></a>, <cite>A tale</cite>, paragraph 2'
    )


def test_several_paragraphs_are_named(tmp_path: Path) -> None:
    assert passage_on_timeline(tmp_path, "{reading: tale, paragraphs: 2-3}") == (
        '<a href="../readings/tale/#p2"><q>The king had a daughter. She had a frog.</q></a>, '
        "<cite>A tale</cite>, paragraphs 2–3"
    )


def test_a_whole_reading_is_named_by_its_title(tmp_path: Path) -> None:
    assert passage_on_timeline(tmp_path, "{reading: tale}") == (
        '<a href="../readings/tale/"><cite>A tale</cite></a>'
    )
