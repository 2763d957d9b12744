"""Model of a glossary entry."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from build_scripts.model.annotation import CaseRule, Linking
from build_scripts.read.schema.map_coordinates import CoordinatesOrText
from build_scripts.read.schema.provenance import AttributedModel
from build_scripts.read.schema.references import ReferenceModel
from build_scripts.read.schema.values import (
    FormatModel,
    Id,
    LanguageTag,
    LongText,
    ReadingId,
    Text,
    TextList,
    exactly_one_of,
    text_for,
)


class TermExceptionModel(FormatModel):
    """A phrase or a reading in which a term is not meant."""

    model_config = ConfigDict(json_schema_extra=exactly_one_of("phrase", "reading"))

    phrase: Text | None = None
    """A longer phrase in which the term is not meant."""
    reading: ReadingId | None = None
    """The id of a reading in which the term is not linked."""

    @model_validator(mode="after")
    def _one_way(self) -> "TermExceptionModel":
        if (self.phrase is None) == (self.reading is None):
            raise ValueError("an exception is either a phrase or a reading")
        return self


_PhraseOrException = Annotated[TermExceptionModel, text_for("phrase", Text, TermExceptionModel)]


class TermModel(AttributedModel):
    """A glossary entry; its id is the name of the file."""

    term: Text
    """The name of the term, as the glossary shows it."""
    sort_key: Text | None = None
    """The text by which it is sorted, such as a surname; without it, the name."""
    kind: Id = "concept"
    """The group it belongs to, one word in small letters: `person`, `place`, `organisation`,
    `event`, `treaty`, `work` …; without it, `concept`."""
    forms: TextList | None = None
    """Every spelling to find in the texts; without it, only the name. With it, the name is found
    only if it is listed too."""
    case: CaseRule = CaseRule.INITIAL
    """How capitals are compared. `initial`: a small first letter also finds a capital; `exact`:
    case counts in every letter; `ignore`: case does not count."""
    linking: Linking | None = None
    """Which occurrences become links, for this term."""
    exceptions: tuple[_PhraseOrException, ...] = Field(default=(), alias="except")
    """Where the term is not meant: longer phrases, or `{reading: id}` for a whole reading."""
    translations: dict[LanguageTag, Text] = Field(default={})
    """Its name in other languages, by language tag."""
    coordinates: CoordinatesOrText | None = None
    """Where it is, for the map: `53.9, 27.57`, or `{latitude: 53.9, longitude: 27.57}`. Only for
    what is a point on a map, such as a town; not for a country."""
    definition: LongText
    """What it means, in Markdown. After `definition: |` it may have several lines, indented alike.
    """
    references: tuple[ReferenceModel, ...] = ()
    """Sources that are described here, for this entry and others."""
