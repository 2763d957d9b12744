"""A type for keys of the format, for settings that name keys of other files."""

from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class KeyOf:
    """For `typing.Annotated`: a text that is a key of a model, as written in files."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._keys = [field.alias or name for name, field in model.model_fields.items()]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "enum": self._keys}

    def _checked(self, value: str) -> str:
        if value not in self._keys:
            # The error of an enumeration, so that the explanation is the same.
            raise PydanticCustomError(
                "literal_error", "unknown key", {"expected": ", ".join(self._keys)}
            )
        return value
