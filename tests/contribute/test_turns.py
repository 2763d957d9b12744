"""Who speaks, where the text says so beyond doubt."""

import pytest

from build_scripts.contribute.turns import Conversation, conversation


def runs(*paragraphs: str) -> list[tuple[int, int, str, str]]:
    return [(t.first, t.last, t.role.value, t.voice) for t in conversation(paragraphs).turns]


def test_one_who_asks_and_one_who_answers() -> None:
    found = conversation(
        ("The Gull: When?", "Ada Quill: In 1931.", "The Gull: Why?", "Ada Quill: Nobody knows.")
    )

    assert [tuple(voice) for voice in found.voices] == [
        ("the-gull", "The Gull", "The Gull:"),
        ("ada-quill", "Ada Quill", "Ada Quill:"),
    ]
    assert [(t.first, t.last, t.role.value, t.voice) for t in found.turns] == [
        (1, 1, "question", "the-gull"),
        (2, 2, "answer", "ada-quill"),
        (3, 3, "question", "the-gull"),
        (4, 4, "answer", "ada-quill"),
    ]


def test_where_both_ask_they_talk() -> None:
    found = runs("Ada: Why?", "Ben: Why not?", "Ada: But why?", "Ben: Who knows?")

    assert {role for _, _, role, _ in found} == {"speech"}


def test_three_who_speak() -> None:
    texts = ("ÉMILE: Oh?", "ZOË: Yes.", "AL: No.", "ZOË: Yes!", "ÉMILE: Well.", "AL: Well.")

    assert {(role, voice) for _, _, role, voice in runs(*texts)} == {
        ("speech", "emile"),
        ("speech", "zoe"),
        ("speech", "al"),
    }


def test_paragraphs_without_a_label_go_on_with_the_turn_where_another_speaks_next() -> None:
    found = runs("A: Why?", "B: So.", "It was late.", "A: Why?", "B: So.", "An end.")

    assert [(first, last) for first, last, _, _ in found] == [(1, 1), (2, 3), (4, 4), (5, 5)]


@pytest.mark.parametrize(
    "between",
    [
        ("So.", "A: And why?"),  # the same label again: somebody may have answered
        ("Chapter two", "B: So."),  # a heading
        ("(He leaves.)", "B: So."),  # what happens on a stage
        ("\f", "B: So."),
    ],
)
def test_paragraphs_that_may_be_somebody_elses_are_left_alone(between: tuple[str, str]) -> None:
    found = runs("A: Why?", *between, "B: So.", "A: Why?")

    assert all(not first <= 2 <= last for first, last, _, _ in found)


@pytest.mark.parametrize(
    "texts",
    [
        ("A tale.", "The end."),
        ("Note: one.", "Note: two."),  # one label alone
        ("Ada: Why?", "Ben: So."),  # each once
        ("ada: why?", "ben: so.", "ada: why?", "ben: so."),  # no names
        ("At ten: yes.", "By five: no.", "At ten: yes.", "By five: no."),  # not all words of a name
        ("See http://a.b c", "See http://a.b c", "Or x://y z", "Or x://y z"),
        (),
    ],
)
def test_what_is_in_doubt_is_not_said(texts: tuple[str, ...]) -> None:
    assert conversation(texts) == Conversation()


def test_other_scripts() -> None:
    found = conversation(("記者：なぜ？", "主人：さあ。", "記者：いつ？", "主人：昔。"))

    assert [voice.label for voice in found.voices] == ["記者：", "主人："]
    assert [turn.role.value for turn in found.turns] == ["question", "answer"] * 2
