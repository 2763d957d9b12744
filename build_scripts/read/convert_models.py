"""Convert validated models to the values of `build_scripts.model`, one function per kind.

Models of faulty entries have stand-ins (see `stand_ins`). The sound parts of such an entry are
kept, and the rest is empty. A target that is faulty as a whole quotes nothing.
"""

from collections.abc import Iterable
from typing import Any

from build_scripts.model.alignment import Aligned
from build_scripts.model.annotation import (
    Annotation,
    Body,
    Citation,
    Correction,
    CrossReference,
    Event,
    EventReference,
    Formatting,
    Introduction,
    Mention,
    Name,
    Note,
    PassageReference,
    Provenance,
    Question,
    Recommendation,
    Reference,
    Rival,
    Term,
    TermReference,
)
from build_scripts.model.arrangement import DeclaredCollection
from build_scripts.model.collection import Settings
from build_scripts.model.comparison import Comparison
from build_scripts.model.coordinates import Coordinates
from build_scripts.model.csl_variables import DATES, PEOPLE, TEXTS
from build_scripts.model.licence import Licence
from build_scripts.model.line_and_column import Origin
from build_scripts.model.pronunciation import Pronunciation
from build_scripts.model.selector import (
    ParagraphsSelector,
    ReadingSelector,
    Selector,
    TextQuoteSelector,
)
from build_scripts.read.schema.annotations import (
    CorrectionModel,
    CrossReferenceModel,
    FormattingModel,
    MentionModel,
    NoteModel,
    QuestionModel,
    RivalModel,
)
from build_scripts.read.schema.collections import CollectionModel
from build_scripts.read.schema.comparisons import ComparisonModel
from build_scripts.read.schema.events import EventModel
from build_scripts.read.schema.licences import LicenceModel
from build_scripts.read.schema.map_coordinates import CoordinatesModel
from build_scripts.read.schema.names import NameModel
from build_scripts.read.schema.provenance import (
    AttributedModel,
    CitationModel,
    RecommendationModel,
)
from build_scripts.read.schema.readings import AlignedParagraphsModel, IntroductionModel
from build_scripts.read.schema.references import ReferenceModel
from build_scripts.read.schema.settings import SettingsModel
from build_scripts.read.schema.targets import (
    PassageModel,
    PassageOfQuestionModel,
    PlaceModel,
    QuotationModel,
)
from build_scripts.read.schema.terms import TermModel
from build_scripts.text.spdx_licences import listed_licence


def _quote_selector(
    model: QuotationModel, origin: Origin, *, is_item: bool = False
) -> TextQuoteSelector:
    """The selector of a quotation; empty if `exact` is faulty."""
    return TextQuoteSelector(
        model.exact or "",
        origin,
        model.prefix or "",
        model.suffix or "",
        model.occurrence,
        model.paragraph,
        is_item,
    )


def _selector(model: PlaceModel, origin: Origin, *, is_item: bool = False) -> Selector:
    """The selector of a target: a quotation, paragraphs, or otherwise the whole reading.

    `is_item` says that it stands in a list of passages.
    """
    if model.exact is not None:
        return _quote_selector(model, origin, is_item=is_item)
    if model.paragraphs is not None:
        first, last = model.paragraphs
        return ParagraphsSelector(first, last, origin)
    # A faulty target may have meant only a part of the reading.
    return _quote_selector(model, origin) if origin.faulty else ReadingSelector(origin)


def optional_body(markdown: str | None, origin: Origin, key: str = "body") -> Body | None:
    """A text in Markdown under a key that may be missing."""
    return None if markdown is None else Body(markdown, origin.at(key))


def _citations(models: Iterable[CitationModel], origin: Origin) -> tuple[Citation, ...]:
    """The citations under `sources` of the mapping at `origin`."""
    return tuple(
        Citation(citation.ref, origin.at("sources", index, "ref"), citation.locator or "")
        for index, citation in enumerate(models)
        if citation.ref
    )


def _provenance(model: AttributedModel, origin: Origin) -> Provenance:
    return Provenance(
        _citations(model.sources, origin),
        tuple(model.creator),
        tuple(model.reviewed_by),
        model.status,
        tuple(model.formerly),
        model.created or "",
        model.modified or "",
    )


