"""The fast search against a slow one that is obviously right, and the laws of its result.

What each rule means stands in tests/cases/glossary.
"""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from build_scripts.merge.anchors.quotable_text import quotable
from build_scripts.merge.glossary.index import build_glossary_index
from build_scripts.merge.glossary.match import find_in_plain_text, find_occurrences
from build_scripts.merge.glossary.term_places import ForbiddenMention, ForcedMention, MatchResult
from build_scripts.model.annotation import CaseRule, Term
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.fold_case import case_key, differ_only_in_case, keyed
from build_scripts.text.looser import looser_forms
from build_scripts.text.normalise import comparable, normalise, normalise_quotation
from build_scripts.text.normalised_text import NormalisedText
from build_scripts.text.word_boundary import is_whole_word, word_rules
from tests.merge.glossary_values import source_text, term
from tests.profiles import cases

WORDS = st.sampled_from(
    (
        *("union", "Union", "UNION", "state", "State", "a", "A", "é", "e\u0301", "ß", "ẞ", "İ"),
        *("союз", "Союз", "ς", "Σ", "σ", "白", "俄", "白俄", "ไท", "اتحاد", "5"),
    )
)
SEPARATORS = st.sampled_from(
    (
        *("", " ", " ", " ", " ", "\n", "\u00a0 ", "\n\n", "'", "’", "'s", "'s ", "-", "‐"),
        *("\u00ad", "\u0301", ".", "“", '"', "/", "–"),
    )
)
FORMS = st.builds(
    lambda first, rest: first + "".join(separator + word for separator, word in rest),
    WORDS,
    st.lists(st.tuples(SEPARATORS, WORDS), max_size=2),
)


@st.composite
def glossaries(draw: st.DrawFn) -> tuple[Term, ...]:
    """Up to five terms, which often claim each other's forms."""
    forms = st.sampled_from(draw(st.lists(FORMS, min_size=1, max_size=6)))
    return tuple(
        term(
            f"term-{number}",
            *draw(st.lists(forms, min_size=1, max_size=3)),
            case=draw(st.sampled_from(CaseRule)),
            except_phrases=tuple(draw(st.lists(FORMS | forms, max_size=1))),
            except_readings=draw(st.sampled_from(((), (), ("reading",)))),
        )
        for number in range(draw(st.integers(1, 5)))
    )


@st.composite
def searches(draw: st.DrawFn) -> tuple[tuple[Term, ...], str]:
    """A glossary, and a text in which its forms are frequent."""
    terms = draw(glossaries())
    forms = st.sampled_from([form for entry in terms for form in entry.forms])
    pieces = st.tuples(forms | forms.map(str.swapcase) | WORDS, SEPARATORS).map("".join)
    return terms, "".join(draw(st.lists(pieces, min_size=1, max_size=10)))


@st.composite
def mentions(draw: st.DrawFn, text: str, terms: Sequence[Term]) -> tuple[str, Span]:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 6)))
    return draw(st.sampled_from(terms)).id, Span(start, end)


def _found(
    terms: tuple[Term, ...],
    text: str,
    language: str = "en",
    forced: tuple[ForcedMention, ...] = (),
    forbidden: tuple[ForbiddenMention, ...] = (),
) -> MatchResult:
    return find_occurrences(
        build_glossary_index(terms),
        "reading",
        quotable(source_text(text)),
        language,
        forced,
        forbidden,
    )


@cases(normal=250, long=20_000)
@given(st.data(), searches(), st.sampled_from(("en", "it")))
def test_it_finds_what_a_slow_search_finds(
    data: st.DataObject, search: tuple[tuple[Term, ...], str], language: str
) -> None:
    terms, text = search
    index = build_glossary_index(terms)
    assume(index.looser(language) is index.forms and not looser_forms(comparable(text, language)))
    places = st.lists(mentions(text, terms), max_size=2)
    forced = tuple(ForcedMention(*place) for place in data.draw(places))
    forbidden = tuple(ForbiddenMention(*place) for place in data.draw(places))

    found = _found(terms, text, language, forced, forbidden)

    automatic = {(match.span, (match.term,)) for match in found.matches if not match.forced}
    open_places = {(place.span, place.terms) for place in found.contested if not place.settled}
    assert automatic | open_places == _slowly_found(terms, text, language, forced, forbidden)
    assert {match[:2] for match in found.matches if match.forced} == {*forced}


@cases(normal=200, long=5_000)
@given(searches())
def test_no_two_matches_overlap(search: tuple[tuple[Term, ...], str]) -> None:
    spans = [match.span for match in _found(*search).matches]
    assert all(one.end <= following.start for one, following in pairwise(spans))


@cases(normal=200, long=5_000)
@given(st.data(), searches())
def test_the_order_of_terms_has_no_effect(
    data: st.DataObject, search: tuple[tuple[Term, ...], str]
) -> None:
    terms, text = search
    shuffled = tuple(data.draw(st.permutations(terms)))
    one, other = _found(terms, text), _found(shuffled, text)
    assert one.matches == other.matches
    assert [(place.span, {*place.terms}, place.settled) for place in one.contested] == [
        (place.span, {*place.terms}, place.settled) for place in other.contested
    ]


