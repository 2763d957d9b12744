"""Values: nobody changes them, and a misspelt field is noticed."""

import importlib
from collections.abc import Iterator
from dataclasses import is_dataclass

import pytest

from tests.mutation.__main__ import ROOMS, modules


def dataclasses_of(room: str) -> Iterator[type]:
    for path in modules(room):
        module = importlib.import_module(path.removesuffix(".py").replace("/", "."))
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and is_dataclass(value)
                and value.__module__ == module.__name__
            ):
                yield value


@pytest.mark.parametrize("room", ROOMS)
def test_values_are_frozen_and_have_only_their_fields(room: str) -> None:
    for value in dataclasses_of(room):
        assert vars(value)["__dataclass_params__"].frozen, value
        assert "__slots__" in vars(value), value
