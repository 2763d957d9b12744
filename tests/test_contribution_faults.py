"""The form complains about a contribution where `readings check` does, and nowhere else."""

import json
from functools import cache
from typing import Any

import pytest

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from build_scripts.render.contribution.known import MESSAGES
from tests.mkdocs_runs import SMALL_PROJECT
from tests.page_scripts import call_page_script, shared_cases


def written_out(value: Any) -> Any:
    """A value of a case with its long texts, which the table gives as a part and a number."""
    if isinstance(value, dict):
        if value.keys() == {"repeated", "times"}:
            return value["repeated"] * value["times"]
        return {key: written_out(one) for key, one in value.items()}
    return value


CASES = [written_out(case) for case in shared_cases("contribution-faults.json")]
GIVEN = {
    "target": {"exact": "the river"},
    "passage": {"reading": "harbour", "exact": "the river"},
    "body": "It was the Alde.",
    "probable": "the River",
    "certainty": "likely",
    "term": "Alde",
    "termKind": "place",
    "forms": ["the river"],
    **dict.fromkeys(("pronunciation", "ipa", "coordinates"), ""),
    "aliases": [],
    "knownTerm": "harbour-board",
    "mention": "term",
    "date": "1901-05",
    "endDate": "",
    "title": "The river floods",
    "hint": "The Alde.",
    "refersTo": {"reading": "letter", "exact": "seven thousand crowns"},
    "relation": "contrasts",
    "sources": [],
    "creator": "Ada Quill",
    "created": "2026-01-02",
    "id": "the-river",
}
"""What somebody filled in, less what a case says; each kind of entry takes its part of it."""
SOURCE = {
    "type": "book",
    "title": "The Minutes",
    "author": "Quill, Ada; The Council",
    "container": "",
    "publisher": "The Town",
    "issued": "1902",
    "language": "en",
    "url": "",
    **dict.fromkeys(("volume", "issue", "page", "doi"), ""),
}
"""A source that somebody described, less what a case says."""
CONTRIBUTE = """
(readings, { kind, given, source, required }) => {
  const { contribution } = readings;
  const known = { ...readings.known, required };
  const [text] = Object.values(readings.sources);
  const whole = { ...given, kind };
  let faults = [];
  if (source) {
    faults = contribution.faultsOfSource(source, known);
    const reference = contribution.newSource(source, [], known.ids);
    whole.sources = [{ id: reference.id, reference }];
  }
  faults = [...faults, ...contribution.faultsOf(whole, known, text)];
  return { faults, file: contribution.fileOf(whole, text.id) };
}
"""


@cache
def contributions() -> list[Any]:
    """The faults and the file of each case, as the form finds and writes them."""
    planned = {
        file.path: file.content
        for file in plan(check(SMALL_PROJECT), SiteConfiguration()).rendered().files
    }
    data = (
        planned["assets/readings/contributing-en.js"],
        planned["readings/harbour/text.js"],
    )
    filled_in = [
        {
            "kind": case["kind"],
            "given": {**GIVEN, **case.get("given", {})},
            "source": {**SOURCE, **case["source"]} if "source" in case else None,
            "required": case.get("required", {}),
        }
        for case in CASES
    ]
    return call_page_script(CONTRIBUTE, [(one,) for one in filled_in], *data)


def complaints(files: dict[str, bytes]) -> set[str]:
    """What `readings check` says of the small project with some more files."""
    found = check(SMALL_PROJECT, proposed=files).diagnostics
    return {f"{one.code} {one.message}" for one in found}


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_what_the_form_says_is_said_by_check(number: int) -> None:
    case = CASES[number]
    made = contributions()[number]
    site = {"annotations/site.yml": json.dumps({"require": case.get("required", {})}).encode()}
    file = {made["file"]["path"]: made["file"]["text"].encode()}
    new = complaints({**site, **file}) - complaints(site)
    found_in_form = [fault for fault in made["faults"] if fault[0] == "error"]

    assert made["faults"] == case["faults"]
    assert bool(new) == bool(found_in_form and not case.get("only_in_form"))


def test_each_fault_has_a_case() -> None:
    in_cases = {message for case in CASES for _, message, _, _ in case["faults"]}
    said_elsewhere = {
        *("heading-whole", "about-nothing-selected", "about-selection-cut"),
        *("unknown-source", "too-long", "nothing-wrong", "ready-to-send", "opened-elsewhere"),
    }
    others = {name for name in MESSAGES if not name.startswith("refused-")}

    assert {one for one in in_cases if not one.startswith("refused-")} == others - said_elsewhere


def test_other_readings_are_typed_one_per_line() -> None:
    typed = "a river = Ada Quill; Otto\n\n  a rivulet\n= The printer\n"
    (rivals,) = call_page_script(
        "(readings, typed) => readings.contribution.rivals(typed)", [(typed,)]
    )
    assert rivals == [
        {"reading": "a river", "proposed_by": ["Ada Quill", "Otto"]},
        {"reading": "a rivulet"},
        {"reading": "", "proposed_by": "The printer"},
    ]
