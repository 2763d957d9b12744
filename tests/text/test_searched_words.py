"""Texts are folded as the script that searches folds them, and cut into the words of an index."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.text.searched_words import fold, index_words
from tests.page_scripts import call_page_script, shared_cases

FOLD = "(readings, text) => readings.searching.fold(text)"
CASES = shared_cases("search.json")
TEXTS = [
    *(case["text"] for case in CASES),
    *(typed for case in CASES for queries in case["found"].values() for typed in queries),
    "",
    " \u0301+a ’+b",
    "C++ C# F♯ ＋a a＋ a+b +́",
    "parlia-\nment parlia\u00ad\nment well-\u2028known a- b",
    "AI技術 我去北\n京 北 京 กรุงเทพ ﾊﾞﾅﾅ 東京 2020",
    "й и\u0306 Й \u0306и Straße ﬂ ǅ İ ς Σ",
    "a\u200bb a\ufeffb a\u0640b מַה־זֶּה צה״ל مُحَمَّد",
]


def in_browser(texts: list[str]) -> list[str]:
    return call_page_script(FOLD, [[text] for text in texts], script="search.js")


def test_texts_are_folded_as_in_the_browser() -> None:
    assert list(map(fold, TEXTS)) == in_browser(TEXTS)


@given(
    st.lists(
        st.text(st.sampled_from("aÉßийς+#'-.\n \u00ad\u0301\u0306\u200d北京กี゙ﾊ٣م\u05be")),
        min_size=40,
    )
)
@settings(max_examples=10, deadline=None)
def test_random_texts_are_folded_as_in_the_browser(texts: list[str]) -> None:
    assert list(map(fold, texts)) == in_browser(texts)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The gull’s e-mail, C++!", "the gull s e mail c++ gulls email"),
        ("parlia-\nment and Ba\u00adtumi", "parlia ment and batumi parliament"),
        ("我去北\n京", "我去 去北 北 京 我去 去北 北京 京"),
        ("AI技術", "ai 技術 術 ai 技術 術"),
        ("Ἀχιλῆος שָׁלוֹם Łódź", "αχιληοσ שלום lodz"),
        ("… – !", ""),
    ],
)
def test_a_text_is_cut_into_words_and_pairs(text: str, words: str) -> None:
    """Words first, in their order; then those that may also be written as one."""
    assert " ".join(index_words(text)) == words


def test_a_text_is_cut_as_if_it_were_not_read_part_by_part() -> None:
    for text in TEXTS:
        folded = fold(text)
        apart = [word for word in folded.replace("-", " ").split() if word.isascii()]
        assert [word for word in index_words(text) if word.isascii()][: len(apart)] == apart
