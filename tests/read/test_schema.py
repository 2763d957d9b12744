"""What the format accepts, and what it says of everything else."""

import json

import pytest
from pydantic import BaseModel

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document
from build_scripts.read.checking.validate import validate
from build_scripts.read.schema.annotations import (
    CorrectionModel,
    CrossReferenceModel,
    FormattingModel,
    MentionModel,
    NoteModel,
    QuestionModel,
)
from build_scripts.read.schema.events import EventModel
from build_scripts.read.schema.items import ITEM_MODELS
from build_scripts.read.schema.readings import ReadingModel
from build_scripts.read.schema.references import ReferenceModel
from build_scripts.read.schema.settings import SettingsModel
from build_scripts.read.schema.terms import TermModel
from build_scripts.read.yaml.tree_with_positions import read_yaml

SHA256 = "0123456789abcdef" * 4

NOTE = "id: king\ntarget: {exact: a king}\nbody: The first one.\n"
CROSS_REFERENCE = "id: king\ntarget: {exact: a king}\nrefers_to: {term: king}\nrelation: explains\n"
CORRECTION = "id: king\ntarget: {exact: a kng}\nreading: a king\ncertainty: certain\n"
MENTION = "target: {exact: a king}\nterm: king\n"
FORMATTING = "target: {exact: a king}\nas: emphasis\n"
QUESTION = "id: king\nbody: Who?\n"
EVENT = "id: wedding\ndate: 1812\ntitle: The wedding\n"
REFERENCE = "id: grimm\ntype: book\n"
TERM = "term: King\ndefinition: A ruler.\n"
READING = "title: A tale\nsource: {file: seeds/tale.txt}\nlanguage: en\n"


def check(model: type[BaseModel], text: str) -> tuple[BaseModel, tuple[Diagnostic, ...]]:
    tree, diagnostics = read_yaml(Document("annotations/x.yml", text))
    assert tree is not None
    assert diagnostics == ()
    checked = validate(model, tree.data, tree.origin)
    return checked.model, checked.diagnostics


def faults(model: type[BaseModel], text: str) -> list[str]:
    """``line:column CODE message`` of each fault."""
    _, diagnostics = check(model, text)
    return [f"{d.line}:{d.column} {d.code} {d.message}" for d in diagnostics]


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (NoteModel, NOTE),
        (CrossReferenceModel, CROSS_REFERENCE),
        (CorrectionModel, CORRECTION),
        (QuestionModel, QUESTION),
        (MentionModel, MENTION),
        (FormattingModel, FORMATTING),
        (EventModel, EVENT),
        (ReferenceModel, REFERENCE),
        (TermModel, TERM),
        (ReadingModel, READING),
        (SettingsModel, "{}"),
    ],
)
def test_these_keys_are_enough(model: type[BaseModel], text: str) -> None:
    assert faults(model, text) == []
    for line in text.splitlines():
        fewer = text.replace(f"{line}\n", "") or "{}"
        assert text == "{}" or faults(model, fewer) != [], f"without {line} something is missing"


