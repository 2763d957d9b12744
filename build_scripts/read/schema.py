"""The annotation format as pydantic models: names and types, nothing that needs a second file.

Every value arrives as a string, a list or a mapping (see `yaml_tree`); None stands for a key with
nothing behind it. The models are the public interface that contributors write against.
"""

import re
from calendar import isleap
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from build_scripts.model.annotation import (
    CaseRule,
    Certainty,
    FormattingStyle,
    Linking,
    Relation,
    Status,
)
from build_scripts.model.collection import GlossaryPages
from build_scripts.model.reading import LineBreaks, Role

ID_PATTERN = r"^[a-z][a-z0-9-]*$"


def _iso_date(value: str) -> str:
    match = re.fullmatch(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", value)
    if match is None:
        raise ValueError("a date is written 2021, 2021-10 or 2021-10-01")
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    days = (31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= days[month - 1]:
        raise ValueError("there is no such day in the calendar")
    return value


def _is_earlier(date: str, other: str) -> bool:
    """Whether one date ends before the other begins; 2021 is neither before nor after 2021-10."""
    (first, *first_rest), (second, *second_rest) = _numbers(date), _numbers(other)
    common = min(len(first_rest), len(second_rest))
    return (first, *first_rest[:common]) < (second, *second_rest[:common])


def _numbers(date: str) -> tuple[int, ...]:
    year, *rest = date.lstrip("-").split("-")
    return (-int(year) if date.startswith("-") else int(year), *map(int, rest))


def _web_address(value: str) -> str:
    if not re.match(r"https?://[^\s/]+", value) or re.search(r"[\s<>\"]", value):
        raise ValueError("an address begins with https:// or http:// and holds no blanks")
    return value


def _seed_path(value: str) -> str:
    parts = value.split("/")
    if parts[0] != "seeds" or len(parts) < 2 or set(parts) & {"", ".", ".."}:
        raise ValueError("the source is a file in `seeds/`, written like `seeds/name.txt`")
    if re.search(r"[\\:\x00-\x1f]", value):
        raise ValueError("the name of a source holds no backslash, colon or control character")
    return value


def _list_from_text(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("this is blank")  # said in the words for an empty value
    return value


Text = Annotated[str, AfterValidator(_not_blank)]
Context = Annotated[str, StringConstraints(min_length=1)]
"""Text in which white space alone means something too."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Date = Annotated[str, AfterValidator(_iso_date)]
Address = Annotated[str, AfterValidator(_web_address)]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
SeedPath = Annotated[str, AfterValidator(_seed_path)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[int, Field(ge=1)]
TextList = Annotated[tuple[Text, ...], BeforeValidator(_list_from_text)]
IdList = Annotated[tuple[Id, ...], BeforeValidator(_list_from_text)]


def _paragraph_range(value: Any) -> Any:
    match = (
        re.fullmatch(r"([0-9]{1,9})(?:\s*[-–]\s*([0-9]{1,9}))?", value)
        if isinstance(value, str)
        else None
    )
    if match is None:
        raise ValueError("paragraphs are written 3 or 3-5")
    first, last = int(match[1]), int(match[2] or match[1])
    if not 1 <= first <= last:
        raise ValueError("the first paragraph comes before the last, and counting begins with 1")
    return (first, last)


ParagraphRange = Annotated[tuple[int, int], BeforeValidator(_paragraph_range)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TargetModel(_Model):
    """A passage: a quotation, a range of paragraphs, or the whole reading."""

    exact: Text | None = None
    prefix: Context | None = None
    suffix: Context | None = None
    occurrence: Number | None = None
    paragraph: Number | None = None
    paragraphs: ParagraphRange | None = None
    reading: Literal["true"] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "TargetModel":
        ways = [self.exact, self.paragraphs, self.reading]
        if sum(way is not None for way in ways) != 1:
            raise ValueError("a target has one of `exact`, `paragraphs` or `reading: true`")
        refined = (self.prefix, self.suffix, self.occurrence, self.paragraph)
        if self.exact is None and any(value is not None for value in refined):
            raise ValueError("`prefix`, `suffix`, `occurrence` and `paragraph` go with `exact`")
        return self


class QuoteTargetModel(_Model):
    """A passage by its own words."""

    exact: Text
    prefix: Context | None = None
    suffix: Context | None = None
    occurrence: Number | None = None
    paragraph: Number | None = None


class PassageModel(_Model):
    """A passage of a named reading; the whole reading where nothing else is given."""

    reading: Id
    exact: Text | None = None
    prefix: Context | None = None
    suffix: Context | None = None
    occurrence: Number | None = None
    paragraph: Number | None = None
    paragraphs: ParagraphRange | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "PassageModel":
        if self.exact is not None and self.paragraphs is not None:
            raise ValueError("a passage has either `exact` or `paragraphs`")
        refined = (self.prefix, self.suffix, self.occurrence, self.paragraph)
        if self.exact is None and any(value is not None for value in refined):
            raise ValueError("`prefix`, `suffix`, `occurrence` and `paragraph` go with `exact`")
        return self


class FarEndModel(_Model):
    """What a cross-reference refers to: a passage of a reading, a term, or an event."""

    reading: Id | None = None
    term: Id | None = None
    event: Id | None = None
    exact: Text | None = None
    prefix: Context | None = None
    suffix: Context | None = None
    occurrence: Number | None = None
    paragraph: Number | None = None
    paragraphs: ParagraphRange | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "FarEndModel":
        if sum(end is not None for end in (self.reading, self.term, self.event)) != 1:
            raise ValueError("a cross-reference refers to one of `reading`, `term` or `event`")
        place = (self.exact, self.prefix, self.suffix, self.occurrence, self.paragraph)
        if self.reading is None and any(v is not None for v in (*place, self.paragraphs)):
            raise ValueError("a passage needs the `reading` it stands in")
        if self.exact is not None and self.paragraphs is not None:
            raise ValueError("a passage has either `exact` or `paragraphs`")
        if self.exact is None and any(value is not None for value in place[1:]):
            raise ValueError("`prefix`, `suffix`, `occurrence` and `paragraph` go with `exact`")
        return self


class CitationModel(_Model):
    """The key of a reference, with the place in it."""

    ref: Id
    locator: Text | None = None


def _citation_from_text(value: Any) -> Any:
    return {"ref": value} if isinstance(value, str) else value


CitationList = tuple[Annotated[CitationModel, BeforeValidator(_citation_from_text)], ...]


class _Attributed(_Model):
    sources: CitationList = ()
    creator: Text | None = None
    reviewed_by: TextList = ()
    status: Status | None = None
    formerly: IdList = ()


class NoteModel(_Attributed):
    """A context note."""

    id: Id
    target: TargetModel
    body: Text


class CrossReferenceModel(_Attributed):
    """A typed link between two passages, or to a term or event."""

    id: Id
    target: TargetModel
    refers_to: FarEndModel
    relation: Relation
    body: Text | None = None


class CorrectionModel(_Attributed):
    """The probable reading of a faulty passage."""

    id: Id
    target: QuoteTargetModel
    reading: Text
    certainty: Certainty
    body: Text | None = None


class MentionModel(_Model):
    """A place where a glossary link is forced or forbidden."""

    target: QuoteTargetModel
    term: Id | None = None
    forbid: Id | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "MentionModel":
        if (self.term is None) == (self.forbid is None):
            raise ValueError("a mention has either `term` (link it) or `forbid` (do not)")
        return self


class FormattingModel(_Model):
    """Typography at a place."""

    target: QuoteTargetModel
    style: FormattingStyle = Field(alias="as")


class EventModel(_Attributed):
    """An entry of the timeline."""

    id: Id
    date: Date
    end_date: Date | None = None
    title: Text
    body: Text | None = None
    passages: tuple[PassageModel, ...] = ()

    @field_validator("end_date")
    @classmethod
    def _not_before_date(cls, value: str | None, info: ValidationInfo) -> str | None:
        begins = info.data.get("date")
        if value is not None and begins is not None and _is_earlier(value, begins):
            raise ValueError("the event ends before it begins")
        return value


class NameModel(_Model):
    """A name after CSL: family and given, or literal."""

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "NameModel":
        if (self.literal is None) == (self.family is None):
            raise ValueError("a name has either `literal` or `family` (and `given`)")
        return self


def _name_from_text(value: Any) -> Any:
    return {"literal": value} if isinstance(value, str) else value


class ReferenceModel(_Model):
    """A bibliographic item; keys are CSL variables."""

    id: Id
    type: Text
    title: Text | None = None
    author: tuple[Annotated[NameModel, BeforeValidator(_name_from_text)], ...] = ()
    publisher: Text | None = None
    container_title: Text | None = Field(default=None, alias="container-title")
    issued: Date | None = None
    accessed: Date | None = None
    language: LanguageTag | None = None
    url: Address | None = Field(default=None, alias="URL")
    note: Text | None = None


class TermExceptionModel(_Model):
    """A phrase inside which, or a reading in which, a term is not meant."""

    phrase: Text | None = None
    reading: Id | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "TermExceptionModel":
        if (self.phrase is None) == (self.reading is None):
            raise ValueError("an exception is either a phrase or `reading: ID`")
        return self


def _phrase_from_text(value: Any) -> Any:
    return {"phrase": value} if isinstance(value, str) else value


class TermModel(_Attributed):
    """A glossary entry; its id is the name of the file."""

    term: Text
    sort_key: Text | None = None
    kind: Id = "concept"
    forms: TextList | None = None
    case: CaseRule = CaseRule.INITIAL
    linking: Linking | None = None
    exceptions: tuple[Annotated[TermExceptionModel, BeforeValidator(_phrase_from_text)], ...] = (
        Field(default=(), alias="except")
    )
    translations: dict[LanguageTag, Text] = {}
    definition: Text


class SourceModel(_Model):
    """The file of a source text, and the sha256 of its bytes."""

    file: SeedPath
    sha256: Sha256 | None = None


class SpeakerModel(_Model):
    """Somebody who speaks, and how the text marks it."""

    id: Id
    name: Text
    label: Text | None = None


class ParagraphStyleModel(_Model):
    """The role and speaker of a run of paragraphs."""

    first: Number = Field(alias="from")
    last: Number | None = Field(default=None, alias="to")
    role: Role = Role.PARAGRAPH
    speaker: Id | None = None
    level: Annotated[int, Field(ge=2, le=6)] = 2


class HeadingModel(_Model):
    """A heading supplied by the editor."""

    before: Number
    title: Text
    level: Annotated[int, Field(ge=2, le=6)] = 2


class PartModel(_Model):
    """A part of a long reading, with a page of its own."""

    id: Id
    title: Text
    first: Number = Field(alias="from")
    last: Number = Field(alias="to")


class ReadingModel(_Model):
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


class SettingsModel(_Model):
    """``site.yml``."""

    drafts: Literal["hide", "publish"] = "hide"
    linking: Linking = Linking.FIRST
    glossary_pages: GlossaryPages = GlossaryPages.ONE


ITEM_MODELS: dict[str, type[_Model]] = {
    "notes": NoteModel,
    "cross_references": CrossReferenceModel,
    "corrections": CorrectionModel,
    "mentions": MentionModel,
    "formatting": FormattingModel,
    "events": EventModel,
    "references": ReferenceModel,
}
"""What an annotation file may hold: a list of items under each key."""
