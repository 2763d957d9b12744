"""Model of a glossary entry."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from build_scripts.model.annotation import CaseRule, Level, Linking
from build_scripts.read.schema.map_coordinates import CoordinatesOrText
from build_scripts.read.schema.provenance import AttributedModel
from build_scripts.read.schema.references import ReferenceModel
from build_scripts.read.schema.values import (
    FormatModel,
    Id,
    LanguageTag,
    LongText,
    OneOrMore,
    ReadingId,
    Text,
    TextList,
    at_least_one_of,
    exactly_one_of,
    list_from_one,
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


class PronunciationModel(FormatModel):
    """How a name is pronounced: in ordinary letters, in phonetic ones, or both."""

    model_config = ConfigDict(json_schema_extra=at_least_one_of("respelling", "ipa"))

    respelling: Text | None = None
    """The sounds in ordinary letters, the stressed syllable in capitals: `loo-ka-SHEN-ka`."""
    ipa: Text | None = None
    """In the International Phonetic Alphabet. Brackets are added, unless it is in slashes."""
    language: LanguageTag | None = None
    """The language in which it is pronounced so."""

    @model_validator(mode="after")
    def _says_something(self) -> "PronunciationModel":
        if self.respelling is None and self.ipa is None:
            raise ValueError("a pronunciation has `respelling` or `ipa`, or both")
        return self


_RespellingOrMore = Annotated[PronunciationModel, text_for("respelling", Text, PronunciationModel)]


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
    aliases: TextList = ()
    """Other names, which are not sought in the texts: the glossary and the search know them."""
    level: Level | None = None
    """`basic` if everybody here knows it, `expert` if only experts ask for it; readers may hide
    either."""
    case: CaseRule = CaseRule.INITIAL
    """How capitals are compared. `initial`: a small first letter also finds a capital; `exact`:
    case counts in every letter; `ignore`: case does not count."""
    linking: Linking | None = None
    """Which occurrences become links, for this term."""
    exceptions: tuple[_PhraseOrException, ...] = Field(default=(), alias="except")
    """Where the term is not meant: longer phrases, or `{reading: id}` for a whole reading."""
    translations: dict[LanguageTag, Text] = Field(default={})
    """Its name in other languages, by language tag."""
    pronunciation: Annotated[tuple[_RespellingOrMore, ...], OneOrMore(list_from_one)] = ()
    """How its name is pronounced: `loo-ka-SHEN-ka`, or `{respelling, ipa, language}`; a list where
    languages differ."""
    coordinates: CoordinatesOrText | None = None
    """Where it is, for the map: `53.9, 27.57`, or `{latitude: 53.9, longitude: 27.57}`. Only for
    what is a point on a map, such as a town; not for a country."""
    definition: LongText
    """What it means, in Markdown. After `definition: |` it may have several lines, indented alike.
    """
    references: tuple[ReferenceModel, ...] = ()
    """Sources that are described here, for this entry and others."""
