"""However much is wrong, one run says all of it, each fault at its place, and nothing else.

The marks (``⟨A001⟩``) say what is expected where; see `tests.marked_faults`.
"""

from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.model import limits
from tests.marked_faults import expected_findings, findings_of

TALE = "A tale\n\nOnce there was a king.\n\nThe king had a daughter, and the daughter had a ball.\n"
READING = "title: A tale\nlanguage: en\ndate: 1812\nsource: {file: seeds/tale.txt}\n"
TERM = "term: frog prince\nforms: [king]\ndefinition: A prince.\n"
SOURCES = "references:\n  - {id: grimm, type: book, issued: 1812, publisher: Reimer}\n"
CITING = """\
notes:
  - {id: frog, target: {exact: a ball}, body: A golden one., sources: [grimm]}
"""

PROJECT = {
    "seeds/tale.txt": TALE,
    "annotations/readings/tale/reading.yml": READING,
    "annotations/readings/tale/citing.yml": CITING,
    "annotations/glossary/frog.yml": TERM,
    "annotations/sources.yml": SOURCES,
}


def assert_found(root: Path, files: dict[str, str]) -> None:
    found, expected = findings_of(root, PROJECT | files)
    assert [f for f in found if f not in expected] == [], "noise"
    assert [f for f in expected if f not in found] == [], "hidden"
    assert found == expected


def test_the_project_itself_is_correct(tmp_path: Path) -> None:
    assert_found(tmp_path, {})


TEN_FAULTS = """\
notes:
  - id: ⟨F005⟩The King
    target: {exact: ⟨A001⟩a queen}
    body: ⟨B001⟩<b>He</b> ruled.
    sources: [⟨R001⟩grim, grimm]
    status: ⟨F003⟩ready
  - id: daughter
    target: {exact: ⟨A002⟩daughter}
    ⟨F001⟩colour: gold
    creator: ⟨F004⟩""
    body: She ruled.
    ⟨Y002⟩body: She played.
mentions:
  - {target: {exact: a king}, term: ⟨G002⟩frogs}
"""


def test_a_file_with_ten_faults_gives_ten_findings(tmp_path: Path) -> None:
    path = "annotations/readings/tale/notes.yml"
    found, _ = findings_of(tmp_path, PROJECT | {path: TEN_FAULTS})

    assert len(found) == 10
    assert len({finding.split()[1] for finding in found}) == 10, "all of them different"
    assert found == sorted(expected_findings(path, TEN_FAULTS))


# One file of each sort


def test_reading_yml(tmp_path: Path) -> None:
    text = """\
title: ⟨F004⟩""
language: ⟨F003⟩English language
date: ⟨F003⟩20 December 1812
source: {file: seeds/tale.txt, sha256: ⟨F003⟩1234}
⟨F001⟩translated: yes
authors: [Jacob, ⟨F004⟩""]
speakers:
  - {id: king, name: The King, label: "King:"}
  - ⟨F002⟩{id: frog}
  - {id: ⟨F006⟩king, name: Another king}
paragraphs:
  - {from: 2, role: ⟨F003⟩spoken, speaker: king}
  - {from: 3, to: ⟨S008⟩9, speaker: ⟨F008⟩queen}
  - {from: ⟨F003⟩first, to: ⟨S008⟩9}
headings:
  - {before: ⟨S008⟩7, title: ⟨F004⟩""}
parts:
  - {id: ⟨F005⟩One, title: One, from: 1, to: 1}
  - {id: two, title: [⟨F003⟩Two], from: ⟨S009⟩3, to: 3}
version_of: ⟨X001⟩fable
"""
    # What the annotations quote is looked for all the same.
    notes = "notes:\n  - {id: king, target: {exact: ⟨A001⟩a toad}, body: He ruled.}\n"
    assert_found(
        tmp_path,
        {
            "annotations/readings/tale/reading.yml": text.replace("[⟨F003⟩Two]", "⟨F003⟩[Two]"),
            "annotations/readings/tale/notes.yml": notes,
        },
    )


def test_a_term(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        {
            "annotations/glossary/king.yml": """\
term: ⟨F004⟩" "
kind: ⟨F003⟩Some person
forms: [⟨F004⟩"", ⟨G001⟩king, ⟨F003⟩[queen], ⟨G008⟩"!"]
case: ⟨F003⟩upper
except: [king of hearts, {reading: ⟨X001⟩fable}, ⟨F003⟩{}]
translations: {⟨F003⟩de_DE: König, it: ⟨F004⟩""}
coordinates: {latitude: ⟨F003⟩95, longitude: ⟨F003⟩east}
sources: [⟨F005⟩Grimm, {ref: ⟨R001⟩grim}, ⟨F002⟩{locator: p. 1}]
definition: "A ⟨B001⟩[ruler](javascript:x)"
""",
        },
    )


