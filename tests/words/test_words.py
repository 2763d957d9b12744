"""Messages: plurals, variables, directions, fallbacks, and that a catalogue is text."""

import re

import pytest
from fluent.runtime import FluentBundle, FluentResource

from build_scripts.render.language.interface_words import Words, words_of
from build_scripts.render.language.languages import language_attributes
from build_scripts.render.language.plain_messages import plain_messages
from build_scripts.render.markdown_safe_html import Html
from build_scripts.words.catalogues import shipped_catalogues

# The messages that have variables, with their names.
MESSAGES = {
    name: sorted(set(re.findall(r"\$(\w+)", text)))
    for name, text in re.findall(
        r"^([a-z-]+) =((?:.*\n)(?: .*\n)*)", shipped_catalogues()["en"], re.MULTILINE
    )
    if "$" in text and "->" not in text
}
HEBREW = "שלום"
# Belarusian has three plurals for whole numbers.
TERMS = """count-terms =
    { $count ->
        [one] { $count } тэрмін
        [few] { $count } тэрміны
       *[many] { $count } тэрмінаў
    }
"""


@pytest.mark.parametrize(
    ("count", "shown"),
    [(1, "1 тэрмін"), (3, "3 тэрміны"), (5, "5 тэрмінаў"), (21, "21 тэрмін")],
)
def test_plurals_are_those_of_the_language(count: int, shown: str) -> None:
    assert words_of("be", {"be": TERMS}).text("count-terms", count=count) == shown


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert words_of("en", {}).text("count-terms", count=1234) == "1,234 glossary terms"
    de = words_of("de", {"de": TERMS})
    assert de.text("count-terms", count=1234).startswith("1.234 ")


LONG = "\u05d0{ $x } <b>" * 900


@pytest.mark.parametrize("message", MESSAGES)
def test_values_may_be_of_any_length(message: str) -> None:
    words = words_of("en", {})
    values = dict.fromkeys(MESSAGES[message], LONG)
    for shown in (words.text(message, **values), words.for_programs(message, **values)):
        assert LONG in shown
    assert words.html(message, **dict.fromkeys(values, Html(LONG))).count("{ $x }") == 0


def test_long_values_stand_where_the_catalogue_puts_them() -> None:
    catalogue = 'period = { "{" }{ $end }, { -on } { $start }\n-on = < on >'
    words = words_of("fr", {"fr": catalogue})
    start, end = "a" * 9_999, "b" * 201
    assert words.for_programs("period", start=start, end=end) == f"{{{end}, < on > {start}"
    link = Html(f"<a>{start}</a>")
    assert words.html("period", start=link, end=Html("b")).endswith(f"b, &lt; on &gt; {link}")


def test_a_value_that_looks_like_a_stand_in_is_a_value() -> None:
    for start in ("\ufdd01\ufdd1", "\ufdd01\ufdd1" * 99):
        end = "b" * 9_999 + "\ufdd00\ufdd1"
        shown = words_of("en", {}).for_programs("period", start=start, end=end)
        assert shown == f"{start} – {end}"


@pytest.mark.parametrize(
    "said",
    [
        "{ $start }",
        "from { $start }\n    to { $end }",
        '{ "{" }{ $end }{ "}" } { "  " }{ $start }{ "" }',
        r'{ "\u007B0\u007D" } % %s $start { $end }',
        "a { $start }\n\n    b\n      c { $start }{ $end }",
        "only words",
    ],
)
def test_plain_messages_are_filled_in_as_fluent_does_it(said: str) -> None:
    bundle = FluentBundle(["fr"], use_isolating=False)
    bundle.add_resource(FluentResource(f"period = {said}"))
    values = {"start": "{ $end }", "end": "\\u0041 1"}
    pattern = bundle.get_message("period").value
    assert pattern is not None
    by_fluent, _ = bundle.format_pattern(pattern, values)
    words = words_of("fr", {"fr": f"period = {said}"})
    assert words.text("period", **values) == by_fluent
    assert words.for_programs("period", **values) == by_fluent


SELECTION = "{ $reading ->\n    [x] a\n   *[y] b\n    }"


@pytest.mark.parametrize(
    "said", [SELECTION, "{ NUMBER($reading) }", "{ -on }", "{ title }", "{ 1 }", '{ { "x" } }']
)
def test_what_is_more_than_words_and_values_is_left_to_fluent(said: str) -> None:
    resource = FluentResource(f"moved = a {said}\n-on = on\ntitle = b")
    assert plain_messages([resource]).keys() == {"title"}


