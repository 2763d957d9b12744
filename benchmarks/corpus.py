"""Write whole projects from a seed: the same seed gives the same bytes everywhere."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from random import Random

from benchmarks import texts, yaml_text
from benchmarks.annotations import Annotator, far_passage, mentions
from benchmarks.glossary import GlossaryTerm, term_file, terms
from benchmarks.processes import PROJECT
from benchmarks.targets import Passages
from benchmarks.words import vocabulary

SEED = 1
WORDS, NOTES, CROSS_REFERENCES, CORRECTIONS = 1500, 12, 4, 2
"""The numbers of words and annotations in a reading."""

_HEADER = " date 2021-10-01 "


def write_corpus(root: Path, readings: int, glossary_size: int, seed: int = SEED) -> None:
    """Write a project of so many readings and terms.

    The text of a reading depends on its index, not on the number of readings.

    Args:
        root: a folder that does not exist yet.
        readings: at least two, since cross-references lead from one to another.
        glossary_size: the number of terms, at least one.
        seed: of everything.
    """
    words = vocabulary(seed)
    glossary = terms(seed, glossary_size)
    written: list[tuple[texts.Block, ...]] = []
    for number in range(readings):
        random = Random(f"text {seed} {number}")
        running = texts.tokens(random, words, WORDS, mentions(random, glossary, WORDS))
        written.append(texts.interview(random, running))
    write_frame(root, glossary, references(readings), seed)
    passages = [
        Passages(Random(f"far ends {seed} {number}"), blocks)
        for number, blocks in enumerate(written)
    ]
    for number, blocks in enumerate(written):
        _write_reading(root, number, blocks, passages, glossary, seed)


def count_bodies(readings: int, glossary_size: int) -> int:
    """The number of bodies in such a project: one for each annotation and each term."""
    return readings * (NOTES + CROSS_REFERENCES + CORRECTIONS) + glossary_size


def references(readings: int) -> tuple[str, ...]:
    """The ids of the references: forty, and one more for each reading."""
    return tuple(f"reference-{number}" for number in range(40 + readings))


def write_frame(
    root: Path, glossary: Sequence[GlossaryTerm], reference_ids: Sequence[str], seed: int
) -> None:
    """Write what all readings share: this project's mkdocs.yml, the glossary, the references."""
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    write(root / "mkdocs.yml", settings.partition("\nnav:")[0])  # other pages are written by hand
    write(root / "docs/index.md", "# A collection\n\nMade up to be measured.\n")
    write(root / "annotations/site.yml", "glossary_pages: by-initial\n")
    for term in glossary:
        write(
            root / f"annotations/glossary/{term.id}.yml",
            term_file(seed, term, glossary, reference_ids),
        )
    random = Random(f"references {seed}")
    write(
        root / "annotations/sources.yml",
        yaml_text.items(
            "references",
            (
                {
                    "id": reference,
                    "type": "article",
                    "title": yaml_text.scalar(" ".join(vocabulary(seed).draw(random, 8))),
                    "publisher": yaml_text.scalar(vocabulary(seed).draw(random, 1)[0].title()),
                    "issued": f'"{random.randint(1990, 2025)}-{random.randint(1, 12):02}"',
                    "URL": yaml_text.scalar(f"https://example.org/{reference}"),
                }
                for reference in reference_ids
            ),
        ),
    )


def _write_reading(
    root: Path,
    number: int,
    blocks: Sequence[texts.Block],
    passages: Sequence[Passages],
    glossary: Sequence[GlossaryTerm],
    seed: int,
) -> None:
    random = Random(f"annotations {seed} {number}")
    annotator = Annotator(
        random, vocabulary(seed), Passages(random, blocks), references(len(passages))
    )
    others = [other for other in range(len(passages)) if other != number]
    far_ends = [
        far_passage(reading_id(other), passages[other].quotation())
        for other in random.choices(others, k=CROSS_REFERENCES - 1)
    ]
    far_ends.append({"term": random.choice(glossary).id})
    links = (
        annotator.cross_reference(f"link-{number}-{place}", far_end)
        for place, far_end in enumerate(far_ends, start=1)
    )
    title = " ".join(vocabulary(seed).draw(random, 6)).capitalize()
    folder = root / "annotations/readings" / reading_id(number)
    seed_file = f"seeds/{reading_id(number)}.txt"
    content = _HEADER + texts.source(blocks)
    write(root / seed_file, content)
    write(folder / "reading.yml", _reading_file(title, seed_file, content, blocks))
    write(folder / "notes.yml", yaml_text.items("notes", annotator.notes(NOTES)))
    write(folder / "cross_references.yml", yaml_text.items("cross_references", links))
    write(
        folder / "corrections.yml",
        yaml_text.items("corrections", annotator.corrections(CORRECTIONS)),
    )


def reading_id(number: int) -> str:
    """The id of the reading with an index."""
    return f"interview-{number:04}"


def source_entry(seed_file: str, content: str) -> str:
    """The value of ``source:`` in reading.yml."""
    return yaml_text.flow({"file": seed_file, "sha256": sha256(content.encode()).hexdigest()})


def _reading_file(title: str, seed_file: str, content: str, blocks: Sequence[texts.Block]) -> str:
    speakers = (
        {"id": "review", "name": "The Review", "label": texts.QUESTION_LABEL},
        {"id": "guest", "name": "The guest"},
    )
    roles: list[dict[str, str]] = []
    last = 0
    for role, run in groupby(block.role for block in blocks):
        first, last = last + 1, last + len([*run])
        speaker = "guest" if role == "answer" else "review"
        roles.append({"from": str(first), "to": str(last), "role": role, "speaker": speaker})
    return yaml_text.mapping(
        {
            "title": yaml_text.scalar(title),
            "source": source_entry(seed_file, content),
            "header": yaml_text.scalar(_HEADER),
            "language": "en",
            "publisher": "The Review",
            "date": "2021-10-01",
            "speakers": yaml_text.block_list(speakers),
            "paragraphs": yaml_text.block_list(roles),
        }
    )


def write(path: Path, content: str) -> None:
    """Write a file, and the folders around it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode())
