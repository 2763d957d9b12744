"""reading.yml: a text's metadata and structure."""

import hashlib
from pathlib import Path

import pytest

from build_scripts.model.annotation import Name
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.reading import (
    EditorialHeading,
    LineBreaks,
    ParagraphStyle,
    Part,
    Reading,
    Role,
    Speaker,
)
from build_scripts.read.project import read_project
from tests.read.projects import READING, READING_PATH, SOURCE_PATH, TALE, write_project

SPEAKERS = "speakers:\n  - {id: king, name: The king, label: The}\n  - {id: frog, name: Frog}\n"


def read(root: Path, more: str = "", text: str = TALE) -> tuple[Reading, list[Diagnostic]]:
    """The reading of a source of three paragraphs, with more keys than the three it needs."""
    project, diagnostics = read_project(
        write_project(root, {READING_PATH: READING + more, SOURCE_PATH: text})
    )
    (reading,) = project.collection.readings
    return reading, [*diagnostics]


def correct(root: Path, more: str = "") -> Reading:
    reading, diagnostics = read(root, more)
    assert diagnostics == []
    return reading


def faults(root: Path, more: str) -> list[str]:
    """``line:column CODE message`` of each fault."""
    write_project(root, {READING_PATH: READING + more})
    _, diagnostics = read_project(root)
    return [f"{d.line}:{d.column} {d.code} {d.message}" for d in sorted(diagnostics)]


@pytest.mark.parametrize(
    ("on_disk", "written"),
    [
        ("cafe\u0301.txt", "caf\u00e9.txt"),
        ("L\u2019ami.txt", "L'ami.txt"),
        ("a\u2011b.txt", "a-b.txt"),
        ("한\u1112\u1161\u11ab.txt", "한한.txt"),
        ("ガ.txt", "カ\u3099.txt"),
    ],
)
def test_names_of_sources_are_compared_like_other_words(
    tmp_path: Path, on_disk: str, written: str
) -> None:
    reading_yml = f'title: A\nlanguage: en\nsource: {{file: "seeds/{written}"}}\n'
    root = write_project(tmp_path, {READING_PATH: reading_yml, f"seeds/{on_disk}": "Once."})
    project, diagnostics = read_project(root)
    (reading,) = project.collection.readings
    assert [d.path for d in diagnostics] == [SOURCE_PATH]  # no reading has that one
    assert (reading.source.path, reading.source.text) == (f"seeds/{on_disk}", "Once.")


def test_three_keys_make_a_reading(tmp_path: Path) -> None:
    reading = correct(tmp_path)

    assert reading.id == "tale"
    assert (reading.metadata.title, reading.metadata.language) == ("A tale", "en")
    assert len(reading.source.paragraphs) == 3
    assert reading.styles == (ParagraphStyle(),) * 3
    assert reading.line_breaks is LineBreaks.REFLOW
    assert not reading.sha256_recorded
    assert (reading.parts, reading.headings, reading.speakers, reading.formerly) == ((),) * 4


def test_metadata_are_taken_over(tmp_path: Path) -> None:
    metadata = correct(
        tmp_path,
        "title_by: editor\nauthors: [Jacob, Wilhelm]\npublisher: Realschulbuchhandlung\n"
        "date: 1812-12-20\noriginal_language: de\ntranslator: Anon\nrights: none\n"
        "url: https://example.org\ndescription: A frog.\n",
    ).metadata

    assert metadata.title_by == "editor"
    assert metadata.authors == (Name("Jacob"), Name("Wilhelm"))
    assert metadata.publisher == "Realschulbuchhandlung"
    assert metadata.date == "1812-12-20"
    assert metadata.original_language == "de"
    assert (metadata.translator, metadata.rights) == ((Name("Anon"),), "none")
    assert (metadata.url, metadata.description) == ("https://example.org", "A frog.")


def test_names_may_be_split_and_a_single_one_needs_no_brackets(tmp_path: Path) -> None:
    metadata = correct(
        tmp_path,
        "authors: [{family: Grimm, given: Jacob}]\ninterviewee: [{family: Frog}, The king]\n"
        "interviewer: Anon\ntranslator: [A, B]\nversion: From memory\n",
    ).metadata

    assert metadata.authors == (Name(family="Grimm", given="Jacob"),)
    assert metadata.creators == (Name(family="Frog"), Name("The king"), *metadata.authors)
    assert (metadata.interviewer, metadata.translator) == ((Name("Anon"),), (Name("A"), Name("B")))
    assert metadata.version == "From memory"


def test_the_sha256_is_compared(tmp_path: Path) -> None:
    digest = hashlib.sha256(TALE.encode()).hexdigest()
    recorded = READING.replace("tale.txt}", f"tale.txt, sha256: {digest}}}")

    project, diagnostics = read_project(write_project(tmp_path / "a", {READING_PATH: recorded}))
    assert diagnostics == ()
    assert project.collection.readings[0].sha256_recorded

    files: dict[str, str | bytes] = {READING_PATH: recorded, SOURCE_PATH: f"{TALE} "}
    project, (diagnostic,) = read_project(write_project(tmp_path / "b", files))
    assert diagnostic.code == "S004"
    assert hashlib.sha256(f"{TALE} ".encode()).hexdigest() in diagnostic.hint
    # It stays, so that the same run names what else the change has broken.
    assert [reading.id for reading in project.collection.readings] == ["tale"]


