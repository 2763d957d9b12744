"""Random edits of a project in which everything is used somewhere else."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.render import where_used

Files = dict[str, Any]
"""The files of a project; what is no text is written as JSON, which is YAML."""
Edit = Callable[[Random, Files], None]

READINGS = ("tale", "letter", "fable")
WORDS = ("king", "a king", "ball", "daughter", "Frog", "met him", "my ball", "The king", "absent")
BODIES = (
    "A king, perhaps.",
    "See [[frog]] and [[pond]].",
    "See [[reading:tale]], [[note:tale/who]]; [[event:ball|the ball]].",
    "*Plain* words about a ball. And a daughter.",
    "[[nobody]]",
    "<b>refused</b>",
)
GRIMM = [{"family": "Grimm", "given": "Jacob"}]
ENTRIES = {
    "notes": "annotations/readings/{}/notes.yml",
    "cross_references": "annotations/readings/{}/links.yml",
    "corrections": "annotations/readings/{}/corrections.yml",
    "questions": "annotations/readings/{}/questions.yml",
    "mentions": "annotations/readings/{}/mentions.yml",
    "formatting": "annotations/readings/{}/mentions.yml",
}
GLOSSARY = "annotations/glossary/{}.yml"


def first_state() -> Files:
    """The project before the first edit."""
    files = where_used.files()
    text = "A fox saw a king, and the king saw a ball.\n\nThe ball was sour.\n"
    files["seeds/fable.txt"] = text
    files["annotations/readings/fable/reading.yml"] = {
        "title": "A fable",
        "source": {"file": "seeds/fable.txt", "sha256": sha256(text.encode()).hexdigest()},
        "language": "en",
        "notice": "Beside [[reading:tale]] and [[frog]].",
        "introduction": {"body": "Who is [[frog]]?", "sources": ["grimm"]},
        "further_reading": [{"ref": "grimm", "body": "More of [[frog]]."}],
        "formerly": ["old-fable"],
    }
    files["annotations/readings/tale/corrections.yml"] = {
        "corrections": [
            {
                "id": "c",
                "target": {"exact": "met him"},
                "reading": "saw him",
                "certainty": "likely",
                "body": "Frog was seen.",
                "sources": ["grimm"],
            }
        ]
    }
    files["annotations/readings/tale/questions.yml"] = {
        "questions": [
            {
                "id": "why",
                "body": "Why? See [[note:who]] and [[frog]].",
                "passages": [{"exact": "met him"}, {"reading": "letter", "exact": "my ball"}],
                "hint": "[[frog]]",
                "sources": ["more"],
            }
        ]
    }
    files["annotations/sources.yml"] = {
        "references": [
            {"id": "grimm", "type": "book", "title": "Tales", "author": GRIMM},
            {"id": "more", "type": "book", "title": "More Tales", "author": GRIMM},
        ]
    }
    files["annotations/site.yml"] = {"language": "en"}
    files["annotations/comparisons.yml"] = {
        "comparisons": [
            {
                "id": "both",
                "title": "Tale and letter",
                "readings": ["tale", "letter"],
                "body": "[[frog]] in [[reading:fable]].",
                "sources": ["grimm"],
            }
        ]
    }
    return files


def write(root: Path, before: Files, after: Files) -> None:
    """Write what differs, and delete what is no longer there."""
    for path in before.keys() - after.keys():
        (root / path).unlink()
        for folder in (root / path).relative_to(root).parents:
            if folder != Path() and not any((root / folder).iterdir()):
                (root / folder).rmdir()
    where_used.write(root, {p: v for p, v in after.items() if before.get(p) != v})


def _reading(random: Random) -> str:
    return random.choice(READINGS)


def _target(random: Random) -> dict[str, Any]:
    return random.choice(
        [{"exact": random.choice(WORDS)}, {"reading": True}, {"paragraphs": "1"}, {"exact": "king"}]
    )


def _loaded(files: Files, path: str) -> Any:
    """A copy of a file's value, to be changed and put back; None for a file that is no mapping."""
    value = files.get(path)
    return json.loads(json.dumps(value)) if isinstance(value, dict) else None


def _entries(random: Random, files: Files) -> tuple[str, str, Any] | None:
    kind = random.choice([*ENTRIES])
    path = ENTRIES[kind].format(_reading(random))
    return kind, path, _loaded(files, path) if path in files else {}


