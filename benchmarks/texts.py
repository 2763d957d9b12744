"""Make up source texts: sentences, paragraphs, an interview, the chapter of a book."""

from collections.abc import Iterable, Sequence
from itertools import islice
from random import Random
from typing import NamedTuple

from benchmarks.words import Vocabulary

QUESTION_LABEL = "Review:"


class Block(NamedTuple):
    """A paragraph of a text and its role in reading.yml."""

    role: str
    text: str


def tokens(
    random: Random, words: Vocabulary, length: int, mentions: Sequence[str] = ()
) -> list[str]:
    """Running words, in which each mention (one word or more) replaces one word."""
    drawn = words.draw(random, length)
    for place, mention in zip(random.sample(range(length), len(mentions)), mentions, strict=True):
        drawn[place] = mention
    return drawn


def sentences(random: Random, running: Sequence[str], end: str = ".") -> str:
    """Running words as sentences with commas, possessives and curly quotation marks."""
    written: list[str] = []
    position = 0
    while position < len(running):
        sentence = [*running[position : position + random.randint(7, 24)]]
        position += len(sentence)
        sentence[0] = sentence[0][0].upper() + sentence[0][1:]
        for place in range(3, len(sentence) - 3, random.randint(5, 9)):
            sentence[place] += random.choice((",", ",", ",", "’s", ";", " –"))
        if len(sentence) > 12 and random.random() < 0.3:
            sentence[-6] = f"“{sentence[-6]}"
            sentence[-2] += "”"
        written.append(" ".join(sentence) + end)
    return " ".join(written)


def interview(random: Random, running: Iterable[str]) -> tuple[Block, ...]:
    """An introduction, then questions of about 25 words and answers of one to three paragraphs."""
    words = iter(running)
    blocks = [Block("introduction", sentences(random, [*islice(words, 80)]))]
    while asked := [*islice(words, random.randint(15, 35))]:
        blocks.append(Block("question", f"{QUESTION_LABEL} {sentences(random, asked, '?')}"))
        answers = ([*islice(words, random.randint(60, 140))] for _ in range(random.randint(1, 3)))
        blocks.extend(Block("answer", sentences(random, answer)) for answer in answers if answer)
    return tuple(blocks)


def chapter(random: Random, number: int, running: Iterable[str]) -> tuple[Block, ...]:
    """A heading and paragraphs of about 120 words."""
    words = iter(running)
    blocks = [Block("heading", f"Chapter {number}")]
    while paragraph := [*islice(words, random.randint(80, 160))]:
        blocks.append(Block("paragraph", sentences(random, paragraph)))
    return tuple(blocks)


def source(blocks: Sequence[Block]) -> str:
    """The content of the file: a blank line before each paragraph, three before a question."""
    pieces: list[str] = []
    for block in blocks:
        pieces.append("\n\n\n\n" if block.role == "question" else "\n\n")
        pieces.append(block.text)
    return "".join(pieces[1:]) + "\n"


def body(random: Random, words: Vocabulary, length: int, mentions: Sequence[str] = ()) -> str:
    """A note in Markdown: one paragraph or two, with emphasis and now and then a link."""
    running = tokens(random, words, length, mentions)
    place = random.randrange(1, length - 1)
    running[place] = random.choice(("*{}*", "**{}**")).format(running[place])
    if random.random() < 0.25:
        running[-2] = f"[{running[-2]}](https://example.org/{random.randrange(10_000)})"
    half = length // 2 if random.random() < 0.3 else length
    paragraphs = (running[:half], running[half:])
    return "\n\n".join(sentences(random, part) for part in paragraphs if part)