@cases(normal=500, long=10_000)
@given(st.text(st.characters() | st.sampled_from("ßẞİıIςΣΆΐᾳﬁŉ\u0307")))
def test_a_key_leads_back_to_whole_letters(text: str) -> None:
    key = keyed(text)
    assert key.text == case_key(text) == "".join(map(case_key, text))
    for at in range(len(text)):
        start, end = key.normalised_offset(at), key.normalised_offset(at + 1)
        assert key.text[start:end] == case_key(text[at])
        if start < end:
            assert key.source_span(start, end) == Span(at, at + 1)


@cases(normal=500, long=10_000)
@given(st.text(max_size=12), st.booleans())
def test_words_that_differ_only_in_case_have_the_same_key(text: str, turkic: bool) -> None:
    for other in (text.casefold(), text.upper(), text.lower(), text.title()):
        if differ_only_in_case(other, text, turkic=turkic):
            assert case_key(other) == case_key(text)


def test_a_mark_that_no_greek_word_has_is_not_an_accent_that_capitals_lose() -> None:
    assert differ_only_in_case("ΑΘΗΝΑ", "Αθήνα")
    assert not differ_only_in_case("Σ\u0301", "ς")  # nothing is written like this


def test_a_glossary_without_terms_finds_nothing() -> None:
    assert _found((), "Union") == MatchResult((), ())


def test_in_plain_text_the_first_place_of_each_term_is_found() -> None:
    index = build_glossary_index((term("union", "Union"), term("state", "State")))
    assert find_in_plain_text(index, "A State, a Union, a State.", "en", "another") == (
        ("state", Span(2, 7)),
        ("union", Span(11, 16)),
    )


def test_a_term_is_not_found_in_its_own_definition_nor_cut_up_there() -> None:
    index = build_glossary_index((term("union", "Union"), term("union-state", "Union State")))
    definition = "The Union State is a Union."
    assert find_in_plain_text(index, definition, "en", "union-state") == (("union", Span(21, 26)),)


def test_in_plain_text_contested_places_and_excepted_phrases_are_left_out() -> None:
    index = build_glossary_index(
        (
            term("one", "House"),
            term("other", "House"),
            term("minsk", "Minsk", except_phrases=("Minsk II",)),
        )
    )
    assert find_in_plain_text(index, "House: Minsk II.", "en", "another") == ()


def test_in_plain_text_nothing_is_found_across_paragraphs() -> None:
    index = build_glossary_index((term("union-state", "Union State"),))
    assert find_in_plain_text(index, "Union\n \nState", "en", "another") == ()
    assert find_in_plain_text(index, "Union\nState", "en", "another") == (
        ("union-state", Span(0, 11)),
    )


def _slowly_found(
    terms: tuple[Term, ...],
    text: str,
    language: str,
    forced: Sequence[ForcedMention],
    forbidden: Sequence[ForbiddenMention],
) -> set[tuple[Span, tuple[str, ...]]]:
    """Every form is tried at every place; then the longest is taken again and again."""
    source, normalised = source_text(text), normalise(text)
    claims: dict[tuple[int, int], dict[str, bool]] = {}
    for entry in terms:
        excepted = [
            place
            for phrase in entry.except_phrases
            for place, _ in _places(phrase, entry.case, source, normalised, language)
        ]
        for form in entry.forms:
            for (start, end), is_literal in _places(form, entry.case, source, normalised, language):
                span = normalised.source_span(start, end)
                is_ruled_out = (
                    "reading" in entry.except_readings
                    or any(first <= start and end <= last for first, last in excepted)
                    or any(m.term == entry.id and m.span.overlaps(span) for m in forbidden)
                    or any(m.span.overlaps(span) for m in forced)
                )
                if not is_ruled_out:
                    claimants = claims.setdefault((start, end), {})
                    claimants[entry.id] = is_literal or claimants.get(entry.id, False)
    found = set()
    while claims:
        start, end = min(claims, key=lambda place: (place[0] - place[1], place[0]))
        claimants = claims[start, end]
        literal = tuple(term_id for term_id, is_literal in claimants.items() if is_literal)
        found.add((normalised.source_span(start, end), literal or tuple(claimants)))
        claims = {
            place: claimants
            for place, claimants in claims.items()
            if place[1] <= start or end <= place[0]
        }
    return found


def _places(
    form: str, case: CaseRule, source: SourceText, normalised: NormalisedText, language: str
) -> list[tuple[tuple[int, int], bool]]:
    """Start and end of each place of a form in the normalised text, and whether it is literal."""
    form, text = normalise_quotation(form), normalised.text
    capitalised = form[0].title() + form[1:] if form[0].islower() else form
    places = []
    lengths = range(max(1, len(form) // 3), 3 * len(form) + 1)
    for start, end in ((start, start + n) for start in range(len(text)) for n in lengths):
        piece = text[start:end]
        agrees = (
            end <= len(text)
            and {
                CaseRule.EXACT: piece == form,
                CaseRule.INITIAL: piece in (form, capitalised),
                CaseRule.IGNORE: differ_only_in_case(piece, form),
            }[case]
        )
        span = normalised.source_span(start, end)
        if (
            agrees
            and is_whole_word(text, start, end, word_rules(language))
            and any(paragraph.span.covers(span) for paragraph in source.paragraphs)
        ):
            places.append(((start, end), piece == form))
    return places
