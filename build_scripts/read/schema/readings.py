"""``reading.yml``: the source, the metadata and the structure of a text."""

from typing import Literal

from pydantic import Field

from build_scripts.model.annotation import Linking
from build_scripts.model.reading import LineBreaks, Role
from build_scripts.read.schema.values import (
    Address,
    Context,
    Date,
    FormatModel,
    HeadingLevel,
    Id,
    IdList,
    LanguageTag,
    Number,
    SeedPath,
    Sha256,
    Text,
    TextList,
)


class SourceModel(FormatModel):
    """The file of a source text, and the sha256 of its bytes."""

    file: SeedPath
    sha256: Sha256 | None = None


class SpeakerModel(FormatModel):
    """Somebody who speaks, and how the text marks it."""

    id: Id
    name: Text
    label: Text | None = None


class ParagraphStyleModel(FormatModel):
    """The role and speaker of a run of paragraphs."""

    first: Number = Field(alias="from")
    last: Number | None = Field(default=None, alias="to")
    role: Role = Role.PARAGRAPH
    speaker: Id | None = None
    level: HeadingLevel = 2


class HeadingModel(FormatModel):
    """A heading supplied by the editor."""

    before: Number
    title: Text
    level: HeadingLevel = 2


class PartModel(FormatModel):
    """A part of a long reading, with a page of its own."""

    id: Id
    title: Text
    first: Number = Field(alias="from")
    last: Number = Field(alias="to")


class ReadingModel(FormatModel):
    """``reading.yml``."""

    title: Text
    source: SourceModel
    language: LanguageTag
    title_by: Literal["editor", "source"] = "source"
    header: Context | None = None
    authors: TextList = ()
    publisher: Text | None = None
    date: Date | None = None
    original_language: LanguageTag | None = None
    translator: Text | None = None
    rights: Text | None = None
    url: Address | None = None
    description: Text | None = None
    speakers: tuple[SpeakerModel, ...] = ()
    paragraphs: tuple[ParagraphStyleModel, ...] = ()
    headings: tuple[HeadingModel, ...] = ()
    parts: tuple[PartModel, ...] = ()
    line_breaks: LineBreaks = LineBreaks.REFLOW
    linking: Linking | None = None
    formerly: IdList = ()
    version_of: Id | None = None
    translation_of: Id | None = None
