"""The whole merge, on small projects: what is shown where, and under which id."""

from pathlib import Path
from weakref import WeakSet

import pytest

from build_scripts.merge.anchors import resolver
from build_scripts.merge.anchors.quotable_text import QuotableText, quotable_reading
from build_scripts.merge.merge_collection import Merged, merge
from build_scripts.model.annotation import CrossReference
from build_scripts.model.placed import AnnotatedReading, Passage, PlacedAnnotation
from build_scripts.model.reading import Reading
from build_scripts.model.span import Span
from build_scripts.read.project import read_project
from build_scripts.render.reading.segments import segments_of
from build_scripts.text.normalised_text import NormalisedText
from tests.read.projects import PINNED_READING, READING_PATH, TALE, write_project

READING = "annotations/readings/tale/"
FABLE = "A fox saw a king.\n\nThe king saw grapes.\n"
SECOND = {
    "seeds/fable.txt": FABLE,
    "annotations/readings/fable/reading.yml": (
        "title: A fable\nsource: {file: seeds/fable.txt}\nlanguage: en\n"
    ),
}


def merged(root: Path, files: dict[str, str], *, with_drafts: bool = False) -> Merged:
    """The merge of a project with these files; reading them finds no fault."""
    project, diagnostics = read_project(write_project(root, dict(files)))
    assert diagnostics == ()
    return merge(project.collection, project.unreadable, with_drafts)


def reading(result: Merged, reading_id: str = "tale") -> AnnotatedReading:
    return next(a for a in result.collection.readings if a.reading.id == reading_id)


def shown(result: Merged, reading_id: str = "tale") -> list[tuple[str, str]]:
    """Entries on a reading, with the words that they are on, in order."""
    of = reading(result, reading_id)
    text = of.reading.source.text
    return [(p.entry, text[p.span.start : p.span.end]) for p in of.annotations]


def entry(result: Merged, entry_id: str, reading_id: str = "tale") -> PlacedAnnotation:
    (found,) = [p for p in reading(result, reading_id).annotations if p.entry == entry_id]
    return found


def test_annotations_of_all_kinds_are_in_the_order_of_the_text(tmp_path: Path) -> None:
    result = merged(
        tmp_path,
        {
            READING + "notes.yml": (
                "notes:\n"
                "  - {id: z, target: {exact: a daughter}, body: x}\n"
                "  - {id: b, target: {exact: a king}, body: x}\n"
                "  - {id: a, target: {exact: a king}, body: x}\n"
                "corrections:\n"
                "  - {id: c, target: {exact: there was a king}, reading: x, certainty: likely}\n"
            ),
            "annotations/glossary/frog.yml": "term: frog\ndefinition: An animal.\n",
        },
    )
    assert result.diagnostics == ()
    assert shown(result) == [
        ("corr-c", "there was a king"),
        ("note-a", "a king"),
        ("note-b", "a king"),
        ("note-z", "a daughter"),
        ("term-frog", "frog"),
    ]


def test_paragraphs_and_whole_readings_are_marked_as_blocks(tmp_path: Path) -> None:
    notes = (
        "notes:\n"
        "  - {id: some, target: {paragraphs: 2-3}, body: x}\n"
        "  - {id: all, target: {reading: true}, body: x}\n"
        "  - {id: words, target: {exact: She had a frog.}, body: x}\n"
    )
    result = merged(tmp_path, {READING_PATH: PINNED_READING, READING + "notes.yml": notes})
    blocks = {p.entry: (p.span, p.on_blocks) for p in reading(result).annotations}
    length = len(TALE.rstrip())
    assert blocks == {
        "note-all": (Span(0, length), True),
        "note-some": (Span(TALE.index("The king"), length), True),
        "note-words": (Span(TALE.index("She"), length), False),
    }
    # Pieces carry only what quotes words.
    assert [[s.entries for s in row] for row in segments_of(reading(result))] == [
        [()],
        [()],
        [("note-words",)],
    ]


def test_what_is_found_nowhere_is_said_and_left_out(tmp_path: Path) -> None:
    notes = (
        "notes:\n"
        "  - {id: a, target: {exact: a dragon}, body: x}\n"
        "  - {id: b, target: {exact: a frog}, body: x}\n"
    )
    result = merged(tmp_path, {READING + "notes.yml": notes})
    assert [d.code for d in result.diagnostics] == ["A001"]
    assert shown(result) == [("note-b", "a frog")]


