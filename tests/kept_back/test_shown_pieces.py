"""How much is shown around an annotated passage."""

import json
from pathlib import Path

import pytest

from build_scripts import pipeline

NOWHERE = Path("/nonexistent")


def shown(text: str, *quoted: str, language: str = "en", publish: str = "passages") -> str:
    """The text as it is published when these words have notes."""
    notes = [{"id": f"n{i}", "target": {"exact": q}, "body": "B."} for i, q in enumerate(quoted)]
    files = {
        "seeds/text.txt": text,
        "annotations/readings/text/reading.yml": json.dumps(
            {
                "title": "T",
                "language": language,
                "source": {"file": "seeds/text.txt"},
                "publish": publish,
            }
        ),
        "annotations/readings/text/notes.yml": json.dumps({"notes": notes}),
    }
    proposed = {path: content.encode() for path, content in files.items()}
    checked = pipeline.check(NOWHERE, proposed=proposed)
    assert checked.diagnostics == ()
    (reading,) = checked.published_readings()
    assert reading.source.sha256 == ""
    paragraphs = (reading.source.unbroken(*one.span) for one in reading.source.paragraphs)
    return " | ".join(" ".join(one.split()) for one in paragraphs)


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("A b c d e f g here h i j k l m n.", ["here"], "[…] c d e f g here h i j k l […]"),
        # At most to the edges of the sentence, and to the end of the paragraph.
        ("One two. It is here now. Three.\n\nFour.", ["here"], "[…] It is here now. […] | […]"),
        # Where no word stands between two pieces, nothing is left out.
        ("Not this. “Here,” and – “there!”", ["Here", "there"], "[…] “Here,” and – “there!”"),
        # A quotation mark belongs to the word beside it; so does what a hyphen joins.
        (
            "x x “a well-known man’s b c d here e f g h ‘i’ j k.",
            ["here"],
            "[…] well-known man’s b c d here e f g h ‘i’ […]",
        ),
        ("A passage. Over two of them.", ["passage. Over"], "A passage. Over two of them."),
        ("Here it ends\n\nand goes on.", ["ends\n\nand"], "Here it ends | and goes on."),
    ],
)
def test_a_few_words_of_the_sentence_are_shown(text: str, quoted: list[str], expected: str) -> None:
    assert shown(f"{text}\n", *quoted) == expected


def test_of_scripts_without_spaces_a_character_is_a_word() -> None:
    assert (
        shown("一二三四五六七這八九十百千萬億。\n", "這", language="zh")
        == "[…] 三四五六七這八九十百千 […]"
    )


def test_with_notes_alone_nothing_is_shown() -> None:
    assert shown("Here it is.\n\nAnd there.\n", "it", publish="notes") == "[…] | […]"