FULL_READING = f"""\
title: A tale
title_by: editor
source:
  file: seeds/sub/tale.txt
  sha256: {SHA256}
language: en-GB
header: ' '
authors: Grimm
publisher: P
date: 1812-12-20
original_language: de
interviewee: [{{family: F, given: G}}]
interviewer: [I, {{literal: J}}]
translator: T
version: V
notice: '*N*'
further_reading: [grimm, {{ref: bible, locator: p. 1, body: '*F*'}}]
introduction:
  body: '*I*'
  sources: [grimm, {{ref: bible, locator: p. 1}}]
  creator: A
  created: 2021
rights: R
licence: {{name: L, url: http://example.org, spdx: MIT}}
annotations_licence: CC0-1.0
publish: notes
url: http://example.org
description: D
speakers: [{{id: k, name: K, label: 'K:'}}]
paragraphs: [{{from: 1, to: 2, role: speech, speaker: k}}, {{from: 3, role: heading, level: 3}}]
headings: [{{before: 1, title: H, level: 6}}]
parts: [{{id: one, title: One, from: 1, to: 3}}]
line_breaks: keep
line_end_hyphens: join
first_view: corrected
linking: none
formerly: fable
version_of: tale-2
translation_of: maerchen
alignment: [1-2, {{paragraphs: 3, original: 5-7}}]
"""
ATTRIBUTION = """\
sources: [grimm, {ref: other, locator: p. 3}]
creator: The editors
reviewed_by: [A, B]
status: disputed
formerly: [ruler]
"""


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (NoteModel, NOTE + ATTRIBUTION),
        (CrossReferenceModel, CROSS_REFERENCE + ATTRIBUTION + "body: Both.\n"),
        (CorrectionModel, CORRECTION + ATTRIBUTION + "body: A misprint.\n"),
        (EventModel, EVENT + ATTRIBUTION + "end_date: 1812-12\nbody: It took days.\n"),
        (EventModel, EVENT + "passages: [{reading: tale}, {reading: tale, exact: a king}]\n"),
        (EventModel, EVENT + "passages: [{reading: tale, paragraphs: 2-3}]\n"),
        (
            TermModel,
            TERM
            + ATTRIBUTION
            + "kind: person\nforms: [king, kings]\ncase: exact\nlinking: all\n"
            + "except: [king of cards, {reading: other}]\ntranslations: {de: König, be-Latn: k}\n"
            + "level: basic\naliases: [ruler, crown]\n"
            + "pronunciation: [king, {ipa: kɪŋ}, {respelling: kinn, ipa: kɪn, language: en}]\n",
        ),
        (TermModel, TERM + "pronunciation: {ipa: /kɪŋ/, language: en-GB}\n"),
        (TermModel, TERM + "coordinates: -53.9, 27.57\n"),
        (TermModel, TERM + "coordinates: {latitude: 53.9, longitude: -180}\n"),
        (
            ReferenceModel,
            REFERENCE
            + "title: Tales\nauthor: [{family: Grimm, given: Jacob}, Wilhelm, {literal: Both}]\n"
            + "publisher: P\ncontainer-title: C\nissued: 1812\naccessed: 2021-10-01\n"
            + "language: de\nURL: https://example.org/a?b=c#d\nnote: N\n",
        ),
        (ReadingModel, FULL_READING),
        (SettingsModel, "drafts: publish\nlinking: each-paragraph\nglossary_pages: by-initial\n"),
        (
            QuestionModel,
            QUESTION
            + ATTRIBUTION
            + "hint: H\npassages:\n- {exact: a king, paragraph: 2}\n- {paragraphs: 1}\n"
            + "- {reading: tale}\n- {reading: tale, paragraphs: 2-3}\n",
        ),
        (NoteModel, NOTE.replace("{exact: a king}", "{paragraphs: 3}")),
        (NoteModel, NOTE.replace("{exact: a king}", "{paragraphs: 3 – 5}")),
        (NoteModel, NOTE.replace("{exact: a king}", "{reading: true}")),
        (NoteModel, NOTE.replace("a king}", "a king, prefix: ' ', suffix: ., occurrence: 2}")),
    ],
)
def test_everything_else_is_optional(model: type[BaseModel], text: str) -> None:
    assert faults(model, text) == []


def test_one_text_may_stand_for_a_list_of_one() -> None:
    term, _ = check(TermModel, TERM + "forms: kings\nformerly: ruler\nreviewed_by: A\n")
    assert isinstance(term, TermModel)
    assert term.forms is not None
    assert [*term.forms, *term.formerly, *term.reviewed_by] == ["kings", "ruler", "A"]


@pytest.mark.parametrize("model", ITEM_MODELS.values())
@pytest.mark.parametrize("text", ["word\n", "[a, b]\n"])
def test_an_entry_has_keys(model: type[BaseModel], text: str) -> None:
    assert faults(model, text) == ["1:1 F003 Keys with values are expected here"]


@pytest.mark.parametrize("model", ITEM_MODELS.values())
def test_no_entry_takes_unknown_keys(model: type[BaseModel]) -> None:
    assert "1:1 F001 Unknown key `colour`" in faults(model, "colour: red\n")


# One fault, at its place


