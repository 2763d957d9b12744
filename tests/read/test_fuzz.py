"""Whatever stands in a file, the command says what is wrong with it.

It never ends in a traceback, never takes more work than two seconds of a processor, and never more
than 500 MiB of memory. (See `case_limits` for how that is measured.)
"""

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import pipeline
from build_scripts.disk.project_lines import lines_of_project
from build_scripts.model.diagnostic import has_errors
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.report.plain_text import as_text
from tests.profiles import cases
from tests.read.case_limits import TooSlow, limited
from tests.read.projects import READING_PATH, SOURCE_PATH, write_project

PROJECT = Path(__file__).resolve().parents[2]
REAL_FILES: Mapping[str, bytes] = {
    path.relative_to(PROJECT).as_posix(): path.read_bytes()
    for path in sorted(
        (*(PROJECT / "annotations").rglob("*.yml"), *(PROJECT / "seeds").glob("*.txt"))
    )
}
PLACES = [
    "annotations/site.yml",
    "annotations/timeline.yml",
    "annotations/glossary/king.yml",
    "annotations/readings/tale/notes.yml",
    READING_PATH,
    SOURCE_PATH,
]
NASTY = [
    *[b"\n", b"\t", b": ", b"- ", b"[", b"{", b"]", b"}", b'"', b"'", b"#", b" #x", b"&a ", b"*a"],
    *[b"!x ", b"|\n", b">", b"---\n", b"...\n", b"<<: ", b"? ", b"%", b"@", b"`", b"\\", b"\r"],
    *[b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\x85"],
    *[b"<b>", b"![x](y)", b"{{ x }}", b"9" * 5000, b"[" * 50, "😀é\u0301".encode(), b"id: x\n"],
    *["\u202e\u200b".encode(), b"\\u202e", "م\u200cم".encode(), b"[[x]]", b"a" * 2000, b"*x _y"],
]


def check(make: Callable[[Path], object]) -> None:
    """Check a project, report what is wrong with it, and plan its pages if nothing is.

    Args:
        make: makes the project in a folder.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root)
        with limited():
            checked = pipeline.check(root)
            reported = as_text(checked.diagnostics, lines_of_project(root))
            if not has_errors(checked.diagnostics):
                pipeline.plan(checked, SiteConfiguration()).rendered()
    for found in checked.diagnostics:
        assert found.path and found.line >= 1 and found.column >= 1
        assert found.message and "\n" not in found.message
        assert found.message in reported or not found.message.isprintable()


def check_files(files: dict[str, str | bytes]) -> None:
    """As `check`, for the small project with these files."""
    check(lambda root: write_project(root, files))


@st.composite
def mutated(draw: st.DrawFn, content: bytes) -> bytes:
    """A file with a few pieces removed, added, doubled or moved."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 30)))
        piece = content[start:end]
        content = draw(
            st.sampled_from(
                [
                    content[:start] + content[end:],
                    content[:start] + piece + content[start:],
                    content[:start] + draw(st.sampled_from(NASTY)) + content[start:],
                    content[:start] + draw(st.sampled_from(NASTY)) + content[end:],
                    piece + content[:start] + content[end:],
                    content[:start],
                ]
            )
        )
    return content


@st.composite
def with_mistakes(draw: st.DrawFn) -> dict[str, bytes]:
    """Up to three files of this project, with mistakes."""
    paths = draw(st.lists(st.sampled_from(sorted(REAL_FILES)), min_size=1, max_size=3, unique=True))
    return {path: draw(mutated(REAL_FILES[path])) for path in paths}


@cases(normal=60, long=5_000)
@given(with_mistakes())
def test_a_whole_project_with_mistakes_in_it(files: dict[str, bytes]) -> None:
    def make(root: Path) -> None:
        for path, content in {**REAL_FILES, **files}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)

    check(make)


@cases(normal=200, long=5_000)
@given(st.sampled_from(PLACES), st.binary(max_size=60))
def test_any_bytes(path: str, content: bytes) -> None:
    check_files({path: content})


@cases(normal=200, long=5_000)
@given(st.sampled_from(PLACES), st.lists(st.sampled_from([*NASTY, b"a", b" ", b"\n  "])))
def test_any_sequence_of_characters_that_mean_something(path: str, pieces: list[bytes]) -> None:
    check_files({path: b"".join(pieces)})


