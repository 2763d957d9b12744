"""New entries: each a file of its own, so that two contributions never change the same one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_scripts.export.annotation_yaml import Yaml, annotation_file


class NewFile(NamedTuple):
    """A file that is to be added.

    Attributes:
        path: relative to the project's root, with ``/``.
        content: its bytes.
    """

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Attribution:
    """What an entry rests on and who answers for it; None where nothing was said.

    Attributes:
        sources: ids of references, each with ``=`` and the place in it where that was said.
        creator: who wrote it.
        created: when, as an ISO 8601 date.
        status: how far it has come.
    """

    sources: Sequence[str] = ()
    creator: str | None = None
    created: str | None = None
    status: str | None = None


Target = Mapping[str, Yaml]
"""What stands under ``target``, or what a passage of another reading is named by."""


def note(reading: str, id_: str, target: Target, body: str, by: Attribution) -> NewFile:
    """A note on a passage."""
    entry = {"id": id_, "target": target, "body": paragraphs(body), **_attributed(by)}
    return _of_reading(reading, "notes", f"note-{id_}", entry)


def cross_reference(
    reading: str,
    id_: str,
    target: Target,
    refers_to: Mapping[str, Yaml],
    relation: str,
    body: str | None,
    by: Attribution,
) -> NewFile:
    """A cross-reference from a passage to another, to a term or to an event."""
    entry: dict[str, Yaml] = {
        "id": id_,
        "target": target,
        "refers_to": refers_to,
        "relation": relation,
        **_given(body=body and paragraphs(body)),
        **_attributed(by),
    }
    return _of_reading(reading, "cross_references", f"cross-reference-{id_}", entry)


def correction(
    reading: str,
    id_: str,
    target: Target,
    probable_reading: str,
    certainty: str,
    body: str | None,
    by: Attribution,
) -> NewFile:
    """A correction of faulty words."""
    entry: dict[str, Yaml] = {
        "id": id_,
        "target": target,
        "reading": probable_reading,
        "certainty": certainty,
        **_given(body=body and paragraphs(body)),
        **_attributed(by),
    }
    return _of_reading(reading, "corrections", f"correction-{id_}", entry)


def mention(reading: str, name: str, target: Target, rule: str, term: str) -> NewFile:
    """A glossary link that is forced (`rule` is ``term``) or forbidden (``forbid``)."""
    return _of_reading(reading, "mentions", f"mention-{name}", {"target": target, rule: term})


def term(
    id_: str,
    name: str,
    definition: str,
    kind: str | None,
    forms: Sequence[str],
    translations: Mapping[str, str],
    by: Attribution,
) -> NewFile:
    """A term of the glossary; its name is one of its forms."""
    content = {
        "term": name,
        **_given(
            kind=kind,
            forms=[*dict.fromkeys((name, *forms))] if forms else None,
            translations=translations,
        ),
        "definition": paragraphs(definition),
        **_attributed(by),
    }
    return NewFile(f"annotations/glossary/{id_}.yml", _bytes(content))


def event(
    id_: str,
    date: str,
    end_date: str | None,
    title: str,
    body: str | None,
    passages: Sequence[Mapping[str, Yaml]],
    by: Attribution,
) -> NewFile:
    """An event of the timeline."""
    entry: dict[str, Yaml] = {
        "id": id_,
        "date": date,
        **_given(end_date=end_date),
        "title": title,
        **_given(body=body and paragraphs(body), passages=passages),
        **_attributed(by),
    }
    return NewFile(f"annotations/events/{id_}.yml", _bytes({"events": [entry]}))


def reference(id_: str, variables: Mapping[str, Yaml | None]) -> NewFile:
    """A bibliographic item, described by variables of CSL."""
    entry = {"id": id_, **_given(**variables)}
    return NewFile(f"annotations/references/{id_}.yml", _bytes({"references": [entry]}))


def name_after_csl(name: str) -> Yaml:
    """A name as CSL has it: ``Brown, Maud`` is a family name and a given one, others stay whole."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return {"family": family, "given": given} if comma and family and given else name


def paragraphs(text: str) -> str:
    """A text of several lines as it is written in a file: with LF, and one at its end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return f"{lines}\n" if lines.strip() else ""


def _of_reading(reading: str, key: str, name: str, entry: Mapping[str, Yaml]) -> NewFile:
    return NewFile(f"annotations/readings/{reading}/{name}.yml", _bytes({key: [entry]}))


def _attributed(by: Attribution) -> dict[str, Yaml]:
    return _given(
        sources=[_citation(source) for source in by.sources],
        creator=by.creator,
        created=by.created,
        status=by.status,
    )


def _citation(source: str) -> Yaml:
    key, sign, locator = source.partition("=")
    return {"ref": key, "locator": locator} if sign else key


def _given(**values: Yaml | None) -> dict[str, Yaml]:
    """What was said; an empty text was, too, and the check of the file refuses it."""
    return {key: value for key, value in values.items() if value == "" or value}


def _bytes(content: Mapping[str, Yaml]) -> bytes:
    return annotation_file(content).encode()
