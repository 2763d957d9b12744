"""Writing annotation files, with cases that the form in the browser passes as well."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.export.annotation_yaml import OnOneLine, Yaml, annotation_file
from tests.page_scripts import call_page_script

CASES = sorted((Path(__file__).parent.parent / "cases" / "annotation_yaml").glob("*.json"))

keys = st.from_regex(r"[a-z_]{1,8}", fullmatch=True).filter(lambda key: key not in {"y", "n"})
texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    texts | texts.map(lambda text: f"{text}\n"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=5,
)


def read(text: str) -> object:
    """The content of a file, all scalars as texts."""
    return yaml.load(text, yaml.BaseLoader)


def as_texts(content: object) -> object:
    """The content as it is parsed: `True` is a text."""
    return json.loads(json.dumps(content).replace(": true", ': "true"'))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_written_as_a_person_would(case: Path) -> None:
    content = json.loads(case.read_text(encoding="utf-8"))
    expected = case.with_suffix(".yml").read_text(encoding="utf-8")

    assert annotation_file(content) == expected
    assert read(expected) == as_texts(content)


def test_the_form_writes_the_same_bytes() -> None:
    contents = [json.loads(case.read_text(encoding="utf-8")) for case in CASES]
    written = call_page_script(
        "(readings, content) => readings.annotationFile(content)",
        [(content,) for content in contents],
    )

    assert written == [case.with_suffix(".yml").read_text(encoding="utf-8") for case in CASES]


@given(st.dictionaries(keys, values, min_size=1))
def test_it_reads_back(content: dict[str, Yaml]) -> None:
    assert read(annotation_file(content)) == content


def test_rows_of_a_table_stand_on_a_line_each() -> None:
    rows: list[Yaml] = [OnOneLine({"from": 1, "to": 3, "role": "verse"}), OnOneLine({"from": 4})]

    assert annotation_file({"paragraphs": rows}) == (
        "paragraphs:\n  - {from: 1, to: 3, role: verse}\n  - {from: 4}\n"
    )
