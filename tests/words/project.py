"""A project whose pages say everything that the interface can say, all else in Cyrillic letters."""

import hashlib
import json
from pathlib import Path
from typing import Any

RELATIONS = (
    *("agrees", "agrees-in-part", "contrasts", "later-development", "earlier-stage"),
    *("same-subject", "same-person", "explains", "quotes"),
)
FURTHER_RELATIONS = (
    *("paraphrases", "alludes-to", "mentions", "discusses", "draws-on", "corrects"),
    *("continued-in", "translation-of", "parallel", "related", "see"),
)
KINDS = (
    *("person", "organisation", "place", "event", "treaty", "concept", "work", "publication"),
    "word",
)
NUMBERS = ["адзін", "два", "тры", "чатыры", "пяць", "шэсць", "сем", "восем", "дзевяць"]
TEXT = "\n\n".join(f"Вось {number} і яшчэ нешта." for number in NUMBERS)
HEADER = "1900\n\n"
FURTHER = tuple(f"further{number}" for number in range(1, 11))
"""Readings that are there so that a picture cannot show all."""
ADDRESS = "https://example.org/"
"""The one thing that is shown in Latin letters, besides the names of sources."""


def write_project(root: Path, **settings: Any) -> Path:
    """Write the project.

    Args:
        root: where.
        settings: more of its site.yml.
    """
    files: dict[str, Any] = {
        "annotations/site.yml": {
            "glossary_pages": "by-initial",
            "editors": "Мы",
            "contact": ADDRESS,
            "annotations_licence": {"name": "Ліцэнзія", "url": ADDRESS},
            **settings,
        },
        "annotations/sources.yml": {"references": _references()},
        "annotations/timeline.yml": {"events": _events()},
        "annotations/comparisons.yml": {"comparisons": _comparisons()},
        "annotations/readings/first/reading.yml": _first_reading(),
        "annotations/readings/first/notes.yml": _first_annotations(),
        "annotations/readings/second/reading.yml": _second_reading(),
        "annotations/readings/third/reading.yml": {
            **_reading("third"),
            "version_of": "first",
            "alignment": "1",
        },
    }
    for name in FURTHER:
        files[f"annotations/readings/{name}/reading.yml"] = _reading(name)
    files["annotations/readings/further1/reading.yml"]["date"] = "1899"
    files["annotations/readings/further5/reading.yml"]["version_of"] = "further6"
    for name, publish in (("further3", "passages"), ("further4", "notes")):
        files[f"annotations/readings/{name}/reading.yml"] |= {"publish": publish, "url": ADDRESS}
    files["annotations/readings/further4/notes.yml"] = _of_words_kept_back()
    for number, kind in enumerate(KINDS):
        files[f"annotations/glossary/{kind}.yml"] = {
            "term": f"Слова{number}",
            "kind": kind,
            "forms": [NUMBERS[number], f"Слова{number}"],
            "linking": "all",
            "definition": "Нешта. [[reading:first]]",
            "translations": {"sr-Cyrl": "реч", "ru": "слово"},
            "aliases": f"Іншае{number}",
            **({"level": ("basic", "expert")[number % 2]} if number % 3 else {}),
            "pronunciation": {"respelling": "СЛО-ва", "ipa": "ˈʃœʊɔ", "language": "be"},
            "coordinates": f"{number}, {-number}",
        }
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    (root / "seeds").mkdir()
    for name in ("first", "second", "third", *FURTHER):
        (root / f"seeds/{name}.txt").write_bytes(_file(name).encode())
    return root


def _reading(name: str) -> dict[str, Any]:
    sha256 = hashlib.sha256(_file(name).encode()).hexdigest()
    source = {"file": f"seeds/{name}.txt", "sha256": sha256}
    return {"title": "Казка", "language": "be", "source": source}


def _file(name: str) -> str:
    texts = {
        "first": HEADER + TEXT,
        "second": TEXT,
        "further1": "Вось адзін. " * 13,
        "further2": "Вось два. І Слова0, і адзін.",
        "further4": "Пуста, дрэва. Яшчэ.",
    }
    return texts.get(name, "Пуста.")