@pytest.mark.parametrize("with_drafts", [False, True])
def test_drafts_are_checked_always_and_shown_where_asked_for(
    tmp_path: Path, with_drafts: bool
) -> None:
    files = {
        READING + "notes.yml": (
            "notes:\n"
            "  - {id: a, target: {exact: a dragon}, body: x, status: draft}\n"
            "  - {id: b, target: {exact: a frog}, body: x, status: draft}\n"
            "cross_references:\n"
            "  - {id: c, target: {exact: a king}, refers_to: {term: frog}, relation: explains}\n"
        ),
        "annotations/glossary/frog.yml": "term: frog\ndefinition: x\nstatus: draft\n",
        "annotations/timeline.yml": (
            "events:\n  - {id: e, date: '1812', title: x, status: draft}\n"
        ),
    }
    result = merged(tmp_path, files, with_drafts=with_drafts)
    assert [d.code for d in result.diagnostics] == ["A001"]
    entries = [("xref-c", "a king"), ("note-b", "a frog"), ("term-frog", "frog")]
    assert shown(result) == (entries if with_drafts else [])
    assert [term.id for term in result.collection.terms] == (["frog"] if with_drafts else [])
    assert [e.event.id for e in result.collection.events] == (["e"] if with_drafts else [])


def test_a_site_may_publish_its_drafts(tmp_path: Path) -> None:
    notes = "notes:\n  - {id: b, target: {exact: a frog}, body: x, status: draft}\n"
    files = {READING + "notes.yml": notes, "annotations/site.yml": "drafts: publish\n"}
    assert shown(merged(tmp_path, files)) == [("note-b", "a frog")]


def test_a_cross_reference_is_shown_from_both_ends(tmp_path: Path) -> None:
    references = (
        "cross_references:\n"
        "  - id: kings\n"
        "    target: {exact: a king}\n"
        "    refers_to: {reading: fable, exact: a king}\n"
        "    relation: same-person\n"
    )
    result = merged(tmp_path, {**SECOND, READING + "x.yml": references})
    here, there = entry(result, "xref-kings"), entry(result, "xref-kings", "fable")
    place_here, place_there = TALE.index("a king"), FABLE.index("a king")
    assert (here.span, here.at_far_end) == (Span(place_here, place_here + 6), False)
    assert (there.span, there.at_far_end) == (Span(place_there, place_there + 6), True)
    assert here.other_end == Passage("fable", there.span)
    assert there.other_end == Passage("tale", here.span)


def test_a_cross_reference_inside_a_reading_is_one_entry_with_two_places(tmp_path: Path) -> None:
    references = (
        "cross_references:\n"
        "  - id: kings\n"
        "    target: {exact: The king}\n"
        "    refers_to: {reading: tale, exact: a king}\n"
        "    relation: same-person\n"
    )
    result = merged(tmp_path, {READING + "x.yml": references})
    assert shown(result) == [("xref-kings", "a king"), ("xref-kings", "The king")]


def test_cross_references_of_one_id_that_meet_on_a_reading_are_told_apart(tmp_path: Path) -> None:
    third = {
        "seeds/song.txt": "La la.\n",
        "annotations/readings/song/reading.yml": SECOND[
            "annotations/readings/fable/reading.yml"
        ].replace("fable", "song"),
    }

    def reference(name: str, here: str, there: str, words: str, formerly: str = "") -> str:
        return (
            f"cross_references:\n  - {{id: {name}, target: {{exact: {here}}}, relation: contrasts, "
            f"refers_to: {{reading: {there}, exact: {words}}}, formerly: [{formerly}]}}\n"
        )

    result = merged(
        tmp_path,
        {
            **SECOND,
            **third,
            READING + "x.yml": reference("one", "a frog", "fable", "grapes", "three"),
            READING + "y.yml": reference("two", "daughter", "song", "La la"),
            "annotations/readings/fable/x.yml": reference("one", "A fox", "song", "La"),
            "annotations/readings/song/x.yml": reference("three", "la.", "fable", "a king"),
        },
    )
    assert result.diagnostics == ()
    # What is stated here keeps its id, now or formerly; what comes from elsewhere is named so.
    assert shown(result, "fable") == [
        ("xref-one", "A fox"),
        ("xref-song.three", "a king"),
        ("xref-tale.one", "grapes"),
    ]
    arrived = entry(result, "xref-tale.one", "fable").annotation
    assert isinstance(arrived, CrossReference)
    assert arrived.provenance.formerly == ()
    stated = entry(result, "xref-one").annotation
    assert isinstance(stated, CrossReference)
    assert stated.provenance.formerly == ("three",)
    # Where nothing meets, the id is the same at both ends.
    assert ("xref-two", "La la") in shown(result, "song")


def test_cross_references_to_terms_and_events(tmp_path: Path) -> None:
    references = (
        "cross_references:\n"
        "  - {id: a, target: {exact: a king}, refers_to: {term: frog}, relation: explains}\n"
        "  - {id: b, target: {exact: The king}, refers_to: {event: war}, relation: explains}\n"
        "  - {id: c, target: {paragraphs: 3}, refers_to: {event: none}, relation: explains}\n"
    )
    result = merged(
        tmp_path,
        {
            READING_PATH: PINNED_READING,
            READING + "x.yml": references,
            "annotations/glossary/frog.yml": "term: toad\ndefinition: x\n",
            "annotations/timeline.yml": "events:\n  - {id: war, date: '1812', title: x}\n",
        },
    )
    assert [d.code for d in result.diagnostics] == ["X002"]
    assert shown(result) == [("xref-a", "a king"), ("xref-b", "The king")]