def introduction(model: IntroductionModel | None, origin: Origin) -> Introduction | None:
    """The introduction of a reading, which it may lack."""
    if model is None:
        return None
    return Introduction(
        Body(model.body, origin.at("body")),
        Provenance(
            _citations(model.sources, origin),
            tuple(model.creator),
            created=model.created or "",
        ),
        origin,
    )


def further_reading(
    models: Iterable[RecommendationModel], origin: Origin
) -> tuple[Recommendation, ...]:
    """The sources that a reading recommends; `origin` is that of their list."""
    return tuple(
        Recommendation(
            Citation(model.ref, origin.at(index, "ref"), model.locator or ""),
            optional_body(model.body, origin.at(index)),
        )
        for index, model in enumerate(models)
        if model.ref
    )


def alignment(models: Iterable[AlignedParagraphsModel], origin: Origin) -> tuple[Aligned, ...]:
    """The paragraphs beside those of the original; `origin` is that of their list."""
    return tuple(
        Aligned(*model.paragraphs, *(model.original or model.paragraphs), origin.at(index))
        for index, model in enumerate(models)
        if not origin.at(index).faulty
    )


def _note(model: NoteModel, origin: Origin) -> Note:
    return Note(
        model.id,
        _selector(model.target, origin.at("target")),
        Body(model.body, origin.at("body")),
        _provenance(model, origin),
        origin,
    )


def _cross_reference(model: CrossReferenceModel, origin: Origin) -> CrossReference:
    far_end, place = model.refers_to, origin.at("refers_to")
    refers_to: PassageReference | TermReference | EventReference
    if far_end.term is not None:
        refers_to = TermReference(far_end.term, place)
    elif far_end.event is not None:
        refers_to = EventReference(far_end.event, place)
    else:
        refers_to = PassageReference(far_end.reading or "", _selector(far_end, place), place)
    return CrossReference(
        model.id,
        _selector(model.target, origin.at("target")),
        refers_to,
        model.relation,
        optional_body(model.body, origin),
        _provenance(model, origin),
        origin,
    )


def _correction(model: CorrectionModel, origin: Origin) -> Correction:
    return Correction(
        model.id,
        _quote_selector(model.target, origin.at("target")),
        model.reading,
        model.certainty,
        optional_body(model.body, origin),
        _provenance(model, origin),
        origin,
        tuple(model.proposed_by),
        tuple(
            _rival(rival, origin.at("rivals", index)) for index, rival in enumerate(model.rivals)
        ),
    )


def _rival(model: RivalModel, origin: Origin) -> Rival:
    return Rival(
        model.reading,
        tuple(model.proposed_by),
        model.certainty,
        optional_body(model.body, origin),
        _citations(model.sources, origin),
    )


def _question(model: QuestionModel, origin: Origin, reading: str) -> Question:
    """A question of a reading, which its passages need not name."""
    return Question(
        model.id,
        Body(model.body, origin.at("body")),
        _passages(model.passages, origin.at("passages"), reading),
        optional_body(model.hint, origin, "hint"),
        _provenance(model, origin),
        origin,
    )


def _passages(
    models: Iterable[PassageModel | PassageOfQuestionModel], origin: Origin, reading: str = ""
) -> tuple[PassageReference, ...]:
    """The passages of a list; those that name no reading are in the one that is given."""
    return tuple(
        PassageReference(name, _selector(model, origin.at(index), is_item=True), origin.at(index))
        for index, model in enumerate(models)
        for name in (model.reading or ("" if "reading" in origin.at(index).faulty else reading),)
        if name
    )


def _mention(model: MentionModel, origin: Origin) -> Mention:
    target = _quote_selector(model.target, origin.at("target"))
    if model.term and model.forbid:  # it is unclear which of the two is meant
        return Mention(target, "", "", origin)
    return Mention(target, model.term or "", model.forbid or "", origin)


def _formatting(model: FormattingModel, origin: Origin) -> Formatting:
    return Formatting(_quote_selector(model.target, origin.at("target")), model.style, origin)


def _event(model: EventModel, origin: Origin) -> Event:
    return Event(
        model.id,
        model.date,
        model.end_date or "",
        model.title,
        optional_body(model.body, origin),
        _passages(model.passages, origin.at("passages")),
        _provenance(model, origin),
        origin,
    )


def names(models: Iterable[NameModel]) -> tuple[Name, ...]:
    """Names in order."""
    return tuple(
        Name(model.literal or "", model.family or "", model.given or "", model.term or "")
        for model in models
    )


