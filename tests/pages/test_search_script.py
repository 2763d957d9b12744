"""The search of a site, called in Node: what a query finds, in which order, and what is marked."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape, unescape
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.export.search_index import FIELDS, for_material
from build_scripts.mkdocs_plugin.page_completion import BOOST_BY_HAND
from build_scripts.model.search_entry import SearchBlock, SearchEntry
from build_scripts.text.plain_letters import without_marks
from tests.page_scripts import call_page_script, shared_cases

CASES = shared_cases("search.json")
TYPED = [
    (number, typed, marked)
    for number, case in enumerate(CASES)
    for marked, queries in case["found"].items()
    for typed in queries
]
SETTINGS = {"fields": {"title": {"boost": 1e3}, "text": {"boost": 1}, **FIELDS}}
WORDS = "Łódź Brześć Ўзбек Йорк Ёлка שָׁלוֹם مُحَمَّد Tiếng Ἀχιλῆος Straße ﬂamme İzmir ǆ ҷ ە ѡ"
ASK = """async (readings, docs, queries) => {
  await readings.searching.answer({ type: 0, data: { ...docs, options: { suggest: true } } });
  const answers = [];
  for (const data of queries) answers.push(await readings.searching.answer({ type: 2, data }));
  return answers.map(({ data }) => data);
}"""
FOLD = """(readings, text) => {
  const places = { starts: [], ends: [] };
  const folded = readings.searching.fold(text, places);
  return [folded, places.starts.map((start, at) => [start, places.ends[at]])];
}"""

Hits = list[dict[str, Any]]


def answers(entries: Sequence[SearchEntry], queries: Sequence[str]) -> list[dict[str, Any]]:
    """What the search answers to each query."""
    docs = [for_material(f"r/#{entry.id}" if entry.id else "r/", entry) for entry in entries]
    (found,) = call_page_script(
        ASK, [[{"config": SETTINGS, "docs": docs}, queries]], script="search.js"
    )
    return list(found)


def hits(entries: Sequence[SearchEntry], query: str) -> Hits:
    """The hits, in the order in which they are shown."""
    (answer,) = answers(entries, [query])
    return [hit for page in answer["items"] for hit in page if hit["score"]]


def ids(entries: Sequence[SearchEntry], query: str) -> list[str]:
    """The ids of the places that were found."""
    return [hit["location"].partition("#")[2] for hit in hits(entries, query)]


def entry(name: str, text: str, title: str = "", *blocks: str) -> SearchEntry:
    """A paragraph."""
    shown = tuple(SearchBlock(block) for block in (text, *blocks))
    return SearchEntry(name, "Paragraph 7", title, shown)


@cache
def all_answers() -> dict[str, dict[str, Any]]:
    """The answer to each query of the shared cases, where each text is a paragraph."""
    page = SearchEntry("", "", "All")
    entries = [page, *(entry(f"p{number}", case["text"]) for number, case in enumerate(CASES))]
    queries = [typed for _, typed, _ in TYPED]
    return dict(zip(queries, answers(entries, queries), strict=True))


@pytest.mark.parametrize(("number", "typed", "marked"), TYPED)
def test_a_natural_phrase_finds_its_place(number: int, typed: str, marked: str) -> None:
    first = all_answers()[typed]["items"][0][0]

    assert first["location"] == f"r/#p{number}"
    assert marks(first["text"]) == marked
    assert first["text"].replace("<mark>", "").replace("</mark>", "") == (
        f"<p>{escape(CASES[number]['text'], quote=False)}</p>"
    )


def marks(html: str) -> str:
    """What is marked in some HTML."""
    return " | ".join(map(unescape, re.findall("<mark>(.*?)</mark>", html, re.DOTALL)))


PARAGRAPHS = (
    SearchEntry("", "Reading", "The Gull and the Who"),
    entry("p1", "Who is the gull, and the one who sang?"),
    entry("p2", "He heard the Who in Leeds."),
    entry("p3", "The whole town, who knows."),
    entry("p4", "Seals, and nothing else."),
)


def test_a_phrase_comes_before_its_words() -> None:
    assert ids(PARAGRAPHS, "the who")[:2] == ["", "p2"]
    assert ids(PARAGRAPHS, "heard the who")[0] == "p2"


def test_several_words_come_before_the_rarest_one() -> None:
    texts = ("seals swam", "gulls swam", "the seals sang", "gulls fed", "a zeppelin", "seals fed")
    entries = [entry(f"p{number}", text) for number, text in enumerate(texts)]
    assert ids(entries, "seals sang zeppelin") == ["p2", "p4"]


def test_a_word_comes_before_one_that_only_begins_so() -> None:
    entries = [entry("p1", "whole"), entry("p2", "who"), entry("p3", "whom")]
    assert ids(entries, "who") == ["p2", "p1", "p3"]


def test_a_common_word_alone_makes_no_hit_where_a_rarer_one_was_sought() -> None:
    entries = [*(entry(f"p{number}", "the sea") for number in range(9)), entry("x", "the gull")]
    assert ids(entries, "the gull") == ["x"]
    assert len(ids(entries, "the")) == 10


def test_a_common_word_is_not_marked_beside_a_rare_one() -> None:
    entries = [*(entry(f"p{number}", "the sea") for number in range(9)), entry("x", "the one gull")]
    (hit,) = hits(entries, "the gull from")
    assert marks(hit["text"]) == "gull"
    assert hit["terms"] == {"gull": True, "from": False}
    (hit,) = hits(entries, "gull the")
    assert hit["terms"] == {"gull": True}


def test_a_rare_word_is_found_beside_one_that_stands_nowhere() -> None:
    (hit,) = hits(PARAGRAPHS, "zeppelin seals")
    assert hit["location"] == "r/#p4"
    assert hit["terms"] == {"Seals": True, "zeppelin": False}


def test_quoted_words_must_all_be_there_if_they_are_anywhere() -> None:
    entries = [entry("p1", "seals sang"), entry("p2", "seals swam"), entry("p3", "gulls sang")]
    assert ids(entries, "seals sang") == ["p1", "p2", "p3"]
    for quoted in ('"sang seals"', "“sang seals”", "„sang seals“", "«sang seals»"):
        assert ids(entries, quoted) == ["p1"]
    assert ids(entries, '"swam gulls"') == ["p2", "p3"]


def test_nothing_is_found_where_there_is_nothing() -> None:
    for typed in ("zeppelin", "", "  ", ":", "...", "*", '"', "-", "\u00ad", "+~^"):
        assert ids(PARAGRAPHS, typed) == [], typed


def test_words_for_kinds_are_not_searched() -> None:
    assert ids(PARAGRAPHS, "paragraph") == []
    assert ids(PARAGRAPHS, "7") == []
    assert "Paragraph 7" in hits(PARAGRAPHS, "seals")[0]["title"]


def test_words_that_are_not_shown_find_a_place_but_are_not_marked() -> None:
    found = SearchEntry("p1", "", "", (SearchBlock("He came."),), ("Łukašenka",), ("visitor",))
    for typed in ("lukasenka", "VISITOR"):
        (hit,) = hits([found], typed)
        assert (marks(hit["text"]), "names" in hit, "also" in hit) == ("", False, False)


def test_a_title_counts_more_than_a_text() -> None:
    entries = [entry("p1", "gull"), entry("t1", "", "gull"), entry("p2", "gull")]
    assert ids(entries, "gull") == ["t1", "p1", "p2"]


def test_the_two_sentences_are_shown_that_say_most() -> None:
    entries = [
        entry("p1", "A gull.", "", "The sky.", "The sea.", "The gull & the sea."),
        *PARAGRAPHS,
    ]
    (hit,) = hits(entries, "sea gull")[:1]
    assert hit["text"] == (
        "<p>The <mark>sea</mark>.</p><p>The <mark>gull</mark> &amp; the <mark>sea</mark>.</p>"
    )


def test_no_mark_crosses_a_tag() -> None:
    entries = [entry("p1", "The old", "", "harbour & port <i>closed</i>.")]
    (hit,) = hits(entries, "old harbour port <i>closed")
    assert hit["text"] == (
        "<p>The <mark>old</mark></p>"
        "<p><mark>harbour &amp; port &lt;i&gt;closed</mark>&lt;/i&gt;.</p>"
    )


def test_a_phrase_that_stands_nowhere_is_cut_where_words_end() -> None:
    entries = [entry("p1", "图书馆在北京。"), entry("p2", "我去大学。")]
    assert ids(entries, "北京的图书馆") == ["p1"]


def test_a_title_is_marked_but_not_the_words_for_its_kind() -> None:
    found = SearchEntry("t1", "Glossary · gull & seal", "The gull & <seal>")
    (hit,) = hits([found, *PARAGRAPHS], "seal GULL")[:1]
    assert hit["title"] == (
        '<span class="hit-kind">Glossary · gull &amp; seal</span> '
        "The <mark>gull</mark> &amp; &lt;<mark>seal</mark>&gt;"
    )


def test_a_typed_word_is_completed_as_the_best_title_has_it() -> None:
    entries = [entry("t1", "", "Aliaksandr Łukašenka"), entry("p1", "Alice")]
    assert [answer["suggest"] for answer in answers(entries, ["ali", "Ali", "x", "a łuk"])] == [
        ["aliaksandr"],
        ["Aliaksandr"],
        [],
        ["łukašenka"],
    ]


def test_hits_of_a_page_are_together_and_the_page_is_with_them() -> None:
    (answer,) = answers(PARAGRAPHS, ["seals"])
    (page,) = answer["items"]
    assert [hit["location"] for hit in page] == ["r/#p4", "r/"]


@given(st.lists(st.text(), min_size=1, max_size=30))
@settings(max_examples=15, deadline=None)
def test_every_folded_letter_leads_back_to_its_own(texts: list[str]) -> None:
    for text, (folded, places) in zip(
        texts, call_page_script(FOLD, [[text] for text in texts], script="search.js"), strict=True
    ):
        length = len(text.encode("utf-16-le")) // 2
        assert len(places) == len(folded.encode("utf-16-le")) // 2
        assert all(0 <= start <= end <= length for start, end in places)
        assert all(one[0] <= other[0] for one, other in pairwise(places))


def test_letters_are_folded_as_python_leaves_marks_out() -> None:
    """Proposals of new terms compare words in Python."""
    folded = [
        found.strip()
        for found, _ in call_page_script(FOLD, [[w] for w in WORDS.split()], script="search.js")
    ]
    plain = [without_marks(without_marks(word).casefold()) for word in WORDS.split()]
    assert folded == [word.replace("й", "и\u0306").replace("ς", "σ") for word in plain]


@pytest.mark.parametrize(
    ("in_text", "in_manual", "first"),
    [
        ("A grain price fell.", "A grain price fell.", "text/"),
        ("Once more, a grain price fell here.", "Grain price", "text/"),
        ("A grain and its price fell.", "A grain price fell.", "manual/"),
        ("A grain fell.", "A grain fell, and its price.", "manual/"),
    ],
)
def test_a_page_by_hand_comes_after_a_text_that_answers_as_well(
    in_text: str, in_manual: str, first: str
) -> None:
    manual = for_material("manual/", SearchEntry("", "", in_manual)) | {"boost": BOOST_BY_HAND}
    text = for_material("text/#p7", entry("p7", in_text))
    others = [for_material(f"other/{n}/", SearchEntry("", "", "An oak.")) for n in range(20)]
    docs = {"config": SETTINGS, "docs": [manual, text, *others]}

    ((answer,),) = call_page_script(ASK, [[docs, ["grain price"]]], script="search.js")

    assert answer["items"][0][0]["location"].startswith(first)
