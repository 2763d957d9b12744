"""YAML as contributors mean it: all values are text, and every value knows its place."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.read.files.documents import read_document
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.yaml.tree_with_positions import Data, YamlTree, read_yaml
from tests.profiles import cases

PATH = "annotations/glossary/king.yml"


def tree(text: str) -> YamlTree:
    """The tree of a text without faults."""
    read, diagnostics = read_yaml(Document(PATH, text))
    assert diagnostics == ()
    assert read is not None
    return read


def faults(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each fault of a text."""
    _, diagnostics = read_yaml(Document(PATH, text))
    return [(d.code, d.line, d.column) for d in diagnostics]


def places(value: YamlTree) -> dict[str, tuple[int, int]]:
    """Line and column of every scalar, by the scalar (each is there once)."""
    found: dict[str, tuple[int, int]] = {}

    def visit(data: Data, origin: Origin) -> None:
        match data:
            case dict():
                for key, inner in data.items():
                    visit(inner, origin.at(key))
            case list():
                for index, inner in enumerate(data):
                    visit(inner, origin.at(index))
            case str():
                found[data] = origin.document.line_and_column(origin.offset)
            case None:
                pass

    visit(value.data, value.origin)
    return found


# Values


@pytest.mark.parametrize(
    "scalar",
    [
        *["no", "yes", "on", "true", "null", "~", "NULL", "1", "1.0", "0x1F", "1_000", "1e3"],
        *["12:30", "2021-10-01", "2021-10-01 12:30:00", ".inf", ".nan", "=", "<", "-1", "08"],
    ],
)
def test_every_value_is_text(scalar: str) -> None:
    assert tree(f"key: {scalar}\n").data == {"key": scalar}
    assert tree(f"{scalar}: value\n").data == {scalar: "value"}
    assert tree(f"- {scalar}\n").data == [scalar]


def test_json_is_yaml() -> None:
    value = {"term": "King", "forms": ["king", "kings"], "n": "1", "nested": {"a": ["ß \" \\ '"]}}
    assert tree(json.dumps(value, indent=2)).data == value
    assert tree(json.dumps(value)).data == value


def test_block_scalars_keep_or_fold_their_lines() -> None:
    text = "kept: |\n  one\n  two\nfolded: >-\n  one\n  two\n"
    assert tree(text).data == {"kept": "one\ntwo\n", "folded": "one two"}


def test_a_comment_with_a_space_behind_its_sign_is_one() -> None:
    assert tree("# above\nkey: value # behind\n#below\n").data == {"key": "value"}


@pytest.mark.parametrize("text", ["", "\n", "  \n", "# only a comment\n", "---\n", "--- # nothing"])
def test_an_empty_file_has_no_tree_and_no_fault(text: str) -> None:
    assert read_yaml(Document(PATH, text)) == (None, ())


@pytest.mark.parametrize("text", ["---\nkey: value\n", "%YAML 1.1\n---\nkey: value\n...\n"])
def test_the_marks_of_one_document_are_allowed(text: str) -> None:
    assert tree(text).data == {"key": "value"}


@cases(normal=300, long=5_000)
@given(
    st.recursive(
        st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"])),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.text(st.characters(categories=["L"]), min_size=1), inner)
        ),
        max_leaves=10,
    )
)
def test_what_is_written_in_quotation_marks_is_read(value: Data) -> None:
    assert tree(json.dumps(value, ensure_ascii=False)).data == value


# Places


def test_every_value_knows_its_line_and_column() -> None:
    text = 'term: King\nforms:\n  - kings\n  - "queens"\ntarget: {exact: frog, at: [x, y]}\n'
    assert places(tree(text)) == {
        "King": (1, 7),
        "kings": (3, 5),
        "queens": (4, 5),
        "frog": (5, 17),
        "x": (5, 28),
        "y": (5, 31),
    }


def test_keys_know_their_place_too() -> None:
    origin = tree("term: King\nforms: {first: a, second: b}\n").origin
    offset = origin.at("forms").key("second").offset
    assert origin.document.line_and_column(offset) == (2, 19)


@pytest.mark.parametrize(
    ("before", "line", "column"),
    [
        ("first: 😀👨‍👩‍👧\n", 2, 9),
        ('first: "a\u2028b\u2029c"\n', 2, 9),
        ("first: é\u0301\u00a0\u00ad\n", 2, 9),
        ("first: |\n  one\n\n  two\n", 5, 9),
        ("# 😀 comment\n\n", 3, 9),
    ],
)
def test_places_count_code_points_and_line_feeds(before: str, line: int, column: int) -> None:
    assert places(tree(f"{before}second: here\n"))["here"] == (line, column)


