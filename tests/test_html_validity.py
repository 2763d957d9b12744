"""All pages, the theme's part of them included, are HTML as the standard has it (Nu Html Checker).

What it finds in pages written by hand is theirs to mend; what it finds in the theme's part is
mended by build_scripts/mkdocs_plugin/theme_mending.py.
"""

from pathlib import Path

import pytest

from tests.java_tools import JavaToolMissingError, errors_of_html


def test_no_page_of_any_site_has_an_error(
    built_site: Path, small_site: Path, example_sites: list[Path], offline_edition: Path
) -> None:
    sites = [built_site, small_site, *example_sites, offline_edition]

    assert errors_of_html(sites) == []


def test_an_error_is_found_where_there_is_one(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<!doctype html><html lang="en"><title>A page</title><p><mark role="comment">One</mark>',
        encoding="utf-8",
    )

    (error,) = errors_of_html([tmp_path])

    assert "index.html:1: " in error
    assert "role" in error


def test_a_missing_validator_is_said_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(JavaToolMissingError, match=r"vnu-jar is not installed.*`make test`"):
        errors_of_html([tmp_path], tmp_path / "vnu.jar")
