"""Model of the coordinates of a place."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from build_scripts.read.schema.values import FormatModel
from build_scripts.text.coordinates_as_text import (
    DEGREES,
    FARTHEST,
    PAIR_PATTERN,
    degrees,
    pair,
)


def _schema(which: str) -> WithJsonSchema:
    most = FARTHEST[which]
    pattern = f"^{DEGREES}$"
    bounds = {"minimum": -most, "maximum": most}
    return WithJsonSchema({"type": ["number", "string"], **bounds, "pattern": pattern})


def _is(which: str) -> Callable[[str], str]:
    def checked(value: str) -> str:
        degrees(value, which)
        return value

    return checked


Latitude = Annotated[str, AfterValidator(_is("latitude")), _schema("latitude")]
Longitude = Annotated[str, AfterValidator(_is("longitude")), _schema("longitude")]


class CoordinatesModel(FormatModel):
    """A place on the earth, in degrees of WGS 84."""

    latitude: Latitude
    """How far north it is, in degrees; negative in the south."""
    longitude: Longitude
    """How far east it is, in degrees; negative in the west."""


def _written(value: Any) -> Any:
    """A text as the mapping that it stands for."""
    return pair(value) if isinstance(value, str) else value


_AS_TEXT = Annotated[
    str,
    WithJsonSchema(
        {
            "type": "string",
            "pattern": PAIR_PATTERN,
            "examples": ["53.9, 27.57"],
        }
    ),
]
CoordinatesOrText = Annotated[
    CoordinatesModel, BeforeValidator(_written, json_schema_input_type=_AS_TEXT | CoordinatesModel)
]
"""Coordinates under two keys, or as a text, the latitude first."""
