"""What counts as use of a term, and when nothing is said because nothing can be known."""

from pathlib import Path

import pytest

from tests.merge.findings import FABLE, TALE_FOLDER, codes, findings, term

DRAGON = term("dragon")
NOTES, MENTIONS = TALE_FOLDER + "notes.yml", TALE_FOLDER + "mentions.yml"
NOTE = "notes:\n  - {id: king, target: {exact: a king}, body: BODY}\n"
REFERENCE = (
    "cross_references:\n"
    "  - {id: x, target: {exact: a frog}, refers_to: {term: dragon}, relation: contrasts}\n"
)


def test_a_term_that_nothing_leads_to(tmp_path: Path) -> None:
    assert codes(tmp_path, DRAGON) == ["G004"]


@pytest.mark.parametrize(
    "use",
    [
        pytest.param({"seeds/tale.txt": "A dragon.\n"}, id="it stands in a text"),
        pytest.param(
            {MENTIONS: "mentions:\n  - {target: {exact: a frog}, term: dragon}\n"}, id="a mention"
        ),
        pytest.param({TALE_FOLDER + "x.yml": REFERENCE}, id="a cross-reference"),
        pytest.param({NOTES: NOTE.replace("BODY", '"A [[dragon]]."')}, id="a link in a body"),
        pytest.param(term("frog", definition="No dragon."), id="the definition of another term"),
        pytest.param(term("dragon", linking="none"), id="none is wanted"),
        pytest.param(
            {NOTES: NOTE.replace("BODY}", '"A [[dragon]].", status: draft}')}, id="a draft"
        ),
    ],
)
def test_what_counts_as_use(tmp_path: Path, use: dict[str, str]) -> None:
    assert codes(tmp_path, {**DRAGON, **use}) == []


def test_its_own_definition_does_not_count(tmp_path: Path) -> None:
    assert codes(tmp_path, term("dragon", definition="A dragon is none.")) == ["G004"]


def test_what_was_meant_by_a_misspelt_name_is_used(tmp_path: Path) -> None:
    mention = "mentions:\n  - {target: {exact: a frog}, term: draggon}\n"
    assert codes(tmp_path, {**DRAGON, MENTIONS: mention}) == ["G002"]


def test_where_only_the_capitals_differ_the_words_of_the_text_are_named(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, term("frog", term="FROG"))
    assert found.code == "G004"
    assert "forms: [frog]" in found.hint


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        (NOTES, "notes: [\n", "Y001"),
        (MENTIONS, "mentions:\n  - {target: {exact: a king}, trem: 5}\n", "F001"),
        ("annotations/readings/tale/reading.yml", "title: A tale\nlanguage: en\n", "F002"),
    ],
)
def test_nothing_is_called_unused_where_something_could_not_be_read(
    tmp_path: Path, path: str, content: str, code: str
) -> None:
    source = "references:\n  - {id: a, type: book, publisher: B, issued: 1812}\n"
    found = codes(tmp_path, {**DRAGON, "annotations/sources.yml": source, path: content})
    assert code in found
    assert not {"G004", "R002"} & {*found}


def test_a_term_without_forms_is_found_nowhere_and_may_be_named(tmp_path: Path) -> None:
    mention = {MENTIONS: "mentions:\n  - {target: {exact: a frog}, term: dragon}\n"}
    assert codes(tmp_path, {**term("dragon", forms="[]"), **mention}) == []


@pytest.mark.parametrize("with_drafts", [False, True])
def test_drafts_are_judged_whether_they_are_shown_or_not(tmp_path: Path, with_drafts: bool) -> None:
    files = {
        **term("dragon", status="draft"),
        **term("frog", status="draft"),
        MENTIONS: "mentions:\n  - {target: {exact: a king}, forbid: frog}\n",
    }
    assert codes(tmp_path, files, with_drafts=with_drafts) == ["G004", "G007"]