def test_the_first_catalogue_counts_even_if_its_message_is_not_plain() -> None:
    for first in (SELECTION, "\n    .title = a"):
        catalogues = [FluentResource(f"moved = {first}"), FluentResource("moved = b")]
        assert plain_messages(catalogues) == {}


def test_the_number_of_a_paragraph_is_a_name() -> None:
    assert words_of("en", {}).text("paragraph", number="1234") == "Paragraph 1234"


def test_what_is_missing_is_said_in_a_wider_language_and_then_in_english() -> None:
    own = {"pt": "publisher = Editora\nauthor = Autor", "pt-BR": "author = Autoria"}
    words = words_of("pt-BR", own)
    assert words.text("author") == "Autoria"
    assert words.text("publisher") == "Editora"
    assert words.text("rights") == "Rights"
    assert words.text("count-terms", count=1) == "1 glossary term"


def test_what_a_project_says_goes_before_what_ships() -> None:
    words = words_of("en", {"en": "readings-title = Texts\nkinds-ship = Ships"})
    assert words.text("readings-title") == "Texts"
    assert words.text("glossary-title") == "Glossary"
    assert "kinds-ship" in words
    assert "kinds-boat" not in words


def test_a_message_that_a_language_cannot_say_is_said_in_english() -> None:
    words = words_of("fr", {"fr": "paragraph = Paragraphe { $nummer }"})
    assert words.text("paragraph", number="1") == "Paragraph 1"


def test_an_unknown_message_is_a_mistake_of_ours() -> None:
    with pytest.raises(LookupError, match="no catalogue can format 'nothing'"):
        words_of("en", {}).text("nothing")


def test_what_runs_the_other_way_is_set_apart() -> None:
    english = words_of("en", {})
    assert english.text("term-mark", term="peace") == "Glossary: peace"
    assert english.text("term-mark", term=HEBREW) == f"Glossary: \u2068{HEBREW}\u2069"
    hebrew = words_of("he", {"he": f"term-mark = {HEBREW}: {{ $term }}"})
    assert hebrew.text("term-mark", term=HEBREW) == f"{HEBREW}: {HEBREW}"
    assert hebrew.text("term-mark", term="peace") == f"{HEBREW}: \u2068peace\u2069"


def test_names_in_a_row_stay_in_order_and_apart_from_dates() -> None:
    names = [HEBREW, "Quill & Co.", HEBREW]
    isolated = f"&#x2068;{HEBREW}&#x2069;"
    assert words_of("en", {}).listed(names) == f"{isolated}, Quill &amp; Co., {isolated}"
    in_hebrew = words_of("he", {"he": ""}).listed(names)
    assert in_hebrew == f"{HEBREW}, &#x2068;Quill &amp; Co.&#x2069;, {HEBREW}"
    assert words_of("en", {}).isolated("1948") == "1948"


@pytest.mark.parametrize(
    "said",
    [
        "<b>{ $reading }</b>",
        '{ "<b>" }{ $reading }{ "</b>" }',
        r'{ "\u003Cb>" }{ $reading }{ "\u003C/b>" }',
        '{ -bold(start: "<b>") }{ $reading }</b>\n-bold = { $start }',
    ],
)
def test_a_catalogue_cannot_bring_markup(said: str) -> None:
    words = words_of("fr", {"fr": f"moved = {said}"})
    link = Html('<a href=".">x</a>')
    assert words.html("moved", reading=link) == f"&lt;b&gt;{link}&lt;/b&gt;"


def test_what_a_catalogue_says_is_safe_from_markdown() -> None:
    words = words_of("fr", {"fr": "rights = `~~~`"})
    assert words.html("rights") == "&#96;&#126;&#126;&#126;&#96;"


@pytest.mark.parametrize(
    ("language", "dates"),
    [
        ("en", ["1 October 2021", "October 2021", "2021", "15 March 44 BC", "44 BC"]),
        ("en-US", ["October 1, 2021", "October 2021", "2021", "March 15, 44 BC", "44 BC"]),
        ("fr", ["1 octobre 2021", "octobre 2021", "2021", "15 mars 44 av. J.-C.", "44 av. J.-C."]),
        ("ja", ["2021年10月1日", "2021年10月", "2021年", "紀元前44年3月15日", "紀元前44年"]),
    ],
)
def test_dates_are_those_of_the_language(language: str, dates: list[str]) -> None:
    words: Words = words_of(language, {language: ""})
    iso = ("2021-10-01", "2021-10", "2021", "-0044-03-15", "-0044")
    assert [words.date(date) for date in iso] == dates