@cases(normal=50, long=5_000)
@given(
    st.sampled_from(PLACES),
    st.sampled_from(["", "notes:\n", "- ", "term: King\ndefinition: |\n  ", "notes: [{body: '"]),
    st.lists(st.sampled_from([*NASTY, b"a", b" ", b"\n  ", b"a: b\n"]), min_size=1, max_size=3),
    st.integers(1, 20_000),
)
def test_the_same_again_and_again(path: str, start: str, pieces: list[bytes], times: int) -> None:
    piece = b"".join(pieces)
    check_files({path: start.encode() + piece * min(times, 40_000 // len(piece))})


KEYS = [
    *["notes", "cross_references", "corrections", "mentions", "formatting", "events", "id"],
    *["references", "target", "exact", "prefix", "paragraph", "paragraphs", "reading", "body"],
    *["refers_to", "term", "event", "relation", "sources", "ref", "definition", "forms", "except"],
    *[
        "translations",
        "coordinates",
        "latitude",
        "title",
        "source",
        "file",
        "language",
        "header",
        "from",
        "to",
        "role",
    ],
    *["parts", "headings", "before", "speakers", "name", "date", "end_date", "status", "[key]"],
    *["timeline", "require", "label", "formerly", "body\u200b", "author", "issued", "x" * 200],
]
VALUES = [
    *["king", "a king", "tale", "1", "3-5", "0", "", "draft", "true", "seeds/tale.txt", "1812"],
    *["explains", "en", "certain", "\u202e", "9" * 5000, "seeds/../x", "emphasis", "[x](y)"],
    *["con", "ki\u200bng", "[[king]]", "[[note:x/y]]", "a" * 20_000, "The king had", "seeds"],
]


@cases(normal=200, long=5_000)
@given(
    st.sampled_from(PLACES[:-1]),
    st.recursive(
        st.sampled_from(VALUES),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
        max_leaves=15,
    ),
)
def test_known_keys_and_values_in_any_shape(path: str, value: object) -> None:
    check_files({path: json.dumps(value)})


@cases(normal=200, long=5_000)
@given(st.text(), st.text(), st.text(), st.booleans())
def test_any_words(title: str, body: str, quotation: str, in_ascii: bool) -> None:
    note = {"id": "king", "target": {"exact": quotation}, "body": body, title: title}
    check_files(
        {
            READING_PATH: json.dumps(
                {"title": title, "source": {"file": SOURCE_PATH}, "language": "en"},
                ensure_ascii=in_ascii,
            ).encode(errors="replace"),
            PLACES[3]: json.dumps({"notes": [note]}, ensure_ascii=in_ascii).encode(
                errors="replace"
            ),
        }
    )


NAMES = [
    *["annotations", "seeds", "glossary", "readings", "tale", "Tale", "con", "nul.yml", "x.yml"],
    *[
        "reading.yml",
        "notes.yml",
        "Notes.yml",
        "tale.txt",
        ".git",
        "a\nb.yml",
        "a:b",
        "a\udcff.yml",
    ],
    *["é.yml", "e\u0301.yml", "\u202e.yml", "b.yml ", "a" * 200, "schema", "term.json", "site.yml"],
]
CONTENTS = ["", "notes: []\n", "term: King\ndefinition: A ruler.\n", "events: x\n", "Once."]


def make_entry(root: Path, steps: list[str], kind: str, content: str) -> None:
    """A file, a folder, a link or a pipe; nothing where a link or something else is in the way."""
    place = root.joinpath(*steps)
    try:
        if os.path.lexists(place) or place.parent.resolve() != root.resolve().joinpath(*steps[:-1]):
            return
        place.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # the latter for links that lead in a circle
        return
    if kind == "file":
        place.write_text(content, encoding="utf-8")
    elif kind == "folder":
        place.mkdir()
    elif kind == "link":
        place.symlink_to(content or "/etc")
    else:
        os.mkfifo(place)


@cases(normal=200, long=5_000)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map(
                lambda steps: ["annotations", *steps]
            )
            | st.sampled_from([["seeds"], ["seeds", "tale.txt"], ["annotations"]])
            | st.sampled_from(PLACES).map(lambda path: path.split("/")),
            st.sampled_from(["file", "folder", "link", "pipe"]),
            st.sampled_from([*CONTENTS, "..", "../..", "/", "tale.txt", "x.yml", "notes.yml"]),
        ),
        max_size=8,
    ),
    st.booleans(),
)
def test_any_names_and_links(entries: list[tuple[list[str], str, str]], is_whole: bool) -> None:
    def make(root: Path) -> None:
        for steps, kind, content in entries:
            make_entry(root, steps, kind, content)
        if is_whole:
            for path, content in (
                (READING_PATH, f"title: A tale\nsource: {{file: {SOURCE_PATH}}}\nlanguage: en\n"),
                (SOURCE_PATH, "Once.\n"),
            ):
                make_entry(root, path.split("/"), "file", content)

    check(make)


# The watch itself


def test_a_case_that_takes_too_long_fails() -> None:
    with pytest.raises(TooSlow), limited(seconds=0.05):
        while True:
            pass


def test_a_case_that_takes_too_much_memory_fails() -> None:
    with pytest.raises(MemoryError), limited(mebibytes=100):
        bytearray(4 * 1024 * 1024 * 1024)  # more than a process may have free