def test_a_column_counts_a_letter_outside_the_first_plane_once() -> None:
    assert places(tree("pair: [😀😀, here]\n"))["here"] == (1, 12)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_do_not_depend_on_line_ends_and_byte_order_mark(
    tmp_path: Path, line_end: str, mark: str
) -> None:
    path = tmp_path / "king.yml"
    path.write_bytes((mark + line_end.join(["a: one", "b: |", "  two", "c: here", ""])).encode())

    document, diagnostics = read_document(ProjectFolder(tmp_path), path.name)

    assert diagnostics == ()
    assert document is not None
    read = tree(document.text)
    assert read.data == {"a": "one", "b": "two\n", "c": "here"}
    assert places(read)["here"] == (4, 4)


@cases(normal=300, long=5_000)
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=6), max_size=6),
    st.booleans(),
)
def test_a_place_is_where_the_value_stands_in_the_file(values: list[str], in_lines: bool) -> None:
    quoted = [json.dumps(value, ensure_ascii=False) for value in values]
    text = "".join(f"- {q}\n" for q in quoted) if in_lines else f"[{', '.join(quoted)}]"
    if not values:
        return
    origin = tree(text).origin
    for index, value in enumerate(quoted):
        assert text.startswith(value, origin.at(index).offset)


# What is not allowed


def test_a_key_that_stands_twice_is_reported_at_the_second() -> None:
    assert faults("a: 1\nb: 2\na: 3\n") == [(Code.YAML_DUPLICATE_KEY.value, 3, 1)]


def test_keys_are_compared_as_they_are_read() -> None:
    assert faults("a: 1\n'a': 2\n") == [(Code.YAML_DUPLICATE_KEY.value, 2, 1)]


def test_the_same_key_in_another_entry_is_no_duplicate() -> None:
    assert tree("- a: 1\n- a: 2\n").data == [{"a": "1"}, {"a": "2"}]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: &anchor x\n", 4),
        ("a: *alias\n", 4),
        ("a: !tag x\n", 4),
        ("a: ! x\n", 4),
        ("a: !!str x\n", 4),
        ("a: !!python/object:os.system x\n", 4),
        ("a: !<tag:yaml.org,2002:str> x\n", 4),
        ("a: [x, &b y]\n", 8),
        ("a: &b {c: d}\n", 4),
        ("a: !!set {c: d}\n", 4),
        ("<<: {a: b}\n", 1),
        ("&a b: c\n", 1),
        ("*a : c\n", 1),
    ],
)
def test_features_that_surprise_are_refused(text: str, column: int) -> None:
    assert faults(text) == [(Code.YAML_FORBIDDEN_FEATURE.value, 1, column)]


def test_the_well_known_bomb_is_refused_at_once() -> None:
    lines = ["a: &a [x, x]"] + [
        f"{name}: &{name} [*{before}, *{before}]" for before, name in pairwise("abcdefghi")
    ]
    assert {code for code, _, _ in faults("\n".join(lines))} == {Code.YAML_FORBIDDEN_FEATURE.value}


def test_a_merge_key_with_an_alias_is_one_fault() -> None:
    assert faults("<<: *other\n") == [(Code.YAML_FORBIDDEN_FEATURE.value, 1, 5)]


@pytest.mark.parametrize("text", ["a: b\n---\nc: d\n", "a: b\n...\n---\nc: d\n"])
def test_a_second_document_is_refused_where_it_begins(text: str) -> None:
    line = text.split("\n").index("---") + 1
    assert faults(text) == [(Code.YAML_FORBIDDEN_FEATURE.value, line, 1)]


@pytest.mark.parametrize("piece", ["[", "{", "- ", "? ", "{a: ", "[[{"])
def test_very_deep_nesting_is_refused_and_ends_nothing(piece: str) -> None:
    assert [code for code, _, _ in faults(piece * 100_000)] == [Code.YAML_TOO_DEEP.value]


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "? {a: b}\n: c\n", "{[a]: b}\n", "? \n: b\n"])
def test_a_key_that_is_no_word_is_refused(text: str) -> None:
    assert [code for code, _, _ in faults(text)] == [Code.WRONG_VALUE.value]


@pytest.mark.parametrize("escape", [r"\0", r"\x02", r"\e", r"\a", r"\N", r"\uFFFE", r"\uFDD0"])
def test_a_control_character_cannot_come_in_as_an_escape(escape: str) -> None:
    assert faults(f'a: "b{escape}"\n') == [(Code.WRONG_VALUE.value, 1, 4)]


