"""Write one long reading on one page, to measure how it answers in a browser."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks import texts, yaml_text
from benchmarks.annotations import Annotator, Entry, mentions
from benchmarks.corpus import SEED, references, source_entry, write, write_frame
from benchmarks.glossary import terms
from benchmarks.targets import Passages
from benchmarks.words import vocabulary

READING = "long"


@dataclass(frozen=True, slots=True)
class LongReadingSize:
    """The numbers of words, of annotations and of terms in the glossary.

    Every fiftieth word is a mention of a term. Cross-references are counted at both of their ends.
    """

    words: int
    notes: int
    cross_references: int
    corrections: int
    terms: int

    @property
    def annotations(self) -> int:
        """The number of annotations, including mentions of terms."""
        return self.words // 50 + self.notes + self.cross_references + self.corrections


LONG_READING = LongReadingSize(50_000, notes=700, cross_references=200, corrections=100, terms=100)
"""50,000 words, 2,000 annotations."""
QUICK_LONG_READING = LongReadingSize(1000, notes=12, cross_references=3, corrections=1, terms=5)


def write_long_reading(root: Path, size: LongReadingSize, seed: int = SEED) -> None:
    """Write a project that holds one long reading; `root` is a folder that does not exist yet."""
    random = Random(f"long reading {seed}")
    words = vocabulary(seed)
    glossary = terms(seed, size.terms)
    running = texts.tokens(random, words, size.words, mentions(random, glossary, size.words))
    blocks = texts.chapter(random, 1, running)
    reference_ids = references(1)
    write_frame(root, glossary, reference_ids, seed)
    content = texts.source(blocks)
    write(root / f"seeds/{READING}.txt", content)
    folder = root / "annotations/readings" / READING
    reading = {
        "title": "A long reading",
        "source": source_entry(f"seeds/{READING}.txt", content),
        "language": "en",
    }
    write(folder / "reading.yml", yaml_text.mapping(reading))
    annotator = Annotator(random, words, Passages(random, blocks), reference_ids)
    for key, entries in _annotations(annotator, size).items():
        write(folder / f"{key}.yml", yaml_text.items(key, entries))


def _annotations(annotator: Annotator, size: LongReadingSize) -> Mapping[str, Sequence[Entry]]:
    return {
        "notes": [*annotator.notes(size.notes)],
        # Half as many, since the page shows both ends of each.
        "cross_references": [
            annotator.cross_reference(
                f"link-{number}", {"reading": READING, **annotator.passages.quotation()}
            )
            for number in range(1, size.cross_references // 2 + 1)
        ],
        "corrections": [*annotator.corrections(size.corrections)],
    }