@pytest.mark.parametrize(
    ("model", "text", "fault"),
    [
        # ids
        (NoteModel, NOTE.replace("id: king", "id: King"), "1:5 F005 `King` cannot be an id"),
        (NoteModel, NOTE.replace("id: king", "id: 1st"), "1:5 F005 `1st` cannot be an id"),
        (NoteModel, NOTE.replace("id: king", "id: a_b"), "1:5 F005 `a_b` cannot be an id"),
        (NoteModel, NOTE.replace("id: king", "id: könig"), "1:5 F005 `könig` cannot be an id"),
        (NoteModel, NOTE.replace("id: king", 'id: "a\\n"'), "1:5 F005 `a` cannot be an id"),
        (NoteModel, NOTE + "formerly: [a, B]\n", "4:15 F005 `B` cannot be an id"),
        (NoteModel, NOTE + "sources: [a, B]\n", "4:14 F005 `B` cannot be an id"),
        (NoteModel, NOTE + "sources: [{ref: B}]\n", "4:17 F005 `B` cannot be an id"),
        # text
        (NoteModel, NOTE + 'creator: ""\n', "4:10 F004 `creator` is empty"),
        (NoteModel, NOTE + 'creator: " \\t"\n', "4:10 F004 `creator` is empty"),
        (NoteModel, NOTE + "creator: [[A]]\n", "4:11 F003 `creator`: a text is expected here"),
        (TermModel, TERM + 'forms: [a, ""]\n', "3:12 F004 `forms` is empty"),
        (TermModel, TERM + "forms: {a: b}\n", "3:8 F003 `forms`: a list is expected here"),
        (NoteModel, NOTE.replace("a king}", 'a, prefix: ""}'), "2:28 F004 `prefix` is empty"),
        # one of a few words
        (NoteModel, NOTE + "status: ready\n", "4:9 F003 `status`: `ready` is not one of"),
        (NoteModel, NOTE + "status: [draft]\n", "4:9 F003 `status`: one word is expected here"),
        (SettingsModel, "drafts: yes\n", "1:9 F003 `drafts`: `yes` is not one of"),
        (SettingsModel, "linking: some\n", "1:10 F003 `linking`: `some` is not one of"),
        (
            ReadingModel,
            READING + "line_end_hyphens: drop\n",
            "4:19 F003 `line_end_hyphens`: `drop` is not one of",
        ),
        (ReadingModel, READING + "line_breaks: yes\n", "4:14 F003 `line_breaks`: `yes` is not"),
        (ReadingModel, READING + "title_by: me\n", "4:11 F003 `title_by`: `me` is not one of"),
        # targets
        (
            NoteModel,
            NOTE.replace("{exact: a king}", "{}"),
            "2:9 F003 `target`: `exact`, `paragraphs` or",
        ),
        (
            NoteModel,
            NOTE.replace("{exact: a king}", "{paragraphs: 1, prefix: a}"),
            "2:9 F003 `target`: `prefix`, `suffix`, `occurrence` and `paragraph` need",
        ),
        (
            NoteModel,
            NOTE.replace("{exact: a king}", "{reading: tale}"),
            "2:19 F003 `reading`: `tale` is not one of the allowed words",
        ),
        (
            NoteModel,
            NOTE.replace("exact: a king", "paragraphs: 5-3"),
            "2:22 F003 `paragraphs`: paragraphs",
        ),
        (
            NoteModel,
            NOTE.replace("exact: a king", "paragraphs: 0"),
            "2:22 F003 `paragraphs`: paragraphs",
        ),
        (
            NoteModel,
            NOTE.replace("exact: a king", "paragraphs: all"),
            "2:22 F003 `paragraphs`: par",
        ),
        (NoteModel, NOTE.replace("exact: a king", f"paragraphs: {'9' * 5000}"), "2:22 F003 `parag"),
        (
            NoteModel,
            NOTE.replace("a king", "a, occurrence: 0"),
            "2:32 F003 `occurrence`: the small",
        ),
        (NoteModel, NOTE.replace("a king", "a, occurrence: -1"), "2:32 F003 `occurrence`: the sma"),
        (
            NoteModel,
            NOTE.replace("a king", "a, occurrence: 1.5"),
            "2:32 F003 `occurrence`: a whole",
        ),
        (NoteModel, NOTE.replace("a king", f"a, paragraph: {'9' * 5000}"), "2:31 F003 `paragraph`"),
        # questions and further reading
        (
            QuestionModel,
            QUESTION + "passages: [{}]\n",
            "3:12 F003 `passages`: `exact`, `paragraphs` or `reading` is missing",
        ),
        (
            QuestionModel,
            QUESTION + "passages: [{exact: a, paragraphs: 1}]\n",
            "3:12 F003 `passages`: this has `exact` and `paragraphs`, but only one",
        ),
        (
            QuestionModel,
            QUESTION + "passages: [{reading: tale, suffix: b}]\n",
            "3:12 F003 `passages`: `prefix`, `suffix`, `occurrence` and `paragraph` need",
        ),
        (QuestionModel, QUESTION + 'hint: ""\n', "3:7 F004 `hint` is empty"),
        (
            ReadingModel,
            READING + "further_reading: [{body: B}]\n",
            "4:19 F002 The key `ref` is missing",
        ),
        # cross-references
        (
            CrossReferenceModel,
            CROSS_REFERENCE.replace("{term: king}", "{}"),
            "3:12 F003 `refers_to`: a cross-reference needs exactly one of",
        ),
        (
            CrossReferenceModel,
            CROSS_REFERENCE.replace("{term: king}", "{term: king, reading: tale}"),
            "3:12 F003 `refers_to`: a cross-reference needs exactly one of",
        ),
        (
            CrossReferenceModel,
            CROSS_REFERENCE.replace("{term: king}", "{term: king, exact: a}"),
            "3:12 F003 `refers_to`: the `reading` that",
        ),
        (
            CrossReferenceModel,
            CROSS_REFERENCE.replace("{term: king}", "{reading: t, exact: a, paragraphs: 1}"),
            "3:12 F003 `refers_to`: this has `exact` and",
        ),
        (
            CrossReferenceModel,
            CROSS_REFERENCE.replace("{term: king}", "{reading: t, prefix: a}"),
            "3:12 F003 `refers_to`: `prefix`, `suffix`",
        ),
        (CrossReferenceModel, CROSS_REFERENCE.replace("explains", "is"), "4:11 F003 `relation`: "),
        (CorrectionModel, CORRECTION.replace("certain\n", "sure\n"), "4:12 F003 `certainty`: `su"),
        (MentionModel, MENTION + "forbid: king\n", "1:1 F003 A mention has either `term`"),
        (MentionModel, MENTION.replace("term: king\n", ""), "1:1 F003 A mention has either `term`"),
        (FormattingModel, FORMATTING.replace("emphasis", "bold"), "2:5 F003 `as`: `bold` is not"),
        # events and references
        (EventModel, EVENT.replace("1812", "20.12.1812"), "2:7 F003 `date`: a date is written"),
        (EventModel, EVENT.replace("1812", "1812-13"), "2:7 F003 `date`: this day does not exist"),
        (
            EventModel,
            EVENT.replace("1812", "1900-02-29"),
            "2:7 F003 `date`: this day does not exist",
        ),
        (EventModel, EVENT.replace("1812", "١٨١٢"), "2:7 F003 `date`: a date is written"),
        (EventModel, EVENT + "end_date: 1811\n", "4:11 F003 `end_date`: the event ends before"),
        (
            EventModel,
            EVENT + "passages: [{reading: tale, exact: a, paragraphs: 1}]\n",
            "4:12 F003 `passages`: this has `exact` and `paragraphs`, but",
        ),
        (
            EventModel,
            EVENT + "passages: [{reading: tale, suffix: a}]\n",
            "4:12 F003 `passages`: `prefix`, `suffix`",
        ),
        (ReferenceModel, REFERENCE + "URL: ftp://x\n", "3:6 F003 `URL`: an address begins with"),
        (ReferenceModel, REFERENCE + "URL: https://a b\n", "3:6 F003 `URL`: an address begins"),
        (ReferenceModel, REFERENCE + "author: [{given: J}]\n", "3:10 F003 `author`: a name has"),
        # terms
        (TermModel, TERM + "kind: A Person\n", "3:7 F003 `A Person` cannot be the kind"),
        (
            TermModel,
            TERM + "translations: {de_DE: K}\n",
            "3:16 F003 `translations`: `de_DE` is not",
        ),
        (TermModel, TERM + "translations: {'[key]': K}\n", "3:16 F003 `translations`: `[key]` is"),
        (TermModel, TERM + "level: advanced\n", "3:8 F003 `level`: `advanced` is not"),
        (TermModel, TERM + "pronunciation: ''\n", "3:16 F004 `respelling` is empty"),
        (
            TermModel,
            TERM + "pronunciation: {language: en}\n",
            "3:16 F003 `pronunciation`: a pronunciation has `respelling` or `ipa`, or both",
        ),
        (TermModel, TERM + "pronunciation: {ipa: [kɪŋ]}\n", "3:22 F003 `ipa`: a text is expected"),
        (
            TermModel,
            TERM + "pronunciation: [a, {ipa: b, language: en_GB}]\n",
            "3:39 F003 `language`: `en_GB` is not a language tag",
        ),
        (TermModel, TERM + "pronunciation: {respeling: a}\n", "3:17 F001 Unknown key `respeling`"),
        (TermModel, TERM + "translations: {de: ''}\n", "3:20 F004 `de` is empty"),
        (TermModel, TERM + "translations: [de]\n", "3:15 F003 `translations`: keys with values"),
        (TermModel, TERM + "coordinates: 9, 200\n", "3:14 F003 `longitude`: a longitude lies"),
        (TermModel, TERM + "coordinates: 127, 53\n", "3:14 F003 `coordinates`: a latitude lies"),
        (TermModel, TERM + "coordinates: [1, 2]\n", "3:14 F003 `coordinates`: keys with values"),
        (TermModel, TERM + "coordinates: {latitude: 1}\n", "3:14 F002 The key `longitude`"),
        (
            TermModel,
            TERM + "coordinates: {latitude: 95, longitude: 1}\n",
            "3:25 F003 `latitude`: a latitude lies",
        ),
        (TermModel, TERM + "except: [{reading: A}]\n", "3:20 F005 `A` cannot be an id"),
        (TermModel, TERM + "except: [[a]]\n", "3:10 F003 `except`: keys with values"),
        # reading.yml
        (ReadingModel, READING.replace("en", "English language"), "3:11 F003 `language`: `English"),
        (ReadingModel, READING.replace("{file: seeds/tale.txt}", "x"), "2:9 F003 `source`: keys"),
        (ReadingModel, READING.replace("seeds/", "other/"), "2:16 F003 `file`: the source must"),
        (ReadingModel, READING.replace("seeds/", "seeds/../"), "2:16 F003 `file`: the source must"),
        (ReadingModel, READING.replace("seeds/", "/seeds/"), "2:16 F003 `file`: the source must"),
        (ReadingModel, READING.replace("/tale", "/a\\tale"), "2:16 F003 `file`: the name of a"),
        (ReadingModel, READING.replace("/tale", "/c:tale"), "2:16 F003 `file`: the name of a"),
        (ReadingModel, READING.replace("}", ", sha256: ABC}"), "2:40 F003 `sha256`: a sha256 has"),
        (ReadingModel, READING + "headings: [{before: 1, title: H, level: 1}]\n", "4:41 F003 `lev"),
        (ReadingModel, READING + "headings: [{before: 1, title: H, level: 7}]\n", "4:41 F003 `lev"),
        (ReadingModel, READING + "paragraphs: [{from: 0}]\n", "4:21 F003 `from`: the smallest"),
    ],
)
def test_a_fault_is_reported_once_at_the_value(
    model: type[BaseModel], text: str, fault: str
) -> None:
    found = faults(model, text)
    assert len(found) == 1
    assert found[0].startswith(fault)


