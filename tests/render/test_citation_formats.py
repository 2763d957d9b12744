"""BibTeX and RIS, read back by other people's parsers; citations in the styles of CSL."""

import re
import string
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_bytes

from build_scripts.model.annotation import Name, Reference
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.render.citation.bibtex import bibtex
from build_scripts.render.citation.citable import Citable
from build_scripts.render.citation.csl import Style, csl_locale, reference_template
from build_scripts.render.citation.csl_json import csl_date, csl_item
from build_scripts.render.citation.filled_template import filled_in
from build_scripts.render.citation.ris import ris
from build_scripts.render.language.interface_words import words_of
from build_scripts.render.page import one_line

texts = (
    st.text(st.sampled_from(string.printable + "äж“”‘’—🙂"), min_size=1)
    .map(one_line)
    .filter(lambda text: text == text.strip() and text != "")
)
DECODED = {
    r"\textbackslash{}": "\\",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
}


def decoded(value: str) -> str:
    """A value of BibTeX as LaTeX prints it."""
    commands = "|".join(map(re.escape, DECODED))
    return re.sub(rf"{commands}|\\(.)", lambda found: DECODED.get(found[0]) or found[1], value)


@given(texts, texts, texts)
def test_bibtex_is_read_back_as_it_was(title: str, author: str, publisher: str) -> None:
    work = Citable("book", title, (Name(literal=author),), publisher=publisher, issued="2021-10")

    library = parse_string(bibtex(work, "key"))

    (entry,) = library.entries
    assert not library.failed_blocks
    (other,) = parse_bytes(bibtex(work, "key").encode(), "bibtex").entries.values()
    assert other.fields["title"] == entry["title"], "two programs read the same"
    assert other.fields["publisher"] == entry["publisher"]
    # Braces around all of a value say that it is one name, or keep its capitals.
    assert decoded(entry["title"].removeprefix("{").removesuffix("}")) == title
    assert decoded(entry["author"].removeprefix("{").removesuffix("}")) == author
    assert decoded(entry["publisher"]) == publisher
    assert (entry["year"], entry["month"]) == ("2021", "oct")


@given(texts, texts)
def test_ris_is_read_back_as_it_was(title: str, author: str) -> None:
    work = Citable("webpage", title, (Name(literal=author),), issued="2021-10-01")

    (record,) = rispy.loads(ris(work))

    assert record["title"] == title
    assert record["authors"] == [author]
    assert (record["year"], record["date"]) == ("2021", "2021/10/01")


def cited(style: Style, work: Citable, year: str, language: str = "en") -> str:
    completed = work.completed()
    template = reference_template(style, language, completed)
    return "".join(piece.text for piece in filled_in(template, style, completed, year, language))


TALE = Citable(
    "chapter",
    "The “wolf”",
    (Name(family="Grimm", given="Jacob"), Name(family="Grimm", given="Wilhelm")),
    "Tales",
    "Reimer",
    "1812-12-20",
)


@pytest.mark.parametrize(
    ("style", "line"),
    [
        (Style.APA, "Grimm, J., & Grimm, W. (1812). The “wolf.” In Tales. Reimer."),
        (Style.MLA, "Grimm, Jacob, and Wilhelm Grimm. “The ‘wolf.’” Tales, Reimer, 1812."),
        (
            Style.CHICAGO,
            "Grimm, Jacob, and Wilhelm Grimm. 1812. “The ‘wolf.’” In Tales. Reimer.",
        ),
    ],
)
def test_a_work_in_each_style(style: Style, line: str) -> None:
    # Where a title itself ends in a quotation mark, a full stop may stand on either side of it.
    assert cited(style, TALE, "1812").replace("”.", ".”").replace("’.”", ".’”") == line


@pytest.mark.parametrize(
    ("language", "title", "shown"),
    [
        ("en", "The “wolf ‘and’ the” goats", "“The ‘wolf “and” the’ goats.”"),
        ("en", 'The "wolf" of Wall’s', "“The ‘wolf’ of Wall’s.”"),
        ("de", "Der „Wolf ‚und‘ die“ Geißlein", "„Der ‚Wolf „und“ die‘ Geißlein“."),
        ("fr", "Le «\u00a0loup\u00a0» et", "«\u00a0Le “loup” et\u00a0»."),
        ("ru", "О «волке»", "«О „волке“»."),
        ("ja", "「狼」と七匹", "「『狼』と七匹」."),
        ("sv", "Den ”stora” vargen", "”Den ’stora’ vargen”."),
        ("he", 'על "זאב" וצה"ל', '"על \'זאב\' וצה"ל".'),
    ],
)
def test_quotation_marks_inside_a_title_are_of_the_inner_kind(
    language: str, title: str, shown: str
) -> None:
    work = Citable("webpage", title, (Name(literal="Grimm"),), "Tales", issued="1812")
    assert shown in cited(Style.MLA, work, "1812", language)
    assert title in cited(Style.APA, work, "1812", language)  # which has no marks around it


