"""What is kept back of a text is in no file that the generator writes, and nothing else is missing.

Words that the glossary gives away as its own forms are not looked for.
"""

from pathlib import Path

import regex
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from build_scripts import pipeline
from build_scripts.model.diagnostic import has_errors
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.source_text import LEFT_OUT
from tests.kept_back.found_words import found_words
from tests.kept_back.random_projects import Case
from tests.kept_back.random_projects import cases as projects
from tests.profiles import cases

CONFIGURATION = SiteConfiguration(
    site_name="Site", site_url="https://example.org/", wants_search_entries=True
)
NOWHERE = Path("/nonexistent")


def written(checked: pipeline.Checked) -> dict[str, bytes]:
    """Every file of the site, and what a publisher is told of each page."""
    rendered = pipeline.plan(checked, CONFIGURATION).rendered()
    told = {f"{path} (told)": repr(page).encode() for path, page in rendered.pages.items()}
    searched = {f"{path} (search)": page.search_entries for path, page in rendered.pages.items()}
    # The same in each site; in the bytes of a font, a Chinese character may stand by chance.
    fonts = {path for file in rendered.files if (path := file.path).endswith(".woff2")}
    files = {file.path: file.content for file in rendered.files if file.path not in fonts}
    return files | told | searched


def checked_project(case: Case) -> pipeline.Checked:
    checked = pipeline.check(NOWHERE, proposed=case.proposed())
    assert not has_errors(checked.diagnostics), checked.diagnostics
    return checked


def words_on_pages(files: dict[str, bytes], reading: str) -> list[str]:
    """The words that the pages of a reading show as its text, in small letters."""
    pages = (
        path for path in files if path.startswith(f"readings/{reading}/") and path[-3:] == ".md"
    )
    words: list[str] = []
    for path in sorted(pages):
        tree = LexborHTMLParser(files[path])
        for apparatus in tree.css(".reading [data-apparatus]"):
            apparatus.replace_with(" ")
        for paragraph in tree.css(".reading [data-paragraph]"):
            words += regex.findall(
                r"[\u5000-\u9fff]|[\w--[\u5000-\u9fff]]+", paragraph.text(), regex.V1
            )
    return [word.casefold() for word in words]


@cases(normal=40, long=2_000)
@given(projects())
def test_nothing_is_given_away_and_nothing_is_missing(case: Case) -> None:
    files = written(checked_project(case))

    found = found_words(files, case.kept_back())
    assert found == {}, found
    with_gaps = {path for path, content in files.items() if LEFT_OUT.encode() in content}
    assert with_gaps <= {"readings/passages/text.js", "readings/notes/text.js"}
    for name, text in case.texts.items():
        expected = {
            word.casefold()
            for number, word in enumerate(text.words())
            if number in case.shown[name]
        }
        assert {*words_on_pages(files, name)} == expected
