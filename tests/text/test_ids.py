"""Ids that are proposed: by Python and by the form in the browser, with the same results."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model import limits
from build_scripts.text.device_names import DEVICE_NAMES
from build_scripts.text.ids import FOR_BROWSERS, intended_id, is_id, proposed_id
from tests.page_scripts import call_page_script, shared_cases


class Case(NamedTuple):
    words: str
    id: str
    kind: str = "note"
    taken: tuple[str, ...] = ()


CASES = [Case(**case) for case in shared_cases("ids.json")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_made_of_words(case: Case) -> None:
    assert proposed_id(case.words, case.kind, case.taken) == case.id


def test_the_form_in_the_browser_proposes_the_same() -> None:
    assert in_browser(CASES) == [case.id for case in CASES]


def in_browser(cases: list[Case]) -> list[str]:
    """What the script of the form proposes, run without a browser."""
    propose = """(readings, words, kind, taken, rule) =>
        readings.contribution.proposedId(words, kind, taken, rule)"""
    return call_page_script(
        propose, [(case.words, case.kind, case.taken, FOR_BROWSERS) for case in cases]
    )


def test_they_agree_on_every_letter() -> None:
    # Python and Node may know different versions of Unicode: these blocks have long been full.
    blocks = (range(0x20, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000), range(0xFB00, 0xFB07))
    letters = [chr(code) for block in blocks for code in block]
    cases = [Case(f"x {letter}y", proposed_id(f"x {letter}y", "note", ())) for letter in letters]

    assert in_browser(cases) == [case.id for case in cases]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Loan Size", "loan-size"),
        ("Мінск", "minsk"),
        ("loan_size", "loan-size"),
        ("2nd-loan", "loan"),
        ("word " * 20, "-".join(["word"] * 20)),
        ("1931", "1931"),
        ("", ""),
    ],
)
def test_what_was_meant_is_not_cut_short(written: str, meant: str) -> None:
    assert intended_id(written) == meant


@given(st.text(), st.sets(st.sampled_from(["note", "note-2", "a", "a-2"])))
def test_whatever_the_words_it_is_an_id_that_is_free(words: str, taken: set[str]) -> None:
    proposed = proposed_id(words, "note", taken)

    assert is_id(proposed)
    assert proposed not in taken
    assert proposed not in DEVICE_NAMES
    assert len(proposed) < limits.LONGEST_NAME
