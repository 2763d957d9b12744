"""Texts written as YAML scalars read back as they were, by every reader."""

import json
import subprocess
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text.yaml_scalars import quoted, quoted_pairs, scalar
from tests.node_tools import FOLDER, MODULES, node
from tests.profiles import cases

TEXTS = st.text(st.characters(codec="utf-8"))
LOADERS = (yaml.SafeLoader, yaml.CSafeLoader)

NASTY = (
    "",
    " ",
    "a\\b",
    'say "no"',
    "line\nline\r\n\ttab \x0b\x0c",
    "\x00\x07\x1b\x7f\x85\x9f",
    "\u2028\u2029\ufeff",
    "\u00a0\u00ad\u200b\u202e",
    "\u0301",
    "\ue000\uffff",
    "\U0001f469\u200d\U0001f467\U000e0001\U0010ffff",
    "- a: [b, {c}] # d & *e !f %g @h `i |",
    "---",
    "{{ jinja }}",
    "yes",
    "null",
    "2021-10-01",
    "0o17",
    "1_000",
)


@cases(normal=1_000, long=50_000)
@given(TEXTS)
@pytest.mark.parametrize("loader", LOADERS)
def test_any_text_reads_back(loader: Any, text: str) -> None:
    assert yaml.load(quoted(text), loader) == text
    assert yaml.load(f"key: {quoted(text)}", loader) == {"key": text}
    assert yaml.load(f"[{quoted(text)}, {{{quoted_pairs({'key': text})}}}]", loader) == [
        text,
        {"key": text},
    ]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("loader", LOADERS)
def test_what_is_hard_to_write_reads_back(loader: Any, text: str) -> None:
    assert yaml.load(quoted(text), loader) == text
    assert yaml.load(scalar(text), yaml.BaseLoader) == text


def test_it_stands_on_one_line_of_visible_characters() -> None:
    for text in NASTY:
        assert quoted(text).isprintable()


def test_a_reader_of_yaml_1_2_agrees() -> None:
    """The npm package ``yaml``, in both versions of the language."""
    program = """
    const { parse } = require(process.argv[1]);
    const documents = JSON.parse(require("fs").readFileSync(0, "utf8"));
    const read = version => documents.map(text => parse(text, { version }));
    console.log(JSON.stringify([read("1.1"), read("1.2")]));
    """
    finished = subprocess.run(
        [str(node()), "-e", program, str(MODULES / "yaml")],
        cwd=FOLDER,
        input=json.dumps([quoted(text) for text in NASTY]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert json.loads(finished.stdout) == [list(NASTY), list(NASTY)]