# Several faults, and faults that are one


def test_all_faults_of_an_entry_are_reported_together() -> None:
    text = "id: King\ntarget: a king\nstatus: ready\ncolour: red\n"
    assert sorted(faults(NoteModel, text)) == [
        "1:1 F002 The key `body` is missing",
        "1:5 F005 `King` cannot be an id",
        "2:9 F003 `target`: keys with values are expected here",
        "3:9 F003 `status`: `ready` is not one of the allowed words",
        "4:1 F001 Unknown key `colour`",
    ]


def test_a_quotation_is_the_only_target_of_a_correction() -> None:
    assert faults(CorrectionModel, CORRECTION.replace("exact: a kng", "paragraphs: 1")) == [
        "2:10 F001 Unknown key `paragraphs`",  # probably meant: paragraph
        "2:9 F002 The key `exact` is missing",
    ]


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [("definiton", "definition"), ("Definition", "definition"), ("DEFINITION", "definition")],
)
def test_a_misspelt_key_is_one_fault_and_not_missing_besides(misspelt: str, meant: str) -> None:
    model, (diagnostic,) = check(TermModel, TERM.replace("definition", misspelt))
    assert diagnostic.message == f"Unknown key `{misspelt}`"
    assert diagnostic.hint == f"Did you mean `{meant}`?"
    assert isinstance(model, TermModel)
    assert model.definition == "A ruler."


