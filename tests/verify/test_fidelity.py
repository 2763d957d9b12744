"""The fidelity check: which built sites pass, and the findings on others."""

import html
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.reading import LineBreaks, Metadata, ParagraphStyle, Part, Reading
from build_scripts.model.source_text import Paragraph, SourceText
from build_scripts.model.span import Span
from build_scripts.verify.whole_site import verify_whole_site
from tests.profiles import cases

OF_FRAMES = (Code.PAGE_WITHOUT_POLICY.value, Code.PAGE_WITHOUT_FILE.value)
"""The pages of these tests have none; `test_page_frame.py` is about it."""
TEXTS = ("One & only <b>.", "The second\nparagraph…", "\x0cPage\u00a0two,\tend")


def reading_of(texts: Sequence[str], parts: tuple[Part, ...] = ()) -> Reading:
    """A reading whose source has these paragraphs."""
    paragraphs = []
    position = 0
    for number, text in enumerate(texts, start=1):
        paragraphs.append(Paragraph(number, Span(position, position + len(text))))
        position += len(text) + 2
    source = SourceText("seeds/talk.txt", "", "", "\n\n".join(texts), tuple(paragraphs))
    return Reading(
        id="talk",
        source=source,
        metadata=Metadata(title="A talk", language="en"),
        speakers=(),
        styles=tuple(ParagraphStyle() for _ in texts),
        headings=(),
        parts=parts,
        line_breaks=LineBreaks.REFLOW,
        linking=None,
        formerly=(),
        sha256_recorded=True,
        notes=(),
        cross_references=(),
        corrections=(),
        mentions=(),
        formatting=(),
        origin=Origin(Document("annotations/readings/talk/reading.yml", ""), 0),
    )


def paragraph_html(number: int, text: str) -> str:
    return f'<p id="p{number}" data-paragraph="{number}">{html.escape(text)}</p>\n'


def page_html(inside: str, attributes: str = 'data-reading="talk"') -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A talk</title></head>'
        f'<body><main>\n<div class="reading" {attributes}>\n{inside}</div>\n</main></body></html>'
    )


def correct_paragraphs(texts: Sequence[str] = TEXTS) -> list[str]:
    return [paragraph_html(number, text) for number, text in enumerate(texts, start=1)]


def put(root: Path, path: str, content: str) -> None:
    file = root / "site" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8"))


def verify(root: Path, reading: Reading) -> tuple[Diagnostic, ...]:
    found = verify_whole_site(root, root / "site", (reading,))
    return tuple(finding for finding in found if finding.code not in OF_FRAMES)


def findings(root: Path, inside: str, reading: Reading | None = None) -> tuple[Diagnostic, ...]:
    """The findings if the reading's only page has this content."""
    put(root, "readings/talk/index.html", page_html(inside))
    return verify(root, reading or reading_of(TEXTS))


def the_only(diagnostics: tuple[Diagnostic, ...], code: Code) -> Diagnostic:
    assert [diagnostic.code for diagnostic in diagnostics] == [code.value], diagnostics
    return diagnostics[0]


# What passes


def test_a_page_with_exactly_the_source_passes(tmp_path: Path) -> None:
    assert findings(tmp_path, "".join(correct_paragraphs())) == ()


def test_apparatus_does_not_count_and_markup_inside_paragraphs_does_not_matter(
    tmp_path: Path,
) -> None:
    inside = (
        '<h2 data-apparatus id="note-a">Editor’s heading <span data-apparatus="">#</span></h2>'
        '<p id="p1" data-paragraph="1"><a href="#p1" data-apparatus>1<b>!</b></a>One &amp; '
        '<mark data-annotation="note-a">on<em>ly</em></mark><sup data-apparatus><a>a</a></sup>'
        " &lt;b&gt;.<!-- not shown --></p>"
        '<blockquote><h3 id="p2" data-paragraph="2">The second&#10;paragraph&hellip;</h3>'
        '<p data-paragraph="3" id="p3">&#12;Page&nbsp;two,&#9;end</p></blockquote>'
    )
    assert findings(tmp_path, inside) == ()


