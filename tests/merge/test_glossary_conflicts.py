"""When two terms claim one form, who is told, and where."""

import pytest

from build_scripts.merge.anchors.quotable_text import quotable
from build_scripts.merge.anchors.resolver import Placed
from build_scripts.merge.glossary.form_conflicts import form_conflicts
from build_scripts.merge.glossary.index import build_glossary_index
from build_scripts.merge.glossary.match import find_occurrences
from build_scripts.merge.glossary.mention_faults import (
    ANY_TERM,
    mention_conflicts,
    terms_of_faulty_mentions,
)
from build_scripts.merge.glossary.term_places import ContestedPlace, ForbiddenMention, ForcedMention
from build_scripts.model.annotation import CaseRule, Mention, Term
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.model.span import Span
from tests.merge.glossary_values import source_text, term
from tests.merge.nasty_texts import NOWHERE

ONE, OTHER = term("one", "House"), term("other", "Chamber", "House")


def _places(
    terms: tuple[Term, ...],
    text: str,
    forced: tuple[ForcedMention, ...] = (),
    forbidden: tuple[ForbiddenMention, ...] = (),
) -> tuple[ContestedPlace, ...]:
    index = build_glossary_index(terms)
    return find_occurrences(
        index, "debate", quotable(source_text(text)), "en", forced, forbidden
    ).contested


def _codes(terms: tuple[Term, ...], places: tuple[ContestedPlace, ...] = ()) -> list[str]:
    return [fault.code for fault in form_conflicts(build_glossary_index(terms), places, {})]


def test_the_second_form_is_at_fault_and_the_first_is_named() -> None:
    first = Document("annotations/glossary/one.yml", "term: House")
    second = Document("annotations/glossary/other.yml", "term: x\nforms: [Chamber, House]")
    forms = Origin(second, 8, (Origin(second, 16), Origin(second, 25)))
    one = term("one", "House", origin=Origin(first, 0, {"term": Origin(first, 6)}))
    other = term("other", "Chamber", "House", origin=Origin(second, 0, {"forms": forms}))

    (fault,) = form_conflicts(build_glossary_index((one, other)), (), {})

    assert (fault.path, fault.line, fault.column) == ("annotations/glossary/other.yml", 2, 18)
    assert fault.code == "G001"
    assert fault.message == (
        "The form “House” also belongs to the term `one` (annotations/glossary/one.yml, line 1)"
    )
    assert "`mentions:`" in fault.hint


def test_without_forms_the_term_itself_is_at_fault() -> None:
    document = Document("annotations/glossary/other.yml", "kind: place\nterm: House")
    place = Origin(document, 0, {"kind": Origin(document, 6), "term": Origin(document, 18)})
    other = term("other", "House", origin=place)

    (fault,) = form_conflicts(build_glossary_index((ONE, other)), (), {})

    assert (fault.line, fault.column) == (2, 7)


def test_open_places_are_listed() -> None:
    places = _places((ONE, OTHER), "\n\n".join(["The House."] * 5))
    (fault,) = form_conflicts(build_glossary_index((ONE, OTHER)), places, {})
    assert fault.hint.endswith(
        "Places to decide: debate, paragraph 1; debate, paragraph 2; debate, paragraph 3; "
        "and 2 more."
    )


def test_only_the_form_that_is_really_there_is_named() -> None:
    document = Document("annotations/glossary/one.yml", "term: x\nforms:\n- us\n- US")
    forms = Origin(document, 15, (Origin(document, 17), Origin(document, 22)))
    one = term("one", "us", "US", case=CaseRule.EXACT, origin=Origin(document, 0, {"forms": forms}))
    other = term("other", "US", case=CaseRule.EXACT)

    (fault,) = form_conflicts(
        build_glossary_index((one, other)), _places((one, other), "The US and us."), {}
    )

    assert fault.message.endswith("(annotations/glossary/one.yml, line 4)")
    assert fault.hint.endswith("Places to decide: debate, paragraph 1.")


def test_it_is_a_fault_where_the_form_occurs_nowhere() -> None:
    assert _codes((ONE, OTHER), _places((ONE, OTHER), "Nothing.")) == ["G001"]


