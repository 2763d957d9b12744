"""What a catalogue accepts can be shown: nothing raises, hangs, or falls back to English unseen."""

import ast
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model import limits
from build_scripts.model.diagnostic import has_errors
from build_scripts.model.line_and_column import Document
from build_scripts.read.settings.english_words import english_messages
from build_scripts.read.settings.words_file import check_words, is_stray_words_file, too_much
from build_scripts.render.language.interface_words import Words, words_of
from build_scripts.words.filled_by_scripts import is_filled_by_scripts
from tests.profiles import cases

RENDER = Path(__file__).resolve().parents[2] / "build_scripts/render"


def faults(catalogue: str) -> list[str]:
    """What is wrong in a Belarusian catalogue."""
    document = Document("annotations/words/be.ftl", catalogue)
    found = too_much(document) or check_words(document)
    return [f"{fault.line}:{fault.column} {fault.message}" for fault in found]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("{ NUMBER($count, minimumFractionDigits: 1000000000) }", "1:32 The value of `minimumFr"),
        ("{ NUMBER($count, maximumSignificantDigits: 30) }", "1:32 The value of `maximumSign"),
        ("{ NUMBER($count, maximumFractionDigits: 1.5) }", "1:32 The value of `maximumFrac"),
        ("{ NUMBER($count, minimumFractionDigits: -1) }", "1:32 The value of `minimumFrac"),
        ('{ NUMBER($count, minimumIntegerDigits: "2") }', "1:32 The value of `minimumInt"),
        ('{ NUMBER($count, useGrouping: "false") }', "1:32 The value of `useGrouping`"),
        ('{ NUMBER($count, style: "currency") }', "1:32 `NUMBER` has no option `style`"),
        ('{ NUMBER($count, currencyDisplay: "coin") }', "1:32 `NUMBER` has no option `curr"),
        ('{ NUMBER($count, type: "ordinal") }', "1:32 `NUMBER` has no option `type`"),
        (
            "{ NUMBER($count, minimumFractionDigits: 3, maximumFractionDigits: 2) }",
            "1:17 `minimumFractionDigits` is larger than",
        ),
        ("{ NUMBER() }", "1:17 `NUMBER` needs one variable"),
        ("{ NUMBER($count, $count) }", "1:17 `NUMBER` needs one variable"),
        ("{ NUMBER(5) }", "1:17 `NUMBER` needs one variable"),
        ("{ NUMBER(NUMBER($count)) }", "1:17 `NUMBER` needs one variable"),
        ('{ DATETIME($count, dateStyle: "x") }', "1:17 There is no function `DATETIME`"),
        ('{ "5" -> \n *[other] x\n }', "1:17 This choice is always the same"),
        ("{ $count -> \n [1] x\n *[sevral] x\n }", "3:4 There is no plural `sevral`"),
        (f"{{ {'9' * 1500} }}", "1:17 The number has more than 9 digits"),
        (f"{{ 1.{'9' * 400} }}", "1:17 The number has more than 9 digits"),
        (f"{{ $count -> \n [{'9' * 10}] x\n *[one] x\n }}", "2:3 The number has more than 9"),
        (r'{ "\U110000" }', "1:17 There is no such character"),
        (r'{ "\u0008" }', "1:17 The text contains the character U+0008"),
        (r'{ "\u202E" }', "1:17 There is an invisible character here"),
        ("\x1b[2J", "1:15 The file contains the character U+001B"),
        ("x" * limits.LONGEST_MESSAGE, "1:1 `count-terms` has more than 2,000 characters"),
    ],
)
def test_what_cannot_be_shown_is_refused_where_it_is_written(said: str, fault: str) -> None:
    assert [found[: len(fault)] for found in faults(f"count-terms = {said}\n")] == [fault]


@pytest.mark.parametrize(
    "said",
    [
        "{ NUMBER($count, useGrouping: 0, minimumIntegerDigits: 3) }",
        "{ NUMBER($count, minimumFractionDigits: 2, maximumFractionDigits: 2) }",
        "{ $count -> \n [0] x\n [1.5] y\n [many] z\n *[other] { 2020 }\n }",
        "{ NUMBER($count, minimumIntegerDigits: 2) -> \n *[other] x\n }",
        '{ "{" }{ "\\u00A0" }',
    ],
)
def test_what_a_translation_may_want_is_accepted(said: str) -> None:
    assert faults(f"count-terms = {said}\n") == []


