"""The work for a text grows with its length, whatever its words and lines are."""

from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from build_scripts.suggest import same_name, spelling_variants
from build_scripts.text.sentences import sentence_ends
from tests.render.golden import write_project
from tests.suggest.golden import proposals_for


def _suggest(text: str, root: Path, language: str = "en") -> None:
    case = {"text": text, "reading": {"language": language}}
    write_project(case, root)
    proposals_for(root)


def _names(number: int) -> list[str]:
    """Names with different letters, each four times."""
    choose = Random(1)
    return ["B" + "".join(choose.choices("acdefghiklmnoprstu", k=8)) for _ in range(number)]


def test_each_name_is_compared_with_few_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = Counter[int]()
    now = 0

    def counting(one: str, other: str) -> bool:
        compared[now] += 1
        return same_name.is_variant(one, other)

    monkeypatch.setattr(spelling_variants, "is_variant", counting)
    for now in (100, 400):
        names = _names(now)
        text = "".join(f"They saw {name} and {name}, {name} or {name}.\n\n" for name in names)
        _suggest(text, tmp_path / str(now))
    assert compared[400] <= 400


def test_no_name_is_too_long_to_compare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []
    nearby = same_name.spellings_nearby

    def recording(word: str) -> Any:
        lengths.append(len(word))
        return nearby(word)

    monkeypatch.setattr(spelling_variants, "spellings_nearby", recording)
    long = f"B{'a' * 20_000}"
    _suggest(
        f"In {long} and {long}, {long} and {long}. They saw Barus and B{'a' * 19_999}.", tmp_path
    )
    assert max(lengths, default=0) <= 60


def test_sentences_are_found_once_in_a_long_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counting(text: str, language: str) -> tuple[int, ...]:
        asked.append(len(text))
        return sentence_ends(text, language)

    monkeypatch.setattr("build_scripts.suggest.reading_words.sentence_ends", counting)
    text = "The boat and the gull, " * 1_000
    _suggest(text, tmp_path)
    assert sum(asked) <= len(text)