def _first_reading() -> dict[str, Any]:
    return _reading("first") | {
        "header": HEADER,
        "title_by": "editor",
        "authors": ["Янка", "Якуб"],
        "interviewee": [{"family": "Купала", "given": "Янка"}],
        "interviewer": "Якуб",
        "version": "Пераклад",
        "publisher": "Друк",
        "date": "1900-02-03",
        "original_language": "ru",
        "translator": ["Хтось", {"literal": "Ян", "term": "person"}],
        "rights": "Нічые",
        "licence": {"name": "Ліцэнзія", "url": ADDRESS},
        "url": ADDRESS,
        "translation_of": "second",
        "alignment": ["1-2", {"paragraphs": "3-4", "original": "3"}],
        "formerly": ["old"],
        "first_view": "corrected",
        "notice": "Нешта. [[person]]",
        "introduction": {"body": "Нешта. [[person]]", "sources": ["many"]},
        "further_reading": [{"ref": "many", "locator": "12", "body": "Нешта. [[person]]"}],
        "speakers": [{"id": "a", "name": "Адам"}, {"id": "b", "name": "Ева"}],
        "paragraphs": [{"from": 1, "role": "question", "speaker": "a"}],
    }


def _second_reading() -> dict[str, Any]:
    parts = [
        {"id": "one", "title": "Пачатак", "from": 1, "to": 3},
        {"id": "two", "title": "Сярэдзіна", "from": 4, "to": 6},
        {"id": "three", "title": "Канец", "from": 7, "to": 9},
    ]
    return _reading("second") | {"parts": parts}


def _first_annotations() -> dict[str, Any]:
    links = (
        "[[note:further4/kept]], [[note:on-one]], [[note:on-two]], [[note:on-all]], [[event:old]], "
        "[[question:later]]"
    )
    return {
        "notes": [
            {
                "id": "on-words",
                "target": {"exact": "Вось адзін"},
                "body": f"Нешта. {links}",
                "status": "reviewed",
                "sources": ["many"],
            },
            {"id": "on-one", "target": {"paragraphs": "2"}, "body": "Нешта.", "status": "draft"},
            {
                "id": "on-two",
                "target": {"paragraphs": "2-3"},
                "body": "Нешта.",
                "status": "disputed",
                "sources": ["all", "bare"],
            },
            {
                "id": "on-all",
                "target": {"reading": "true"},
                "body": "Нешта. [[note:on-words]]",
                "creator": "Янка",
                "created": "2024-11-30",
                "modified": "2025-01",
                "status": "reviewed",
                "reviewed_by": ["Якуб"],
                "sources": ["all"],
            },
        ],
        "questions": [
            {
                "id": "why",
                "body": "Чаму? [[note:on-one]] [[person]]",
                "passages": [
                    {"exact": "Вось адзін"},
                    {"reading": "second", "exact": "Вось два"},
                    {"reading": "second"},
                ],
                "hint": "Нешта.",
                "sources": ["many"],
                "status": "disputed",
            },
            {"id": "later", "body": "Калі?", "status": "draft"},
        ],
        "cross_references": [
            *(
                {
                    "id": relation,
                    "target": {"exact": f"Вось {number}"},
                    "refers_to": {"reading": "second", "exact": f"Вось {number}"},
                    "relation": relation,
                }
                for relation, number in zip(RELATIONS, NUMBERS, strict=True)
            ),
            *(
                {
                    "id": relation,
                    "target": {
                        "exact": "яшчэ" if number < len(NUMBERS) else "нешта",
                        "paragraph": number % len(NUMBERS) + 1,
                    },
                    "refers_to": {"reading": "second", "exact": f"Вось {NUMBERS[number % 9]}"},
                    "relation": relation,
                }
                for number, relation in enumerate(FURTHER_RELATIONS)
            ),
            {
                "id": "here",
                "target": {"exact": "дзін і яшчэ"},
                "refers_to": {"reading": "first", "paragraphs": "4-5"},
                "relation": "agrees",
                "body": "Нешта. [[note:on-words]]",
            },
            {
                "id": "to-term",
                "target": {"exact": "два і яшчэ"},
                "refers_to": {"term": "person"},
                "relation": "explains",
                "sources": ["all"],
            },
            {
                "id": "to-event",
                "target": {"exact": "тры і яшчэ"},
                "refers_to": {"event": "old"},
                "relation": "quotes",
            },
        ],
        "corrections": [
            {"id": certainty, "target": {"exact": f"{word} і яшчэ"}, "reading": f"{word} ды яшчэ"}
            | {"certainty": certainty, "body": "Нешта. [[note:on-words]]"}
            for certainty, word in zip(
                ("certain", "likely", "conjecture"), ("чатыры", "пяць", "шэсць"), strict=True
            )
        ]
        + [
            {
                "id": "left-out",
                "target": {"exact": "дзевяць і яшчэ"},
                "reading": "",
                "certainty": "certain",
                "rivals": [
                    {"reading": "нешта", "certainty": "likely", "proposed_by": ["Янка", "Максім"]},
                    {"reading": "Янка"},
                ],
            },
            {
                "id": "other",
                "target": {"exact": "восем і яшчэ"},
                "reading": "нешта",
                "certainty": "certain",
                "rivals": [{"reading": "", "certainty": "likely"}],
                "sources": ["all"],
            },
        ],
    }