def test_texts_are_told_from_numbers() -> None:
    assert faults("term-mark = { NUMBER($term) }\n") == [
        "1:15 `NUMBER` needs a number, and `$term` is a text"
    ]
    plural = "term-mark = { $term ->\n [one] x\n *[other] { $term }\n }\n"
    assert faults(plural) == [
        "1:15 `$term` is a text and has no plural, so only one choice would be shown"
    ]
    # The names of ordinals are texts, and a text may be chosen by what it says.
    century = "date-century = { $ordinal ->\n [two] { $century }-ое\n *[other] { $century }\n }\n"
    assert faults(century) == []
    assert faults("term-mark = { $term ->\n [Boat] x\n *[other] { $term }\n }\n") == []


@pytest.mark.parametrize(
    ("said", "variable"),
    [
        ("quotation = « »", "words"),
        ("paragraphs-cited = абзацы", "numbers"),
        ("filter-shown = { $total } усяго", "shown"),
        ("reading-progress = { $percent }", "minutes"),
        ("contribute-remove-source = выдаліць", "what"),
        ("entry-cited = { $entry ->\n [a] { $words }\n *[b] { $entry } { $words }\n }", "entry"),
    ],
)
def test_a_script_finds_every_place_that_it_fills(said: str, variable: str) -> None:
    assert any(f"leaves out `${variable}`" in fault for fault in faults(f"{said}\n"))


def test_what_no_page_shows_must_be_readable() -> None:
    document = Document("annotations/words/be.ftl", 'gone = { "\\UFFFFFF" } { $nothing }\n')
    assert [(fault.code, fault.column) for fault in check_words(document)] == [
        ("L004", 1),
        ("L001", 10),
    ]


def test_other_variables_may_be_left_out() -> None:
    assert faults("moved = перанесена\nterm-mark = слоўнік\n") == []


def test_values_that_scripts_fill_in_go_through_one_door() -> None:
    """Placeholders are only given to `for_script`, so that no message for scripts is forgotten."""
    assert [call for path in RENDER.rglob("*.py") for call in _placeholders(path)] == []
    with pytest.raises(LookupError, match="may leave out the variables of 'term-mark'"):
        words_of("en", {}).for_script("term-mark", term="[term]")