@given(texts, texts)
def test_words_of_contributors_pass_a_style_as_they_are(title: str, publisher: str) -> None:
    work = Citable("webpage", title, (), "", publisher, "2021", url="https://example.org/")
    shown = cited(Style.APA, work, "2021")
    assert title in shown
    assert publisher in shown


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("kind", ["interview", "personal_communication", "webpage", "nonsense"])
def test_a_work_that_nobody_can_look_up_is_cited_all_the_same(style: Style, kind: str) -> None:
    work = Citable(kind, "Tales", (Name("Frog"),), translator=(Name("Heron"),))
    assert {"Frog", "Tales"} <= set(re.findall(r"\w+", cited(style, work, "n.d.")))


def test_a_language_without_a_locale_has_that_of_the_wider_one_and_in_the_end_english() -> None:
    found = [csl_locale(tag) for tag in ("de-AT", "de-LI", "pt", "tlh")]
    assert found == ["de-AT", "de-DE", "pt-PT", "en-US"]


@pytest.mark.parametrize(
    ("kind", "issued", "apa", "mla", "chicago"),
    [
        ("book", "", "Bo. (n.d.). Ice.", "Bo. Ice.", "Bo. n.d. Ice."),
        ("book", "1968-04-03", "Bo. (1968). Ice.", "Bo. Ice. 1968.", "Bo. 1968. Ice."),
        ("webpage", "1968", "(1968)", "1968.", "Bo. 1968. “Ice.”"),
        ("webpage", "1968-04", "(1968, April)", "Apr. 1968.", "1968. “Ice.” April."),
        ("webpage", "1968-04-01", "(1968, April 1)", "1 Apr. 1968.", "1968. “Ice.” April 1."),
        ("webpage", "1968-04-29", "(1968, April 29)", "29 Apr. 1968.", "1968. “Ice.” April 29."),
    ],
)
def test_a_work_is_cited_with_as_much_of_its_date_as_is_known(
    kind: str, issued: str, apa: str, mla: str, chicago: str
) -> None:
    work = Citable(kind, "Ice", (Name("Bo"),), issued=issued)
    year = "1968" if issued else "n.d."
    lines = [cited(style, work, year) for style in (Style.APA, Style.MLA, Style.CHICAGO)]
    assert apa in lines[0]
    assert lines[1].endswith(mla)
    assert lines[2].endswith(chicago)