def test_a_piece_that_is_annotated_by_an_entry_of_another_page_is_named(tmp_path: Path) -> None:
    first, *others = correct_paragraphs()
    annotated = first.replace("One", '<mark data-annotation="note-a note-b">One</mark>')
    inside = "".join((annotated, *others, '<i data-apparatus id="note-a"></i>'))
    (found,) = findings(tmp_path, inside)
    assert found.code == Code.ANNOTATION_LEADS_NOWHERE.value
    assert "note-b" in found.message


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_the_html_file_do_not_matter(tmp_path: Path, line_end: str) -> None:
    inside = "".join(correct_paragraphs()).replace("\n", line_end)
    assert findings(tmp_path, inside) == ()


def test_pages_without_directory_addresses_pass(tmp_path: Path) -> None:
    put(tmp_path, "readings/talk.html", page_html("".join(correct_paragraphs())))
    assert verify(tmp_path, reading_of(TEXTS)) == ()


def test_other_readings_and_elements_of_the_page_do_not_matter(tmp_path: Path) -> None:
    page = page_html("".join(correct_paragraphs())).replace(
        "<main>", '<main>Before<div data-reading="other"><p data-paragraph="1">x</p></div>'
    )
    put(tmp_path, "readings/talk/index.html", page)
    assert verify(tmp_path, reading_of(TEXTS)) == ()


# A reading in parts

PARTS = (Part("morning", "Morning", 1, 2), Part("evening", "Evening", 3, 3))


def put_parts(root: Path, address: str = "readings/talk/{}/index.html") -> None:
    morning, evening = "".join(correct_paragraphs()[:2]), correct_paragraphs()[2]
    put(root, "readings/talk/index.html", "<!DOCTYPE html><title>A talk</title><p>Contents")
    attributes = 'data-reading="talk" data-part="{}"'
    put(root, address.format("morning"), page_html(morning, attributes.format("morning")))
    put(root, address.format("evening"), page_html(evening, attributes.format("evening")))


@pytest.mark.parametrize("address", ["readings/talk/{}/index.html", "readings/talk/{}.html"])
def test_parts_that_together_hold_the_source_pass(tmp_path: Path, address: str) -> None:
    put_parts(tmp_path, address)
    assert verify(tmp_path, reading_of(TEXTS, PARTS)) == ()


@pytest.mark.parametrize("page", ["readings/talk", "readings/talk/evening"])
def test_a_missing_page_of_a_reading_in_parts_is_named_once(tmp_path: Path, page: str) -> None:
    put_parts(tmp_path)
    (tmp_path / "site" / page / "index.html").unlink()
    finding = the_only(verify(tmp_path, reading_of(TEXTS, PARTS)), Code.READING_NOT_BUILT)
    assert finding.path == f"site/{page}/index.html"


def test_a_part_without_its_own_element_is_not_built(tmp_path: Path) -> None:
    put_parts(tmp_path)
    shutil.copytree(
        tmp_path / "site/readings/talk/morning",
        tmp_path / "site/readings/talk/evening",
        dirs_exist_ok=True,
    )
    finding = the_only(verify(tmp_path, reading_of(TEXTS, PARTS)), Code.READING_NOT_BUILT)
    assert finding.path == "site/readings/talk/evening/index.html"
    assert 'data-part="evening"' in finding.message


def test_a_paragraph_that_no_part_holds_is_missed_on_the_page_of_its_part(tmp_path: Path) -> None:
    put_parts(tmp_path)
    page = tmp_path / "site/readings/talk/morning/index.html"
    page.write_bytes(page.read_bytes().replace(correct_paragraphs()[1].encode(), b""))
    finding = the_only(verify(tmp_path, reading_of(TEXTS, PARTS)), Code.PARAGRAPH_MISSING)
    assert finding.path == "site/readings/talk/morning/index.html"


def test_a_paragraph_on_two_pages_is_repeated(tmp_path: Path) -> None:
    put_parts(tmp_path)
    page = tmp_path / "site/readings/talk/evening/index.html"
    again = "".join(correct_paragraphs()[1:])
    page.write_bytes(page.read_bytes().replace(correct_paragraphs()[2].encode(), again.encode()))
    finding = the_only(verify(tmp_path, reading_of(TEXTS, PARTS)), Code.PARAGRAPH_REPEATED)
    assert finding.path == "site/readings/talk/evening/index.html"


