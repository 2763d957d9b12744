"""Turn proposals into entries that are ready to paste: file, key and YAML of each."""

from collections.abc import Iterable, Mapping
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
        paragraph: the number of the paragraph with the first place.
        context: the first place in its context, on one line.
        why: the reason, in one or more sentences.
        file: the file that it goes into, relative to the root.
        key: the list that the entry goes into, or the key that it replaces; empty for a new file.
        entry: the entry, or the keys of the new file.
        places: all places that it is about, in order.
    """

    kind: Kind
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
    taken = {entry.id for entry in subject.reading.corrections}
    # Ids are given by place, so that they do not depend on the order of the proposals.
    by_place = sorted(proposals, key=_places)
    done = filter(None, (_ready(proposal, subject, taken) for proposal in by_place))
    return tuple(sorted(done, key=lambda one: (_ORDER[one.key], one.places[0], one.file)))


_ORDER = {"corrections": 0, "mentions": 1, "forms": 2, "": 3}


def _places(proposal: Proposal) -> tuple[Span, ...]:
    match proposal:
        case CorrectionProposal() | MentionProposal():
            return (proposal.span,)
        case FormsProposal() | TermProposal():
            return proposal.places


def _ready(proposal: Proposal, subject: Subject, taken: set[str]) -> ReadyProposal | None:
    """A proposal as an entry, if it can be one. The id of a correction is added to `taken`."""
    places = _places(proposal)
    paragraph, _ = paragraph_numbers(places[0], subject.source)
    file = f"annotations/readings/{subject.reading.id}/suggested.yml"
    entry: dict[str, Yaml]
    match proposal:
        case CorrectionProposal(span, reading, certainty, what, why):
            target = _target(span, subject)
            if target is None or hidden_runs(reading):
                return None
            entry_id = proposed_id(f"{what} p{paragraph}", "correction", taken)
            taken.add(entry_id)
            key = "corrections"
            entry = {
                "id": entry_id,
                "target": target,
                "reading": " ".join(reading.split()),
                "certainty": certainty.value,
                "body": f"{why}\n",
            }
        case MentionProposal(span, term, why):
            target = _target(span, subject)
            if target is None:
                return None
            key, entry = "mentions", {"target": target, "term": term}
        case FormsProposal(_, term, forms, spellings):
            if any(map(hidden_runs, forms)):
                return None
            file = _glossary(term)
            key, entry = "forms", {"forms": forms}
            why = " ".join(
                f"“{one.form}” ({counted(len(one.places), 'place')}): {one.why}"
                for one in spellings
            )
        case TermProposal(term, label, forms, _):
            if any(map(hidden_runs, forms)):
                return None
            file = _glossary(term)
            key, entry = "", {"term": label}
            if forms != (label,):
                entry["forms"] = forms
            entry |= {"status": "draft", "definition": _TO_WRITE}
            why = f"{counted(len(places), 'place')} in this reading."
    context = in_context(places[0], subject.source.text)
    return ReadyProposal(proposal.kind, paragraph, context, why, file, key, entry, places)


def _glossary(term: str) -> str:
    return f"annotations/glossary/{term}.yml"


def _target(span: Span, subject: Subject) -> Mapping[str, str] | None:
    """The target of a passage; None where no quotation can describe it."""
    try:
        return describe(span, subject.normalised).parts()
    except ValueError:
        return None