def _provenance(random: Random) -> dict[str, Any]:
    return {
        "sources": random.sample(["grimm", "more"], random.randrange(3)),
        "creator": random.choice(["Ada", "Bea"]),
        **({"status": random.choice(["draft", "reviewed"])} if random.random() < 0.4 else {}),
    }


def _new_entry(random: Random, kind: str) -> dict[str, Any]:
    identifier = random.choice(["n1", "n2", "who"])
    quoted = {"exact": random.choice(WORDS)}
    entry: dict[str, Any]
    match kind:
        case "notes":
            body = random.choice(BODIES[:4])
            entry = {"id": identifier, "target": _target(random), "body": body}
        case "cross_references":
            other = {"reading": _reading(random), "exact": random.choice(WORDS[:3])}
            refers_to = random.choice([other, {"term": "frog"}, {"event": "ball"}])
            relation = random.choice(["contrasts", "explains"])
            entry = {"id": identifier, "target": quoted, "relation": relation}
            entry |= {"refers_to": refers_to, "body": random.choice(BODIES[:4])}
        case "corrections":
            entry = {"id": identifier, "target": quoted, "certainty": "likely"}
            entry |= {"reading": random.choice(["queen", "Frog"])}
        case "questions":
            other = {"reading": _reading(random), "exact": random.choice(WORDS[:3])}
            passages = random.sample([quoted, other, {"reading": _reading(random)}], 2)
            entry = {"id": identifier, "body": random.choice(BODIES[:4]), "passages": passages}
        case "mentions":
            return {"target": quoted, random.choice(["term", "forbid"]): "frog"}
        case _:
            return {"target": quoted, "as": random.choice(["strong", "emphasis"])}
    return entry | _provenance(random)


def add_entry(random: Random, files: Files) -> None:
    """Add an annotation of any kind to a reading."""
    found = _entries(random, files)
    if found and found[2] is not None:
        kind, path, value = found
        value.setdefault(kind, []).insert(0, _new_entry(random, kind))
        files[path] = value


def remove_entry(random: Random, files: Files) -> None:
    """Remove an annotation; the file goes with the last one."""
    path = random.choice([p for p in files if p.startswith("annotations/readings/")])
    value = _loaded(files, path)
    for kind in ENTRIES:
        if value and value.get(kind):
            value[kind].pop(random.randrange(len(value[kind])))
            files[path] = value
            if not any(value.values()):
                del files[path]
            return


def change_body(random: Random, files: Files) -> None:
    """Change the words of one annotation."""
    path = random.choice([p for p in files if p.startswith("annotations/readings/")])
    value = _loaded(files, path)
    for kind in ("notes", "cross_references", "corrections", "questions"):
        entries = (value or {}).get(kind)
        if entries:
            random.choice(entries)["body"] = random.choice(BODIES)
            files[path] = value


def change_term(random: Random, files: Files) -> None:
    """Change one thing about a term, or add it."""
    path = GLOSSARY.format(random.choice(["frog", "grimm", "pond", "king", "ball"]))
    value = _loaded(files, path) or {"term": Path(path).stem, "definition": "A word."}
    key, new = random.choice(
        [
            ("definition", random.choice(BODIES)),
            ("definition", "He met a king with a ball. Water."),
            ("forms", random.sample(["king", "ball", "Frog", "daughter", "saw"], 2)),
            ("forms", [random.choice(["The king", "king", "a ball"])]),
            ("term", random.choice(["Frog", "pond", "Ball", "Émile"])),
            ("kind", random.choice(["person", "place", "word", "new-kind"])),
            ("case", random.choice(["exact", "ignore", "initial"])),
            ("linking", random.choice(["once", "all", "none", "first"])),
            ("except_phrases", ["a king"]),
            ("except_readings", [_reading(random)]),
            ("translations", {"pl": random.choice(["żaba", "król"])}),
            ("level", random.choice(["basic", "expert"])),
            ("aliases", random.sample(["żaba", "The Ball", "Froggy", "saw"], 2)),
            ("pronunciation", random.choice(["frohg", {"ipa": "frɒɡ", "language": "en"}])),
            ("coordinates", random.choice(["53.9, 27.57", "-12, -77"])),
            ("status", random.choice(["draft", "disputed"])),
            ("sources", random.sample(["grimm", "more"], 1)),
        ]
    )
    files[path] = value | {key: new}


