"""Whatever stands in a file, the command says what is wrong and never ends in a traceback."""

import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from build_scripts import pipeline
from build_scripts.model.diagnostic import has_errors
from build_scripts.read.site_configuration import SiteConfiguration
from tests.profiles import cases
from tests.read.projects import READING_PATH, SOURCE_PATH, write_project

PROJECT = Path(__file__).resolve().parents[2]
REAL_FILES = {
    path.relative_to(PROJECT).as_posix(): path.read_bytes()
    for path in sorted((PROJECT / "annotations").rglob("*.yml"))
}
SOURCES: dict[str, str | bytes] = {
    path.relative_to(PROJECT).as_posix(): path.read_bytes()
    for path in (PROJECT / "seeds").glob("*.txt")
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
]


def check(files: dict[str, str | bytes]) -> None:
    """Check a project of these files, and make its pages if nothing is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        checked = pipeline.check(write_project(Path(folder), files))
    for found in checked.diagnostics:
        assert found.path and found.line >= 1 and found.column >= 1
        assert found.message and "\n" not in found.message
    if not has_errors(checked.diagnostics):
        pipeline.plan(checked, SiteConfiguration())


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """One of the files of this project, with a few pieces removed, added, doubled or moved."""
    path = draw(st.sampled_from(sorted(REAL_FILES)))
    content = REAL_FILES[path]
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
    return path, content


@cases(normal=300, long=5_000)
@given(mutated())
def test_real_files_with_mistakes_in_them(file: tuple[str, bytes]) -> None:
    path, content = file
    reading = "/".join([*path.split("/")[:3], "reading.yml"])
    check(
        SOURCES | {reading: REAL_FILES[reading]} | {path: content}
        if reading in REAL_FILES
        else {path: content}
    )


@cases(normal=300, long=5_000)
@given(st.sampled_from(PLACES), st.binary(max_size=60))
def test_any_bytes(path: str, content: bytes) -> None:
    check({path: content})


@cases(normal=300, long=5_000)
@given(st.sampled_from(PLACES), st.lists(st.sampled_from([*NASTY, b"a", b" ", b"\n  "])))
def test_any_sequence_of_characters_that_mean_something(path: str, pieces: list[bytes]) -> None:
    check({path: b"".join(pieces)})


KEYS = [
    *["notes", "cross_references", "corrections", "mentions", "formatting", "events", "id"],
    *["references", "target", "exact", "prefix", "paragraph", "paragraphs", "reading", "body"],
    *["refers_to", "term", "event", "relation", "sources", "ref", "definition", "forms", "except"],
    *["translations", "title", "source", "file", "language", "header", "from", "to", "role"],
    *["parts", "headings", "before", "speakers", "name", "date", "end_date", "status", "[key]"],
]
VALUES = [
    *["king", "a king", "tale", "1", "3-5", "0", "", "draft", "true", "seeds/tale.txt", "1812"],
    *["explains", "en", "certain", "\u202e", "9" * 5000, "seeds/../x", "emphasis", "[x](y)"],
]


@cases(normal=300, long=5_000)
@given(
    st.sampled_from(PLACES[:-1]),
    st.recursive(
        st.sampled_from(VALUES),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
        max_leaves=15,
    ),
)
def test_known_keys_and_values_in_any_shape(path: str, value: object) -> None:
    check({path: json.dumps(value)})