def test_harmless_escapes_are_read() -> None:
    assert tree(r'a: "\t\n\"\\\u00e9\U0001F600\_"').data == {"a": '\t\n"\\é😀\u00a0'}


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ufffe"]
)
def test_a_control_character_in_the_file_is_named(character: str) -> None:
    _, (diagnostic,) = read_yaml(Document(PATH, f"😀: x\na: b{character}\n"))
    assert (diagnostic.code, diagnostic.line, diagnostic.column) == ("Y001", 2, 5)
    assert f"U+{ord(character):04X}" in diagnostic.message


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\nb: c\n", 1, 1),
        ("a: []\nb: [c, {d: }]\n", 2, 9),
        ("a:\n  - b\n  -\n", 3, 4),
        ("{a}\n", 1, 2),
    ],
)
def test_nothing_where_a_value_belongs_is_reported(text: str, line: int, column: int) -> None:
    assert faults(text) == [(Code.EMPTY_VALUE.value, line, column)]


def test_empty_quotation_marks_are_a_value() -> None:
    assert tree("a: ''\nb: \"\"\nc: []\nd: {}\n").data == {"a": "", "b": "", "c": [], "d": {}}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: one #two\n", (1, 8)),
        ("a: one\n  more #two\n", (2, 8)),
        ("- one #two\n", (1, 7)),
    ],
)
def test_a_comment_that_cuts_a_text_short_is_pointed_out(text: str, place: tuple[int, int]) -> None:
    assert faults(text) == [(Code.YAML_COMMENT.value, *place)]


@pytest.mark.parametrize(
    "text",
    ["a: one # two\n", 'a: "one #two"\n', "a: one#two\n", "#one\na: |\n  x #y\n", "a: b #\n"],
)
def test_other_number_signs_are_no_fault(text: str) -> None:
    assert faults(text) == []


# Files that are not YAML


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: b: c\n", 1, 5, "colon"),
        ("a: b\n  and c: d\n", 2, 8, "colon"),
        ("a: http://x.example: y\n", 1, 20, "colon"),
        ("a: {b: c: d}\n", 1, 9, "colon"),
        ("a: b\n   c: d\n", 2, 4, "indented further"),
        ("a:b\nc: d\n", 1, 2, "no space after the colon"),
        ("c: d\na:b\n", 2, 2, "no space after the colon"),
        ("- a:b\n  c: d\n", 1, 4, "no space after the colon"),
        ("a:\n  -b: c\n   d: e\n", 2, 3, "no space after the dash"),
        ("a: b\nc d\n", 2, 1, "neither a key"),
        (": b\n", 1, 1, "no key"),
        ("a:\n\tb: c\n", 2, 1, "tab"),
        ("a: |\n\tb\n", 2, 1, "tab"),
        ("- a: b\n\tc: d\n", 2, 1, "tab"),
        ('a: "b\nc: d\n', 1, 4, "never closed"),
        ("'", 1, 1, "never closed"),
        ('a: "b\nc: "d"\n', 1, 4, "not closed until line 2"),
        ('a: "b" c\n', 1, 8, "continues"),
        ("a: 'b'c'\n", 1, 7, "continues"),
        ('- "a" b\n- c\n', 1, 7, "continues"),
        ("a: [b] c\n", 1, 4, "cannot begin with `[`"),
        ("a: {b} c\n", 1, 4, "cannot begin with `{`"),
        ("a: [[b], c] d\n", 1, 4, "cannot begin with `[`"),
        ("a: [b\nc: d\n", 1, 4, "`[` that opens here is not closed"),
        ("a: {b: c\nd: e\n", 1, 4, "`{` that opens here is not closed"),
        ("a: {b: c", 1, 4, "`{` that opens here is not closed"),
        ("- {b: c\n- {d: e}\n", 1, 3, "`{` that opens here is not closed"),
        ('a: {b: "c" d: e}\n', 1, 12, "comma"),
        ('a: {b: "c"\n    d: e}\n', 2, 5, "comma"),
        ("a: [b,,c]\n", 1, 7, "value is missing"),
        ("a: @b\n", 1, 4, "cannot begin with `@`"),
        ("a: `b`\n", 1, 4, "cannot begin with a backtick"),
        ("a: %b\n", 1, 4, "cannot begin with `%`"),
        ("%b: c\n", 1, 1, "cannot begin with `%`"),
        ("a: *b* c\n", 1, 4, "cannot begin with `*`"),
        ("a: & b\n", 1, 4, "cannot begin with `&`"),
        ("a: !b!c d\n", 1, 4, "cannot begin with `!`"),
        ("a: ? b\n", 1, 4, "cannot begin with `?`"),
        ("a: - b\n", 1, 4, "list cannot begin"),
        ("a: > b\n", 1, 4, "Nothing may follow `>`"),
        ("a: |\nb\nc: d\n", 2, 1, "text of `a` is not indented"),
        ("a: |\n    b\n  c\n", 3, 3, "indent"),
        ("a:\n  - b\n - c\n", 3, 2, "indent"),
        ("a:\n - b\n  c: d\n", 3, 3, "indented further"),
        ("a:\n  - b: c\n  d: e\n", 3, 3, "not belong to any entry"),
        ("a:\n  - b: c\n   - d: e\n", 3, 4, "This dash"),
        ("  a: b\nc: d\n", 2, 1, "indented less than the first line"),
        ("a: b\n...\nc\n", 3, 1, "continues after"),
        ('a: "\\d"\n', 1, 5, "`\\d` has no meaning"),
        ('a: "\\uD800"\n', 1, 7, "no such character"),
        ("a: b #c\n  d\n", 1, 6, "the rest of the line is ignored"),
        ("a: {b: c #d, e: f}\n", 1, 10, "the rest of the line is ignored"),
        ("a: b\u2028c\nd: e\n", 1, 5, "U+2028"),
        ("a:\n\u00a0 b: c\n", 2, 1, "U+00A0"),
        ("a: b\n<<<<<<< HEAD\na: c\n=======\na: d\n>>>>>>> e\n", 2, 1, "two versions"),
    ],
)
def test_the_place_is_where_one_has_to_look(text: str, line: int, column: int, words: str) -> None:
    read, diagnostics = read_yaml(Document(PATH, text))

    assert read is None
    (diagnostic,) = diagnostics
    assert diagnostic.code == Code.YAML_SYNTAX.value
    assert words in diagnostic.message
    assert (diagnostic.line, diagnostic.column) == (line, column)
    assert diagnostic.hint