def test_events_with_their_passages(tmp_path: Path) -> None:
    events = (
        "events:\n"
        "  - id: war\n"
        "    date: '1812'\n"
        "    title: A war\n"
        "    passages: [{reading: tale, exact: a frog}, {reading: tale, paragraphs: 1}]\n"
    )
    result = merged(tmp_path, {READING_PATH: PINNED_READING, "annotations/timeline.yml": events})
    (event,) = result.collection.events
    words = [TALE[p.span.start : p.span.end] for p in event.passages]
    assert words == ["a frog", TALE.partition("\n")[0]]


def test_forced_and_forbidden_places_of_a_term(tmp_path: Path) -> None:
    mentions = (
        "mentions:\n"
        "  - {target: {exact: She}, term: daughter}\n"
        "  - {target: {exact: The king}, forbid: king}\n"
    )
    glossary = {
        f"annotations/glossary/{name}.yml": f"term: {name}\ndefinition: x\nlinking: all\n"
        for name in ("king", "daughter")
    }
    result = merged(tmp_path, {READING + "mentions.yml": mentions, **glossary})
    assert result.diagnostics == ()
    assert shown(result) == [
        ("term-king", "king"),
        ("term-daughter", "daughter"),
        ("term-daughter", "She"),
    ]


@pytest.mark.parametrize(
    ("of_site", "of_reading", "linked"),
    [
        ("", "", [True, True]),
        ("linking: none\n", "", [False, False]),
        ("linking: none\n", "linking: once\n", [True, False]),
        ("", "linking: once\n", [True, False]),
    ],
)
def test_how_often_a_term_is_linked_is_said_by_the_reading_or_else_by_the_site(
    tmp_path: Path, of_site: str, of_reading: str, linked: list[bool]
) -> None:
    heading = "headings: [{before: 2, title: A daughter}]\n"
    files = {
        "annotations/site.yml": of_site or "language: en\n",
        READING_PATH: PINNED_READING + heading + of_reading,
        "annotations/glossary/king.yml": "term: king\ndefinition: x\n",
    }
    places = reading(merged(tmp_path, files)).occurrences
    assert [place.linked for place in places] == linked


def test_typography_is_on_the_pieces(tmp_path: Path) -> None:
    formatting = "formatting:\n  - {target: {exact: a daughter}, as: emphasis}\n"
    result = merged(tmp_path, {READING + "formatting.yml": formatting})
    (_, row, _) = segments_of(reading(result))
    text = TALE
    assert [(text[s.span.start : s.span.end], s.styles) for s in row] == [
        ("The king had ", ()),
        ("a daughter", ("emphasis",)),
        (".", ()),
    ]


def test_one_normalised_text_at_a_time_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"annotations/glossary/frog.yml": "term: frog\ndefinition: An animal.\n"}
    for number in range(4):
        files |= {
            f"seeds/{number}.txt": f"A frog and word {number}.\n",
            f"annotations/readings/r{number}/reading.yml": (
                f"title: {number}\nsource: {{file: seeds/{number}.txt}}\nlanguage: en\n"
            ),
            f"annotations/readings/r{number}/all.yml": (
                f"notes: [{{id: n, target: {{exact: word {number}}}, body: x}}]\n"
                "cross_references:\n"
                f"  - {{id: x, target: {{exact: word}}, refers_to: {{reading: r{3 - number}, "
                f"exact: word {3 - number}}}, relation: agrees}}\n"
            ),
        }
    files["annotations/events.yml"] = (
        "events: [{id: e, date: 2000, title: E, passages: [{reading: r2, exact: frog}]}]\n"
    )
    alive: WeakSet[NormalisedText] = WeakSet()
    normalised: list[str] = []

    def counted(of: Reading) -> QuotableText:
        assert not alive
        normalised.append(of.id)
        text = quotable_reading(of)
        alive.add(text.normalised)
        return text

    monkeypatch.setattr(resolver, "quotable_reading", counted)
    result = merged(tmp_path, files)

    assert sorted(normalised) == ["r0", "r1", "r2", "r3", "tale"]
    assert shown(result, "r0") == [
        ("term-frog", "frog"),
        ("note-n", "word 0"),
        ("xref-r3.x", "word 0"),
        ("xref-x", "word"),
    ]
    assert [(p.reading, p.span.start) for p in result.collection.events[0].passages] == [("r2", 2)]
