"""Model of ``reading.yml``: the source, the metadata and the structure of a text."""

from typing import Annotated, Literal

from pydantic import Field

from build_scripts.model.annotation import Linking
from build_scripts.model.line_end import LineEndHyphens
from build_scripts.model.reading import FirstView, LineBreaks, Publish, Role
from build_scripts.model.source_text import ParagraphRule
from build_scripts.read.schema.licences import TextOrLicence
from build_scripts.read.schema.names import NameList
from build_scripts.read.schema.provenance import CitationList, RecommendationList
from build_scripts.read.schema.values import (
    Address,
    Context,
    Date,
    EdtfDate,
    FormatModel,
    HeadingLevel,
    Id,
    IdList,
    LanguageTag,
    LongText,
    Number,
    OneOrMore,
    ParagraphRange,
    ReadingId,
    SeedPath,
    Sha256,
    TermId,
    Text,
    TextList,
    list_from_one,
    text_for,
)


class SourceModel(FormatModel):
    """The file of a source text, the sha256 of its bytes, and what its paragraphs are."""

    file: SeedPath
    """The file of the text, in `seeds/`."""
    sha256: Sha256 | None = None
    """The fingerprint of the file, as `sha256sum` prints it. With it, a change of the source is
    noticed."""
    paragraphs: ParagraphRule = ParagraphRule.BLANK_LINES
    """What separates the paragraphs of the file: `blank-lines` (usual), or `lines` if each line is
    a paragraph, as word processors save plain text."""


class SpeakerModel(FormatModel):
    """A speaker, and how the text marks what the speaker says."""

    id: Id
    """The key by which `paragraphs` name the speaker."""
    name: Text
    """The name in full."""
    label: Text | None = None
    """How the text marks what the speaker says, such as `Transitions:`."""
    term: TermId | None = None
    """The id of the speaker's glossary entry."""


class ParagraphStyleModel(FormatModel):
    """The role and speaker of a run of paragraphs."""

    first: Number = Field(alias="from")
    """The number of the first paragraph."""
    last: Number | None = Field(default=None, alias="to")
    """The number of the last paragraph; without it, only the first is meant."""
    role: Role = Role.PARAGRAPH
    """What the paragraphs are."""
    speaker: Id | None = None
    """The id of the speaker, from `speakers`."""
    level: HeadingLevel = 2
    """The depth of a heading; the title of the page is 1."""


class HeadingModel(FormatModel):
    """A heading supplied by the editor."""

    before: Number
    """The number of the paragraph after it."""
    title: Text
    """The text of the heading."""
    level: HeadingLevel = 2
    """The depth of the heading; the title of the page is 1."""


class PartModel(FormatModel):
    """A part of a long reading, with a page of its own."""

    id: Id
    """The end of its address, after that of the reading; not `index`."""
    title: Text
    """The title of its page."""
    first: Number = Field(alias="from")
    """The number of the first paragraph."""
    last: Number = Field(alias="to")
    """The number of the last paragraph."""


class AlignedParagraphsModel(FormatModel):
    """Paragraphs that stand beside those of the original."""

    paragraphs: ParagraphRange
    """Paragraphs of this text: one number, or the first and the last, like `3-5`."""
    original: ParagraphRange | None = None
    """Those of the original, if they have other numbers."""


_RangeOrAligned = Annotated[
    AlignedParagraphsModel, text_for("paragraphs", ParagraphRange, AlignedParagraphsModel)
]


class IntroductionModel(FormatModel):
    """What is good to know before the text is read."""

    body: LongText
    """The introduction, in Markdown."""
    sources: CitationList = ()
    """The sources of the introduction: ids of references, or `{ref: id, locator: "p. 112"}`."""
    creator: TextList = ()
    """Who wrote it: one name, or a list."""
    created: Date | None = None
    """When it was written: `2021`, `2021-10` or `2021-10-01`."""


