"""Whatever a message proposes instead of a target is right: it leads to one place of the text."""

import re
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.merge.anchors.explaining.allowance import Allowance, RunAllowance
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.quotable_text import QuotableText, quotable
from build_scripts.merge.anchors.resolve_selector import resolve
from build_scripts.model.selector import TextQuoteSelector
from tests.merge.nasty_texts import NOWHERE, TEXTS, quotation, source_text
from tests.profiles import cases

ENGLISH = """Some time ago the old miller had three sons, a mill, a donkey and a cat.

“What am I to do with a cat?” he said to himself, and the cat heard it!

“Only give me boots,” said the cat, “and you shall see … that I am worth more than you think.” \
Stop! The boots were made; nobody knew why. (He paid for them with his last coin.)"""
GERMAN = """Vor Zeiten lebte ein alter Müller, der hatte drei Söhne. „Was soll ich mit einer \
Katze?“, sagte er zu sich; da hörte es die Katze!

Die Stiefel waren fertig – niemand wusste, warum (er hatte sie bezahlt)."""
RUSSIAN = """Жил-был старый мельник, и было у него три сына. «Что мне делать с котом?» — сказал \
он себе.

Стой! Сапоги были готовы; никто не знал почему."""
CHINESE = """从前有一个老磨坊主，他有三个儿子。“我要这只猫做什么？”他自言自语。

靴子做好了，没有人知道为什么。"""
ARABIC = "كان يا ما كان طحان عجوز له ثلاثة أبناء. «ماذا أفعل بقط؟» قال لنفسه."


@pytest.mark.parametrize(
    ("text", "quoted", "proposed"),
    [
        # Quotation marks and ellipses that somebody put around the words.
        (ENGLISH, '"Some time ago the old miller…"', "Some time ago the old miller"),
        (ENGLISH, "…a mill, a donkey...", "a mill, a donkey"),
        (ENGLISH, "[…] and the cat heard it!", "and the cat heard it!"),
        (GERMAN, "»Was soll ich mit einer Kaze?«", "„Was soll ich mit einer Katze?“"),
        (RUSSIAN, '"Что мне делать с котом"', "«Что мне делать с котом?»"),
        (CHINESE, "「我要这只猫干什么？」", "“我要这只猫做什么？”"),
        (ARABIC, '"ماذا أفعل بقطة؟"', "«ماذا أفعل بقط؟»"),
        (ENGLISH, "“he said to himself”", "he said to himself"),
        (ENGLISH, "(he paid for them with his last coin)",
         "(He paid for them with his last coin.)"),
        # Marks beside the words, of this sentence and of the one before.
        (ENGLISH, "!The boots were made", "! The boots were made"),
        (ENGLISH, "“Stop! The boots was made", "Stop! The boots were made"),
        (ENGLISH, "Stop!! The boots were made;", "Stop! The boots were made;"),
        (ENGLISH, "¡and the cat heard it!", "and the cat heard it!"),
        # Words that are missing, put in or misspelt.
        (ENGLISH, "the old miller had sons, a mill", "the old miller had three sons, a mill"),
        (ENGLISH, "the miller had, as we know, three sons", "the old miller had three sons"),
        (ENGLISH, "«Some time ago the old miler»", "Some time ago the old miller"),
        (RUSSIAN, "Сапоги готовы; никто не знал", "Сапоги были готовы; никто не знал"),
        (CHINESE, "靴子做好，没有人知道", "靴子做好了，没有人知道"),
        (GERMAN, "Stiefel fertig, niemand wusste", "Stiefel waren fertig – niemand wusste"),
        (ARABIC, "كان يا ما كان طحان عجوز لها ثلاثة", "كان يا ما كان طحان عجوز له ثلاثة"),
        (ENGLISH, "... and you shall see … that I am worth more than you thought",
         "and you shall see … that I am worth more than you think"),
        # Words that an ellipsis leaves out.
        (ENGLISH, "the old miller … a donkey", "the old miller had three sons, a mill, a donkey"),
        (ENGLISH, "shall see […] more than you", "shall see … that I am worth more than you"),
        (GERMAN, "Die Stiefel ... niemand", "Die Stiefel waren fertig – niemand"),
        (RUSSIAN, "мельник <...> сына", "мельник, и было у него три сына"),
    ],
)  # fmt: skip
def test_a_proposed_quotation_is_whole(text: str, quoted: str, proposed: str) -> None:
    _, (diagnostic,) = resolve(quotation(quoted), quotable(source_text(text)), True)
    assert f'exact: "{proposed}"' in diagnostic.hint


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, RUSSIAN, CHINESE, ARABIC])
def test_for_words_of_another_language_nothing_is_proposed(text: str) -> None:
    words = "kaj la kato parolis kun li" if text is not ENGLISH else "Жил-был старый мельник"
    _, (diagnostic,) = resolve(quotation(words), quotable(source_text(text)), True)
    assert "write" not in diagnostic.hint


def check_proposals(selector: TextQuoteSelector, text: QuotableText) -> int:
    """Follow every advice in the messages about a target; the number of proposals."""
    _, diagnostics = resolve(selector, text, True)
    count = 0
    if selector.paragraph is not None and selector.paragraph > len(text.source.paragraphs):
        selector = replace(selector, paragraph=None)  # which has a message of its own
    for diagnostic in diagnostics:
        for written in re.findall(r"write `target: (\{.*\})`", diagnostic.hint):
            target = yaml.safe_load(written)
            count += 1
            span, faults = resolve(quotation(**target), text, True)
            assert span is not None, (written, faults)
        delete = re.search(r"(?i)delete (.*?)(?:, and add|:$)", diagnostic.hint, re.MULTILINE)
        deleted = re.findall(r"`(\w+)", delete[1]) if delete else []
        kept = {
            key: value
            for key in ("prefix", "suffix", "occurrence", "paragraph")
            if key not in deleted and (value := getattr(selector, key))
        }
        for line in re.findall(r"^  paragraphs? .*", diagnostic.hint, re.MULTILINE):
            if "[" not in line:  # the passage compared with the quotation
                continue
            _, _, context = line.partition("  → ")
            added = yaml.safe_load(f"{{{context}}}") if context else {}
            assert not kept.keys() & added.keys(), "a key would stand there twice"
            if context or delete:
                count += 1
                meant = TextQuoteSelector(selector.exact, NOWHERE, **kept, **added)
                assert resolve(meant, text, True)[0] is not None, line
    return count