WHOLE = Citable(
    "article-journal",
    "The ice",
    (Name(family="Brown", given="Maud"), Name(family="Reed", given="Tom")),
    "Journal of ice",
    issued="1968",
    more={
        "volume": "12",
        "issue": "3",
        "page": "12-34",
        "DOI": "10.1000/a_1<b>",
        "ISSN": "2049-3630",
    },
)
BOOK = Citable(
    "book",
    "Small harbours",
    (),
    publisher="Staithe",
    issued="1968~",
    more={
        "edition": "2",
        "publisher-place": "Whitby",
        "collection-title": "Coasts",
        "collection-number": "4",
        "volume": "2",
        "original-date": "1931",
        "ISBN": "978-0-571-08989-5",
    },
    others={"editor": (Name(family="Reed", given="Tom"), Name(family="Fox", given="Al"))},
)
CHAPTER = Citable(
    "chapter",
    "The ice",
    (Name(family="Brown", given="Maud"),),
    "Coasts",
    "Staithe",
    "1968",
    translator=(Name(family="Lee", given="Ann"),),
    more={"page": "7", "edition": "revised edition", "volume": "IV"},
    others={"editor": (Name(family="Reed", given="Tom"),)},
)
REPORT = Citable(
    "report", "Ice", (Name("Board"),), publisher="Board", issued="1968", more={"number": "17"}
)
THESIS = Citable(
    "thesis",
    "Ice",
    (Name(family="Brown"),),
    publisher="Whitby",
    issued="1968",
    version="PhD thesis",
)
AS_STYLES_WANT = [
    (
        WHOLE,
        (
            "Brown, M., & Reed, T. (1968). The ice. Journal of ice, 12(3), 12–34. "
            "https://doi.org/10.1000/a_1<b>"
        ),
        (
            "Brown, Maud, and Tom Reed. “The ice.” Journal of ice, vol. 12, no. 3, 1968, pp. "
            "12–34, https://doi.org/10.1000/a_1<b>."
        ),
        (
            "Brown, Maud, and Tom Reed. 1968. “The ice.” Journal of ice 12 (3): 12–34. "
            "https://doi.org/10.1000/a_1<b>."
        ),
    ),
    (
        BOOK,
        (
            "Reed, T., & Fox, A. (Eds.). (1968). Small harbours (2nd ed., Vol. 2). Staithe. "
            "(Original work published 1931)"
        ),
        (
            "Reed, Tom, and Al Fox, editors. Small harbours. 1931. 2nd ed., vol. 2, Staithe, "
            "1968. Coasts 4."
        ),
        (
            "Reed, Tom, and Al Fox, eds. (1931) 1968. Small harbours. Vol. 2. Coasts 4. 2nd "
            "ed. Staithe."
        ),
    ),
    (
        CHAPTER,
        (
            "Brown, M. (1968). The ice (A. Lee, Trans.). In T. Reed (Ed.), Coasts: IV "
            "(revised edition, p. 7). Staithe."
        ),
        (
            "Brown, Maud. “The ice.” Coasts, edited by Tom Reed, translated by Ann Lee, "
            "revised edition, IV, Staithe, 1968, p. 7."
        ),
        (
            "Brown, Maud. 1968. “The ice.” In Coasts, revised edition, edited by Tom Reed, "
            "translated by Ann Lee, IV. Staithe."
        ),
    ),
    (
        REPORT,
        "Board. (1968). Ice (No. 17).",
        "Board. Ice. no. 17, 1968.",
        "Board. 1968. Ice. No. 17.",
    ),
    (
        THESIS,
        "Brown. (1968). Ice [PhD thesis]. Whitby.",
        "Brown. Ice. 1968. Whitby, PhD thesis.",
        "Brown. 1968. “Ice.” PhD thesis, Whitby.",
    ),
]


@pytest.mark.parametrize(("work", "apa", "mla", "chicago"), AS_STYLES_WANT)
def test_what_csl_knows_of_a_work_is_cited(work: Citable, apa: str, mla: str, chicago: str) -> None:
    lines = [cited(style, work, "1968") for style in (Style.APA, Style.MLA, Style.CHICAGO)]
    assert lines == [apa, mla, chicago]


@pytest.mark.parametrize(
    ("count", "style", "language", "line"),
    [
        (1, Style.APA, "en", "Reed, A. (Ed.). (1968). Ice."),
        (1, Style.MLA, "en", "Reed, A, editor. Ice. 1968."),
        (1, Style.CHICAGO, "en", "Reed, A, ed. 1968. Ice."),
        (3, Style.APA, "en", "Reed, A., Fox, A., & Lee, A. (Eds.). (1968). Ice."),
        (3, Style.MLA, "en", "Reed, A, et al., editors. Ice. 1968."),
        (3, Style.MLA, "de", "Reed, A, u.\u00a0a., Herausgeber. Ice. 1968."),
        (3, Style.CHICAGO, "en", "Reed, A, A Fox, and A Lee, eds. 1968. Ice."),
    ],
)
def test_editors_are_named_or_stand_for_one_another(
    count: int, style: Style, language: str, line: str
) -> None:
    editors = tuple(Name(family=family, given="A") for family in ("Reed", "Fox", "Lee")[:count])
    work = Citable("book", "Ice", issued="1968", others={"editor": editors})
    assert cited(style, work, "1968", language) == line


@pytest.mark.parametrize(
    ("language", "edition"),
    [
        *(("en", "2nd ed."), ("de", "2. Aufl."), ("fr", "2ᵉ éd."), ("ru", "2-е изд.")),
        *(("es", "2.ª ed."), ("ja", "2番目 版")),
    ],
)
def test_an_edition_is_counted_as_the_language_does(language: str, edition: str) -> None:
    work = Citable("book", "Ice", (Name("Board"),), issued="1968", more={"edition": "2"})
    assert f"Ice ({edition})" in cited(Style.APA, work, "1968", language)