def test_an_event_a_source_and_a_correction(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        {
            "annotations/timeline.yml": """\
events:
  - id: ball
    date: ⟨F003⟩then
    end_date: ⟨F003⟩later
    title: [⟨F003⟩The ball]
    passages:
      - {reading: ⟨F005⟩The Tale, exact: a toad}
      - {reading: tale, exact: ⟨A001⟩a toad, suffix: ⟨F004⟩""}
      - ⟨F003⟩tale
    body: "⟨B001⟩# The ball"
""".replace("[⟨F003⟩The", "⟨F003⟩[The"),
            "annotations/sources/more.yml": """\
references:
  - {id: grimm-1812, type: ⟨F004⟩"", author: [⟨F003⟩{given: Jacob}], issued: ⟨F003⟩once}
  - {id: ⟨F005⟩Grimm 1815, type: book, URL: ⟨F003⟩example.org, issued: 1815, publisher: R}
""",
            "annotations/readings/tale/corrections.yml": """\
corrections:
  - id: ball
    target: {exact: ⟨A001⟩a toad, occurrence: ⟨F003⟩first}
    reading: ⟨F004⟩" "
    certainty: ⟨F003⟩sure
    formerly: [⟨F005⟩Ball, old]
  - {id: ⟨F006⟩old, target: ⟨F003⟩daughter, reading: a ball, certainty: likely}
""",
        },
    )


# What cannot be checked hides nothing of what can


ANNOTATIONS = """\
notes:
  - id: ⟨F005⟩The King
    target: {exact: words that would have to be looked for}
    body: ⟨B001⟩<b>He</b> ruled.
    sources: [⟨R001⟩grim]
mentions:
  - {target: {exact: somewhere}, term: ⟨G002⟩frogs}
cross_references:
  - {id: a, target: {exact: here}, refers_to: {reading: ⟨X001⟩fable}, relation: ⟨F003⟩like}
"""


WITHOUT_TEXT = {
    "no source": "⟨F002⟩title: A tale\nlanguage: en\n",
    "a source that is missing": READING.replace("seeds/tale.txt", "⟨S005⟩seeds/tail.txt"),
    "a source elsewhere": READING.replace("seeds/tale.txt", "⟨F003⟩/tale.txt"),
    "another header": READING + "header: ⟨S003⟩Fable\n",
    "no mapping": "⟨F003⟩A tale\n",
    "a mistake in the YAML": READING + "speakers: ⟨Y001⟩[king\n",
    "nothing": "⟨F002⟩# not yet\n",
}


@pytest.mark.parametrize("why", WITHOUT_TEXT)
def test_without_a_text_the_annotations_are_checked_but_not_placed(
    tmp_path: Path, why: str
) -> None:
    assert_found(
        tmp_path,
        {
            "annotations/readings/tale/reading.yml": WITHOUT_TEXT[why],
            "annotations/readings/tale/notes.yml": ANNOTATIONS,
            "annotations/timeline.yml": "events:\n"
            "  - {id: a, date: 1812, title: A, passages: [{reading: tale, exact: a toad}]}\n",
        },
    )


def test_annotations_in_the_wrong_folder_are_checked_as_well(tmp_path: Path) -> None:
    stray = ANNOTATIONS
    for kind in ("notes", "mentions", "cross_references"):
        stray = stray.replace(f"{kind}:", f"⟨F007⟩{kind}:")
    assert_found(tmp_path, {"annotations/stray.yml": stray})


def test_a_folder_without_reading_yml(tmp_path: Path) -> None:
    path = "annotations/readings/frog/notes.yml"
    assert_found(tmp_path, {path: f"⟨F007⟩{ANNOTATIONS}"})


def test_a_mistake_in_the_yaml_hides_that_file_only(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        {
            # What can be seen to be defined here is not unknown elsewhere ...
            "annotations/sources.yml": SOURCES + "  - {id: b, title: ⟨Y001⟩[A ball\n",
            "annotations/glossary/frog.yml": "term: ⟨Y001⟩[frog prince\n",
            # ... so that these two are right, apart from what is marked.
            "annotations/readings/tale/citing.yml": CITING.replace("frog", "⟨F005⟩Frog"),
            "annotations/readings/tale/mentions.yml": """\
mentions:
  - {target: {exact: a king}, term: frog}
  - {target: {exact: a ball}, term: ⟨G002⟩ball}
""",
        },
    )


def test_an_entry_whose_dash_was_forgotten_is_checked_as_an_entry(tmp_path: Path) -> None:
    text = """\
notes:
  ⟨F003⟩id: king
  target: {exact: ⟨A001⟩a queen}
  body: ⟨B001⟩<b>He</b> ruled.
"""
    assert_found(tmp_path, {"annotations/readings/tale/notes.yml": text})


# One mistake, one finding