class ReadingModel(FormatModel):
    """``reading.yml``."""

    title: Text
    """The title of the page."""
    source: SourceModel
    """The file that holds the text."""
    language: LanguageTag
    """The language of the text, as a tag."""
    title_by: Literal["editor", "source"] = "source"
    """Where the title comes from: `source` (usual), or `editor` if the text has none."""
    header: Context | None = None
    """The beginning of the file that is not part of the text, character for character."""
    authors: NameList = ()
    """Who wrote the text, in order: one name, or a list. `{family: Brown, given: Maud}`, or a
    plain text for a name that is not taken apart."""
    interviewee: NameList = ()
    """Who is interviewed in the text: citations name them first, as its authors."""
    interviewer: NameList = ()
    """Who asks the questions of an interview."""
    publisher: Text | None = None
    """Who published it."""
    date: EdtfDate | None = None
    """When it was published: `1952-04`, `1952~` for about 1952, `195X` for the 1950s."""
    original_language: LanguageTag | None = None
    """The language of the original, if this is a translation."""
    translator: NameList = ()
    """Who translated it: one name, or a list."""
    version: Text | None = None
    """What this version of the text is, for citations, if it is not what was published:
    `Unattributed machine translation from Italian`. Then `publisher`, `date` and `url` are those of
    the original."""
    rights: LongText | None = None
    """Who holds the rights to the text, and why it may be shown."""
    licence: TextOrLicence | None = None
    """The licence of the text: an id of the SPDX list such as `CC-BY-4.0`, a name, or `{name, url,
    spdx}`."""
    annotations_licence: TextOrLicence | None = None
    """The licence of the annotations of this reading, if it is not that of the site."""
    publish: Publish = Publish.FULL
    """How much of the text the site shows: `full` (usual), `passages` for the annotated passages
    with a few words around each, or `notes` for nothing of it but what is said about it."""
    url: Address | None = None
    """Where the original is on the web."""
    description: LongText | None = None
    """One or two sentences about the text."""
    notice: LongText | None = None
    """What readers must know before they read or quote the text, in Markdown; it stands in a box
    above the text."""
    introduction: IntroductionModel | None = None
    """What is good to know before the text is read; it stands above the text, and readers can fold
    it."""
    further_reading: RecommendationList = ()
    """What is worth reading after the text: ids of references, or `{ref: id, body: "Why"}`; listed
    below the text in this order."""
    speakers: tuple[SpeakerModel, ...] = ()
    """The speakers in the text."""
    paragraphs: tuple[ParagraphStyleModel, ...] = ()
    """What the paragraphs are: questions, answers, verse …"""
    headings: tuple[HeadingModel, ...] = ()
    """Headings that the editors supply; they are not part of the text."""
    parts: tuple[PartModel, ...] = ()
    """The parts of a long reading, each with a page of its own."""
    line_breaks: LineBreaks = LineBreaks.REFLOW
    """How line ends in a paragraph are shown: `reflow` (usual) as spaces, `keep` as in verse."""
    line_end_hyphens: LineEndHyphens | None = None
    """What a hyphen at a line end is: `join` if it only stands there because the line ends, `keep`
    if it belongs to the word. Without it, the text decides word by word."""
    first_view: FirstView = FirstView.PRINTED
    """How the text opens: as `printed` (usual), or `corrected`, with its corrections in place of
    the words that they correct. Readers can change it."""
    linking: Linking | None = None
    """Which occurrences of glossary terms become links, in this reading."""
    interface: LanguageTag | None = None
    """The language of the interface on its pages, if not that of the site."""
    formerly: IdList = ()
    """Earlier ids of the reading; their addresses forward to this one."""
    version_of: ReadingId | None = None
    """The id of the reading that this is another version of."""
    translation_of: ReadingId | None = None
    """The id of the reading that this is a translation of."""
    alignment: Annotated[tuple[_RangeOrAligned, ...], OneOrMore(list_from_one)] = ()
    """Which paragraphs correspond to which of the reading that this is a translation of, or a
    version of: `1-40` for the same numbers, or `{paragraphs: 3-4, original: 3}`; a list where they
    differ. The two texts are then shown side by side."""
