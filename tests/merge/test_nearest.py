"""What a quotation that is not found was probably copied from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.merge.anchors.explaining.allowance import Allowance, RunAllowance
from build_scripts.merge.anchors.explaining.differences import CLOSING, OPENING, marked_differences
from build_scripts.merge.anchors.explaining.elsewhere import places_elsewhere
from build_scripts.merge.anchors.explaining.nearest import across_omissions, nearest_passage
from build_scripts.merge.anchors.explaining.similar import similar_passage
from build_scripts.text.normalise import normalise
from tests.merge.nasty_texts import TEXTS, quotation
from tests.profiles import cases

TEXT = (
    "Some time ago the old miller had three sons, a mill, a donkey and a cat. "
    "When he died, the sons shared what he had: the eldest took the mill, the second the "
    "donkey, and for the youngest nothing was left but the cat. “What am I to do with a cat?” he "
    "said to himself, and the cat heard it. "
)


def similar(quotation: str) -> str | None:
    found = similar_passage(TEXT, quotation, Allowance())
    return None if found is None else TEXT[found.start : found.end]


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        pytest.param("the oldest took the mill", "the eldest took the mill", id="another word"),
        pytest.param("the old miler", "the old miller", id="a misprint"),
        pytest.param("yuongest", "youngest", id="a single word"),
        pytest.param("the sons divided what he had", "the sons shared what he had", id="inside"),
        pytest.param("miller had sons", "miller had three sons", id="a word left out"),
        pytest.param("had three big sons, a mill", "had three sons, a mill", id="a word put in"),
        pytest.param(
            "for the youngest nothing was left, as everybody knows",
            "for the youngest nothing was left but the cat",
            id="it goes on differently",
        ),
        pytest.param(
            "a mill, a donkey and zzz a",
            "a mill, a donkey and a cat",
            id="after many words that agree, one agrees by chance",
        ),
        pytest.param("the wolf and the seven kids", None, id="nothing like it"),
        pytest.param("zzz", None, id="no word of it"),
        pytest.param("?!", None, id="no words"),
    ],
)
def test_the_passage_that_resembles_a_quotation_most(quotation: str, passage: str | None) -> None:
    assert similar(quotation) == passage


@pytest.mark.parametrize(
    ("exact", "passage"),
    [
        ("youngest … cat", "youngest nothing was left but the cat"),
        ("the … cat", "the cat"),
        ("the … mill … second", "the mill, the second"),
        ("Some … ago", "Some time ago"),
        ("Some time ago", None),
        ("Some time ago …", None),
        ("time … Some", None),
        ("time … zzz", None),
        ("zzz … time", None),
    ],
)
def test_where_words_are_left_out_it_is_the_shortest_passage(
    exact: str, passage: str | None
) -> None:
    found = across_omissions(normalise(TEXT), exact, Allowance())
    assert (found and TEXT[found.start : found.end]) == passage


@cases(normal=300, long=3_000)
@given(TEXTS, st.text(st.sampled_from("ab e\u0301'\u6771\u1161\u0958.\u00ad"), max_size=12))
def test_whatever_is_sought_the_passage_lies_in_the_text(text: str, exact: str) -> None:
    found = nearest_passage(normalise(text), exact, Allowance())
    if found is not None:
        assert 0 <= found.span.start <= found.span.end <= len(text)


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        ("the old cat", "the fat cat", "the ▸old◂ cat", "the ▸fat◂ cat"),
        ("the cat", "the old cat", "the cat", "the ▸old◂ cat"),
        ("a cat.", "a cat!", "a cat▸.◂", "a cat▸!◂"),
        ("coop\u00aderate", "cooperate", "▸coop\\xADerate◂", "▸cooperate◂"),
        ("a b c", "a b c", "a b c", "a b c"),
    ],
)
def test_the_words_that_differ_are_marked(one: str, other: str, first: str, second: str) -> None:
    assert marked_differences(one, other, Allowance()) == (first, second)


def test_long_pieces_that_agree_are_cut_short() -> None:
    words = " ".join(f"w{number}" for number in range(30))
    one, other = marked_differences(f"{words} old {words}", f"{words} new {words}", Allowance())
    assert one == "… w25 w26 w27 w28 w29 ▸old◂ w0 w1 w2 w3 w4 …"
    assert other == one.replace("old", "new")


@cases(normal=300, long=3_000)
@given(TEXTS, TEXTS)
def test_without_marks_short_passages_are_what_they_were(one: str, other: str) -> None:
    plain = [" ".join(normalise(text).text.split())[:12] for text in (one, other)]
    for text, marked in zip(
        plain, marked_differences(plain[0], plain[1], Allowance()), strict=True
    ):
        unmarked = marked.replace(OPENING, "").replace(CLOSING, "")
        if "\\" not in marked and "…" not in marked:
            assert unmarked == text.strip()


def test_nothing_is_sought_where_there_is_no_other_reading() -> None:
    assert places_elsewhere(quotation("a cat"), (), RunAllowance()) == ""