@pytest.mark.parametrize(
    ("model", "text", "meant"),
    [
        (CrossReferenceModel, CROSS_REFERENCE.replace("refers_to", "refers-to"), "refers_to"),
        (NoteModel, NOTE + "reviewed by: A\n", "reviewed_by"),
        (ReferenceModel, REFERENCE + "url: https://example.org\n", "URL"),
        (ReferenceModel, REFERENCE + "container_title: C\n", "container-title"),
        (NoteModel, NOTE.replace("exact", "exakt"), "exact"),
        (CrossReferenceModel, CROSS_REFERENCE.replace("term:", "terms:"), "term"),
        (NoteModel, NOTE + "sources: [{ref: a, locater: p. 1}]\n", "locator"),
        (EventModel, EVENT + "passages: [{reading: tale, exakt: a}]\n", "exact"),
        (TermModel, TERM + "except: [{raeding: tale}]\n", "reading"),
        (ReadingModel, READING + "paragraphs: [{from: 1, rol: lead}]\n", "role"),
        (ReadingModel, READING.replace("}", ", sha: x}").replace("x", SHA256), "sha256"),
    ],
)
def test_the_key_that_was_meant_is_named(model: type[BaseModel], text: str, meant: str) -> None:
    instance, (diagnostic,) = check(model, text)
    assert diagnostic.hint == f"Did you mean `{meant}`?"
    assert instance is not None, "and the rest is checked as if it had been written"