def test_both_copies_count_where_two_files_answer_to_one_address(tmp_path: Path) -> None:
    """This happens after a change of `use_directory_urls` if the old site was not removed."""
    put(tmp_path, "readings/talk.html", page_html("".join(correct_paragraphs())))
    codes = {finding.code for finding in findings(tmp_path, "".join(correct_paragraphs()))}
    assert codes == {Code.PARAGRAPH_REPEATED.value}


# What is not built


def test_a_missing_site_is_one_finding(tmp_path: Path) -> None:
    finding = the_only(verify(tmp_path, reading_of(TEXTS)), Code.READING_NOT_BUILT)
    assert (finding.path, finding.line, finding.column) == ("site", 1, 1)
    assert finding.hint


def test_a_site_outside_the_project_is_named_in_full(tmp_path: Path) -> None:
    site = tmp_path / "elsewhere"
    finding = the_only(
        verify_whole_site(tmp_path / "project", site, (reading_of(TEXTS),)), Code.READING_NOT_BUILT
    )
    assert finding.path == site.resolve().as_posix()


def test_a_missing_page_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    finding = the_only(verify(tmp_path, reading_of(TEXTS)), Code.READING_NOT_BUILT)
    assert finding.path == "site/readings/talk/index.html"


def test_a_page_without_the_readings_element_is_one_finding(tmp_path: Path) -> None:
    put(tmp_path, "readings/talk/index.html", page_html("", 'data-reading="other"'))
    finding = the_only(verify(tmp_path, reading_of(TEXTS)), Code.READING_NOT_BUILT)
    assert 'data-reading="talk"' in finding.message


# Paragraphs that are missing, repeated, out of order


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_missing_paragraph_is_named(tmp_path: Path, number: int) -> None:
    paragraphs = correct_paragraphs()
    del paragraphs[number - 1]
    finding = the_only(findings(tmp_path, "".join(paragraphs)), Code.PARAGRAPH_MISSING)
    assert f"Paragraph {number} " in finding.message
    assert "seeds/talk.txt" in finding.message


def test_a_paragraph_that_the_browser_would_put_outside_the_reading_is_missing(
    tmp_path: Path,
) -> None:
    """A stray end tag closes the reading's element early: only a real parser sees it."""
    one, two, three = correct_paragraphs()
    finding = the_only(findings(tmp_path, f"{one}{two}</div>{three}"), Code.PARAGRAPH_MISSING)
    assert "Paragraph 3 " in finding.message


def test_a_paragraph_inside_apparatus_is_missing(tmp_path: Path) -> None:
    one, two, three = correct_paragraphs()
    inside = f"{one}{two}<div data-apparatus>{three}</div>"
    assert "Paragraph 3 " in the_only(findings(tmp_path, inside), Code.PARAGRAPH_MISSING).message


@pytest.mark.parametrize(
    "wrong",
    ['<p data-paragraph="1">', '<p id="p2x" data-paragraph="1">', '<p id="P1" data-paragraph="1">'],
)
def test_a_paragraph_without_its_id_cannot_be_linked_to(tmp_path: Path, wrong: str) -> None:
    inside = "".join(correct_paragraphs()).replace('<p id="p1" data-paragraph="1">', wrong)
    finding = the_only(findings(tmp_path, inside), Code.PARAGRAPH_MISSING)
    assert "#p1" in finding.message


def test_a_paragraph_whose_id_stands_earlier_on_the_page_cannot_be_linked_to(
    tmp_path: Path,
) -> None:
    inside = '<i id="p2" data-apparatus></i>' + "".join(correct_paragraphs())
    finding = the_only(findings(tmp_path, inside), Code.PARAGRAPH_MISSING)
    assert "#p2" in finding.message