def test_the_name_of_a_term_may_be_among_its_forms(tmp_path: Path) -> None:
    king = term("king", forms="[King, king, kings]")
    assert [d.message for d in findings(tmp_path, king)] == [
        "The form “kings” does not occur in any text"
    ]


def test_a_form_may_be_there_for_the_definition_of_another_term(tmp_path: Path) -> None:
    files = {**term("king", forms="[king, kings]"), **term("frog", definition="Not for kings.")}
    assert codes(tmp_path, files) == []


def test_an_excepted_phrase_counts_where_it_stands(tmp_path: Path) -> None:
    king = term("king", **{"except": "[{reading: fable}, a king, a queen]"})
    (found,) = findings(tmp_path, {**king, **FABLE})
    assert (found.code, found.message) == (
        "G005",
        "The excepted phrase “a queen” does not occur in any text",
    )
    assert found.column == len("except: [{reading: fable}, a king, ") + 1


def test_a_term_that_stands_in_one_text_and_is_excluded_in_another_is_used(tmp_path: Path) -> None:
    files = {**FABLE, "seeds/fable.txt": "The king saw grapes.\n"}
    king = term("king", **{"except": "[{reading: fable}]"})
    assert codes(tmp_path, {**files, **king}) == []


def test_a_term_that_is_displaced_in_one_text_is_not_excluded_everywhere(tmp_path: Path) -> None:
    files = {
        **FABLE,
        "seeds/fable.txt": "The sea king saw grapes.\n",
        **term("king", **{"except": "[{reading: tale}]"}),
        **term("sea-king", forms="[sea king]"),
    }
    (found,) = findings(tmp_path, files)
    assert found.code == "G004"
    assert "another term takes its place" in found.message
    assert found.hint.endswith("fable, paragraph 1: The sea [king] saw grapes.")


def test_a_place_that_is_open_between_two_terms_is_use_of_both(tmp_path: Path) -> None:
    files = {**term("frog"), **term("animal", forms="[frog]")}
    assert codes(tmp_path, files) == ["G001"]


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        pytest.param(["The kign", "a king"], ["A001"], id="each place has its mention"),
        pytest.param(["The kign"], ["A001", "G001"], id="one place has none"),
        pytest.param([], ["G001"], id="no mentions"),
        pytest.param(["The king", "a king"], [], id="all is well"),
    ],
)
def test_a_faulty_mention_settles_one_place(
    tmp_path: Path, mentions: list[str], expected: list[str]
) -> None:
    meant = zip(mentions, ("king", "ruler"), strict=False)
    written = "".join(f"  - {{target: {{exact: {e}}}, term: {name}}}\n" for e, name in meant)
    files = {**term("king"), **term("ruler", forms="[king]")}
    if mentions:
        files[MENTIONS] = f"mentions:\n{written}"
    assert sorted(codes(tmp_path, files)) == expected


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("exact: a frog}, term: frog", "exact: a frog}, term: king", "Another mention links this"),
        ("exact: a frog}, term: frog", "exact: frog}, term: king", ""),
        ("exact: a frog}, term: frog", "exact: a frog}, term: frog", ""),
        (
            "exact: a frog}, term: frog",
            "exact: frog}, forbid: frog",
            "`frog` is linked here by one",
        ),
        (
            "exact: frog}, forbid: frog",
            "exact: a frog}, term: frog",
            "`frog` is linked here by one",
        ),
        ("exact: a frog}, term: king", "exact: frog}, forbid: frog", ""),
    ],
)
def test_mentions_that_contradict_one_another(
    tmp_path: Path, one: str, other: str, message: str
) -> None:
    mentions = f"mentions:\n  - {{target: {{{one}}}\n  - {{target: {{{other}}}\n"
    found = findings(tmp_path, {**term("frog"), **term("king"), MENTIONS: mentions})
    contradictions = [fault.message for fault in found if fault.code == "G003"]
    assert [text.startswith(message) for text in contradictions] == ([True] if message else [])
