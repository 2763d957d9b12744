"""Values: nobody changes them, and a misspelt field is noticed."""

import importlib
from dataclasses import is_dataclass
from pathlib import Path

import pytest

import build_scripts.model

MODULES = sorted(path.stem for path in Path(*build_scripts.model.__path__).glob("[!_]*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_values_are_frozen_and_have_only_their_fields(name: str) -> None:
    module = importlib.import_module(f"build_scripts.model.{name}")
    for value in vars(module).values():
        if isinstance(value, type) and is_dataclass(value) and value.__module__ == module.__name__:
            assert vars(value)["__dataclass_params__"].frozen, value
            assert "__slots__" in vars(value), value
