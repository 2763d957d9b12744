"""The model of a licence."""

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, model_validator

from build_scripts.read.schema.values import Address, FormatModel, Text
from build_scripts.text.spdx_licences import listed_licence


def _listed(value: str) -> str:
    licence = listed_licence(value)
    if licence is None:
        raise ValueError("the SPDX list has no licence with this id")
    return licence.id


class LicenceModel(FormatModel):
    """A licence; it has a name or an id."""

    model_config = ConfigDict(
        json_schema_extra={"allOf": [{"anyOf": [{"required": ["name"]}, {"required": ["spdx"]}]}]}
    )

    name: Text | None = None
    """What it is called: `CC BY 4.0`. Without it, its name in the SPDX list."""
    url: Address | None = None
    """Where it can be read. Without it, its page in the SPDX list."""
    spdx: Annotated[Text, AfterValidator(_listed)] | None = None
    """Its id in the SPDX list, by which programs know it: `CC-BY-4.0`."""

    @model_validator(mode="after")
    def _named(self) -> "LicenceModel":
        if self.name is None and self.spdx is None:
            raise ValueError("a licence has a `name`, or an id of the SPDX list as `spdx`")
        return self


def _from_text(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return {"spdx" if listed_licence(value) else "name": value}


TextOrLicence = Annotated[
    LicenceModel, BeforeValidator(_from_text, json_schema_input_type=Text | LicenceModel)
]
"""A licence; a plain text is its id in the SPDX list if there is one, and its name otherwise."""
