"""Small projects on disk, for the tests of this folder."""

from hashlib import sha256
from pathlib import Path

TALE = "Once upon a time there was a king.\n\nThe king had a daughter.\n\nShe had a frog.\n"
READING = "title: A tale\nsource: {file: seeds/tale.txt}\nlanguage: en\n"
PINNED_READING = READING.replace(
    "tale.txt", f"tale.txt, sha256: {sha256(TALE.encode()).hexdigest()}"
)
"""The same with the fingerprint of the tale, which targets that count paragraphs need."""

SOURCE_PATH = "seeds/tale.txt"
READING_PATH = "annotations/readings/tale/reading.yml"


def write_project(root: Path, files: dict[str, str | bytes]) -> Path:
    """A project with these files, besides one source and its reading.yml, unless they are given."""
    for path, content in ({SOURCE_PATH: TALE, READING_PATH: READING} | files).items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