def test_a_repeated_paragraph_is_found_where_it_stands_again(tmp_path: Path) -> None:
    one, two, three = correct_paragraphs()
    again = two.replace('id="p2"', 'class="again"')
    finding = the_only(findings(tmp_path, f"{one}{two}{three}{again}"), Code.PARAGRAPH_REPEATED)
    assert "Paragraph 2 " in finding.message
    page = (tmp_path / finding.path).read_text(encoding="utf-8")
    assert page.split("\n")[finding.line - 1][finding.column - 1 :].startswith('<p id="p2"')


@pytest.mark.parametrize("order", [(2, 1, 3), (3, 1, 2), (1, 3, 2), (3, 2, 1)])
def test_a_wrong_order_is_said_once(tmp_path: Path, order: tuple[int, ...]) -> None:
    paragraphs = correct_paragraphs()
    inside = "".join(paragraphs[number - 1] for number in order)
    finding = the_only(findings(tmp_path, inside), Code.PARAGRAPH_REPEATED)
    assert "comes after paragraph" in finding.message


@pytest.mark.parametrize("label", ["4", "0", "-1", "03", "x", "", "9" * 5000])
def test_a_paragraph_that_the_source_does_not_have_is_named(tmp_path: Path, label: str) -> None:
    extra = f'<p data-paragraph="{label}">x</p>'
    finding = the_only(
        findings(tmp_path, "".join(correct_paragraphs()) + extra), Code.PARAGRAPH_REPEATED
    )
    assert f"“{label}”" in finding.message


# Text that differs


def test_the_first_difference_is_named_with_place_characters_and_surroundings(
    tmp_path: Path,
) -> None:
    inside = "".join(correct_paragraphs()).replace("second", "sеcоnd")  # two Cyrillic letters
    finding = the_only(findings(tmp_path, inside), Code.PARAGRAPH_DIFFERS)
    assert finding.path == "site/readings/talk/index.html"
    page = (tmp_path / finding.path).read_text(encoding="utf-8")
    assert page.split("\n")[finding.line - 1][finding.column - 1 :].startswith('<p id="p2"')
    assert finding.message == (
        "Paragraph 2 differs from seeds/talk.txt at its character 6: the source has “e” (U+0065 "
        "LATIN SMALL LETTER E), the page has “е” (U+0435 CYRILLIC SMALL LETTER IE)"
    )
    assert "source: “The second<U+000A>paragraph…”\npage:   “The sеcоnd" in finding.hint


@pytest.mark.parametrize(
    ("source", "page", "message"),
    [
        (
            "ab",
            "a",
            "character 2: the source has “b” (U+0062 LATIN SMALL LETTER B), the page has the end",
        ),
        ("a", "ab", "character 2: the source has the end of the paragraph, the page has “b”"),
        ("a b", "a\u00a0b", "the source has U+0020 SPACE, the page has U+00A0 NO-BREAK SPACE"),
        ("a\tb", "a b", "the source has U+0009 TAB"),
        ("a\x0cb", "a b", "the source has U+000C FORM FEED"),
        ("a\nb", "a b", "the source has U+000A LINE FEED"),
        ("a\nb", "a&#13;b", "the page has U+000D CARRIAGE RETURN"),
        ("e\u0301", "\u00e9", "the source has “e” (U+0065"),
        ("e\u0301", "e", "the source has U+0301 COMBINING ACUTE ACCENT"),
        ("a\u00adb", "ab", "the source has U+00AD SOFT HYPHEN"),
        (
            "\U0001f600",
            "\U0001f601",
            "character 1: the source has “\U0001f600” (U+1F600 GRINNING FACE)",
        ),
        ("\ue000", "x", "the source has U+E000 UNNAMED CHARACTER"),
        ("a", "\x00a", ""),
    ],
)
def test_characters_that_show_nothing_are_named(
    tmp_path: Path, source: str, page: str, message: str
) -> None:
    inside = f'<p id="p1" data-paragraph="1">{page}</p>'
    found = findings(tmp_path, inside, reading_of([source]))
    if "\x00" in page:  # HTML parsers drop it, so it never reaches a reader
        assert found == ()
    else:
        assert message in the_only(found, Code.PARAGRAPH_DIFFERS).message


