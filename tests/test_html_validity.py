"""All pages, the theme's part of them included, are HTML as the standard has it (Nu Html Checker).

What it finds in pages written by hand is theirs to mend; what it finds in the theme's part is
mended by build_scripts/mkdocs_plugin/theme_mending.py.
"""

import json
from pathlib import Path

import pytest

from tests.java_tools import JavaToolMissingError, errors_of_html
from tests.made_once import MadeOnce

FAULTY = '<!doctype html><html lang="en"><title>A page</title><p><mark role="comment">One</mark>'


def form_of_readers(site: Path) -> str:
    """A page that is the form in which a reader annotates, which comes as data of a script."""
    (script,) = (site / "assets/readings").glob("contributing-*.js")
    data = json.loads(script.read_text(encoding="utf-8").partition("=")[2].rstrip(";\n"))
    return f'<!doctype html><html lang="en"><title>A form</title>{data["form"]}'


@pytest.fixture(scope="module")
def errors(
    made_once: MadeOnce,
    built_site: Path,
    small_site: Path,
    example_sites: list[Path],
    offline_edition: Path,
) -> list[str]:
    """What the checker finds in all sites, the form and a faulty page; it starts slowly."""

    def find(folder: Path) -> None:
        for name, page in (("faulty", FAULTY), ("form", form_of_readers(built_site))):
            (folder / f"{name}.html").write_text(page, encoding="utf-8")
        sites = [built_site, small_site, *example_sites, offline_edition]
        found = errors_of_html([*sites, folder])
        (folder / "errors.json").write_text(json.dumps(found), encoding="utf-8")

    written = (made_once("html-errors", find) / "errors.json").read_text(encoding="utf-8")
    found: list[str] = json.loads(written)
    return found


def test_no_page_of_any_site_has_an_error_nor_has_the_form(errors: list[str]) -> None:
    assert [error for error in errors if "/faulty.html:" not in error] == []


def test_an_error_is_found_where_there_is_one(errors: list[str]) -> None:
    (error,) = (error for error in errors if "/faulty.html:" in error)

    assert "faulty.html:1: " in error
    assert "role" in error


def test_a_missing_validator_is_said_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(JavaToolMissingError, match=r"vnu-jar is not installed.*`make test`"):
        errors_of_html([tmp_path], tmp_path / "vnu.jar")
