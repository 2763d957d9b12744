"""Values: nobody changes them, and a misspelt field is noticed."""

import importlib
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cached_property

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
        members = vars(value)
        # What is computed when it is first asked for needs a place that slots do not have.
        is_lazy = any(isinstance(member, cached_property) for member in members.values())
        assert is_lazy or "__slots__" in members, value