def remove_term(random: Random, files: Files) -> None:
    """Delete the file of a term."""
    files.pop(GLOSSARY.format(random.choice(["frog", "grimm", "pond", "king", "ball"])), None)


def rename_term(random: Random, files: Files) -> None:
    """Give a term another id, or the old one back."""
    one, other = random.sample(["frog", "toad"], 2)
    path = GLOSSARY.format(one)
    if path in files and GLOSSARY.format(other) not in files:
        value = files.pop(path)
        if isinstance(value, dict):
            files[GLOSSARY.format(other)] = value | {"formerly": [one]}


def change_reading(random: Random, files: Files) -> None:
    """Change one thing that reading.yml says."""
    path = f"annotations/readings/{_reading(random)}/reading.yml"
    value = _loaded(files, path)
    if value is None:
        return
    key, new = random.choice(
        [
            ("title", random.choice(["The Tale", "Another", "Zwei"])),
            ("language", random.choice(["en", "de"])),
            ("interface", random.choice(["de", "en", "xx"])),
            ("description", random.choice(["Short.", "Long."])),
            ("authors", [random.choice(["J. Grimm", "Nobody"])]),
            ("date", random.choice(["1812", "1901-05"])),
            ("notice", random.choice(BODIES)),
            ("publish", random.choice(["full", "passages", "notes"])),
            ("licence", random.choice(["CC0-1.0", {"name": "Ours"}])),
            ("introduction", _introduction(random)),
            ("further_reading", [{"ref": "more", "body": random.choice(BODIES)}, "grimm"]),
            ("interviewee", [{"literal": "Ann", "term": random.choice(["frog", "nobody"])}]),
            ("linking", random.choice(["once", "all", "none"])),
            ("formerly", [random.choice(["older", "old-fable"])]),
            ("headings", [{"before": 1, "title": random.choice(["One", "Two"])}]),
            ("first_view", random.choice(["printed", "corrected"])),
            ("line_breaks", random.choice(["keep", "reflow"])),
            ("alignment", random.choice(["1", [{"paragraphs": "1", "original": "1-2"}]])),
            ("version_of", _reading(random)),
            ("translation_of", _reading(random)),
            ("parts", [{"id": "a", "title": "A", "from": 1, "to": 1}, _rest(random)]),
            ("parts", []),
        ]
    )
    files[path] = value | {key: new}


def _introduction(random: Random) -> dict[str, Any]:
    sources = random.choice([[], ["grimm"], ["more", "grimm"]])
    return {"body": random.choice(BODIES), "sources": sources, "creator": "Ada"}


def _rest(random: Random) -> dict[str, Any]:
    return {"id": "b", "title": random.choice(["B", "Rest"]), "from": 2, "to": 2}


def change_source(random: Random, files: Files) -> None:
    """Change the text of a reading; mostly, the sha256 is renewed."""
    reading = _reading(random)
    source, path = f"seeds/{reading}.txt", f"annotations/readings/{reading}/reading.yml"
    text = files.get(source)
    value = _loaded(files, path)
    if not isinstance(text, str) or value is None or not isinstance(value.get("source"), dict):
        return
    text = random.choice(
        [f"{text}\n\nThe king met Frog.\n", text.replace("ball", "pond"), f"So: {text}"]
    )
    if len(text) > 2_000:
        text = text[-500:]
    files[source] = text
    if random.random() < 0.8:
        value["source"]["sha256"] = sha256(text.encode()).hexdigest()
        files[path] = value


def change_lists(random: Random, files: Files) -> None:
    """Change events or references."""
    path, key = random.choice(
        [("annotations/timeline.yml", "events"), ("annotations/sources.yml", "references")]
    )
    value = _loaded(files, path) if path in files else {key: []}
    if value is None:
        return
    entries = value.setdefault(key, [])
    if key == "events":
        passage = {"reading": _reading(random), "exact": random.choice(WORDS)}
        new: Files = {
            "id": random.choice(["ball", "war"]),
            "date": random.choice(["1812", "1914-08"]),
        }
        new |= {"title": random.choice(["The ball", "War"]), "body": random.choice(BODIES)}
        new |= {"passages": [passage]}
    else:
        new = {"id": random.choice(["grimm", "more"]), "type": "book"}
        new |= {"title": random.choice(["Tales", "Yarns"]), "author": GRIMM}
        new |= {"issued": random.choice(["1812", "1815"])}
    entries[:] = [entry for entry in entries if entry["id"] != new["id"]]
    if random.random() < 0.8:
        entries.append(new)
    files[path] = value


