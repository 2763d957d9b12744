"""Names that some system cannot hold, or cannot tell apart."""

from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.model.codes import Code
from build_scripts.read.files.file_names import check_names
from tests.read.projects import READING, READING_PATH, write_project

NOTES = "notes:\n  - {id: king, target: {exact: a king}, body: Crowned.}\n"


@pytest.mark.parametrize(
    "name",
    [
        *["king.yml", "King.yml", "the-king_2.yml", "a.b.c", "README.md", "notes copy.yml"],
        *["король.yml", "王.txt", "é.yml", "e\u0301.yml", "کتاب\u200cها.yml", "👩\u200d🚀.yml"],
        *["conference.yml", "console.yml", "com.yml", "com10.yml", "lpt.yml", "nul-1.yml"],
        *["-", "~king", "king's.yml", "100%.yml", "#1.yml", "a,b;c=d&e.yml", "[king].yml"],
        "a" * 100,
    ],
)
def test_names_that_every_system_holds(name: str) -> None:
    assert check_names([f"annotations/{name}"]).diagnostics == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *[(name, "Windows reserves") for name in ("con", "CON", "nul.yml", "Aux.tar.gz", "prn .x")],
        *[(name, "Windows reserves") for name in ("com0", "com9.yml", "lpt¹.yml", "conin$")],
        *[(f"a{sign}b.yml", "Windows does not allow") for sign in '<>:"|?*\\'],
        *[("king.", "a dot"), ("king.yml ", "a space"), ("...", "a dot")],
        *[("a\tb", "a tab"), ("a\nb", "U+000A"), ("a\x00b", "U+0000"), ("a\x7fb", "U+007F")],
        *[("a\ufdd0b", "U+FDD0"), ("a\x85b", "U+0085"), ("a\udcffb", "not UTF-8")],
        *[("a\u202eb", "RIGHT-TO-LEFT OVERRIDE"), ("a\u200bb", "ZERO WIDTH SPACE")],
        ("a" * 101, "longer than 100"),
    ],
)
def test_names_that_some_system_does_not_hold(name: str, words: str) -> None:
    (found,) = check_names([f"annotations/{name}"]).diagnostics
    assert found.code == Code.NAME_NOT_PORTABLE.value
    assert words in found.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("king", "King"),
        ("king", "KING"),
        ("é", "e\u0301"),
        ("É", "e\u0301"),
        ("strasse", "straße"),
        ("ς", "σ"),
    ],
)
def test_names_that_some_system_takes_for_one(one: str, other: str) -> None:
    for names in ([one, other], [other, one]):
        found = check_names([f"annotations/{name}.yml" for name in names])
        (diagnostic,) = found.diagnostics
        assert diagnostic.code == Code.NAMES_DIFFER_BY_CASE.value
        assert diagnostic == check_names(sorted(f"annotations/{n}.yml" for n in names))[2][0]


def test_the_same_name_in_two_folders_is_no_fault() -> None:
    paths = ["annotations/a/king.yml", "annotations/b/King.yml", "annotations/a", "annotations/b"]
    assert check_names(paths).diagnostics == ()


def test_of_two_folders_that_are_one_what_they_hold_is_not_compared() -> None:
    paths = ["annotations/a", "annotations/A", "annotations/a/x.yml", "annotations/A/X.yml"]
    found = check_names(paths)
    assert [diagnostic.path for diagnostic in found.diagnostics] == ["annotations/A"]
    assert found.forbid_reading("annotations/A/X.yml")
    assert not found.forbid_reading("annotations/a/x.yml")
    assert not found.forbid_reading("annotations/AX/x.yml")


@pytest.mark.parametrize("twin", ["Notes.yml", "NOTES.yml"])
def test_a_twin_with_the_same_content_is_one_fault(tmp_path: Path, twin: str) -> None:
    folder = "annotations/readings/tale"
    root = write_project(tmp_path, {f"{folder}/notes.yml": NOTES, f"{folder}/{twin}": NOTES})
    found = pipeline.check(root).diagnostics
    assert [(one.path, one.code) for one in found] == [(f"{folder}/{twin}", "P001")]


def test_hidden_names_are_nobodys_concern(tmp_path: Path) -> None:
    assert pipeline.check(write_project(tmp_path, {"seeds/.con": ""})).diagnostics == ()


def test_ids_that_become_names_of_pages(tmp_path: Path) -> None:
    text = (
        "formerly: [old-tale, nul]\n"
        "parts:\n"
        "  - {id: con, title: One, from: 1, to: 2}\n"
        "  - {id: conclusion, title: Two, from: 3, to: 3}\n"
    )
    root = write_project(tmp_path, {READING_PATH: READING + text})
    found = pipeline.check(root).diagnostics
    assert [(one.code, one.line, one.column) for one in found] == [("P002", 4, 22), ("P002", 6, 10)]
