"""BibTeX and RIS, read back by other people's parsers; citations in the styles of CSL."""

import re
import string

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.annotation import Name
from build_scripts.render.citation.bibtex import bibtex
from build_scripts.render.citation.citable import Citable
from build_scripts.render.citation.csl import Style, csl_locale, reference_template
from build_scripts.render.citation.filled_template import filled_in
from build_scripts.render.citation.ris import ris
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
