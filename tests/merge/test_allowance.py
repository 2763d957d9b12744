"""How much work goes into hints is counted: what is not allowed is not done."""

from difflib import SequenceMatcher

from build_scripts.merge.anchors.explaining.allowance import Allowance, RunAllowance
from build_scripts.merge.anchors.explaining.counted_matcher import CountedMatcher


def test_steps_are_taken_while_there_are_enough() -> None:
    run = RunAllowance(10)
    assert [run.spend(steps) for steps in (11, 6, 5, 4, 1)] == [False, True, False, True, False]


def test_a_text_is_paid_for_once() -> None:
    run = RunAllowance(100)
    assert [run.prepare(text) for text in ("a" * 11, "a" * 9, "a" * 9, "b" * 2, "b")] == [
        *(False, True, True, False, True)
    ]
    assert run.left == 0


def test_a_quotation_whose_steps_are_used_up_gets_no_more() -> None:
    one, other = Allowance(run := RunAllowance(20), 10), Allowance(run, 15)
    assert [one.spend(steps) for steps in (4, 6, 1)] == [True, True, False]
    assert [other.spend(steps) for steps in (10, 1)] == [True, False]
    assert not other.spend(0)
    assert (one.is_used_up, other.is_used_up) == (True, True)
    assert not one.prepare("")


def test_pieces_are_compared_as_the_standard_library_does_within_the_allowance() -> None:
    one = ["the", "old", "miller", "and", "the", "cat"]
    other = ["the", "cat", "and", "the", "old", "cat"]
    plain = SequenceMatcher(None, one, other, autojunk=False)
    # A step for each word, and one for each place where the other has it.
    for steps, found in ((13, 0), (14, 2)):
        counted = CountedMatcher(one, other, Allowance(steps=steps))
        assert counted.find_longest_match().size == found
    assert plain.find_longest_match().size == 2
    counted = CountedMatcher(one, other, Allowance())
    assert counted.get_matching_blocks() == plain.get_matching_blocks()
    assert counted.find_longest_match(1, 6, 2, 6) == plain.find_longest_match(1, 6, 2, 6)