def _placeholders(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr not in {"text", "html", "around"}:
            continue
        for keyword in node.keywords:
            value = keyword.value
            is_written = isinstance(value, ast.Constant) and re.match(r"\[", str(value.value))
            is_named = isinstance(value, ast.Name) and value.id.isupper()
            if is_written or (is_named and path.name == "citing.py"):
                yield f"{path.name}:{node.lineno}"


def test_all_messages_for_scripts_exist() -> None:
    known = english_messages()
    assert all(known[name].variables for name in ("quotation", "filter-shown", "paragraph"))
    assert {name for name in known if is_filled_by_scripts(name) and known[name].numbers} == set()


@pytest.mark.parametrize(
    ("path", "is_stray"),
    [
        ("annotations/words/be.ftl", False),
        ("annotations/words/README.md", False),
        ("annotations/readings/tale/notes.yml", False),
        ("annotations/words/be.FTL", True),
        ("annotations/words/be.ftl.bak", True),
        ("annotations/words/be.po", True),
        ("annotations/words/be.txt", True),
        ("annotations/Words/be.ftl", True),
        ("annotations/be.ftl", True),
    ],
)
def test_no_catalogue_is_passed_over_in_silence(path: str, is_stray: bool) -> None:
    assert is_stray_words_file(path) is is_stray


@pytest.mark.parametrize(
    "line", ["}\n", "a = {\n", "rights = b\n", "kind-a = { $b ->\n", "kind-a\n"]
)
def test_a_hostile_file_takes_bounded_work(line: str) -> None:
    assert len(faults(line * (limits.LONGEST_CATALOGUE // len(line) // 20))) <= limits.MOST_FINDINGS
    before = time.process_time()
    assert faults(line * limits.LONGEST_CATALOGUE) == [
        "1:1 The file has more than 200,000 characters"
    ]
    assert time.process_time() - before < 1


# Whatever is accepted can be shown.

NAMES = st.sampled_from(["count", "term", "words", "characters", "nothing"])
NUMBERS = st.one_of(
    st.integers(-3, 40).map(str),
    st.sampled_from(["0.5", "10000000000", "99999999999999999999999999999", "-0", "007", "1.0"]),
)
STRINGS = st.sampled_from([r'"\uD800"', r'"\UFFFFFF"', r'"\u0000"', '"{"', '"x y"', r'"\""'])
OPTIONS = st.sampled_from(
    [
        *("minimumIntegerDigits", "minimumFractionDigits", "maximumFractionDigits"),
        *("minimumSignificantDigits", "maximumSignificantDigits", "useGrouping", "style", "type"),
    ]
)


@st.composite
def functions(draw: st.DrawFn) -> str:
    """A call of a function, sensible or not."""
    name = draw(st.sampled_from(["NUMBER", "NUMBER", "NUMBER", "DATETIME", "LENGTH"]))
    given_to_it = draw(st.sampled_from(["$count", "$count", "$term", "5", '"5"', ""]))
    options = draw(st.lists(OPTIONS, max_size=3, unique=True))
    named = [f"{option}: {draw(st.one_of(NUMBERS, STRINGS))}" for option in options]
    return f"{name}({', '.join(filter(None, [given_to_it, *named]))})"


def placeables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Something in braces, which may hold a choice among patterns."""
    keys = st.one_of(st.sampled_from(["one", "few", "other", "x", "Boat"]), NUMBERS)
    choices = st.builds(
        lambda selector, key, first, last: (
            f"{{ {selector} ->\n  [{key}] {first}\n  *[other] {last}\n  }}"
        ),
        st.one_of(NAMES.map("${}".format), functions(), NUMBERS, STRINGS),
        keys,
        inner,
        inner,
    )
    return st.one_of(choices, st.lists(inner, min_size=1, max_size=4).map("".join))


PATTERNS = st.recursive(
    st.one_of(
        st.sampled_from(["x", "<b>", "…"]),
        st.one_of(NAMES.map("${}".format), functions(), NUMBERS, STRINGS).map("{{ {} }}".format),
        st.sampled_from(["{ -t }", "{ -u }", "{ -t }" * 300, "{ rights }", "{ { $count } }"]),
    ),
    placeables,
    max_leaves=6,
)


@cases(normal=150, long=2_000)
@given(PATTERNS, PATTERNS, st.sampled_from(["be", "ar", "he", "en", "ja"]))
def test_what_is_accepted_can_be_shown(pattern: str, term: str, language: str) -> None:
    names = ("count-terms", "term-mark", "quotation", "text-identical", "kind-x")
    for name in names:
        catalogue = f"{name} = {pattern}\n-t = {term}\n"
        document = Document(f"annotations/words/{language}.ftl", catalogue)
        if has_errors(too_much(document) or check_words(document)):
            continue
        english = english_messages().get(name)
        variables = english.variables if english else ()
        numbers = english.numbers if english else ()
        bundle = FluentBundle([language])
        bundle.add_resource(FluentResource(catalogue))
        words = Words(language, ((language, (catalogue,)),))
        for number in (0, 1, 2, 5, 1234567):
            values = {v: number if v in numbers else "one" for v in variables}
            message = bundle.get_message(name).value
            assert message
            assert bundle.format_pattern(message, values)[1] == []
            assert words.text(name, **values) is not None
            assert words.html(name) if not values else True


@cases(normal=40, long=2_000)
@given(st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}", fullmatch=True))
def test_any_tag_of_a_language_can_have_words(tag: str) -> None:
    catalogue = "count-terms =\n    { $count ->\n        [few] x\n       *[other] { $count }\n    }"
    assert Words(tag, ((tag, (catalogue,)),)).text("count-terms", count=3)