@pytest.mark.parametrize("loose", ["Loose", "\u00a0", "<p>Loose</p>", "<h2>Loose</h2>", "<b>¶</b>"])
def test_text_in_no_paragraph_and_no_apparatus_is_a_difference(tmp_path: Path, loose: str) -> None:
    one, two, three = correct_paragraphs()
    finding = the_only(findings(tmp_path, f"{one}{loose}{two}{three}"), Code.PARAGRAPH_DIFFERS)
    assert "none of its paragraphs" in finding.message


def test_a_paragraph_inside_another_adds_to_its_text(tmp_path: Path) -> None:
    one, _, three = correct_paragraphs()
    inside = f'{one}<div id="p2" data-paragraph="2">The second\nparagraph…{three.strip()}</div>'
    finding = the_only(findings(tmp_path, inside), Code.PARAGRAPH_DIFFERS)
    assert "Paragraph 2 " in finding.message


def test_bytes_that_are_not_utf_8_are_a_difference(tmp_path: Path) -> None:
    put(tmp_path, "readings/talk/index.html", page_html("".join(correct_paragraphs())))
    page = tmp_path / "site/readings/talk/index.html"
    page.write_bytes(page.read_bytes().replace("…".encode(), b"\x85"))  # Windows-1252
    finding = the_only(verify(tmp_path, reading_of(TEXTS)), Code.PARAGRAPH_DIFFERS)
    assert "U+FFFD REPLACEMENT CHARACTER" in finding.message


def test_very_deep_markup_is_read(tmp_path: Path) -> None:
    one, two, three = correct_paragraphs()
    inside = f"{'<div>' * 400}{one}{two}{three}{'</div>' * 400}"
    assert findings(tmp_path, inside) == ()


def test_everything_is_said_at_once_in_a_fixed_order(tmp_path: Path) -> None:
    one, _, three = correct_paragraphs()
    found = findings(tmp_path, f"{three.replace('end', 'End')}{one.replace('One', 'Two')}Loose")
    assert list(found) == sorted(found)
    assert sorted(finding.code for finding in found) == [
        Code.PARAGRAPH_MISSING.value,
        *[Code.PARAGRAPH_DIFFERS.value] * 3,
        Code.PARAGRAPH_REPEATED.value,
    ]


# Any text, any change

# All that a source text may hold: tabs, line feeds and form feeds, but no other control
# characters, no surrogates and no noncharacters.
NONCHARACTERS = {chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)} | {
    chr(code) for code in range(0xFDD0, 0xFDF0)
}
CHARACTERS = st.one_of(
    st.sampled_from("\t\n\x0c &<>'\"\u00a0\u00ad\u2028\u200b\u0301\ufeff#;xX0"),
    st.characters(exclude_categories=["Cs", "Cc"]).filter(lambda c: c not in NONCHARACTERS),
)
SOURCES = st.lists(st.text(CHARACTERS, min_size=1, max_size=12), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@cases(normal=300, long=10_000)
@given(texts=SOURCES)
@example(texts=["\n", "\n\na", " "])
def test_any_text_that_is_there_exactly_passes(scratch: Path, texts: list[str]) -> None:
    inside = "".join(correct_paragraphs(texts))
    assert findings(scratch, inside, reading_of(texts)) == ()


@cases(normal=500, long=20_000)
@given(texts=SOURCES, data=st.data())
def test_any_one_character_that_is_changed_added_or_lost_is_found(
    scratch: Path, texts: list[str], data: st.DataObject
) -> None:
    paragraph = data.draw(st.integers(0, len(texts) - 1), "paragraph")
    text = texts[paragraph]
    position = data.draw(st.integers(0, len(text) - 1), "position")
    length = data.draw(st.integers(0, 1), "characters to remove")
    inserted = data.draw(st.one_of(st.just(""), CHARACTERS), "to insert")
    changed = text[:position] + inserted + text[position + length :]
    assume(changed != text)
    inside = "".join(correct_paragraphs([*texts[:paragraph], changed, *texts[paragraph + 1 :]]))
    finding = the_only(findings(scratch, inside, reading_of(texts)), Code.PARAGRAPH_DIFFERS)
    assert finding.message.startswith(f"Paragraph {paragraph + 1} differs")
