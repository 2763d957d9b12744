"""Random projects with texts of which not all is published, and what may be shown of them.

Each word of such a text occurs in it once, and nowhere else in the project but in quotations. So
what is shown of it is known word by word, and a word that is kept back is found wherever it is.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from hypothesis import strategies as st

SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ra", "si", "to")
CONTEXT = 5
"""What the guide says of words around a passage."""


class Script(NamedTuple):
    """A way of writing: a language, a word for each number, and what stands after words."""

    language: str
    word: Any
    blank: str
    end: str


def _latin(number: int) -> str:
    digits = f"{number:04o}"
    return "".join(SYLLABLES[int(digit)] for digit in digits) + "x"


def _hebrew(number: int) -> str:
    return "".join(chr(0x05D0 + (number // 20**place) % 20) for place in range(3)) + "ת"


def _chinese(number: int) -> str:
    return chr(0x5000 + number)


SCRIPTS = (
    Script("en", _latin, " ", "."),
    Script("he", _hebrew, " ", "."),
    Script("zh", _chinese, "", "。"),
)


class Text(NamedTuple):
    """A text as its words, by paragraphs and sentences."""

    script: Script
    paragraphs: tuple[tuple[int, ...], ...]
    """The number of words in each sentence of each paragraph."""
    offset: int
    """The number of its first word, so that no two texts share a word."""

    def sentences(self) -> list[tuple[int, int, int]]:
        """The first word, the word after the last, and the paragraph of each sentence."""
        found, word = [], 0
        for number, lengths in enumerate(self.paragraphs, start=1):
            for length in lengths:
                found.append((word, word + length, number))
                word += length
        return found

    def words(self) -> list[str]:
        count = sum(map(sum, self.paragraphs))
        words = [self.script.word(self.offset + number) for number in range(count)]
        for start, _, _ in self.sentences():
            words[start] = words[start].capitalize()
        return words

    def source(self) -> str:
        return self.quoted(0, len(self.words()) - 1, "\n\n") + self.script.end + "\n"

    def quoted(self, first: int, last: int, between_paragraphs: str = " ") -> str:
        """The words from one to another, as they stand in the text."""
        words, pieces = self.words(), []
        starts = {start: number for start, _, number in self.sentences()}
        before = None
        for word in range(first, last + 1):
            if word > first:
                if word in starts:
                    pieces.append(self.script.end)
                    is_new = starts[word] != before
                    pieces.append(between_paragraphs if is_new else self.script.blank)
                else:
                    pieces.append(self.script.blank)
            before = next(n for start, end, n in self.sentences() if start <= word < end)
            pieces.append(words[word])
        return "".join(pieces)

    def around(self, first: int, last: int) -> set[int]:
        """The words that may be shown of a passage."""
        sentences = self.sentences()
        start = next(start for start, end, _ in sentences if start <= first < end)
        stop = next(end for start, end, _ in sentences if start <= last < end)
        return {*range(max(start, first - CONTEXT), min(stop, last + CONTEXT + 1))}


class Case(NamedTuple):
    """A project, and for each of its texts the words that may be shown.

    Attributes:
        forms: words of the texts that the glossary gives away itself.
    """

    files: Mapping[str, Any]
    texts: Mapping[str, Text]
    shown: Mapping[str, set[int]]
    forms: frozenset[str]

    def kept_back(self) -> list[str]:
        """The words that may be nowhere."""
        return [
            word.casefold()
            for name, text in self.texts.items()
            for number, word in enumerate(text.words())
            if number not in self.shown[name] and word.casefold() not in self.forms
        ]

    def proposed(self) -> dict[str, bytes]:
        """The files with their contents; what is no text is written as JSON, which is YAML."""
        return {
            path: (content if isinstance(content, str) else json.dumps(content)).encode()
            for path, content in self.files.items()
        }


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A text of each mode in a random script, a whole text that refers to both, and a glossary."""
    numbers = st.integers(1, 14)
    paragraphs = st.lists(
        st.lists(numbers, min_size=1, max_size=4).map(tuple), min_size=1, max_size=5
    )
    texts, shown = {}, {}
    files: dict[str, Any] = dict(_whole_reading(is_translation=draw(st.booleans())))
    events, references, questions = [], [], list[Any]()
    forms: set[str] = set()
    for offset, mode in ((0, "passages"), (1_000, "notes")):
        script = draw(st.sampled_from(SCRIPTS))
        text = Text(script, tuple(draw(paragraphs)), offset)
        count = len(text.words())
        places = _places(count)
        visible: set[int] = set()

        def passage(text: Text = text, places: Any = places, visible: Any = visible) -> Any:
            first, last = draw(places)
            visible |= text.around(first, last)
            return {"exact": text.quoted(first, last)}

        annotations: dict[str, list[Any]] = {"notes": [], "corrections": [], "cross_references": []}
        for number in range(draw(st.integers(0, 2))):
            annotations["notes"].append({"id": f"n{number}", "target": passage(), "body": "Said."})
        if draw(st.booleans()):
            first, last = draw(places)
            visible |= text.around(first, last)
            said = text.words()[first : last + 1]
            annotations["corrections"].append(
                {
                    "id": "c",
                    "target": {"exact": text.quoted(first, last)},
                    "reading": " ".join((*said, "more")),
                    "certainty": "likely",
                }
            )
        if draw(st.booleans()):
            whole = {"paragraphs": f"1-{draw(st.integers(1, len(text.paragraphs)))}"}
            annotations["notes"].append({"id": "block", "target": whole, "body": "Of all."})
        if draw(st.booleans()):
            annotations["cross_references"].append(
                {
                    "id": "out",
                    "target": passage(),
                    "refers_to": {"reading": "whole", "exact": "at the pond"},
                    "relation": "related",
                }
            )
        if draw(st.booleans()):
            references.append(
                {
                    "id": f"to-{mode}",
                    "target": {"exact": "Nobody"},
                    "refers_to": {"reading": mode, **passage()},
                    "relation": "related",
                }
            )
        if draw(st.booleans()):
            events.append({"reading": mode, **passage()})
        if draw(st.booleans()):
            questions.append({"id": f"on-{mode}", "body": "Why?", "passages": [passage()]})
            questions[-1]["passages"][0]["reading"] = mode
        draft = draw(st.booleans())
        if draft:  # its passage is not shown
            first, last = draw(places)
            exact = text.quoted(first, last)
            annotations["notes"].append(
                {"id": "draft", "target": {"exact": exact}, "body": "Not yet.", "status": "draft"}
            )
        texts[mode], shown[mode] = text, visible if mode == "passages" else set()
        files |= _reading(mode, text, annotations, parts=draw(st.booleans()))
        # A term alone shows nothing of a text.
        word = text.words()[draw(st.integers(0, count - 1))]
        files[f"annotations/glossary/term-{mode}.yml"] = {
            "term": f"Term of {mode}",
            "forms": [f"Term of {mode}", word],
            "case": "ignore",
            "kind": "concept",
            "definition": f"See [[note:{mode}/draft]]." if draft else "A thing.",
            **({"coordinates": f"{offset / 100}, 10"} if draw(st.booleans()) else {}),
        }
        forms.add(word.casefold())
    more = {"cross_references": references, "questions": questions}
    files["annotations/readings/whole/more.yml"] = {k: v for k, v in more.items() if v}
    event = {"id": "e", "date": "1812", "title": "It happened", "passages": events}
    files["annotations/timeline.yml"] = {"events": [event]}
    if draw(st.booleans()):  # otherwise each is compared with the whole text alone
        asked = [f"[[question:whole/{question['id']}]]" for question in questions]
        body = " ".join(("Compare.", *asked))
        of = draw(st.permutations(("passages", "notes", "whole")))
        together = {"id": "all", "title": "Together", "readings": of, "body": body}
        files["annotations/comparisons.yml"] = {"comparisons": [together]}
    return Case(files, texts, shown, frozenset(forms))


