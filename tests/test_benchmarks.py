"""The benchmark works: its collections are sound and the same each time. Never how fast it is."""

import gzip
from pathlib import Path

import pytest

from benchmarks import acceptance, book, cold_builds, corpus, run, save_places, whole_build
from benchmarks.clock import StageClock
from benchmarks.kinds_of_page import one_of_each_kind
from benchmarks.long_reading import QUICK_LONG_READING, write_long_reading
from benchmarks.processes import Cost
from benchmarks.stages import BODIES, MERGE_STAGES, measure
from benchmarks.suggestions import suggestions_report
from benchmarks.table import exponent
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import Checked, build, check
from tests.profiles import NAME
from tests.read.projects import write_project

SMALL_BOOK = book.BookSize(parts=3, words=300, terms=5, notes=24, cross_references=2, corrections=1)


def files_of(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def faultless(root: Path) -> Checked:
    checked = check(root)
    # Not all terms and sources that were made up are used: that is pointed out, and no fault.
    assert {found.code for found in checked.diagnostics} <= {"G004", "G005", "R002"}
    return checked


@pytest.mark.parametrize(("readings", "terms"), [(2, 1), (3, 40)])
def test_the_collection_has_no_faults_and_the_promised_size(
    tmp_path: Path, readings: int, terms: int
) -> None:
    corpus.write_corpus(tmp_path, readings, terms)
    checked = faultless(tmp_path)
    collection = checked.merged.collection
    assert len(checked.bodies) == corpus.count_bodies(readings, terms)
    assert (len(collection.readings), len(collection.terms)) == (readings, terms)
    for annotated in collection.readings:
        reading = annotated.reading
        assert len(reading.notes) == corpus.NOTES
        assert len(reading.cross_references) == corpus.CROSS_REFERENCES
        assert len(reading.corrections) == corpus.CORRECTIONS
        assert len(reading.source.text.split()) == pytest.approx(corpus.WORDS, rel=0.1)


@pytest.mark.parametrize("terms", [1, 40, 400])
def test_the_density_of_terms_does_not_depend_on_the_size_of_the_glossary(
    tmp_path: Path, terms: int
) -> None:
    corpus.write_corpus(tmp_path, 2, terms)
    for annotated in faultless(tmp_path).merged.collection.readings:
        assert len(annotated.occurrences) == 30


def test_terms_have_one_to_three_forms(tmp_path: Path) -> None:
    corpus.write_corpus(tmp_path, 2, 40)
    terms = faultless(tmp_path).merged.collection.terms
    assert {len(term.forms) for term in terms} == {1, 2, 3}


def test_targets_are_of_all_sorts(tmp_path: Path) -> None:
    corpus.write_corpus(tmp_path, 2, 5)
    collection = faultless(tmp_path).merged.collection
    annotated = collection.readings[0]
    text = annotated.reading.source.text
    selectors = [note.target for note in annotated.reading.notes]
    quotations = [s for s in selectors if isinstance(s, TextQuoteSelector)]
    assert len(quotations) < len(selectors)
    assert any(selector.prefix and selector.suffix for selector in quotations)
    assert any(selector.exact not in text for selector in quotations)
    assert any(
        "\n\n" in text[placed.span.start : placed.span.end] for placed in annotated.annotations
    )


def test_many_corrections_of_one_text_do_not_contradict_one_another(tmp_path: Path) -> None:
    size = book.BookSize(parts=2, words=400, terms=5, notes=1, cross_references=1, corrections=25)
    book.write_book(tmp_path, size)
    (annotated,) = faultless(tmp_path).merged.collection.readings
    assert len(annotated.reading.corrections) == size.parts * size.corrections


def test_a_long_reading_has_no_faults_and_the_promised_size(tmp_path: Path) -> None:
    write_long_reading(tmp_path, QUICK_LONG_READING)
    (annotated,) = faultless(tmp_path).merged.collection.readings
    size = QUICK_LONG_READING
    assert len(annotated.reading.source.text.split()) == pytest.approx(size.words, rel=0.05)
    assert len(annotated.occurrences) == size.words // 50
    assert len(annotated.reading.notes) == size.notes
    # `annotations` counts a cross-reference at each of its ends.
    assert len(annotated.reading.cross_references) == size.cross_references // 2
    assert len(annotated.reading.corrections) == size.corrections


def test_the_same_seed_gives_the_same_bytes_and_another_one_does_not(tmp_path: Path) -> None:
    for folder, seed in (("first", 7), ("second", 7), ("other", 8)):
        corpus.write_corpus(tmp_path / folder, 3, 10, seed)
        book.write_book(tmp_path / folder / "book", SMALL_BOOK, seed)
    first = files_of(tmp_path / "first")
    assert first == files_of(tmp_path / "second")
    other = files_of(tmp_path / "other")
    assert first["seeds/interview-0000.txt"] != other["seeds/interview-0000.txt"]


def test_a_reading_is_the_same_in_a_larger_collection(tmp_path: Path) -> None:
    corpus.write_corpus(tmp_path / "two", 2, 10)
    corpus.write_corpus(tmp_path / "four", 4, 10)
    seed = "seeds/interview-0001.txt"
    assert (tmp_path / "two" / seed).read_bytes() == (tmp_path / "four" / seed).read_bytes()


def test_stages_of_a_build_are_timed_and_its_second_build_writes_nothing(tmp_path: Path) -> None:
    corpus.write_corpus(tmp_path, 2, 3)
    measured = measure(tmp_path)
    assert measured.seconds.keys() == measured.seconds_again.keys() == {*MERGE_STAGES, BODIES}
    # A stage that is never entered stays at nothing: its function has moved.
    assert all(seconds > 0 for seconds in measured.seconds.values())
    written = files_of(tmp_path / "docs")
    assert measure(tmp_path).files == 0
    assert files_of(tmp_path / "docs") == written


def test_a_collection_with_faults_is_not_measured(tmp_path: Path) -> None:
    corpus.write_corpus(tmp_path, 2, 1)
    (tmp_path / "seeds/interview-0000.txt").write_text(
        " date 2021-10-01 Other words.", encoding="utf-8"
    )
    with pytest.raises(ValueError, match="S004"):
        measure(tmp_path)


def test_an_outer_stage_stands_still_while_an_inner_one_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moments = iter((10.0, 11.0, 13.0, 17.0))
    monkeypatch.setattr("benchmarks.clock.process_time", lambda: next(moments))
    clock = StageClock()
    with clock.stage("outer"), clock.stage("inner"):
        pass
    assert clock.seconds == {"outer": 1.0 + 4.0, "inner": 2.0}


@pytest.mark.parametrize("power", [0.3, 1.0, 2.0])
def test_the_exponent_is_that_of_a_power_law(power: float) -> None:
    points = [(size, 0.002 * size**power) for size in (20, 200, 1000)]
    assert exponent(points) == pytest.approx(power)


def test_the_book_has_no_faults_and_covers_every_paragraph_with_its_parts(tmp_path: Path) -> None:
    book.write_book(tmp_path, SMALL_BOOK)
    (annotated,) = faultless(tmp_path).merged.collection.readings
    reading = annotated.reading
    assert [part.first for part in reading.parts] == [
        1,
        *(part.last + 1 for part in reading.parts[:-1]),
    ]
    assert reading.parts[-1].last == len(reading.source.paragraphs)
    found = (*reading.notes, *reading.cross_references, *reading.corrections)
    assert len(found) == SMALL_BOOK.annotations


def test_the_full_book_is_as_large_as_it_says() -> None:
    assert book.BOOK.parts * book.BOOK.words == 120_000
    assert (book.BOOK.parts, book.BOOK.annotations) == (40, 3000)


def test_proposals_are_judged_by_what_was_annotated(tmp_path: Path) -> None:
    text = (
        "Ada Quill:Yes. In Port Ellen and Port Elgin the the gulls said so. So did Quill and Bo. "
        "From Port Ellen to Port Elgin came Ada Quill. "
    )
    corrections = """corrections:
  - {id: a, target: {exact: "Quill:Yes"}, reading: "Quill: Yes", certainty: certain}
  - {id: b, target: {exact: "did Quill"}, reading: had Quill, certainty: likely}
"""
    write_project(
        tmp_path,
        {
            "seeds/tale.txt": f"{text} Near the quay the rain and the wind.",
            "annotations/readings/tale/corrections.yml": corrections,
            "annotations/glossary/ellen.yml": "term: Port Ellen\ndefinition: A.\n",
            "annotations/glossary/bo.yml": "term: Bo\ndefinition: A.\n",
            "annotations/glossary/quill.yml": (
                "term: Ada Quill\nkind: person\nforms: [Ada Quill, Quill]\ndefinition: A.\n"
            ),
        },
    )
    report = suggestions_report(tmp_path)

    without, _, named = report.partition("### With the names")
    # Of use are `Quill: Yes`, Ada Quill and Port Ellen; nobody annotated Port Elgin and `the the`.
    assert "| fault | 2 | 1 | 1 | 50% |" in without
    assert "| term | 3 | 2 | 1 | 67% |" in without
    assert "| tale | 6 | 0 | 4 of 6 (67%) | 2 of 3 (67%) | 2 | 1 of 2 (50%) | 1 |" in without
    assert "[Port Elgin] the the gulls" in without.partition("missed")[0]
    assert "- missed place: bo: Bo (1)" in without
    assert "So [did Quill] and Bo." in without.rpartition("missed correction")[2]
    assert "| link | 1 | 1 | 0 | 100% |" in named
    assert "| tale | 6 | 5 | 1 of 1 (100%) | 1 of 1 (100%) | 2 |" in named


def test_pages_are_weighed_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("chapter-10", "chapter-2"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_bytes(b"word " * 1000)
    weights = book.page_weights(tmp_path)
    assert [*weights] == ["chapter-2/index.html", "chapter-10/index.html"]
    compressed = len(gzip.compress(b"word " * 1000, 6)) / 1000
    assert weights["chapter-2/index.html"] == (5.0, compressed)


def test_one_page_of_each_kind_stands_for_the_others(tmp_path: Path) -> None:
    for page in (".", "map", "readings", "readings/b", "readings/a/2", "readings/a", "guide/x"):
        (tmp_path / page).mkdir(parents=True, exist_ok=True)
        (tmp_path / page / "index.html").touch()
    (tmp_path / "assets" / "scripts").mkdir(parents=True)
    kinds = ["", "guide/x/", "map/", "readings/", "readings/a/", "readings/a/2/", "readings/b/"]
    assert [*one_of_each_kind(tmp_path)] == kinds


@pytest.mark.skipif(NAME != "long", reason="builds twenty sites: for `make test-long`")
def test_the_quick_benchmark_runs_to_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "results.md"
    run.main(["--quick", "--save", str(saved)])
    printed = capsys.readouterr().out
    assert saved.read_text(encoding="utf-8") in printed
    headings = (
        *(
            "Cold builds beside plain MkDocs",
            "Saves under `mkdocs serve`",
            "A whole build by stage",
        ),
        *("What a site weighs", "Generating", "Stages", "Growth", "A book", "Proposals"),
        "What is to be reached",
    )
    for heading in headings:
        assert f"## {heading}\n" in printed
    assert "| 8 | 40 |" in printed
    assert "chapter-2/index.html" in printed
    stages = printed.partition("## A whole build by stage")[2].partition("## ")[0]
    # A stage that is not there was never entered: its function has moved.
    for stage in {seam[2] for seam in whole_build.SEAMS} | {*MERGE_STAGES, BODIES}:
        assert f"| {stage} |" in stages
    assert "a term that is on 1 page of readings" in printed
    assert "save of a title ÷ of a note, N = 8: CPU" in printed
    assert "a reading's page, compressed, N = 8 ÷ N = 4" in printed


def test_only_the_parts_are_run_that_were_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    run.main(["--quick", "--part", "proposals"])
    printed = capsys.readouterr().out
    assert [line for line in printed.splitlines() if line.startswith("## ")] == ["## Proposals"]


def test_a_save_is_a_word_more_on_the_page_and_can_be_undone(tmp_path: Path) -> None:
    corpus.write_corpus(tmp_path, 12, 5)
    save_places.add_term(tmp_path)
    build(tmp_path, SiteConfiguration())
    places = save_places.places(tmp_path)
    assert [*places] == ["note", "term", "title"]
    before = {place.file: place.file.read_bytes() for place in places.values()}
    for place in places.values():
        place.save("zebra")
    build(tmp_path, SiteConfiguration())
    for kind, place in places.items():
        page = tmp_path / "docs" / place.address / "index.md"
        assert "zebra" in page.read_text(encoding="utf-8"), kind
        place.restore()
    assert {path: path.read_bytes() for path in before} == before
    assert len(save_places.pages_with(tmp_path, save_places.TERM)) == 1


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("body: Plain words.", "body: zebra Plain words."),
        ('body: "Quoted words."', 'body: "zebra Quoted words."'),
        ("body: 'It''s quoted.'", "body: 'zebra It''s quoted.'"),
        ("body: |\n      Lines of\n      words.", "body: |\n      zebra Lines of\n      words."),
        ("body: >-\n\n      Élan vital.", "body: >-\n\n      zebra Élan vital."),
    ],
)
def test_a_word_is_put_into_a_note_however_it_is_written(
    tmp_path: Path, note: str, written: str
) -> None:
    passed_over = '  - {id: a, target: {exact: his}, body: "*No* letter."}\n'
    head = f"notes:\n{passed_over}  - id: b\n    target: {{exact: kingdom}}\n    "
    write_project(
        tmp_path,
        {
            "seeds/tale.txt": "A king and his kingdom.",
            "annotations/readings/tale/notes.yml": f"{head}{note}\n",
        },
    )
    build(tmp_path, SiteConfiguration())
    place = save_places.places(tmp_path)["note"]
    place.save("zebra")
    assert place.file.read_text(encoding="utf-8") == f"{head}{written}\n"
    assert place.address == "readings/tale/"


def test_figures_are_compared_with_what_is_to_be_reached() -> None:
    def costs(ours: float, peak: float, verify: float) -> cold_builds.Costs:
        return {
            cold_builds.OURS: Cost(ours, peak),
            cold_builds.PLAIN: Cost(10, 100),
            cold_builds.VERIFY: Cost(verify, 50),
            cold_builds.CHECK: Cost(3, 50),
        }

    figures = acceptance.build_figures({200: costs(2, 150, 1), 1000: costs(10, 201, 1.5)})
    table = acceptance.figures_table(figures).splitlines()
    assert "| cold build, N = 1000: CPU ÷ plain | 1.00 | ≤ 1 | reached |" in table
    assert "| cold build, N = 1000: peak ÷ plain | 2.01 | ≤ 2 | **not reached** |" in table
    assert "| `verify` ÷ build, N = 1000 | 0.15 | ≤ 0.15 | reached |" in table
    assert "| `check`, N = 200 | 3.00 CPU s | – |  |" in table
    assert "| growth of CPU, 200 → 1000 readings | 5.00 | ≤ 5.2 | reached |" in table