UNCERTAIN = {
    "1984~": "about 1984",
    "1984-05?": "perhaps May 1984",
    "1984%": "perhaps about 1984",
    "198X": "1980s",
    "198X?": "perhaps 1980s",
    "190X": "1900s",
    "19XX": "20th century",
    "20XX": "21st century",
    "01XX": "2nd century",
    "-198X": "1980s BC",
    "-02XX": "3rd century BC",
    "2004-XX": "2004",
    "2004-10-XX": "October 2004",
    "1964/2008": "1964–2008",
    "1964-05-03/1964-05-04": "3–4 May 1964",
    "1964-05-30/1964-06-02": "30 May\u2009–\u20092 June 1964",
    "1964-12-31/1965-01-01": "31 December 1964 – 1 January 1965",
    "1964-05/1964-06": "May 1964 – June 1964",
    "-0044-03-14/-0044-03-15": "14 March 44 BC – 15 March 44 BC",
    "1984?/1986~": "perhaps 1984 – about 1986",
    "1964/..": "1964 or later",
    "../1985": "1985 or earlier",
    "1964/": "1964 – unknown",
    "/1985": "unknown – 1985",
    "2001-21": "spring 2001",
    "2001-24~": "about winter 2001",
    "Y-12000": "12000 BC",
    "-0044": "44 BC",
}


@pytest.mark.parametrize(("date", "shown"), UNCERTAIN.items())
def test_what_is_not_known_exactly_is_said_in_words(date: str, shown: str) -> None:
    assert words_of("en", {}).date(date) == shown


def test_a_catalogue_says_it_in_its_language() -> None:
    japanese = {
        "ja": "date-decade = { $year }年代\ndate-century = { $century }世紀\n"
        "date-approximate = { $date }頃\ndate-or-later = { $date }以降\n"
        "date-before-era = { $era }{ $date }\ndate-season = { $year }{ $season ->\n"
        "        [spring] 春\n       *[winter] 冬\n    }\n"
    }
    words = words_of("ja", japanese)
    dates = ("198X", "-02XX", "1984-05~", "1984-05-03/..", "2001-21")
    assert [words.date(date) for date in dates] == [
        *("1980年代", "紀元前3世紀", "1984年5月頃", "1984年5月3日以降", "2001年春")
    ]


@pytest.mark.parametrize(
    ("date", "cited"),
    [
        *(
            ("1984-05-03", "1984"),
            ("1984-05~", "c. 1984"),
            ("1984?", "1984?"),
            ("1984%", "c. 1984?"),
        ),
        *(("1964-05/2008-06", "1964–2008"), ("1964-05/1964-06", "1964"), ("198X", "1980s")),
        *(("2001-21", "spring 2001"), ("1964/..", "1964 or later"), ("-0044-03-15", "44 BC")),
    ],
)
def test_citations_have_the_year(date: str, cited: str) -> None:
    assert words_of("en", {}).cited_year(date) == cited


@pytest.mark.parametrize(
    ("language", "around", "attributes"),
    [
        ("en", "en", {}),
        ("en", "en-US", {}),
        ("en-US", "en", {"lang": "en-US", "dir": None}),
        ("en", "fr", {"lang": "en", "dir": None}),
        ("ar", "en", {"lang": "ar", "dir": "rtl"}),
        ("az", "az-Arab", {"lang": "az", "dir": "ltr"}),
    ],
)
def test_a_language_is_named_where_it_differs(
    language: str, around: str, attributes: dict[str, str | None]
) -> None:
    assert language_attributes(language, around) == attributes


def test_languages_are_named_in_the_language() -> None:
    assert words_of("fr", {"fr": ""}).language_name("be") == "biélorusse"
    assert words_of("fr", {"fr": ""}).language_name("sr-Latn") == "serbe (latin)"


def test_the_same_words_are_compiled_once() -> None:
    assert words_of("fr", {"fr": TERMS}) is words_of("fr", {"fr": str(TERMS)})
