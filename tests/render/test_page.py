"""The front matter of a page: MkDocs reads back what was written."""

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.render.markdown_safe_html import attribute
from build_scripts.render.page import one_line, write_page
from tests.profiles import cases
from tests.render.nasty_strings import NAMES
from tests.render.published import publish

_TEXTS = st.text() | NAMES


@cases(normal=300, long=20_000)
@given(_TEXTS, _TEXTS)
def test_mkdocs_reads_the_title_and_the_description_that_were_written(
    title: str, description: str
) -> None:
    page = write_page("page.md", title, (), description)

    front_matter = publish(page.content).front_matter
    assert front_matter["title"] == attribute(one_line(title))
    assert front_matter.get("description", "") == attribute(one_line(description))