def _reference(model: ReferenceModel, origin: Origin) -> Reference:
    return Reference(
        model.id,
        model.type,
        model.title or "",
        names(model.author),
        model.publisher or "",
        model.container_title or "",
        model.issued or "",
        model.accessed or "",
        model.language or "",
        model.url or "",
        model.note or "",
        origin,
        {key: value for key in (*TEXTS, *DATES) if (value := _of_reference(model, key))},
        {key: names(people) for key in PEOPLE if (people := _of_reference(model, key))},
    )


def _of_reference(model: ReferenceModel, key: str) -> Any:
    """The value of a key of CSL."""
    return getattr(model, key.replace("-", "_").lower())


def term(model: TermModel, term_id: str, origin: Origin) -> Term:
    """A glossary entry; without `forms`, the term itself is its only form."""
    forms = model.forms
    if forms is None:
        forms = () if "forms" in origin.faulty or not model.term else (model.term,)
    phrases = tuple(e.phrase for e in model.exceptions if e.phrase is not None)
    readings = tuple(e.reading for e in model.exceptions if e.reading is not None)
    return Term(
        term_id,
        model.term,
        model.kind,
        forms,
        model.case,
        model.linking,
        phrases,
        readings,
        dict(model.translations),
        Body(model.definition, origin.at("definition")),
        _provenance(model, origin),
        origin,
        model.sort_key or "",
        tuple(
            Pronunciation(one.respelling or "", one.ipa or "", one.language or "")
            for one in model.pronunciation
        ),
        tuple(model.aliases),
        model.level,
        _coordinates(model.coordinates),
    )


def licence(model: LicenceModel | None) -> Licence | None:
    """A licence, with what the SPDX list knows of it where that is not given."""
    if model is None:
        return None
    listed = listed_licence(model.spdx) if model.spdx else None
    name, url = (listed.name, listed.url) if listed else ("", "")
    return Licence(model.name or name, model.url or url, model.spdx or "")


def _coordinates(model: CoordinatesModel | None) -> Coordinates | None:
    """A place; none if one of its two numbers is faulty."""
    if model is None or not (model.latitude and model.longitude):
        return None
    return Coordinates(float(model.latitude), float(model.longitude))


def settings(model: SettingsModel, origin: Origin) -> Settings:
    """The settings of site.yml; faulty years count as none."""
    has_years = "timeline" not in origin.faulty
    return Settings(
        publish_drafts=model.drafts == "publish",
        linking=model.linking,
        language=model.language,
        glossary_is_shared=model.glossary == "shared",
        glossary_pages=model.glossary_pages,
        first_year=model.timeline.first if has_years else None,
        last_year=model.timeline.last if has_years else None,
        required_keys=model.require.model_dump(),
        editors=model.editors or "",
        contact=model.contact or "",
        annotations_licence=licence(model.annotations_licence),
        origin=origin,
    )


def _collection(model: CollectionModel, origin: Origin) -> DeclaredCollection:
    return DeclaredCollection(
        model.id,
        model.title,
        model.description or "",
        tuple(model.readings),
        model.part_of or "",
        origin,
    )


def _comparison(model: ComparisonModel, origin: Origin) -> Comparison:
    return Comparison(
        model.id,
        model.title,
        tuple(model.readings),
        optional_body(model.body, origin),
        origin,
        _provenance(model, origin),
    )


SiteWideItem = Event | Reference | DeclaredCollection | Comparison
"""What belongs to no reading."""
AnnotationItem = Annotation | Question | SiteWideItem


def item(model: object, origin: Origin, reading: str) -> AnnotationItem:
    """The value of an entry of any kind, in the folder of a reading if it has an id."""
    match model:
        case NoteModel():
            return _note(model, origin)
        case CrossReferenceModel():
            return _cross_reference(model, origin)
        case CorrectionModel():
            return _correction(model, origin)
        case QuestionModel():
            return _question(model, origin, reading)
        case MentionModel():
            return _mention(model, origin)
        case FormattingModel():
            return _formatting(model, origin)
        case EventModel():
            return _event(model, origin)
        case ReferenceModel():
            return _reference(model, origin)
        case CollectionModel():
            return _collection(model, origin)
        case ComparisonModel():
            return _comparison(model, origin)
        case _:
            raise TypeError(f"no conversion for {type(model).__name__}")
