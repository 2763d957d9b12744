"""The form in which a reader annotates: valid HTML, though it comes as data of a script."""

import json
from pathlib import Path

from tests.java_tools import errors_of_html


def test_the_form_is_valid(built_site: Path, tmp_path: Path) -> None:
    (script,) = (built_site / "assets/readings").glob("contributing-*.js")
    data = json.loads(script.read_text(encoding="utf-8").partition("=")[2].rstrip(";\n"))
    page = f'<!doctype html><html lang="en"><title>A form</title>{data["form"]}'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    assert errors_of_html([tmp_path]) == []
