"""The words by which a text is found that does not hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.render.language.text_pieces import LONGEST, SHORTEST, in_sentences
from build_scripts.render.search.search_words import further_words, words_in
from build_scripts.text.plain_letters import without_marks


def test_what_is_meant_is_found_where_it_does_not_stand() -> None:
    found_by = further_words(["Łukašenka came."], ["Alexander Łukašenka", "Лукашенко"])

    assert found_by == ("alexander", "лукашенко")


_WRITTEN = st.text("abAΣσςßİı1\u0301\u00ad'’ʼ-.\n ", max_size=12)


@given(st.lists(_WRITTEN), st.lists(_WRITTEN))
def test_only_words_that_do_not_stand_there_are_further(shown: list[str], meant: list[str]) -> None:
    assert {*further_words(shown, meant)} == words_in(meant) - words_in(shown)


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


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010", "⸗", "¬"])
def test_a_word_that_is_broken_at_a_line_end_stays_whole(hyphen: str) -> None:
    broken = f"{'x ' * SHORTEST}parlia{hyphen}\nment"
    assert in_sentences(broken) == [broken]
    assert len(in_sentences(broken.replace(hyphen, ","))) == 2


def test_a_sentence_without_end_is_cut_behind_a_blank() -> None:
    pieces = in_sentences("word " * 200)

    assert len(pieces) > 1
    assert all(len(piece) <= LONGEST and piece.endswith(" ") for piece in pieces)


@given(st.text("ab.! \n。”", max_size=3 * LONGEST))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(in_sentences(text)) == text
