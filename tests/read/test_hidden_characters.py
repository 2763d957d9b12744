"""Characters that show nothing: which hide something, and which are needed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import pipeline
from build_scripts.model.line_and_column import Document
from build_scripts.read.checking.refuse_hidden_characters import refuse_hidden_characters
from build_scripts.read.yaml.tree_with_positions import Data, read_yaml
from build_scripts.text.hidden_characters import hidden_runs, without_hidden
from tests.profiles import cases
from tests.read.projects import write_project

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.mark.parametrize(
    "text",
    [
        "plain words, “quotes” – and dashes\u00a0… e\u0301",
        # Spelling that needs joiners.
        "می\u200cخواهم",  # Persian
        "ه\u200d.ش",  # an initial form by itself
        "\u200dه",  # a final one
        "کتاب\u064e\u200cها",  # behind a vowel mark
        "क्\u200dष and क्\u200cष",  # Hindi
        "ক\u200c্য",  # Bengali
        "ශ්\u200dරී ලංකා",  # Sinhala
        "ന്\u200d",  # Malayalam
        "ನ್\u200cನ",  # Kannada
        "ᠬᠠᠨ\u180eᠠ ᠮᠣᠩᠭᠣᠯ\u180b",  # Mongolian
        "ភាសា\u200bខ្មែរ ภาษา\u200bไทย",  # Khmer, Thai
        "\u115fᅡ ᄀ\u1160ᆨ \u115f\u1160ᆨ",  # old Korean
        "בְּרֵאשִׁ֖ית לַ\u0591\u034f\u05bd",  # a Hebrew Bible
        # Marks of direction.
        "\u200fשלום\u200e, \u061cسلام",
        # Emoji, and variants of characters.
        "👩\u200d🚀 👨\u200d👩\u200d👧 👩🏽\u200d⚕\ufe0f 🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥 ☎\ufe0e",
        "1\ufe0f\u20e3 #\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "葛\U000e0100 逢\ufe00 ≨\ufe00 0\ufe00 、\ufe01",
        # Boxes, which everybody sees: for private use, and tomorrow's.
        "\ue000\U000f0000\U0003fffd",
    ],
)
def test_characters_that_are_needed(text: str) -> None:
    assert hidden_runs(text) == ()
    assert without_hidden(text) == text


@pytest.mark.parametrize(
    ("text", "places"),
    [
        *[(f"ab{character}cd", [(2, 3)]) for character in "\u202a\u202b\u202c\u202d\u202e"],
        *[(f"אב{character}גד", [(2, 3)]) for character in "\u2066\u2067\u2068\u2069"],
        *[(f"ab{character}cd", [(2, 3)]) for character in "\u200b\u2060\u2061\u2064\ufeff\u180e"],
        *[(f"ab{character}cd", [(2, 3)]) for character in "\u00ad\u034f\u3164\uffa0\u115f\u1160"],
        *[(f"ab{character}cd", [(2, 3)]) for character in "\ufff9\ufffa\ufffb\ufffc\u17b4\u206a"],
        *[(f"ab{character}cd", [(2, 3)]) for character in "\U000e0001\U000e007f\U000e0fff"],
        ("ab\u200ccd\u200def", [(2, 3), (5, 6)]),  # joiners among Latin letters
        ("a \u200d🚀", [(2, 3)]),
        ("a\ufe0fb", [(1, 2)]),  # variation selectors behind what has no variants
        ("7\ufe0f7", [(1, 2)]),
        ("👍\ufe0f\ufe01\ufe02\ufe03", [(2, 5)]),  # bytes hidden behind an emoji
        ("葛\U000e0100\U000e0101", [(2, 3)]),
        ("🏴\U000e0067\U000e0062 b", [(1, 3)]),  # a flag that does not end
        ("🏴" + "\U000e0061" * 40 + "\U000e007f", [(1, 42)]),
        ("ไทย\u200ba", [(3, 4)]),
        ("\u200b\u200b\u2060ab\u200b", [(0, 3), (5, 6)]),
    ],
)
def test_characters_that_hide_something(text: str, places: list[tuple[int, int]]) -> None:
    assert [(run.start, run.end) for run in hidden_runs(text)] == places


def test_the_texts_of_this_project_hide_nothing() -> None:
    for path in SEEDS.glob("*.txt"):
        assert hidden_runs(path.read_text(encoding="utf-8")) == ()


def test_what_would_become_empty_stays() -> None:
    """So that nothing is called empty that is only hidden."""
    assert without_hidden("a\u200bb") == "ab"
    assert without_hidden("\u200b \u200b") == "\u200b \u200b"


# In a file


def read(text: str) -> tuple[Data, list[tuple[int, int]]]:
    """What is left of a file, and the places of what was found."""
    tree, faults = read_yaml(Document("annotations/notes.yml", text))
    assert tree is not None
    assert not faults
    tree, diagnostics = refuse_hidden_characters(tree)
    return tree.data, [(found.line, found.column) for found in diagnostics]


@pytest.mark.parametrize(
    ("text", "data", "places"),
    [
        ("a: b\u200bc\n", {"a": "bc"}, [(1, 5)]),
        ("a: b\nc: d\u200b\u200be\u2060f\n", {"a": "b", "c": "def"}, [(2, 5), (2, 8)]),
        ("a:\n  - [b, {c: d\u00ade}]\n", {"a": [["b", {"c": "de"}]]}, [(2, 14)]),
        ("a\u200b: b\n", {"a": "b"}, [(1, 2)]),
        ("a: b # \u202ec\n", {"a": "b"}, [(1, 8)]),
        ("# \u202ec\na: b\n", {"a": "b"}, [(1, 3)]),
        ("a: |\n  b\n  c\u200bd\n", {"a": "b\ncd\n"}, [(3, 4)]),
        ("a: >\n  b\n\n  c\u200bd\n", {"a": "b\ncd\n"}, [(4, 4)]),
        ("a: 'b''\u200bc'\n", {"a": "b'c"}, [(1, 8)]),
        ('a: "b\\u200bc"\n', {"a": "bc"}, [(1, 6)]),
        ('a: "b\\\n  \\U000E0041\\xadc"\n', {"a": "bc"}, [(2, 3)]),
        ('a: "\\\\u200b"\n', {"a": "\\u200b"}, []),  # a backslash, and letters
        ("a: '\\u200b'\n", {"a": "\\u200b"}, []),
        ('a: "\\u0645\\u06cc\\u200c\\u062e"\n', {"a": "می\u200cخ"}, []),
        ("a: می\u200cخواهم\n", {"a": "می\u200cخواهم"}, []),
        ("a\u200b: b\na: c\n", {"a\u200b": "b", "a": "c"}, [(1, 2)]),
        ("title: \u200b\n", {"title": "\u200b"}, [(1, 8)]),
    ],
)
def test_each_is_found_at_its_place(text: str, data: Data, places: list[tuple[int, int]]) -> None:
    assert read(text) == (data, places)


@pytest.mark.parametrize("key", ["exact", "prefix", "suffix", "header", "label"])
@pytest.mark.parametrize("value", ["a\u200bking", '"a\\u200bking"', "'a\u200bking'"])
def test_quotations_are_left_alone(key: str, value: str) -> None:
    """Their text may hold such a character, and they must match it."""
    text = f"- target: {{{key}: {value}}} # \u202e\n  body: b\u200bc\n"
    data, places = read(text)
    assert data == [{"target": {key: "a\u200bking"}, "body": "bc"}]
    assert [line for line, _ in places] == [1, 2]


def test_a_quotation_with_a_hidden_character_finds_its_place(tmp_path: Path) -> None:
    root = write_project(
        tmp_path,
        {
            "seeds/tale.txt": "There was a\u2060 ki\u00adng.\n",
            "annotations/readings/tale/notes.yml": (
                "notes: [{id: a, target: {exact: a\u2060 ki\u00adng}, body: Crowned.}]\n"
            ),
        },
    )
    assert pipeline.check(root).diagnostics == ()


def test_what_follows_a_second_document_is_read_by_nobody() -> None:
    tree, faults = read_yaml(Document("annotations/notes.yml", "a: b\u200bc\n---\n\t%\u200b\n"))
    assert tree is not None
    assert [found.code for found in faults] == ["Y003"]
    cleaned, diagnostics = refuse_hidden_characters(tree)
    assert cleaned.data == {"a": "bc"}
    assert [(found.line, found.column) for found in diagnostics] == [(1, 5), (3, 3)]


def test_of_very_many_the_first_are_reported_and_the_rest_counted() -> None:
    tree, _ = read_yaml(Document("annotations/notes.yml", "- a\u200bb\n" * 1_000))
    assert tree is not None
    _, diagnostics = refuse_hidden_characters(tree)
    assert len(diagnostics) == 20
    assert diagnostics[-1].hint.endswith("There are 980 more in this file.")


TEXTS = st.text(
    st.sampled_from("a \"\\'#\n\u200b\u200c\u202e\u0645\u00ad👩🚀\u200d") | st.characters()
)


@cases(normal=300, long=5_000)
@given(TEXTS, TEXTS, st.booleans())
def test_of_what_is_written_only_the_hidden_is_missed(key: str, value: str, in_ascii: bool) -> None:
    written = json.dumps({key: value}, ensure_ascii=in_ascii).encode(errors="replace").decode()
    tree, faults = read_yaml(Document("annotations/notes.yml", written))
    if tree is None or faults:
        return  # control characters, halves of surrogates
    expected = json.loads(written)
    cleaned, diagnostics = refuse_hidden_characters(tree)
    hidden = [run for text in (*expected, *expected.values()) for run in hidden_runs(text)]
    assert len(diagnostics) == min(20, len(hidden))
    for found in diagnostics:
        assert 1 <= found.column <= len(written)
    if not hidden:
        assert cleaned.data == expected
