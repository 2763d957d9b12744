"""The licences of a text and of its annotations, apart, for readers and for programs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import Rendered
from build_scripts.pipeline import check, plan
from build_scripts.text.spdx_licences import listed_licence
from tests.read.projects import write_project
from tests.render.test_imprint import rows

OF_SITE = "annotations_licence: cc-by-4.0\n"
"""In small letters: capitals in an id do not count."""
LISTED = "https://spdx.org/licenses/"
READING = "title: A tale\nsource: {file: seeds/tale.txt}\nlanguage: en\n"


def rendered(root: Path, reading: str, settings: str = "") -> tuple[dict[str, str], dict[str, Any]]:
    """The rows under *About this text*, and what programs read of it."""
    files: dict[str, str | bytes] = {
        "annotations/readings/tale/reading.yml": READING + reading,
        "annotations/site.yml": f"language: en\n{settings}",
    }
    checked = check(write_project(root, files))
    assert checked.diagnostics == ()
    site = plan(checked, SiteConfiguration())
    done: Rendered = site.rendered()
    head = done.pages["readings/tale/index.md"].head
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    return rows(site), json.loads(data)


def test_an_id_of_the_list_gives_name_and_address(tmp_path: Path) -> None:
    shown, known = rendered(tmp_path, "licence: CC-BY-SA-4.0\n", OF_SITE)

    name = "Creative Commons Attribution Share Alike 4.0 International"
    address = f"{LISTED}CC-BY-SA-4.0.html"
    assert shown["Licence of the text"] == f'<a href="{address}" rel="license external">{name}</a>'
    assert "Attribution 4.0 International</a>" in shown["Licence of the annotations"]
    assert known["license"] == address
    assert known["hasPart"]["license"] == f"{LISTED}CC-BY-4.0.html"


def test_a_reading_may_have_annotations_under_another_licence(tmp_path: Path) -> None:
    ours = 'annotations_licence: {name: Ours, url: "https://example.org/ours"}\n'

    shown, known = rendered(tmp_path, ours, OF_SITE)

    assert "Licence of the text" not in shown
    assert ">Ours</a>" in shown["Licence of the annotations"]
    assert "license" not in known
    assert known["hasPart"]["license"] == "https://example.org/ours"


def test_a_text_that_is_no_id_is_a_name(tmp_path: Path) -> None:
    shown, known = rendered(tmp_path, "licence: Free for schools\n")

    assert shown["Licence of the text"] == "Free for schools"
    assert known["license"] == {"@type": "CreativeWork", "name": "Free for schools"}
    assert "hasPart" not in known


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("mit", "MIT"), ("cc0-1.0", "CC0-1.0"), ("M I T", "")),
        *(("CC BY 4.0", "CC-BY-4.0"), ("CC-BY 4.0", "CC-BY-4.0"), ("CC BY", ""), ("", "")),
    ],
)
def test_capitals_and_blanks_in_an_id_do_not_count(typed: str, meant: str) -> None:
    licence = listed_licence(typed)
    assert (licence.id if licence else "") == meant