def change_comparisons(random: Random, files: Files) -> None:
    """Change, add or remove a comparison."""
    path = "annotations/comparisons.yml"
    value = _loaded(files, path) if path in files else {"comparisons": []}
    if value is None:
        return
    entries = value.setdefault("comparisons", [])
    new: Files = {"id": random.choice(["both", "all"]), "title": random.choice(["Two", "Three"])}
    new |= {"readings": random.sample(READINGS, random.choice([2, 2, 3]))}
    new |= {"body": random.choice(BODIES)} if random.random() < 0.5 else {}
    entries[:] = [entry for entry in entries if entry["id"] != new["id"]]
    if random.random() < 0.8:
        entries.append(new | _provenance(random))
    files[path] = value


def change_settings(random: Random, files: Files) -> None:
    """Change one thing that site.yml says."""
    value = _loaded(files, "annotations/site.yml") or {}
    key, new = random.choice(
        [
            ("language", random.choice(["en", "de"])),
            ("glossary_pages", random.choice(["one", "by-initial"])),
            ("linking", random.choice(["once", "all", "first"])),
            ("drafts", random.choice(["hide", "publish"])),
            ("glossary", random.choice(["own", "shared"])),
            ("editors", random.choice(["Ada", "Bea"])),
            ("contact", "mailto:ada@example.org"),
            ("require", {"notes": ["sources"]}),
            ("require", {}),
            ("timeline", {"from": 1850}),
            ("timeline", {}),
        ]
    )
    files["annotations/site.yml"] = value | {key: new}


def change_words(random: Random, files: Files) -> None:
    """Add, change, break or remove a catalogue of words."""
    path = f"annotations/words/{random.choice(['en', 'de', 'xx'])}.ftl"
    if path in files and random.random() < 0.5:
        del files[path]
    else:
        title = random.choice(["Glossary", "Lexicon", "{ $unknown }"])
        files[path] = f"glossary-title = {title}\n"


def break_a_file(random: Random, files: Files) -> None:
    """Make a file unreadable, as while somebody types."""
    path = random.choice([p for p in files if p.endswith(".yml")])
    files[path] = random.choice(["{", "notes: [", "", "- just\n- a list\n", "term: a\nterm: b\n"])


def move_a_file(random: Random, files: Files) -> None:
    """Give a file of annotations another name in its folder."""
    path = random.choice([p for p in files if p.startswith("annotations/readings/")])
    if not path.endswith("reading.yml"):
        folder = path.rpartition("/")[0]
        files[f"{folder}/{random.choice(['a', 'b', 'notes'])}.yml"] = files.pop(path)


def remove_reading(random: Random, files: Files) -> None:
    """Delete a reading with all its annotations, or only its text or its reading.yml."""
    reading = _reading(random)
    folder = f"annotations/readings/{reading}/"
    gone = random.choice([folder, f"{folder}reading.yml", f"seeds/{reading}.txt"])
    for path in [p for p in files if p.startswith(gone)]:
        del files[path]


EDITS: tuple[tuple[int, Edit], ...] = (
    (6, add_entry),
    (3, remove_entry),
    (6, change_body),
    (8, change_term),
    (1, remove_term),
    (1, rename_term),
    (6, change_reading),
    (2, change_source),
    (4, change_lists),
    (3, change_comparisons),
    (3, change_settings),
    (1, change_words),
    (1, break_a_file),
    (1, move_a_file),
    (1, remove_reading),
)
"""How often each is chosen."""


class Edited(NamedTuple):
    """What was done to a project, for the message of a failing test, and its files."""

    name: str
    files: Files


def edited(random: Random, files: Files, sound: Files) -> Edited:
    """The files after one edit.

    Whoever breaks a project mends it soon: `sound` is the last state without faults.
    """
    if files is not sound and random.random() < 0.6:
        return Edited("mended", dict(sound))
    after = dict(files)
    (edit,) = random.choices([e for _, e in EDITS], [weight for weight, _ in EDITS])
    edit(random, after)
    return Edited(edit.__name__, after)