def test_it_is_none_where_each_place_is_forced_or_forbidden() -> None:
    places = _places(
        (ONE, OTHER),
        "House House",
        forced=(ForcedMention("one", Span(0, 5)),),
        forbidden=(ForbiddenMention("one", Span(6, 11)),),
    )
    assert _codes((ONE, OTHER), places) == []


def test_it_is_one_where_a_place_is_left_open() -> None:
    places = _places((ONE, OTHER), "House House", forced=(ForcedMention("one", Span(0, 5)),))
    assert _codes((ONE, OTHER), places) == ["G001"]


def test_a_faulty_mention_stands_for_its_term_or_for_any_if_there_is_none() -> None:
    placed, lost, unknown, forbidding = (
        Mention(TextQuoteSelector("x", NOWHERE), term, forbid, NOWHERE)
        for term, forbid in (("one", ""), ("one", ""), ("none", ""), ("", "other"))
    )
    faulty = terms_of_faulty_mentions(
        (placed, lost, unknown, forbidding),
        [Placed(placed, Span(0, 1)), Placed(unknown, Span(0, 1))],
        {"one", "other"},
    )
    assert faulty == ["one", ANY_TERM, "other"]


@pytest.mark.parametrize(
    ("earlier", "later", "end", "reason"),
    [
        (("one", ""), ("other", ""), 5, "Another mention links this passage to `one`"),
        (("one", ""), ("other", ""), 6, ""),
        (("one", ""), ("one", ""), 5, ""),
        (("one", ""), ("", "one"), 6, "`one` is linked here by one mention and forbidden by"),
        (("", "one"), ("one", ""), 6, "`one` is linked here by one mention and forbidden by"),
        (("one", ""), ("", "other"), 5, ""),
        (("", "one"), ("", "one"), 5, ""),
    ],
)
def test_two_mentions_contradict_each_other(
    earlier: tuple[str, str], later: tuple[str, str], end: int, reason: str
) -> None:
    document = Document("annotations/readings/debate/mentions.yml", "x" * 9)
    one, other = (
        Mention(TextQuoteSelector("x", NOWHERE), *named, Origin(document, offset))
        for offset, named in enumerate((earlier, later))
    )
    placed = [Placed(other, Span(0, end)), Placed(one, Span(0, 5))]
    found = [fault.message for fault in mention_conflicts(placed)]
    assert [message.startswith(reason) for message in found] == [True] * bool(reason)


def test_exceptions_settle_a_place_like_mentions() -> None:
    elsewhere = term("other", "House", except_readings=("debate",))
    assert _codes((ONE, elsewhere), _places((ONE, elsewhere), "The House.")) == []


@pytest.mark.parametrize(
    ("first", "first_case", "second", "second_case", "is_fault"),
    [
        ("union", "initial", "union", "exact", True),
        ("“union”", "exact", '"union"', "exact", True),  # the same when normalised
        ("union", "initial", "Union", "initial", False),  # each is literally there, or not
        ("us", "initial", "US", "exact", False),
        ("US", "ignore", "us", "exact", False),
        ("US", "ignore", "us", "ignore", True),  # “Us” may be either
        ("A1", "ignore", "a1", "ignore", False),
        ("5ß", "ignore", "5ẞ", "ignore", True),
        ("5ß", "ignore", "5SS", "exact", False),
        ("union state", "initial", "UNION STATE", "ignore", True),  # “Union state” may be either
        ("union state", "initial", "Union state", "ignore", False),
    ],
)
def test_forms_that_differ_in_case_clash_where_a_text_could_be_either(
    first: str, first_case: str, second: str, second_case: str, is_fault: bool
) -> None:
    terms = (
        term("one", first, case=CaseRule(first_case)),
        term("other", second, case=CaseRule(second_case)),
    )
    assert bool(_codes(terms)) is is_fault
    assert bool(_codes(terms[::-1])) is is_fault


def test_forms_and_excepted_phrases_of_one_term_do_not_clash() -> None:
    assert _codes((term("one", "House", "house", "House"),)) == []
    assert _codes((ONE, term("other", "Chamber", except_phrases=("House",)))) == []
