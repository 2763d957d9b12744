"""What stands before a text, and is plainly none of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.contribute.headers import Header, header_of
from build_scripts.contribute.new_reading import found_in

PIECES = st.lists(
    st.sampled_from(["---", "\n", "title: A", "date 2020-01-01 ", "x", " ", ":"])
).map("".join)


@pytest.mark.parametrize(
    ("text", "header", "metadata"),
    [
        (" date 2021-10-01 Putin and", " date 2021-10-01 ", {"date": "2021-10-01"}),
        ("Date: 1931-11-30 Wind", "Date: 1931-11-30 ", {"date": "1931-11-30"}),
        (
            "---\ntitle: 'A tale'\nDate: 1812\n---\n\nOnce.",
            "---\ntitle: 'A tale'\nDate: 1812\n---\n",
            {"title": "A tale", "date": "1812"},
        ),
        (
            "Title: A tale\nAuthor: Ada Quill\n\nOnce.",
            "Title: A tale\nAuthor: Ada Quill\n",
            {"title": "A tale", "author": "Ada Quill"},
        ),
    ],
)
def test_found(text: str, header: str, metadata: dict[str, str]) -> None:
    assert header_of(text) == Header(header, metadata)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1931-11-30 Wind north-west.",  # a diary may begin so
        "[1931-11-30] Wind north-west.",
        "The date 2021-10-01 is one.",
        "date 2021-10-01",
        "---\n\nA line that only looks like a fence.\n",
        "---\nOnce: a king.\n---\nHe slept.",
        "Title: A tale\n\nOnce.",  # one such line may be the text's own
        "Ada: Hello.\nBen: Hello.\n\nThey talk.",
        "Title: A tale\nAuthor: Ada Quill",  # there would be no text left
    ],
)
def test_left_alone(text: str) -> None:
    assert header_of(text) == Header()


@given(PIECES)
def test_it_is_the_beginning_and_never_all(text: str) -> None:
    header = header_of(text).text

    assert text.startswith(header)
    assert text[len(header) :].strip() or not header


def test_what_cannot_be_used_is_not_taken_from_it() -> None:
    found = found_in(b"Title: A\nDate: last May\nLanguage: English\nURL: here\n\nOnce.")

    assert found.header.metadata == {"title": "A"}
