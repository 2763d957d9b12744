"""Finds who speaks in a text, if the text says so beyond doubt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

import regex

from build_scripts.model.reading import Role
from build_scripts.text.ids import proposed_id

_LABEL = regex.compile(r"((?:\p{Lu}|\p{Lo})[^\s:：]*(?:[ \u00a0][^\s:：]+){0,4}(?::(?=\s|$)|：))")
_NAME_WORD = regex.compile(r"\p{Lu}|\p{Lo}|(?:[dvl][aeiou]?[nrls]?|and|of|the)\b")
_IS_ENDED = regex.compile("[.!?…。！？؟\u037e][\"'”’»)\\]]*\\Z")
_QUESTION = regex.compile("[?？؟\u037e]")  # the last is the Greek one
_LONGEST_LABEL = 50
_LEAST_QUESTIONS = 0.75
"""The share of turns with a question, of a person who asks."""


class Voice(NamedTuple):
    """A speaker: an id, a name, and the label that begins the turns in the text."""

    id: str
    name: str
    label: str


class Turn(NamedTuple):
    """The paragraphs of one turn, from the first to the last, numbered from 1."""

    first: int
    last: int
    role: Role
    voice: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """The speakers of a text and their turns; empty if they are in doubt.

    Attributes:
        voices: in the order in which they begin to speak.
        turns: in order. Paragraphs whose speaker is not certain belong to no turn.
    """

    voices: tuple[Voice, ...] = ()
    turns: tuple[Turn, ...] = ()


def conversation(paragraphs: Sequence[str]) -> Conversation:
    """Find the turns in a text that marks them with labels such as ``Ada Quill:``.

    At least two labels must stand before two paragraphs each. If there are two speakers, and
    nearly all turns of one but few of the other contain a question, one asks and the other answers.
    """
    labels = [_label(paragraph) for paragraph in paragraphs]
    counted = Counter(filter(None, labels))
    certain = [label for label, count in counted.items() if count >= 2]
    if len(certain) < 2:
        return Conversation()
    runs = [*_runs(paragraphs, [one if one in certain else "" for one in labels])]
    roles = _roles(paragraphs, runs, certain)
    ids: dict[str, str] = {}
    for label in certain:
        ids[label] = proposed_id(label, "speaker", {*ids.values()})
    return Conversation(
        tuple(Voice(ids[label], label[:-1].rstrip(), label) for label in certain),
        tuple(Turn(first, last, roles[label], ids[label]) for first, last, label in runs),
    )


def _label(paragraph: str) -> str:
    match = _LABEL.match(paragraph)
    if match is None or len(match[1]) > _LONGEST_LABEL:
        return ""
    return match[1] if all(map(_NAME_WORD.match, match[1].split())) else ""


def _runs(paragraphs: Sequence[str], labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First and last paragraph of each turn, with its label.

    Paragraphs without a label continue the turn before them if the next label is a different one.
    If the label is repeated, or no label follows, their speaker is uncertain.
    """
    starts = [number for number, label in enumerate(labels, start=1) if label]
    for first, next_first in zip(starts, [*starts[1:], 0], strict=True):
        label = labels[first - 1]
        goes_on = bool(next_first) and labels[next_first - 1] != label
        between = range(first + 1, next_first) if goes_on else ()
        # Nobody speaks a heading or a stage direction.
        is_spoken = all(_IS_ENDED.search(paragraphs[n - 1].rstrip()) for n in between)
        is_in_brackets = any(paragraphs[n - 1].lstrip().startswith(("(", "[")) for n in between)
        last = next_first - 1 if goes_on and is_spoken and not is_in_brackets else first
        yield first, last, label


def _roles(
    paragraphs: Sequence[str], runs: Sequence[tuple[int, int, str]], labels: Sequence[str]
) -> dict[str, Role]:
    if len(labels) == 2:
        asks: dict[str, list[bool]] = {label: [] for label in labels}
        for first, last, label in runs:
            asks[label].append(_asks(paragraphs[first - 1 : last]))
        share = {label: fmean(turns) for label, turns in asks.items()}
        other, asker = sorted(labels, key=lambda label: share[label])
        if share[asker] >= _LEAST_QUESTIONS and share[other] <= share[asker] / 2:
            return {asker: Role.QUESTION, other: Role.ANSWER}
    return dict.fromkeys(labels, Role.SPEECH)


def _asks(turn: Sequence[str]) -> bool:
    return any(map(_QUESTION.search, turn))