@pytest.mark.parametrize("number", ["1", "28", "29", "129", "7101", "8301", "9191", "twelfth"])
def test_no_number_is_taken_for_a_place_in_a_template(number: str) -> None:
    names = ("volume", "issue", "page", "edition", "number", "collection-number", "section")
    for kind in ("book", "article-journal"):
        work = replace(WHOLE, type=kind, issued="1968-04-03", more=dict.fromkeys(names, number))
        for style in Style:
            shown = cited(style, work, "1968")
            foreign = set(re.findall(r"[0-9]{2,}", shown)) - {"1968", number}
            assert number in shown
            assert not foreign, shown


@pytest.mark.parametrize(
    ("work", "kind", "fields"),
    [
        (
            WHOLE,
            "article",
            {"journal": "{Journal of ice}", "volume": "12", "number": "3", "pages": "12--34"}
            | {"doi": "10.1000/a_1<b>", "issn": "2049-3630", "year": "1968"},
        ),
        (
            BOOK,
            "book",
            {"series": "{Coasts}", "number": "4", "edition": "2", "address": "Whitby"}
            | {"date": "1968~", "year": "c. 1968", "isbn": "978-0-571-08989-5", "origdate": "1931"},
        ),
        (CHAPTER, "incollection", {"booktitle": "{Coasts}", "pages": "7", "volume": "IV"}),
        (REPORT, "techreport", {"institution": "Board", "number": "17"}),
        (THESIS, "phdthesis", {"school": "Whitby"}),
    ],
)
def test_bibtex_has_what_is_known(work: Citable, kind: str, fields: dict[str, str]) -> None:
    written = bibtex(work, "key", year="c. 1968")
    (entry,) = parse_string(written).entries
    assert entry.entry_type == kind
    assert {name: entry[name] for name in fields} == fields
    (other,) = parse_bytes(written.encode(), "bibtex").entries.values()
    assert other.type == kind
    assert [str(p) for p in other.persons.get("editor", [])] == [
        f"{{{n.family}}}, {{{n.given}}}" for n in work.people("editor")
    ]


def test_ris_has_what_is_known() -> None:
    (article,) = rispy.loads(ris(WHOLE))
    known = {"type_of_reference": "JOUR", "volume": "12", "number": "3", "start_page": "12"}
    known |= {"end_page": "34", "doi": "10.1000/a_1<b>", "issn": "2049-3630", "year": "1968"}
    assert {name: article.get(name) for name in known} == known
    (book,) = rispy.loads(ris(BOOK, year="c. 1968"))
    known = {"year": "1968", "date": "1968///c. 1968", "edition": "2", "place_published": "Whitby"}
    assert {name: book.get(name) for name in known} == known
    (old,) = rispy.loads(ris(Citable("book", "Ice", issued="0000~"), year="c. 1 BC"))
    assert (old["year"], old["date"]) == ("0000", "0000///c. 1 BC")


@pytest.mark.parametrize(
    ("date", "csl"),
    [
        ("1968-04-03", {"date-parts": [[1968, 4, 3]]}),
        ("1968-04~", {"date-parts": [[1968, 4]], "circa": True}),
        ("1964/2008-05", {"date-parts": [[1964], [2008, 5]]}),
        ("1964?/2008", {"date-parts": [[1964], [2008]], "circa": True}),
        ("198X", {"date-parts": [[1980], [1989]], "circa": True}),
        ("2001-21", {"date-parts": [[2001]], "season": 1}),
        ("-0044", {"date-parts": [[-44]]}),
        ("1964/..", {"literal": "1964 or later"}),
        ("n.d.", {}),
    ],
)
def test_dates_are_those_of_csl_json(date: str, csl: dict[str, object]) -> None:
    assert csl_date(date, words_of("en", {})) == csl


def test_csl_json_has_what_is_known() -> None:
    reference = Reference(
        id="ice",
        type="book",
        title="Ice",
        author=(Name(family="Brown", given="Maud"), Name("The Board")),
        publisher="Staithe",
        container_title="",
        issued="1968",
        accessed="",
        language="en",
        url="",
        note="",
        origin=Origin(Document("a.yml", ""), 0),
        more={"original-date": "1931-02", "volume": "2"},
        people={"editor": (Name(family="Reed"),)},
    )
    assert csl_item(reference, words_of("en", {})) == {
        "id": "ice",
        "type": "book",
        "title": "Ice",
        "author": [{"family": "Brown", "given": "Maud"}, {"literal": "The Board"}],
        "editor": [{"family": "Reed"}],
        "publisher": "Staithe",
        "volume": "2",
        "original-date": {"date-parts": [[1931, 2]]},
        "issued": {"date-parts": [[1968]]},
        "language": "en",
    }
