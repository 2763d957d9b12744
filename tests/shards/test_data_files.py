"""Data of another step is used only as it was written, by this generator, from this input."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from build_scripts.merge.found_places import FoundPlaces, fits, joined
from build_scripts.merge.glossary.term_places import (
    ContestedPlace,
    ForbiddenMention,
    MatchResult,
    PassedOver,
    TermMatch,
)
from build_scripts.model.span import Span
from build_scripts.shards.data_files import Made, read_data, write_data
from build_scripts.shards.fingerprints import fingerprint_of_generator, fingerprint_of_input
from build_scripts.shards.found_data import as_data, found_in
from build_scripts.shards.manifest import Manifest, read_manifest
from build_scripts.shards.part import Part
from build_scripts.shards.work import Work

MADE = Made("this generator", "these texts")
FOUND = FoundPlaces(
    {("tale", "annotations/é.yml", 7): Span(3, 9), ("tale", "annotations/é.yml", 99): Span(0, 0)},
    {
        ("tale", "shown"): MatchResult(
            (TermMatch("frog", Span(1, 5), False), TermMatch("pond", Span(6, 7), True)),
            (),
            (PassedOver("king", Span(2, 4), True),),
            frozenset({"frog", "שלום"}),
        ),
        ("letter", "whole"): MatchResult((), ()),
    },
)


def messages(root: Path, path: Path, kind: str = "found", made: Made = MADE) -> list[str]:
    data, found = read_data(root, path, kind, made)
    assert data is None
    assert {(one.path, one.code, one.severity) for one in found} == {
        ("work/found.json", "W002", "error")
    }
    return [one.message for one in found]


def test_what_is_written_is_read_and_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "work" / "found.json"
    write_data(path, "found", MADE, {"a": 1, "é": ["x"]})
    before = path.read_bytes()
    write_data(path, "found", MADE, {"é": ["x"], "a": 1})

    assert path.read_bytes() == before
    assert read_data(tmp_path, path, "found", MADE) == ({"a": 1, "é": ["x"]}, ())


def test_any_other_file_is_refused_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "work" / "found.json"
    assert messages(tmp_path, path) == ["This list of what was found in texts is missing"]
    write_data(path, "found", MADE, {"passages": [1, 2, 3]})
    whole = path.read_bytes()

    old = "Another version of the generator or of a library made it"
    changed = "It was made from other texts, annotations or settings"
    assert messages(tmp_path, path, made=MADE._replace(generator="newer")) == [old]
    assert messages(tmp_path, path, made=MADE._replace(input="other")) == [changed]
    assert messages(tmp_path, path, kind="joined") == [
        "This is no list of what was found in all texts, or it was damaged"
    ]
    damaged = [
        whole.replace(b"3", b"4"),
        whole[:-3],
        whole[5:],
        b"",
        b"\x80\x04",  # how a pickle begins
        b"[]\n[]\n",
        b"null\n",
        whole.replace(b"\n", b"", 1),
        b"[" * 100_000,
    ]
    for content in damaged:
        path.write_bytes(content)
        assert messages(tmp_path, path) == [
            "This is no list of what was found in texts, or it was damaged"
        ]


def test_what_was_found_comes_back_from_plain_data() -> None:
    assert found_in(json.loads(json.dumps(as_data(FOUND)))) == FOUND


def test_what_needs_more_than_places_is_sought_again() -> None:
    place = ContestedPlace("tale", 1, Span(0, 4), "king", ("a", "b"), False, (), turkic=False)
    results = {
        ("tale", "shown"): MatchResult((), (place,)),
        ("fable", "shown"): MatchResult(
            (), (), (), frozenset(), (ForbiddenMention("a", Span(0, 1)),)
        ),
        ("letter", "shown"): MatchResult((), ()),
    }

    again = found_in(as_data(FoundPlaces({}, results)))

    assert again is not None
    assert [*again.matches] == [("letter", "shown")]


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"passages": []},
        {"passages": 5, "matches": []},
        {"passages": [["tale", "a.yml", 1, 5]], "matches": []},
        {"passages": [["tale", "a.yml", 1, 5, 3]], "matches": []},
        {"passages": [["tale", "a.yml", 1, -1, 3]], "matches": []},
        {"passages": [["tale", "a.yml", 1, True, 3]], "matches": []},
        {"passages": [["tale", "a.yml", 1, 1.0, 3]], "matches": []},
        {"passages": [["tale", ["a.yml"], 1, 1, 3]], "matches": []},
        {"passages": [], "matches": [["tale", "shown", [["frog", 0, 1]], [], []]]},
        {"passages": [], "matches": [["tale", "shown", [["frog", 0, 1, 1]], [], []]]},
        {"passages": [], "matches": [["tale", "shown", [[None, 0, 1, True]], [], []]]},
        {"passages": [], "matches": [["tale", "shown", [], [], [["word"]]]]},
        {"passages": [], "matches": [["tale", "shown", [], []]]},
    ],
)
def test_data_of_another_form_is_not_used(data: Any) -> None:
    assert found_in(data) is None


def test_terms_and_places_that_a_text_does_not_have_are_not_used() -> None:
    result = FOUND.matches["tale", "shown"]

    assert fits(result, {"frog", "pond", "king"}, 7)
    assert not fits(result, {"frog", "pond", "king"}, 6)
    assert not fits(result, {"frog", "pond"}, 7)
    assert joined([FOUND, FoundPlaces()]) == FOUND


@pytest.mark.parametrize(
    "name",
    [
        "part.json",
        "docs",
        "../docs/x",
        "docs/../../x",
        "/docs/x",
        "site//x",
        "site/./x",
        "docs\\x/y",
    ],
)
def test_a_list_of_files_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    work, part = Work(tmp_path, tmp_path / "work", MADE, tmp_path / "site"), Part(1, 1)
    for files, is_fine in (
        ({"site/a/b.html": "0"}, True),
        ({name: "0"}, False),
        ({"site/a": 0}, False),
    ):
        data = {"files": files, "addresses": {}, "settings": "", "search": None}
        write_data(work.files_of_part(part), "part", MADE, data)

        manifest, found = read_manifest(work, part)

        assert (manifest == Manifest({"site/a/b.html": "0"}, {}, "", None)) is is_fine
        assert [one.message for one in found] == (
            [] if is_fine else ["Its data has the wrong form"]
        )


def test_the_fingerprints_differ_where_the_files_do(tmp_path: Path) -> None:
    files = {
        "annotations/a.yml": "a",
        "seeds/b.txt": "b",
        "mkdocs.yml": "c",
        "docs/index.md": "d",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    before = fingerprint_of_input(tmp_path, "docs")
    (tmp_path / "docs" / "readings").mkdir()
    (tmp_path / "docs" / "readings" / "generated.md").write_text("made", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("made", encoding="utf-8")

    assert fingerprint_of_input(tmp_path, "docs") == before
    seen = {before}
    for path in files:
        (tmp_path / path).write_text("other", encoding="utf-8")
        seen.add(fingerprint_of_input(tmp_path, "docs"))
    (tmp_path / "seeds" / "b.txt").rename(tmp_path / "seeds" / "c.txt")
    seen.add(fingerprint_of_input(tmp_path, "docs"))
    assert len(seen) == len(files) + 2
    assert fingerprint_of_generator() == fingerprint_of_generator()
    assert sha256().digest_size * 2 == len(fingerprint_of_generator())
