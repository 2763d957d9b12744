"""A passage with a few words around it, on one line."""

import pytest

from build_scripts.merge.anchors.explaining.passage_in_context import in_context
from build_scripts.model.span import Span

ACCENTED = "e\u0301"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
"""One character for readers, and five code points."""


@pytest.mark.parametrize(
    ("before", "passage", "after", "shown"),
    [
        ("One two ", "three", " four.", "One two [three] four."),
        ("One\n\n  ", "two\nthree", "  four", "One [two three] four"),
        ("x" * 33 + " ", "a", " " + "y" * 33, f"… {'x' * 31} [a] {'y' * 31} …"),
        (
            "one two three four five six seven eight ",
            "a",
            " one two three four five six seven eight",
            "… three four five six seven eight [a] one two three four five six …",
        ),
        ("é" * 32, "a", "é" * 32, f"{'é' * 32}[a]{'é' * 32}"),
        (
            ACCENTED * 20 + "x",
            "a",
            "x" + ACCENTED * 20,
            f"… {ACCENTED * 15}x[a]x{ACCENTED * 15} …",
        ),
        (FAMILY * 7, "a", FAMILY * 7, f"… {FAMILY * 6}[a]{FAMILY * 6} …"),
        (" ", "a " * 40 + "b", "", f" [{'a ' * 20}… {'a ' * 19}b]"),
        ("", "x" * 81, ".", f"[{'x' * 40} … {'x' * 40}]."),
        ("", "x" * 80, ".", f"[{'x' * 80}]."),
        ("", f"{'x' * 38}{FAMILY}{'y' * 42}", "", f"[{'x' * 38} … {'y' * 40}]"),
    ],
)
def test_it_is_cut_between_words_or_else_between_characters(
    before: str, passage: str, after: str, shown: str
) -> None:
    span = Span(len(before), len(before) + len(passage))
    assert in_context(span, before + passage + after) == shown
