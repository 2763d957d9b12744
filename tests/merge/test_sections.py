"""Where sections begin: the unit in which a term is linked once, and a line of the contents."""

from dataclasses import replace

from build_scripts.merge.sections import section_starts
from build_scripts.model.reading import EditorialHeading, ParagraphStyle, Part, Role
from tests.render.annotated_readings import reading, source_text

FIVE = source_text("one\n\ntwo\n\nthree\n\nfour\n\nfive")


def starts(*roles: Role, headings: tuple[int, ...] = (), parts: tuple[int, ...] = ()) -> list[int]:
    """The section starts of five paragraphs with these roles; the rest are answers."""
    styles = [ParagraphStyle(role) for role in roles]
    styles += [ParagraphStyle(Role.ANSWER)] * (5 - len(styles))
    of = reading(
        FIVE,
        styles=tuple(styles),
        headings=tuple(EditorialHeading(before, "A heading", 2) for before in headings),
    )
    last = (*(first - 1 for first in parts[1:]), 5)
    of = replace(
        of,
        parts=tuple(Part(f"part-{a}", "A part", a, b) for a, b in zip(parts, last, strict=False)),
    )
    return list(section_starts(of))


def test_a_text_without_structure_is_one_section() -> None:
    assert starts() == [1]


def test_a_question_begins_a_section_that_holds_its_answers() -> None:
    assert starts(Role.LEAD, Role.QUESTION, Role.ANSWER, Role.ANSWER, Role.QUESTION) == [1, 2, 5]


def test_a_question_of_several_paragraphs_begins_one() -> None:
    assert starts(Role.QUESTION, Role.QUESTION, Role.ANSWER, Role.QUESTION) == [1, 4]


def test_headings_of_the_source_and_of_the_editor_begin_sections() -> None:
    assert starts(Role.PARAGRAPH, Role.HEADING, headings=(4, 4)) == [1, 2, 4]


def test_a_heading_after_a_heading_begins_another() -> None:
    assert starts(Role.HEADING, Role.HEADING) == [1, 2]


def test_parts_begin_sections() -> None:
    assert starts(parts=(1, 3)) == [1, 3]
