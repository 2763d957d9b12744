"""Random annotated readings: nasty text, and annotations of every kind over random passages."""

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from build_scripts.merge.arrange import arrange
from build_scripts.merge.sections import section_starts
from build_scripts.merge.speaker_labels import speaker_labels
from build_scripts.model.annotation import (
    Body,
    CaseRule,
    Certainty,
    Correction,
    CrossReference,
    FormattingStyle,
    Note,
    PassageReference,
    Provenance,
    Relation,
    Status,
    Term,
)
from build_scripts.model.arrangement import Arrangement
from build_scripts.model.collection import Settings
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    Passage,
    PlacedAnnotation,
    PlacedStyle,
)
from build_scripts.model.reading import (
    EditorialHeading,
    LineBreaks,
    Metadata,
    ParagraphStyle,
    Part,
    Reading,
    Role,
    Speaker,
)
from build_scripts.model.selector import ReadingSelector, TextQuoteSelector
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.read.files.source_paragraphs import split_paragraphs
from build_scripts.render.bodies.body_pieces import Pieces
from build_scripts.render.markdown_safe_html import Html
from build_scripts.render.site import Site, site_of
from tests.render.nasty_strings import NAMES, SOURCE_TEXTS

NOWHERE = Origin(Document("annotations/readings/text/reading.yml", ""), 0)
BODY = Body("A body.", NOWHERE)
BODIES: Mapping[Body, Pieces] = {BODY: (Html("<p>A body.</p>"),)}


# Values, with what a test does not care about filled in


def source_text(content: str) -> SourceText:
    """A source that is nothing but its text."""
    return SourceText("seeds/text.txt", "0" * 64, "", content, split_paragraphs(content))


def reading(
    source: SourceText,
    *,
    title: str = "A text",
    language: str = "en",
    description: str = "",
    speakers: tuple[Speaker, ...] = (),
    styles: tuple[ParagraphStyle, ...] | None = None,
    headings: tuple[EditorialHeading, ...] = (),
    parts: tuple[Part, ...] = (),
    line_breaks: LineBreaks = LineBreaks.REFLOW,
    notes: tuple[Note, ...] = (),
) -> Reading:
    """A reading without annotations."""
    return Reading(
        id="text",
        source=source,
        metadata=Metadata(title, language, description=description),
        speakers=speakers,
        styles=styles or (ParagraphStyle(),) * len(source.paragraphs),
        headings=headings,
        parts=parts,
        line_breaks=line_breaks,
        linking=None,
        formerly=(),
        sha256_recorded=True,
        notes=notes,
        cross_references=(),
        corrections=(),
        mentions=(),
        formatting=(),
        origin=NOWHERE,
    )


def note(note_id: str, provenance: Provenance | None = None) -> Note:
    """A note, wherever it is placed."""
    return Note(note_id, ReadingSelector(NOWHERE), BODY, provenance or Provenance(), NOWHERE)


def correction(correction_id: str, proposed: str = "probable") -> Correction:
    """A correction, wherever it is placed."""
    target = TextQuoteSelector("x", NOWHERE)
    certainty = Certainty.LIKELY
    return Correction(correction_id, target, proposed, certainty, None, Provenance(), NOWHERE)


def cross_reference(reference_id: str, body: Body | None = None) -> CrossReference:
    """A cross-reference to a passage of the same reading."""
    far_end = PassageReference("text", ReadingSelector(NOWHERE), NOWHERE)
    return CrossReference(
        reference_id,
        ReadingSelector(NOWHERE),
        far_end,
        Relation.CONTRASTS,
        body,
        Provenance(),
        NOWHERE,
    )


def term(term_id: str, label: str = "Term", translation: str = "") -> Term:
    """A glossary term."""
    return Term(
        id=term_id,
        label=label,
        kind="concept",
        forms=(label,),
        case=CaseRule.EXACT,
        linking=None,
        except_phrases=(),
        except_readings=(),
        translations={"ru": translation} if translation else {},
        definition=BODY,
        provenance=Provenance(),
        origin=NOWHERE,
    )


def annotated(
    of: Reading,
    placed: Iterable[PlacedAnnotation] = (),
    styles: Iterable[PlacedStyle] = (),
) -> AnnotatedReading:
    """A reading with annotations at given places, in the order that the merge gives them."""
    in_order = sorted(placed, key=lambda p: (p.span.start, -p.span.end, p.entry, p.at_far_end))
    all_styles = (*styles, *speaker_labels(of))
    return AnnotatedReading(of, tuple(in_order), all_styles, (), section_starts(of))


def site_with(of: AnnotatedReading, bodies: Mapping[Body, Pieces] = BODIES) -> Site:
    """A site that is this one reading and the terms used in it."""
    terms = {
        p.annotation.id: p.annotation for p in of.annotations if isinstance(p.annotation, Term)
    }
    collection = AnnotatedCollection(
        Settings(), (of,), tuple(term for _, term in sorted(terms.items())), (), (), in_order((of,))
    )
    return site_of_collection(collection, bodies)