def _of_words_kept_back() -> dict[str, Any]:
    target = {"exact": "Пуста"}
    to_itself = {"refers_to": {"reading": "further4", "exact": "дрэва"}, "relation": "see"}
    rivals = {"rivals": [{"reading": "нешта", "certainty": "likely"}]}
    return {
        "notes": [{"id": "kept", "target": target, "body": "Нешта."}],
        "cross_references": [{"id": "away", "target": target} | to_itself],
        "corrections": [
            {"id": "kept", "target": target, "reading": "нешта", "certainty": "certain"} | rivals
        ],
    }


def _references() -> list[dict[str, Any]]:
    return [
        {
            "id": "all",
            "type": "book",
            "title": "Кніга",
            "author": ["Янка", {"literal": "Якуб", "term": "person"}],
            "composer": [{"literal": "Кузьма", "term": "organisation"}],
            "publisher": "Друк",
            "issued": "1900-04",
            "accessed": "2020-05-06",
            "note": "рэдкая",
        },
        {
            "id": "many",
            "type": "book",
            "title": "Трэцяя",
            "author": ["Янка", "Якуб", "Максім"],
            "issued": "1901",
        },
        {"id": "bare", "type": "book", "title": "Іншая", "publisher": "Друк", "issued": "n.d."},
    ]


def _comparisons() -> list[dict[str, Any]]:
    one = {
        "id": "one",
        "title": "Побач",
        "readings": ["first", "further1", "further2"],
        "body": "Нешта. [[person]]",
        "sources": ["all"],
        "formerly": ["once"],
    }
    further = ({"id": f"more{n}", "readings": ["first", f"further{n}"]} for n in range(3, 9))
    beside = {"id": "beside", "title": "Радкі", "readings": ["second", "first", "third"]}
    return [one, *({**each, "title": "Яшчэ"} for each in further), beside]


def _events() -> list[dict[str, Any]]:
    return [
        {"id": "old", "date": "-0044-03-15", "title": "Забойства"},
        {
            "id": "new",
            "date": "1900-01",
            "end_date": "1900-02-03",
            "title": "Друк",
            "passages": [
                {"reading": "first", "exact": "Вось адзін"},
                {"reading": "further4", "exact": "дрэва"},
            ],
        },
        {
            "id": "later",
            "date": "1905",
            "title": "Друк",
            "passages": [{"reading": "first", "exact": "Вось два"}, {"reading": "further2"}],
        },
        # More than a picture shows one by one.
        *({"id": f"in-{year}", "date": str(year), "title": "Друк"} for year in range(1500, 1540)),
    ]