def test_runs_of_paragraphs_have_roles_and_speakers(tmp_path: Path) -> None:
    reading = correct(
        tmp_path,
        f"{SPEAKERS}paragraphs:\n  - {{from: 2, to: 3, role: speech, speaker: king}}\n"
        "  - {from: 1, role: heading, level: 3}\n",
    )

    assert reading.styles == (
        ParagraphStyle(Role.HEADING, level=3),
        ParagraphStyle(Role.SPEECH, "king"),
        ParagraphStyle(Role.SPEECH, "king"),
    )
    assert reading.speakers == (Speaker("king", "The king", "The"), Speaker("frog", "Frog"))


def test_parts_hold_every_paragraph_once_in_order(tmp_path: Path) -> None:
    reading = correct(
        tmp_path,
        "parts:\n  - {id: king, title: The king, from: 1, to: 2}\n"
        "  - {id: frog, title: The frog, from: 3, to: 3}\n",
    )
    assert reading.parts == (Part("king", "The king", 1, 2), Part("frog", "The frog", 3, 3))


def test_headings_are_sorted_by_their_place(tmp_path: Path) -> None:
    reading = correct(
        tmp_path, "headings:\n  - {before: 3, title: B, level: 3}\n  - {before: 1, title: A}\n"
    )
    assert reading.headings == (EditorialHeading(1, "A", 2), EditorialHeading(3, "B", 3))


def test_former_names_and_the_rest(tmp_path: Path) -> None:
    reading = correct(tmp_path, "formerly: [fable, story]\nline_breaks: keep\n")
    assert reading.formerly == ("fable", "story")
    assert reading.line_breaks is LineBreaks.KEEP


def test_the_header_is_checked_and_left_out(tmp_path: Path) -> None:
    reading, diagnostics = read(tmp_path, 'header: "Once upon a time "\n')
    assert diagnostics == []
    assert reading.source.paragraph_text(1) == "there was a king."


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("paragraphs: [{from: 4}]\n", "4:21 S008 There is no paragraph 4"),
        ("paragraphs: [{from: 4, to: 5}]\n", "4:21 S008 There is no paragraph 5"),
        ("paragraphs: [{from: 3, to: 4}]\n", "4:28 S008 There is no paragraph 4"),
        ("paragraphs: [{from: 2, to: 1}]\n", "4:28 S008 The range ends (1) before it begins (2)"),
        (
            "paragraphs: [{from: 1, to: 2}, {from: 2, to: 3}]\n",
            "4:39 S008 Paragraph 2 already has a role",
        ),
        ("paragraphs: [{from: 1, speaker: ox}]\n", "4:33 F008 No speaker has the id `ox`"),
        ("headings: [{before: 4, title: A}]\n", "4:21 S008 There is no paragraph 4"),
        (
            "parts: [{id: a, title: A, from: 2, to: 3}]\n",
            "4:33 S009 This part begins with paragraph 2 instead of 1",
        ),
        (
            "parts: [{id: a, title: A, from: 1, to: 2}, {id: b, title: B, from: 2, to: 3}]\n",
            "4:68 S009 This part begins with paragraph 2 instead of 3",
        ),
        (
            "parts: [{id: a, title: A, from: 1, to: 1}]\n",
            "4:40 S009 Paragraphs 2 to 3 are not in any",
        ),
        ("parts: [{id: a, title: A, from: 1, to: 4}]\n", "4:40 S008 There is no paragraph 4"),
        (
            "parts: [{id: index, title: A, from: 1, to: 3}]\n",
            "4:14 F006 Another part has the id `index`",
        ),
        (
            "parts: [{id: a, title: A, from: 1, to: 2}, {id: a, title: B, from: 3, to: 3}]\n",
            "4:49 F006 Another part has the id `a`",
        ),
        (
            "speakers: [{id: a, name: A}, {id: a, name: B}]\n",
            "4:35 F006 Another speaker has the id `a`",
        ),
    ],
)
def test_what_does_not_fit_the_text_is_reported_at_the_number(
    tmp_path: Path, more: str, fault: str
) -> None:
    found = faults(tmp_path, more)
    assert len(found) == 1
    assert found[0].startswith(fault)


def test_all_that_does_not_fit_is_reported_together(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        "speakers: [{id: a, name: A}, {id: a, name: B}]\n"
        "paragraphs: [{from: 9}]\nheadings: [{before: 9, title: A}]\n"
        "parts: [{id: a, title: A, from: 1, to: 9}]\n",
    )
    assert [fault.split()[1] for fault in found] == ["F006", "S008", "S008", "S008"]


def test_an_unknown_key_hides_no_other_fault(tmp_path: Path) -> None:
    found = faults(tmp_path, "publishr: P\nparagraphs: [{from: 9}]\n")
    assert [fault.split()[1] for fault in found] == ["F001", "S008"]


def test_a_link_that_leads_out_of_the_sources_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("A secret.", encoding="utf-8")
    root = write_project(
        tmp_path / "project", {READING_PATH: READING.replace("tale.txt", "link.txt")}
    )
    (root / "seeds" / "link.txt").symlink_to(tmp_path / "secret.txt")

    _, diagnostics = read_project(root)

    assert [(d.code, d.line, d.column) for d in diagnostics if d.severity == "error"] == [
        ("P003", 2, 16)
    ]


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    root = write_project(tmp_path, {READING_PATH: READING.replace("tale.txt", "folder")})
    (root / "seeds" / "folder").mkdir()

    _, diagnostics = read_project(root)

    assert [d.code for d in diagnostics if d.severity == "error"] == ["P004"]


def test_labels_are_not_judged_without_a_text(tmp_path: Path) -> None:
    more = SPEAKERS + "paragraphs: [{from: 1, speaker: king}]\n"

    _, diagnostics = read(tmp_path, more, text="")

    assert [diagnostic.code for diagnostic in diagnostics] == ["S007"]