def _places(count: int) -> st.SearchStrategy[tuple[int, int]]:
    """The first and the last word of a passage of a text with so many words."""
    lengths = st.tuples(st.integers(0, count - 1), st.integers(0, 5))
    return lengths.map(lambda place: (place[0], min(sum(place), count - 1)))


def _whole_reading(*, is_translation: bool) -> dict[str, Any]:
    """A text that is shown whole, beside that of which passages are shown or that with notes."""
    text = "A king met the Frog at the pond.\n\nNobody else was there.\n"
    return {
        "seeds/whole.txt": text,
        "annotations/readings/whole/reading.yml": {
            "title": "The whole text",
            "language": "en",
            "version_of": "passages",
            **({"translation_of": "notes"} if is_translation else {}),
            "alignment": "1",
            "source": {"file": "seeds/whole.txt"},
        },
    }


def _reading(mode: str, text: Text, annotations: Any, *, parts: bool) -> dict[str, Any]:
    source = text.source()
    folder = f"annotations/readings/{mode}"
    count = len(text.paragraphs)
    described: dict[str, Any] = {
        "title": f"A text in {mode}",
        "language": text.script.language,
        "publish": mode,
        "url": "https://example.org/original",
        "source": {
            "file": f"seeds/{mode}.txt",
            "sha256": sha256(source.encode()).hexdigest(),
        },
        "speakers": [{"id": "a", "name": "Somebody"}],
        "paragraphs": [{"from": 1, "to": count, "role": "question", "speaker": "a"}],
    }
    if parts and count > 1:
        described["parts"] = [
            {"id": "one", "title": "One", "from": 1, "to": 1},
            {"id": "two", "title": "Two", "from": 2, "to": count},
        ]
    return {
        f"seeds/{mode}.txt": source,
        f"{folder}/reading.yml": described,
        f"{folder}/notes.yml": {key: value for key, value in annotations.items() if value},
    }