NOISE = st.sampled_from(["", "…", '"', "!", "a", " b", "e\u0301", "東", "...", "(", ")"])


@cases(normal=500, long=10_000)
@given(TEXTS, st.data())
def test_every_proposal_resolves(text: str, data: st.DataObject) -> None:
    middle = len(text) // 2
    start = data.draw(st.integers(0, middle))
    end = data.draw(st.integers(middle, len(text)))
    inside = data.draw(st.integers(start, end))
    quoted = "".join(
        (data.draw(NOISE), text[start:inside], data.draw(NOISE), text[inside:end], data.draw(NOISE))
    )
    numbers = st.none() | st.integers(1, 3)
    contexts = st.sampled_from(["", "", "a", "b ", " e", "\u6771"])
    selector = TextQuoteSelector(
        quoted,
        NOWHERE,
        data.draw(contexts),
        data.draw(contexts),
        data.draw(numbers),
        data.draw(numbers),
    )
    check_proposals(selector, quotable(source_text(text)))


@pytest.mark.parametrize(
    "selector",
    [
        TextQuoteSelector("the", NOWHERE, prefix=", "),
        TextQuoteSelector("the cat", NOWHERE, suffix=", “and", paragraph=2),
        TextQuoteSelector("the cat", NOWHERE, occurrence=7),
        TextQuoteSelector("the cat", NOWHERE, occurrence=3, paragraph=3),
        TextQuoteSelector("the", NOWHERE, occurrence=2, paragraph=1),
        TextQuoteSelector("the", NOWHERE, prefix=" ", paragraph=3),
        TextQuoteSelector("the old miler", NOWHERE, paragraph=2),
    ],
)
def test_proposals_go_with_the_keys_that_are_kept(selector: TextQuoteSelector) -> None:
    assert check_proposals(selector, quotable(source_text(ENGLISH)))


def test_occurrence_combines_with_paragraph() -> None:
    text = quotable(source_text("king, king\n\nking"))
    _, (diagnostic,) = resolve(TextQuoteSelector("king", NOWHERE, occurrence=4), text, True)
    assert diagnostic.hint.endswith("`occurrence` can stand beside `paragraph`.")
    inside = TextQuoteSelector("king", NOWHERE, occurrence=3, paragraph=1)
    _, (diagnostic,) = resolve(inside, text, True)
    assert diagnostic.message.endswith("the quotation occurs only 2 times in paragraph 1")
    _, (diagnostic,) = resolve(TextQuoteSelector("king", NOWHERE, paragraph=1), text, True)
    assert diagnostic.message == "The quotation occurs 2 times in paragraph 1"
    assert "`occurrence`, which counts inside that paragraph" in diagnostic.hint


FEW_WORDS = ("ab", "cd", "ef", "gh", "ij", "kl")


def crafted(words: int, step: int) -> str:
    """A text of few words in an order that does not repeat soon, with a rare word now and then."""
    return " ".join(
        f"q{number // 10}" if number % 10 == 0 else FEW_WORDS[number * step % 97 % 6]
        for number in range(words)
    )


@pytest.mark.parametrize("step", [31, 59])
def test_the_search_for_a_long_absent_quotation_is_bounded(step: int) -> None:
    text = quotable(source_text(crafted(2_000, 31)))
    enough, few = Allowance(), Allowance(steps=100_000)
    sought = quotation(crafted(1_000, step) + " x")
    _, (found,) = resolve(sought, text, True, enough)
    _, (given_up,) = resolve(sought, text, True, few)
    assert few.is_used_up
    assert few.left >= 0
    assert given_up.hint == "Copy it from the text, letter by letter."
    assert found.message == given_up.message


def test_a_run_ends_all_searches_once_it_has_done_enough() -> None:
    text = quotable(source_text(ENGLISH))
    run = RunAllowance(steps=20 * len(ENGLISH))
    hints = []
    for number in range(200):
        selector = quotation(f"Some time ago the old miller had {number} sons")
        _, (diagnostic,) = resolve(selector, text, True, Allowance(run))
        hints.append("miller had three sons" in diagnostic.hint)
    assert hints[0]
    assert not hints[-1]
    assert hints == sorted(hints, reverse=True)
    assert run.left >= 0


@cases(normal=500, long=5_000)
@given(TEXTS, st.data())
def test_what_is_sought_in_a_span_or_by_words_is_what_is_sought_everywhere(
    text: str, data: st.DataObject
) -> None:
    source = source_text(text)
    plain = quotable(source)
    by_words = plain.with_word_places()
    words = plain.normalised.text.split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    exact = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    everywhere = find_all(plain.normalised, exact)
    assert find_all(plain.normalised, exact, word_places=by_words.word_places) == everywhere
    for paragraph in source.paragraphs:
        inside = tuple(match for match in everywhere if paragraph.span.covers(match))
        found = find_all(plain.normalised, exact, within=paragraph.span)
        # A paragraph without a match of its own is compared more loosely, whatever others have.
        assert found == inside or not inside
        assert all(paragraph.span.covers(match) for match in found)