@pytest.mark.parametrize("text", ["word\n", "- a\n- b\n", "{}\n"])
def test_any_shape_has_a_tree(text: str) -> None:
    """What shape it should have is for the schema to say."""
    tree(text)


def test_faults_before_the_place_where_reading_ends_are_kept() -> None:
    _, diagnostics = read_yaml(Document(PATH, 'a: b\na: c\nd: "e\n'))
    assert [diagnostic.code for diagnostic in diagnostics] == ["Y002", "Y001"]


@cases(normal=300, long=5_000)
@given(
    st.lists(
        st.sampled_from(
            [
                *"ab:-?#&*!|>'\"%@`[]{},~<\\ \n\t\r😀\u2028\ufeff",
                *[": ", "- ", "\n  ", "--- ", "a: ", "{a: ", '"b" ', "|\n"],
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_every_text_is_read_or_has_a_fault_inside_it(text: str) -> None:
    read, diagnostics = read_yaml(Document(PATH, text))

    for diagnostic in diagnostics:
        assert_is_inside(diagnostic, text)
    if read is None and not diagnostics:
        assert tree_is_empty(text)


def assert_is_inside(diagnostic: Diagnostic, text: str) -> None:
    lines = text.split("\n")
    assert 1 <= diagnostic.line <= len(lines)
    assert 1 <= diagnostic.column <= len(lines[diagnostic.line - 1]) + 1


def tree_is_empty(text: str) -> bool:
    """Whether nothing but comments, blanks and marks of documents is left of a text."""
    lines = text.replace("\r", "\n").replace("\u2028", "\n").replace("\ufeff", "").split("\n")
    content = (line.partition("#")[0].strip().removeprefix("---").strip() for line in lines)
    return all(line in ("", "...", "~") or line.startswith("%") for line in content)


def test_what_json_writes_for_an_emoji_is_that_emoji(tmp_path: Path) -> None:
    # A backslash that is itself escaped begins no pair.
    content = json.dumps({"body": "A frog 🐸", "path": r"C:\ud83d\ude00"})
    (tmp_path / "king.yml").write_text(content, encoding="utf-8")

    document, diagnostics = read_document(ProjectFolder(tmp_path), "king.yml")

    assert diagnostics == ()
    assert document is not None
    assert tree(document.text).data == json.loads(content)


def test_a_text_that_is_not_json_keeps_its_letters(tmp_path: Path) -> None:
    (tmp_path / "king.yml").write_text(r"body: '\ud83d\ude00'", encoding="utf-8")
    document, _ = read_document(ProjectFolder(tmp_path), "king.yml")
    assert document is not None
    assert tree(document.text).data == {"body": r"\ud83d\ude00"}
