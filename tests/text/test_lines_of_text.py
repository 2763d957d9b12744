"""What the ends of lines say: a paragraph a line, or wrapped lines."""

import pytest

from build_scripts.text.lines_of_text import has_paragraph_a_line, looks_wrapped

LONG = "The harbour was closed in the winter of that year and it never opened again, " * 3

PARAGRAPH_A_LINE = {
    "an interview": "A: When?\nB: In 1931.\nA: Why?\nB: The ice.",
    "headings between": "One\nIt began.\nIt went on.\nTwo\nIt ended.\nThey left.",
    "long paragraphs": f"Title\n{LONG}\n{LONG}\n{LONG}",
    "speech in quotation marks": "“Yes.”\n«Нет!»\n„Doch?“\n(So it was.)\n「はい。」",
    "Chinese": "他来了。\n他走了。\n为什么？\n没有人知道。",
    "Hindi": "वह आया।\nवह गया।\nक्यों?\nकोई नहीं जानता।",
    "Arabic": "جاء.\nلماذا؟\nذهب.\nلا أحد يعرف.",
    "Armenian": "Նա եկավ։\nՆա գնաց։\nՈվ։\nՈչ ոք։",
    "blank lines here and there": "One.\nTwo.\n\nThree.\nFour.\nFive.",
}
NOT = {
    "blank lines everywhere": "One.\n\nTwo.\n\nThree.\n\nFour.",
    "wrapped": "It was a cold winter and the\nice stood in the harbour until\n"
    "spring. No boat left, and\nnobody came back from the\nislands.",
    "verse": "The tide goes out at four,\n  the tide comes in at ten;\nthe boats go out no more,\n"
    "  the gulls come in again,\nWhat was a street\nof masts",
    "too short to say": "One.\nTwo.\nThree.",
    "empty": "",
}


@pytest.mark.parametrize("text", PARAGRAPH_A_LINE.values(), ids=PARAGRAPH_A_LINE.keys())
def test_lines_that_end_as_sentences_are_paragraphs(text: str) -> None:
    assert has_paragraph_a_line(text)
    assert not looks_wrapped(text.split("\n"))


@pytest.mark.parametrize("text", NOT.values(), ids=NOT.keys())
def test_other_lines_are_not(text: str) -> None:
    assert not has_paragraph_a_line(text)


WRAPPED = {
    "English": "It was a cold winter, and the ice\nstood in the harbour until spring\n"
    "came. No boat left, and\nnobody came back from the isles,\nwhere the herring had gone with\n"
    "the people who had lived from\nit for two hundred years until\n"
    "the war that nobody had wanted\nin the town began.",
    "Chinese": "\n".join(["那年冬天很冷港口里的冰一直留到春天没有船离开"] * 10),
    "Greek": "\n".join(["τὸν δ’ ἠμείβετ’ ἔπειτα θεὰ γλαυκῶπις"] * 10),
}


@pytest.mark.parametrize("text", WRAPPED.values(), ids=WRAPPED.keys())
def test_lines_that_end_inside_sentences_look_wrapped(text: str) -> None:
    assert looks_wrapped(text.split("\n"))
    assert not has_paragraph_a_line(text)


def test_a_stanza_that_is_left_out_separates_its_neighbours() -> None:
    lines = WRAPPED["English"].split("\n")
    assert not looks_wrapped([*lines[:4], "", *lines[5:8]])
