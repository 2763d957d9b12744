"""Every value that contributors can write either has to look like one, or is shown as text."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from build_scripts.read.schema.items import AnnotationFileModel
from build_scripts.read.schema.readings import ReadingModel
from build_scripts.read.schema.settings import SettingsModel
from build_scripts.read.schema.terms import TermModel
from build_scripts.read.schema.values import FormatModel
from tests.attacks.fields import Field, fields, with_words
from tests.attacks.sites import FREE_TEXT, HOSTILE
from tests.attacks.suite import PROJECT, check, contribute, put_project


def test_the_project_that_is_attacked_has_every_key_of_the_format() -> None:
    used: dict[type, set[str]] = defaultdict(set)
    for value in _values_of_project():
        used[type(value)] |= value.model_fields_set

    assert used == {model: set(model.model_fields) for model in _models(FormatModel)}


def _values_of_project() -> Iterator[BaseModel]:
    for path in sorted((PROJECT / "annotations").rglob("*.yml")):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        if path.name == "reading.yml":
            yield from _parts(ReadingModel.model_validate(data))
        elif path.parent.name == "glossary":
            yield from _parts(TermModel.model_validate(data))
        elif path.name == "site.yml":
            yield from _parts(SettingsModel.model_validate(data))
        else:
            yield from _parts(AnnotationFileModel.model_validate(data))


def _parts(value: object) -> Iterator[BaseModel]:
    """A value and all values in it."""
    if isinstance(value, BaseModel):
        yield value
        for _, part in value:
            yield from _parts(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _parts(part)


def _models(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """All models of the format but those that others only build upon."""
    for model in base.__subclasses__():
        if model.__subclasses__():
            yield from _models(model)
        else:
            yield model


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_project(tmp_path_factory.mktemp("attacked"))


@pytest.mark.parametrize("field", fields(), ids=lambda field: f"{field.path}:{field.keys}")
def test_markup_in_a_value_is_refused_at_its_place_or_the_value_is_free_text(
    field: Field, project: Path
) -> None:
    before = (project / field.path).read_bytes()
    contribute(project, with_words({field: f"Field{HOSTILE.format(name='field')}"}))

    errors = check(project).errors

    (project / field.path).write_bytes(before)
    if field.name in FREE_TEXT:
        assert errors == []
    elif re.split("[/ ]", field.name)[-1] in {"body", "definition", "notice", "hint"}:
        markup = field.column + len('"Field\\">')
        assert f"B001 {field.path}:{field.line}:{markup}" in errors
    else:
        assert field.place in {error.split(" ")[1] for error in errors}