def test_where_nothing_is_near_the_known_keys_are_named() -> None:
    _, (diagnostic,) = check(FormattingModel, FORMATTING + "colour: red\n")
    assert diagnostic.hint == "Delete it, or use one of as, target."


def test_faults_below_a_misspelt_key_have_their_place() -> None:
    text = "id: king\nbody: The first one.\ntraget:\n  exact: a\n  occurrence: none\n"
    assert faults(NoteModel, text) == [
        "3:1 F001 Unknown key `traget`",
        "5:15 F003 `occurrence`: a whole number is expected here",
    ]


def test_a_misspelt_key_beside_the_right_one_changes_nothing() -> None:
    model, diagnostics = check(TermModel, TERM + "definitions: Another.\n")
    assert len(diagnostics) == 1
    assert isinstance(model, TermModel)
    assert model.definition == "A ruler."


@pytest.mark.parametrize("key", ["<phrase>", "[key]", "", "0", "a\nb", "\u202e", "x" * 1000])
def test_no_unknown_key_is_too_strange_to_be_reported(key: str) -> None:
    _, diagnostics = check(TermModel, f"{TERM}{json.dumps(key)}: value\n")
    (diagnostic,) = diagnostics
    assert diagnostic.code == Code.UNKNOWN_KEY.value
    assert len(diagnostic.message) < 100
    assert "\n" not in diagnostic.message


def test_a_text_that_was_read_as_a_list_is_explained() -> None:
    _, (diagnostic,) = check(TermModel, "term: King\ndefinition: [a ruler]\n")
    assert diagnostic.hint == ("Put a text that begins with `[` or `{` into quotation marks.")
