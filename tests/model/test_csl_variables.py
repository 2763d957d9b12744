"""The names of CSL are those of the standard, as its processor brings them."""

import re
from pathlib import Path

import citeproc

from build_scripts.model.csl_variables import DATES, PEOPLE, TEXTS, TYPES, WITHIN_OTHERS

STANDARD = Path(str(citeproc.__file__)).parent / "data/schema/schemas/styles"


def names(file: str) -> set[str]:
    return set(re.findall(r'"([^"]+)"', (STANDARD / file).read_text(encoding="utf-8")))


def test_types_are_those_of_the_standard() -> None:
    standard = re.findall(r'"([a-z_-]+)"', (STANDARD / "csl-types.rnc").read_text(encoding="utf-8"))
    assert set(TYPES) == set(standard)
    assert set(TYPES) >= WITHIN_OTHERS


def test_variables_are_those_of_the_standard() -> None:
    assert {*TEXTS, *PEOPLE, *DATES} <= names("csl-variables.rnc")