def in_order(readings: Iterable[AnnotatedReading]) -> Arrangement:
    """Readings without collections."""
    return arrange((annotated.reading for annotated in readings), ()).arrangement


def site_of_collection(
    collection: AnnotatedCollection, bodies: Mapping[Body, Pieces] = BODIES
) -> Site:
    """The site of a collection in which no terms are found."""
    return site_of(collection, bodies, _FindNoTerms(), SiteConfiguration())


class _FindNoTerms:
    def __call__(self, _text: str, _excluded_term: str) -> tuple[tuple[str, Span], ...]:
        return ()

    def may_differ(self, _before: object, _texts: Iterable[str]) -> bool:
        return False


# Random ones


def spans(source: SourceText) -> st.SearchStrategy[Span]:
    """Passages that begin and end with a character of some paragraph, however far apart."""
    offsets = [i for p in source.paragraphs for i in range(p.span.start, p.span.end)]
    # Ends that are few meet often: passages that touch, nest, cross and coincide.
    few = offsets[:: max(1, len(offsets) // 6)]
    ends = st.sampled_from(few) | st.sampled_from(offsets)
    return st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair) + 1))


def _paragraph_styles(speakers: tuple[Speaker, ...]) -> st.SearchStrategy[ParagraphStyle]:
    return st.builds(
        ParagraphStyle,
        st.sampled_from(Role),
        st.sampled_from(("", *(speaker.id for speaker in speakers))),
        st.integers(2, 6),
    )


@st.composite
def _readings(draw: st.DrawFn) -> Reading:
    source = source_text(draw(SOURCE_TEXTS))
    count = len(source.paragraphs)
    beginning = source.paragraph_text(draw(st.integers(1, count)))
    label = beginning[: draw(st.integers(0, 4))]
    speakers = (Speaker("a", "Anna", label), Speaker("b", draw(NAMES)))
    styles = tuple(draw(st.lists(_paragraph_styles(speakers), min_size=count, max_size=count)))
    headings = draw(
        st.lists(
            st.builds(EditorialHeading, st.integers(1, count), NAMES, st.integers(2, 6)),
            max_size=2,
        )
    )
    cut = draw(st.none() | st.integers(1, count - 1)) if count > 1 else None
    parts = () if cut is None else (Part("one", "One", 1, cut), Part("two", "Two", cut + 1, count))
    return reading(
        source,
        language=draw(st.sampled_from(("en", "he", "ja"))),
        speakers=speakers,
        styles=styles,
        headings=tuple(sorted(headings, key=lambda heading: heading.before)),
        parts=parts,
        line_breaks=draw(st.sampled_from(LineBreaks)),
    )


_TERMS = tuple(term(term_id) for term_id in ("belarus", "belarus-2", "state"))
_KINDS = ("note", "note", "corr", "term", "term", "xref", "paragraphs", "whole")


@st.composite
def _placed(draw: st.DrawFn, of: Reading) -> list[PlacedAnnotation]:
    placed: list[PlacedAnnotation] = []
    source = of.source
    count = len(source.paragraphs)
    passages = spans(source)
    for index, kind in enumerate(draw(st.lists(st.sampled_from(_KINDS), max_size=9))):
        span = draw(passages)
        if placed and draw(st.integers(0, 3)) == 0:
            span = draw(st.sampled_from(placed)).span
        match kind:
            case "note":
                former = Provenance(formerly=(f"earlier-n{index}",))
                placed.append(PlacedAnnotation(f"note-n{index}", span, note(f"n{index}", former)))
            case "corr":
                placed.append(PlacedAnnotation(f"corr-c{index}", span, correction(f"c{index}")))
            case "term":
                chosen = draw(st.sampled_from(_TERMS))
                placed.append(PlacedAnnotation(f"term-{chosen.id}", span, chosen))
            case "xref":
                far = draw(passages)
                reference = cross_reference(f"x{index}", BODY)
                entry = f"xref-x{index}"
                to_far, to_near = Passage(of.id, far), Passage(of.id, span)
                placed.append(PlacedAnnotation(entry, span, reference, other_end=to_far))
                placed.append(
                    PlacedAnnotation(entry, far, reference, other_end=to_near, at_far_end=True)
                )
            case _:
                first, last = (
                    (1, count)
                    if kind == "whole"
                    else sorted((draw(st.integers(1, count)), draw(st.integers(1, count))))
                )
                block = source.paragraphs_span(first, last)
                draft = Provenance(status=Status.DRAFT)
                placed.append(
                    PlacedAnnotation(f"note-b{index}", block, note(f"b{index}", draft), True)
                )
    return draw(st.permutations(placed))


def _placed_styles(source: SourceText) -> st.SearchStrategy[list[PlacedStyle]]:
    styles = st.sampled_from([style.value for style in FormattingStyle])
    return st.lists(st.builds(PlacedStyle, spans(source), styles), max_size=3)


@st.composite
def annotated_readings(draw: st.DrawFn) -> AnnotatedReading:
    """Readings of every shape, in one page or in parts, with up to some ten annotations."""
    of = draw(_readings())
    return annotated(of, draw(_placed(of)), draw(_placed_styles(of.source)))
