"""Turn proposals into entries that are ready to paste: file, key and YAML of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.export.annotation_yaml import Yaml
from build_scripts.merge.anchors.describe_span import describe
from build_scripts.merge.anchors.explaining.passage_in_context import in_context, paragraph_numbers
from build_scripts.model.span import Span
from build_scripts.suggest.proposal import (
    CorrectionProposal,
    FormsProposal,
    Kind,
    MentionProposal,
    Proposal,
    TermProposal,
)
from build_scripts.suggest.subject import Subject
from build_scripts.text.hidden_characters import hidden_runs
from build_scripts.text.ids import proposed_id
from build_scripts.text.wording import counted

_TO_WRITE = "To be written: what a reader should know of this name, in a sentence or two.\n"


@dataclass(frozen=True, slots=True, eq=False)
class ReadyProposal:
    """A proposal with its YAML.

    Attributes:
        kind: what it is about.
        span: its place, or the first of several.
        paragraph: the number of the paragraph there.
        context: the place in its context, on one line.
        why: the reason, in one or more sentences.
        file: the file that it goes into, relative to the root.
        key: the list that the entry goes into, or the key that it replaces; empty for a new file.
        entry: the entry, or the keys of the new file.
        places: all places that it is about, in order.
    """

    kind: Kind
    span: Span
    paragraph: int
    context: str
    why: str
    file: str
    key: str
    entry: Mapping[str, Yaml]
    places: tuple[Span, ...]


def ready(proposals: Iterable[Proposal], subject: Subject) -> tuple[ReadyProposal, ...]:
    """Turn proposals into entries, sorted by kind of entry and then by place.

    Passages that no quotation can describe, or with characters that annotations must not have, are
    left out.
    """
    corrections, others = [], []
    for proposal in proposals:
        if isinstance(proposal, CorrectionProposal):
            corrections.append(proposal)
        else:
            others.append(proposal)
    # Ids are given by place, so that they do not depend on the order of the proposals.
    corrections.sort(key=lambda correction: correction.span)
    return (
        *_ready_corrections(corrections, subject),
        *sorted(
            (done for other in others if (done := _ready(other, subject))),
            key=lambda done: (_ORDER[done.key], done.span, done.file),
        ),
    )


_ORDER = {"corrections": 0, "mentions": 1, "forms": 2, "": 3}


def _ready_corrections(
    corrections: Iterable[CorrectionProposal], subject: Subject
) -> Iterator[ReadyProposal]:
    taken = {entry.id for entry in subject.reading.corrections}
    for correction in corrections:
        target = _target(correction.span, subject)
        if target is None or hidden_runs(correction.reading):
            continue
        paragraph, _ = paragraph_numbers(correction.span, subject.source)
        entry_id = proposed_id(f"{correction.what} p{paragraph}", "correction", taken)
        taken.add(entry_id)
        entry: dict[str, Yaml] = {
            "id": entry_id,
            "target": target,
            "reading": " ".join(correction.reading.split()),
            "certainty": correction.certainty.value,
            "body": f"{correction.why}\n",
        }
        yield _done(
            correction.kind,
            (correction.span,),
            subject,
            correction.why,
            _own_file(subject),
            "corrections",
            entry,
        )


def _ready(
    proposal: MentionProposal | FormsProposal | TermProposal, subject: Subject
) -> ReadyProposal | None:
    match proposal:
        case MentionProposal(kind, span, term, why):
            target = _target(span, subject)
            if target is None:
                return None
            entry: dict[str, Yaml] = {"target": target, "term": term}
            return _done(kind, (span,), subject, why, _own_file(subject), "mentions", entry)
        case FormsProposal(kind, _, term, forms, spellings):
            if any(map(hidden_runs, forms)):
                return None
            places = tuple(sorted(place for one in spellings for place in one.places))
            why = " ".join(
                f"“{one.form}” ({_so_often(len(one.places))}): {one.why}" for one in spellings
            )
            return _done(kind, places, subject, why, _glossary(term), "forms", {"forms": forms})
        case TermProposal(kind, _, term, label, forms, places, readings):
            if any(map(hidden_runs, forms)):
                return None
            why = f"{_so_often(len(places))} in this reading"
            why += f", and in {counted(readings, 'other reading')}." if readings else "."
            entry = {"term": label}
            if forms != (label,):
                entry["forms"] = forms
            entry |= {"status": "draft", "definition": _TO_WRITE}
            return _done(kind, places, subject, why, _glossary(term), "", entry)


def _done(
    kind: Kind,
    places: tuple[Span, ...],
    subject: Subject,
    why: str,
    file: str,
    key: str,
    entry: Mapping[str, Yaml],
) -> ReadyProposal:
    paragraph, _ = paragraph_numbers(places[0], subject.source)
    context = in_context(places[0], subject.source.text)
    return ReadyProposal(kind, places[0], paragraph, context, why, file, key, entry, places)


def _so_often(places: int) -> str:
    return counted(places, "place")


def _own_file(subject: Subject) -> str:
    return f"annotations/readings/{subject.reading.id}/suggested.yml"


def _glossary(term: str) -> str:
    return f"annotations/glossary/{term}.yml"


def _target(span: Span, subject: Subject) -> Mapping[str, str] | None:
    """The target of a passage; None where no quotation can describe it."""
    try:
        return describe(span, subject.normalised).parts()
    except ValueError:
        return None
