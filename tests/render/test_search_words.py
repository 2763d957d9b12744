"""The words by which a text is found that does not hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.render.language.text_pieces import LONGEST, SHORTEST, in_sentences
from build_scripts.render.search.search_words import further_words, spellings_of
from build_scripts.text.plain_letters import without_marks


@pytest.mark.parametrize(
    ("shown", "found_by"),
    [
        ("The town", ()),
        ("Łukašenka", ("lukasenka",)),
        ("Горбачёв и Йорк", ("горбачев",)),
        ("Ўзбек", ("узбек",)),
        ("שָׁלוֹם", ("שלום",)),
        ("Ba\u00adtumi", ("batumi",)),
        ("don’t", ("don't",)),
        ("don't", ("don’t",)),
        ("dell’Unità", ("dell'unita", "dell’unita", "unita")),
        ("हिन्दी が", ()),
        ("北京大学", ("京大", "北京", "大学")),
    ],
)
def test_a_text_is_found_as_it_may_be_typed(shown: str, found_by: tuple[str, ...]) -> None:
    assert further_words([shown]) == found_by


def test_what_is_meant_is_found_where_it_does_not_stand() -> None:
    found_by = further_words(["Łukašenka came."], ["Alexander Łukašenka", "Лукашенко"])

    assert found_by == ("alexander", "lukasenka", "лукашенко")


def test_a_name_is_found_without_its_marks() -> None:
    assert spellings_of(["Łódź", "Lodz", "Gdańsk"]) == ("gdansk",)


@given(st.text())
def test_marks_are_left_out_once(word: str) -> None:
    assert without_marks(without_marks(word)) == without_marks(word)


def test_a_text_is_cut_behind_sentences_that_are_not_short() -> None:
    long = "x" * SHORTEST + ". "
    assert in_sentences(f"No. {long}Yes! (“{long}”) The end.") == [
        f"No. {long}",
        f"Yes! (“{long}",
        "”) The end.",
    ]


def test_a_sentence_without_end_is_cut_behind_a_blank() -> None:
    pieces = in_sentences("word " * 200)

    assert len(pieces) > 1
    assert all(len(piece) <= LONGEST and piece.endswith(" ") for piece in pieces)


@given(st.text("ab.! \n。”", max_size=3 * LONGEST))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(in_sentences(text)) == text