NOTES = """\
notes:
  - id: ball
    target: {exact: daughter, prefix: "had a "}
    body: It was of gold.
cross_references:
  - {id: a, target: {exact: a ball}, refers_to: {event: ball}, relation: explains}
corrections:
  - {id: one, target: {exact: a ball}, reading: a balloon, certainty: likely}
  - {id: two, target: {exact: had a ball}, reading: held a ball, certainty: likely}
mentions:
  - {target: {exact: a king}, term: frog}
"""
EVENTS = """\
events:
  - id: ball
    date: 1812
    end_date: 1813
    title: The ball
    passages: [{reading: tale, exact: daughter, suffix: ", and"}, {reading: tale}]
"""


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        # A prefix or suffix that is faulty would have told two places apart.
        ("notes.yml", 'prefix: "had a "', 'prefix: ⟨F004⟩""'),
        ("notes.yml", 'prefix: "had a "', "⟨F001⟩in_front: had a"),
        ("notes.yml", 'prefix: "had a "', "occurrence: ⟨F003⟩first"),
        ("timeline.yml", 'suffix: ", and"', "suffix: ⟨F003⟩[and]"),
        # An entry that refers to nothing, or to what is faulty itself.
        ("notes.yml", "{event: ball}", "⟨F003⟩ball"),
        ("notes.yml", "{event: ball}", "{event: ⟨F005⟩The ball}"),
        ("notes.yml", "{event: ball}", "⟨F003⟩{event: ball, term: frog}"),
        ("timeline.yml", "id: ball", "id: ⟨F005⟩Ball"),
        ("timeline.yml", "  - id: ball", "  - ⟨F001⟩name: ball\n    id: ball"),
        ("timeline.yml", "date: 1812", "date: ⟨F003⟩then"),
        ("timeline.yml", "{reading: tale}]", "⟨F003⟩tale]"),
        ("timeline.yml", "events:", "⟨F001⟩happenings:"),
        # Corrections that would contradict one another without what is faulty.
        ("notes.yml", "reading: a balloon", 'reading: ⟨F004⟩" "'),
        ("notes.yml", "{exact: had a ball}", "⟨F003⟩had a ball"),
        # A mention is what settles a place.
        ("notes.yml", "term: frog}", "term: ⟨F005⟩Frog}"),
        ("notes.yml", "{target: {exact: a king}, term: frog}", "⟨F003⟩frog"),
        ("notes.yml", "{exact: a king}", "{exact: ⟨F004⟩''}"),
    ],
)
def test_one_mistake_is_one_finding(tmp_path: Path, path: str, before: str, after: str) -> None:
    folder = "annotations/readings/tale" if path == "notes.yml" else "annotations"
    text = {"notes.yml": NOTES, "timeline.yml": EVENTS}[path]
    assert before in text
    whole = {"annotations/readings/tale/notes.yml": NOTES, "annotations/timeline.yml": EVENTS}
    assert_found(tmp_path, whole | {f"{folder}/{path}": text.replace(before, after, 1)})


# Too much to read


def test_of_a_hopeless_entry_only_the_first_faults_are_told(tmp_path: Path) -> None:
    text = TERM.replace("[king]", "[" + "'', " * 1000 + "king]")
    findings_of(tmp_path, PROJECT | {"annotations/glossary/frog.yml": text})

    found = pipeline.check(tmp_path).diagnostics

    assert len(found) == limits.MOST_FINDINGS
    assert found[-1].hint.endswith("\nThe rest of this entry was not checked.")


def test_of_a_hopeless_file_only_the_first_faults_are_told(tmp_path: Path) -> None:
    text = "references:\n" + "  - ⟨F003⟩nothing\n" * limits.MOST_FINDINGS
    rest = "  - nothing\n  - {id: grimm, type: book}\n"
    assert_found(tmp_path, {"annotations/sources.yml": text + rest})

    *_, last = pipeline.check(tmp_path).diagnostics
    assert last.hint.endswith("\nThe rest of this file was not checked.")


NAMELESS = """\
notes:
  - {id: The King, target: {exact: a king}, body: He ruled.}
"""
NAMELESS_ELSEWHERE = """\
events:
  - {id: A War, title: A war, date: 1700, body: They fought.}
references:
  - {id: Brothers Grimm, type: book}
"""


def test_an_entry_whose_id_is_faulty_is_called_this_entry(tmp_path: Path) -> None:
    files = {
        "annotations/site.yml": "require: {notes: [creator]}\ntimeline: {from: 1800, to: 1900}\n",
        "annotations/readings/tale/nameless.yml": NAMELESS,
        "annotations/nameless.yml": NAMELESS_ELSEWHERE,
    }
    findings_of(tmp_path, PROJECT | files)

    messages = {finding.message for finding in pipeline.check(tmp_path).diagnostics}

    assert "This note has no `creator`" in messages
    assert any(said.startswith("This event lies outside the timeline") for said in messages)
    assert "This source has no date and no publisher" in messages
    assert not any("``" in said for said in messages)
