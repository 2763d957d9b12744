"""Writes the reading.yml of a new text, with the metadata and speakers that the text names."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.contribute.headers import Header, header_of
from build_scripts.contribute.new_entries import NewFile
from build_scripts.contribute.turns import Conversation, Turn, conversation
from build_scripts.export.annotation_yaml import OnOneLine, Yaml, annotation_file
from build_scripts.model.reading import Role
from build_scripts.model.source_text import ParagraphRule
from build_scripts.model.value_patterns import LANGUAGE_PATTERN
from build_scripts.read.files.source_paragraphs import split_paragraphs
from build_scripts.read.schema.dates import edtf_date
from build_scripts.text.edtf_dates import NotADate
from build_scripts.text.line_ends import with_line_feeds
from build_scripts.text.line_ends_in_words import line_ends_in_words
from build_scripts.text.lines_of_text import has_paragraph_a_line
from build_scripts.text.wording import counted


@dataclass(frozen=True, slots=True)
class FoundInText:
    """The facts about a text that the text itself states beyond doubt.

    Attributes:
        header: with only the metadata that can be used.
        conversation: says who speaks in which paragraph.
    """

    header: Header = field(default_factory=Header)
    paragraphs: tuple[str, ...] = ()
    rule: ParagraphRule = ParagraphRule.BLANK_LINES
    conversation: Conversation = field(default_factory=Conversation)


def found_in(content: bytes, rule: ParagraphRule | None = None) -> FoundInText:
    """Look for a header, paragraphs and speakers. Non-UTF-8 input is left to the check.

    Without a `rule`, the ends of the lines show what separates the paragraphs.
    """
    try:
        text = with_line_feeds(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return FoundInText()
    header = header_of(text)
    usable = {key: value for key, value in header.metadata.items() if _is_usable(key, value)}
    body = text[len(header.text) :]
    if rule is None:
        has_lines = has_paragraph_a_line(body)
        rule = ParagraphRule.LINES if has_lines else ParagraphRule.BLANK_LINES
    paragraphs = plain_paragraphs(body, rule)
    return FoundInText(Header(header.text, usable), paragraphs, rule, conversation(paragraphs))


def plain_paragraphs(text: str, rule: ParagraphRule) -> tuple[str, ...]:
    """The paragraphs of a text, which has LF as its only line end."""
    return tuple(text[one.span.start : one.span.end] for one in split_paragraphs(text, rule))


def _is_usable(key: str, value: str) -> bool:
    match key:
        case "date":
            try:
                return edtf_date(value) == value
            except NotADate:
                return False
        case "language":
            return re.fullmatch(LANGUAGE_PATTERN, value) is not None
        case "url":
            return value.startswith(("https://", "http://"))
        case _:
            return True


def reading_file(
    id_: str,
    source: str,
    content: bytes,
    metadata: Mapping[str, Yaml | None],
    found: FoundInText,
) -> NewFile:
    """The reading.yml of a new reading.

    The text has the path `source` and the bytes `content`. The metadata, by keys of reading.yml,
    are None for unknown values.
    """
    keys: dict[str, Yaml] = {
        "title": metadata["title"] or "",
        "source": {
            "file": source,
            "sha256": hashlib.sha256(content).hexdigest(),
            **({"paragraphs": found.rule.value} if found.rule is ParagraphRule.LINES else {}),
        },
        **({"header": found.header.text} if found.header.text else {}),
        **{key: value for key, value in metadata.items() if key != "title" and value is not None},
    }
    voices = found.conversation.voices
    if voices:
        keys["speakers"] = [OnOneLine(id=v.id, name=v.name, label=v.label) for v in voices]
        keys["paragraphs"] = [*map(_run, found.conversation.turns)]
    return NewFile(f"annotations/readings/{id_}/reading.yml", annotation_file(keys).encode())


def _run(turn: Turn) -> OnOneLine:
    return OnOneLine(
        {"from": turn.first, "to": turn.last, "role": turn.role.value, "speaker": turn.voice}
    )


def described(found: FoundInText) -> list[str]:
    """Remarks about the facts that were found, for the person who adds the text."""
    lines = []
    if found.header.text:
        header = " ".join(found.header.text.split())
        taken = ", ".join(f"{key} {value}" for key, value in found.header.metadata.items())
        lines.append(f"the file begins with a header, which is not text: “{header}”")
        lines += [f"taken from it: {taken}"] if taken else []
    if found.rule is ParagraphRule.LINES:
        lines.append(
            "each line is taken for a paragraph (`paragraphs: lines` below `source`); if the lines "
            "are only wrapped, use `--paragraphs blank-lines`"
        )
    broken = sum(map(_broken_words, found.paragraphs))
    if broken:
        lines.append(
            f"{counted(broken, 'hyphen')} at a line end inside a word: each word is judged by the "
            "text, unless you write `line_end_hyphens: join` or `keep`"
        )
    count = len(found.paragraphs)
    voices = found.conversation.voices
    if not voices:
        lines.append(f"{counted(count, 'paragraph')}, and no labels that certainly name speakers")
        if count == 1 and found.paragraphs[0].count("\n") > 3:
            lines.append(
                "one paragraph of many lines: blank lines separate paragraphs; if each line is a "
                "paragraph, use `--paragraphs lines`"
            )
        return lines
    turns = found.conversation.turns
    for voice in voices:
        roles = [turn.role for turn in turns if turn.voice == voice.id]
        noun = {Role.QUESTION: "question", Role.ANSWER: "answer"}.get(roles[0], "speech turn")
        lines.append(f"a speaker: {voice.name}, {counted(len(roles), noun)}")
    spoken = {number for turn in turns for number in range(turn.first, turn.last + 1)}
    silent = [number for number in range(1, count + 1) if number not in spoken]
    if silent:
        lines.append(
            f"{_numbers(silent)} of {count} left without a role: the speaker is not certain"
        )
    return lines


def _broken_words(paragraph: str) -> int:
    return sum(end.hyphen < end.start for end in line_ends_in_words(paragraph))


def _numbers(numbers: Sequence[int]) -> str:
    noun = "paragraph" if len(numbers) == 1 else "paragraphs"
    return f"{noun} {', '.join(map(str, numbers))}"
