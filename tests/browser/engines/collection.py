"""What the engines are shown: the reading with each way of annotating, and texts that need room."""

import json
from pathlib import Path
from typing import Any

from tests.browser.places import FILES, TEXT
from tests.mkdocs_runs import build_with

_FILLING = " ".join(f"Here is place {number} among words for nobody." for number in range(50))
_TALL = (
    f"Three hundred begins so. {_FILLING} In the year of 1850 they came. {_FILLING} "
    f"The snowman melted soon. {_FILLING} They rowed back at night."
)
_LONG = [_TALL if number == 300 else f"Paragraph {number} is short." for number in range(1, 511)]
_VERSE = [f"{'  ' * (line % 2)}Verse {line} goes     to the moon" for line in range(100)]
_CHINESE = "".join(f"第{number}句话说明了河流与港口的历史。" for number in range(300))

NOTES = 40
"""Notes on the long reading whose bodies fill some pages of paper."""


def remark(note: int, line: int) -> str:
    """A word that stands once in the collection."""
    return f"remark{note:02}x{line:02}y"


def _body(note: int) -> str:
    return " ".join(f"{remark(note, line)} is one of several words here." for line in range(20))


def _reading(
    name: str, text: str, notes: list[tuple[str, str]], **metadata: str
) -> dict[str, str | dict[str, Any]]:
    return {
        f"seeds/{name}.txt": text + "\n",
        f"annotations/readings/{name}/reading.yml": {
            "title": name.title(),
            "language": "en",
            "source": {"file": f"seeds/{name}.txt"},
        }
        | metadata,
        f"annotations/readings/{name}/notes.yml": {
            "notes": [
                {"id": f"{name}-{number}", "target": {"exact": words}, "body": body}
                for number, (words, body) in enumerate(notes)
            ]
        },
    }


_NOTES = [
    ("1850", "A year."),
    ("snow", "Cold."),
    ("rowed back", "By boat."),
    *((f"Paragraph {100 + number} is", _body(number)) for number in range(NOTES)),
]
_FILES = (
    FILES
    | {"seeds/places.txt": TEXT}
    | _reading("long", "\n\n".join(_LONG), _NOTES)
    | _reading("verse", "\n".join(_VERSE), [("Verse 50 goes", "Half.")], line_breaks="keep")
    | _reading("chinese", _CHINESE, [("第150句话", "Half.")], language="zh")
)

PASSAGES = {
    "ends before a note's number": ("long", "In the year of 1850", ""),
    "begins a paragraph": ("long", "Three hundred", ""),
    "in the middle of a word at the beginning of a paragraph": ("long", "hundred begins", ""),
    "in the middle": ("long", "they came", ""),
    "begins after a number inside a word": ("long", "man melted", ""),
    "a whole word with a number in it": ("long", "snowman", ""),
    "across a number": ("long", "the year of 1850", "they came"),
    "into the next paragraph": ("long", "back at night.", "Paragraph 301"),
    "across ends of lines": ("verse", "Verse 50 goes", "Verse 52"),
    "across several blanks": ("verse", "60 goes     to the moon", ""),
    "before a number in Chinese": ("chinese", "第150句话", ""),
    "inside a sentence in Chinese": ("chinese", "说明了河流与港口的历史。第201句话说", ""),
}
"""By what is special about them, passages: their reading, and their first and last words."""


def make(folder: Path) -> None:
    """Build the offline edition."""
    files = {
        path: content if isinstance(content, str) else json.dumps(content)
        for path, content in _FILES.items()
    }
    build_with(folder, files, OFFLINE="true")
