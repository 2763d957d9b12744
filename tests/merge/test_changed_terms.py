"""Where no word of a changed term may stand, the same is found as before."""

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.merge.anchors.quotable_text import quotable
from build_scripts.merge.glossary.changed_terms import ChangedTerms, MatchedTerm, compared_keys
from build_scripts.merge.glossary.index import build_glossary_index
from build_scripts.merge.glossary.match import (
    find_in_plain_text,
    find_occurrences,
    words_of_terms,
)
from build_scripts.model.annotation import CaseRule, Term
from tests.merge.glossary_values import source_text, term
from tests.profiles import cases

PIECES = st.sampled_from(
    (
        *("un", "Union", "state", "st", "ate", "A", "é", "e\u0301", "ß", "ss", "ẞ", "İ", "ı", "ﬁ"),
        *("союз", "за\u0301мок", "замок", "ς", "Σ", "白", "俄", "ไท", "ab", "שָׁלוֹם", "שלום"),
        *("كِتَاب", "كتاب", "كـتاب", "ā", "5", "", " ", " ", " ", "-\n", "-", "\u00ad", "\n", "\n\n"),
        *("'", "’", "''", "«", "”", "\u0301", "\u200d", "\ufe0f", "K", "ά", "Α", "æ", "_", "\t"),
    )
)
TEXTS = st.lists(PIECES, max_size=10).map("".join)
FORMS = st.lists(PIECES, min_size=1, max_size=3).map("".join).filter(bool)
LANGUAGES = st.sampled_from(("", "en", "de", "ru", "he", "ar", "tr", "zh", "la", "el"))


def terms(number: int) -> st.SearchStrategy[Term]:
    return st.builds(
        lambda forms, case, phrases, readings: term(
            f"term-{number}",
            *forms,
            case=case,
            except_phrases=tuple(phrases),
            except_readings=readings,
        ),
        st.lists(FORMS, min_size=1, max_size=2),
        st.sampled_from(CaseRule),
        st.lists(FORMS, max_size=1),
        st.sampled_from(((), ("reading",))),
    )


STATES = st.tuples(
    st.lists(st.integers(0, 3).flatmap(terms), max_size=3, unique_by=lambda one: one.id),
    st.lists(st.integers(0, 5).flatmap(terms), max_size=2, unique_by=lambda one: one.id),
    st.lists(st.integers(0, 5).flatmap(terms), max_size=2, unique_by=lambda one: one.id),
).map(lambda parts: (_together(parts[0], parts[1]), _together(parts[0], parts[2])))


def _together(common: list[Term], own: list[Term]) -> tuple[Term, ...]:
    by_id = {one.id: one for one in (*common, *own)}
    return tuple(by_id[name] for name in sorted(by_id))


@cases(normal=400, long=10_000)
@given(STATES, TEXTS, LANGUAGES)
def test_what_is_not_searched_again_is_as_before(
    states: tuple[tuple[Term, ...], tuple[Term, ...]], text: str, language: str
) -> None:
    before, now = (build_glossary_index(state) for state in states)
    changed = ChangedTerms(*(tuple(map(MatchedTerm.of, state)) for state in states))
    whole = quotable(source_text(text), language)
    if not changed.may_stand_in(compared_keys(whole.normalised), language):
        found = [find_occurrences(of, "reading", whole, language, (), ()) for of in (before, now)]
        assert found[0] == found[1]
    if not changed.may_stand_in_plain_text(text, language):
        for excluded in ("term-0", ""):
            assert find_in_plain_text(before, text, language, excluded) == find_in_plain_text(
                now, text, language, excluded
            )
        assert words_of_terms(before, text, language) == words_of_terms(now, text, language)


@cases(normal=200, long=5_000)
@given(TEXTS, FORMS, TEXTS, LANGUAGES)
def test_a_word_that_stands_in_a_text_is_noticed(
    before: str, form: str, after: str, language: str
) -> None:
    changed = ChangedTerms((), (MatchedTerm.of(term("a", form, case=CaseRule.IGNORE)),))
    text = f"{before} {form} {after}"
    if find_in_plain_text(
        build_glossary_index((term("a", form, case=CaseRule.IGNORE),)), text, language, ""
    ):
        assert changed.may_stand_in_plain_text(text, language)


def test_most_texts_are_not_searched_again() -> None:
    old, new = (MatchedTerm.of(term("a", form)) for form in ("fox", "vixen"))
    same = MatchedTerm.of(term("b", "hound"))
    changed = ChangedTerms((old, same), (new, same))

    assert not changed.may_stand_in_plain_text("The hound is ill.", "en")
    assert changed.may_stand_in_plain_text("The Fox is ill.", "en")
    assert changed.may_stand_in_plain_text("The vi-\nxen is ill.", "en")
    assert not ChangedTerms((old, same), (old, same)).may_stand_in_plain_text("The fox", "en")
    assert ChangedTerms((old, same), (same, old)).may_stand_in_plain_text("The cat", "en")
