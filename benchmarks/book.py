"""Build and verify a book, one text in many parts, and weigh its pages."""

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks import texts, yaml_text
from benchmarks.annotations import Annotator, Entry, mentions
from benchmarks.corpus import SEED, references, source_entry, write, write_frame
from benchmarks.glossary import GlossaryTerm, terms
from benchmarks.processes import Cost, run_python
from benchmarks.table import table
from benchmarks.targets import Passages
from benchmarks.words import vocabulary

READING = "book"


@dataclass(frozen=True, slots=True)
class BookSize:
    """The size of a book; notes, cross-references and corrections are those of each part."""

    parts: int
    words: int
    terms: int
    notes: int
    cross_references: int
    corrections: int

    @property
    def annotations(self) -> int:
        """The number of annotations in the book, without mentions of terms."""
        return self.parts * (self.notes + self.cross_references + self.corrections)


BOOK = BookSize(parts=40, words=3000, terms=300, notes=60, cross_references=8, corrections=7)
"""120,000 words, 3,000 annotations."""
QUICK_BOOK = BookSize(parts=2, words=400, terms=10, notes=6, cross_references=2, corrections=1)


def write_book(root: Path, size: BookSize, seed: int = SEED) -> None:
    """Write a project that holds a book; `root` is a folder that does not exist yet."""
    random = Random(f"book {seed}")
    words = vocabulary(seed)
    glossary = terms(seed, size.terms)
    chapters = [
        texts.chapter(
            random,
            number,
            texts.tokens(random, words, size.words, mentions(random, glossary, size.words)),
        )
        for number in range(1, size.parts + 1)
    ]
    blocks = [block for chapter in chapters for block in chapter]
    reference_ids = references(1)
    write_frame(root, glossary, reference_ids, seed)
    content = texts.source(blocks)
    write(root / f"seeds/{READING}.txt", content)
    folder = root / "annotations/readings" / READING
    write(folder / "reading.yml", _reading_file(content, chapters))
    annotator = Annotator(random, words, Passages(random, blocks), reference_ids)
    for key, entries in _annotations(annotator, size, random, glossary).items():
        write(folder / f"{key}.yml", yaml_text.items(key, entries))


def _annotations(
    annotator: Annotator, size: BookSize, random: Random, glossary: Sequence[GlossaryTerm]
) -> Mapping[str, Sequence[Entry]]:
    far_ends: list[Mapping[str, str]] = [
        {"term": random.choice(glossary).id}
        if number % 4 == 0
        else {"reading": READING, **annotator.passages.quotation()}
        for number in range(size.parts * size.cross_references)
    ]
    return {
        "notes": [*annotator.notes(size.parts * size.notes)],
        "cross_references": [
            annotator.cross_reference(f"link-{number}", far_end)
            for number, far_end in enumerate(far_ends, start=1)
        ],
        "corrections": [*annotator.corrections(size.parts * size.corrections)],
    }


def _reading_file(content: str, chapters: Sequence[Sequence[texts.Block]]) -> str:
    parts: list[Mapping[str, str]] = []
    headings: list[Mapping[str, str]] = []
    first = 1
    for number, chapter in enumerate(chapters, start=1):
        last = first + len(chapter) - 1
        parts.append(
            {
                "id": f"chapter-{number}",
                "title": f"Chapter {number}",
                "from": str(first),
                "to": str(last),
            }
        )
        headings.append({"from": str(first), "to": str(first), "role": "heading"})
        first = last + 1
    return yaml_text.mapping(
        {
            "title": "A book",
            "source": source_entry(f"seeds/{READING}.txt", content),
            "language": "en",
            "authors": "[A. N. Author]",
            "paragraphs": yaml_text.block_list(headings),
            "parts": yaml_text.block_list(parts),
        }
    )


def book_report(root: Path, size: BookSize) -> str:
    """Write a book, build its pages and its site, verify it, and weigh each page, in Markdown.

    Raises:
        RuntimeError: a step failed, for example because the site does not show the text exactly.
    """
    write_book(root, size)
    steps: Mapping[str, Sequence[str]] = {
        "`readings build`": ("-m", "build_scripts", "build", "--root", str(root)),
        "`mkdocs build`, which runs the same once more": (
            *("-m", "mkdocs", "build", "--quiet", "--strict"),
            *("--config-file", str(root / "mkdocs.yml")),
        ),
        "`readings verify`": ("-m", "build_scripts", "verify", "--root", str(root)),
    }
    costs: dict[str, Cost] = {name: run_python(*command)[1] for name, command in steps.items()}
    weights = page_weights(root / "site" / "readings" / READING)
    heaviest = max(weights, key=lambda page: weights[page][1])
    return "\n\n".join(
        (
            "## A book",
            _summary(size),
            table(
                ("step", "CPU s", "peak MiB"),
                ((name, f"{c.cpu:.1f}", f"{c.peak:.0f}") for name, c in costs.items()),
            ),
            f"The heaviest page is `{heaviest}`, {weights[heaviest][1]:.1f} kB compressed.",
            table(
                ("page", "kB", "kB compressed (gzip -6)"),
                ((f"`{p}`", f"{raw:.0f}", f"{gz:.1f}") for p, (raw, gz) in weights.items()),
            ),
        )
    )


def _summary(size: BookSize) -> str:
    return (
        f"One text of {size.parts * size.words:,} words in {size.parts} parts with "
        f"{size.annotations:,} annotations and {size.terms} terms; verified: the site shows the "
        "text exactly."
    )


def page_weights(folder: Path) -> dict[str, tuple[float, float]]:
    """For each HTML page below a folder, its kilobytes, plain and compressed as by a server."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_size / 1000,
            len(gzip.compress(path.read_bytes(), 6)) / 1000,
        )
        for path in sorted(folder.rglob("*.html"), key=_natural)
    }


def _natural(path: Path) -> tuple[int, str]:
    """A key for sorting chapter 2 before chapter 10."""
    return len(path.as_posix()), path.as_posix()
