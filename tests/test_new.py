"""`readings new`: what is typed becomes one file that is right, or nothing and a reason."""

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_scripts.cli import main
from tests.mkdocs_runs import mkdocs_build
from tests.new_projects import READING, files_of, new_project

Capture = pytest.CaptureFixture[str]

IN_READING = f"annotations/readings/{READING}"
NOTE = ("note", READING, "a cold winter", "--body", "That of 1931.")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project, in which git knows a name, on a known day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    root = new_project(tmp_path / "project")
    subprocess.run(["git", "init", "--quiet", root], check=True)
    subprocess.run(["git", "-C", root, "config", "user.name", "Ada Quill"], check=True)
    return root


def run(root: Path, *arguments: str) -> int:
    return main([*arguments, "--root", str(root)])


def new(root: Path, *arguments: str) -> int:
    # Options first: behind `--`, which some quotations need, there are none.
    return main(["new", arguments[0], "--root", str(root), *arguments[1:]])


def written(root: Path, before: dict[str, bytes]) -> dict[str, str]:
    """The files that were added; none of those that were there has changed."""
    after = files_of(root)
    assert {path: after.get(path) for path in before} == before
    return {path: content.decode() for path, content in after.items() if path not in before}


BY = '    creator: "Ada Quill"\n    created: 2023-11-14\n'

EACH_KIND: dict[str, tuple[Sequence[str], str, str]] = {
    "note": (
        NOTE,
        f"{IN_READING}/note-a-cold-winter.yml",
        ('notes:\n  - id: a-cold-winter\n    target: {exact: "a cold winter"}\n'
        f"    body: |\n      That of 1931.\n{BY}"),
    ),
    "note on paragraphs": (
        ("note", READING, "--paragraphs", "3-4", "--body", "B.", "--source", "post-1874=p. 2"),
        f"{IN_READING}/note-paragraphs-3-4.yml",
        ('notes:\n  - id: paragraphs-3-4\n    target: {paragraphs: "3-4"}\n    body: |\n      B.\n'
        f'    sources: [{{ref: post-1874, locator: "p. 2"}}]\n{BY}'),
    ),
    "note on the reading": (
        (
            *("note", READING, "--whole-reading", "--id", "all", "--creator", "Ben"),
            *("--status", "reviewed", "--body", "B."),
        ),
        f"{IN_READING}/note-all.yml",
        ('notes:\n  - id: all\n    target: {reading: true}\n    body: |\n      B.\n'
        "    creator: Ben\n    created: 2023-11-14\n    status: reviewed\n"),
    ),
    "cross-reference": (
        (
            *("cross-reference", READING, "every Monday", "--relation", "explains"),
            *("--to-reading", READING, "--to-quotation", "The Weekly Post", "--to-paragraph", "3"),
        ),
        f"{IN_READING}/cross-reference-every-monday.yml",
        ('cross_references:\n  - id: every-monday\n    target: {exact: "every Monday"}\n'
        f'    refers_to: {{reading: {READING}, exact: "The Weekly Post", suffix: ": Is"}}\n'
        f"    relation: explains\n{BY}"),
    ),
    "cross-reference to a term": (
        (
            *("cross-reference", READING, "nobody here", "--relation", "same-subject"),
            *("--to-term", "millbrook", "--body", "The town."),
        ),
        f"{IN_READING}/cross-reference-nobody-here.yml",
        ('cross_references:\n  - id: nobody-here\n    target: {exact: "nobody here"}\n'
        "    refers_to: {term: millbrook}\n    relation: same-subject\n"
        f"    body: |\n      The town.\n{BY}"),
    ),
    "correction": (
        (
            *("correction", READING, "all\nthe same", "--probable-reading", "nonetheless"),
            *("--certainty", "conjecture", "--body", "A *guess*."),
        ),
        f"{IN_READING}/correction-all-the-same.yml",
        ('corrections:\n  - id: all-the-same\n    target: {exact: "all the same"}\n'
        "    reading: nonetheless\n    certainty: conjecture\n"
        f"    body: |\n      A *guess*.\n{BY}"),
    ),
    "correction that leaves words out": (
        (
            *("correction", READING, "nobody here", "--probable-reading", "", "--id", "same"),
            *("--certainty", "likely", "--proposed-by", "Ann", "--proposed-by", "Ben"),
            *("--rival", "all the shame=Cid", "--rival", "still"),
            *("--creator", "Dora", "--creator", "Ada Quill"),
        ),
        f"{IN_READING}/correction-same.yml",
        ('corrections:\n  - id: same\n    target: {exact: "nobody here"}\n    reading: ""\n'
        "    certainty: likely\n    proposed_by: [Ann, Ben]\n"
        '    rivals: [{reading: "all the shame", proposed_by: Cid}, {reading: still}]\n'
        '    creator: [Dora, "Ada Quill"]\n    created: 2023-11-14\n'),
    ),
    "question": (
        (
            *("question", READING, "--body", "Who *was* it?", "--hint", "Nobody."),
            *("--passage", READING, "--quotation", "nobody here"),
            *("--quotation", "the mill that"),
        ),
        f"{IN_READING}/question-who-was-it.yml",
        ("questions:\n  - id: who-was-it\n    body: |\n      Who *was* it?\n"
        '    passages: [{exact: "nobody here"}, {exact: "the mill that"}, '
        f"{{reading: {READING}}}]\n    hint: |\n      Nobody.\n{BY}"),
    ),
    "question on nothing": (
        ("question", READING, "--body", "?", "--creator", "Ben"),
        f"{IN_READING}/question-question.yml",
        ("questions:\n  - id: question\n    body: |\n      ?\n"
        "    creator: Ben\n    created: 2023-11-14\n"),
    ),
    "mention": (
        ("mention", READING, "Everybody", "--term", "millbrook"),
        f"{IN_READING}/mention-everybody.yml",
        "mentions:\n  - target: {exact: Everybody}\n    term: millbrook\n",
    ),
    "term": (
        (
            *("term", "town clock", "--definition", "It strikes.", "--kind", "work"),
            *("--form", "the tower", "--translation", "be=гадзіннік", "--source", "post-1874"),
            *("--level", "basic"),
            *("--alias", "Old Tom", "--alias", "the bell"),
            *("--pronunciation", "town klok", "--ipa", "taʊn klɒk"),
            *("--coordinates", "-33.9, 151.2"),
        ),
        "annotations/glossary/town-clock.yml",
        ('term: "town clock"\nkind: work\nforms: ["town clock", "the tower"]\n'
        'aliases: ["Old Tom", "the bell"]\nlevel: basic\ntranslations: {be: "гадзіннік"}\n'
        'pronunciation: {respelling: "town klok", ipa: "taʊn klɒk"}\n'
        'coordinates: "-33.9, 151.2"\ndefinition: |\n  It strikes.\n'
        'sources: [post-1874]\ncreator: "Ada Quill"\ncreated: 2023-11-14\n'),
    ),
    "event": (
        (
            *("event", "1874-11-08", "The mill burns down", "--end-date", "1874-11-09"),
            *("--passage", f"{READING}=the mill that", "--passage", READING),
        ),
        "annotations/events/the-mill-burns-down.yml",
        ("events:\n  - id: the-mill-burns-down\n    date: 1874-11-08\n    end_date: 1874-11-09\n"
        '    title: "The mill burns down"\n'
        f'    passages: [{{reading: {READING}, exact: "the mill that"}}, {{reading: {READING}}}]\n'
        f"{BY}"),
    ),
}  # fmt: skip


NOTHING_IN_ID = (
    "readings: the id is question, because no id can be made of these letters; for a better one, "
    "delete the file, and give the command an --id\n"
)


@pytest.mark.parametrize("kind", EACH_KIND)
def test_each_kind_is_a_file_that_is_right(project: Path, capsys: Capture, kind: str) -> None:
    arguments, path, content = EACH_KIND[kind]
    before = files_of(project)

    status = new(project, *arguments)

    printed = capsys.readouterr()
    assert (status, printed.out) == (0, f"{path}\n"), printed.err
    assert printed.err == NOTHING_IN_ID * (kind == "question on nothing") + (
        "readings: see it with `mkdocs serve`; to propose it, commit this one file\n"
    )
    assert written(project, before) == {path: content}
    assert run(project, "check", "--strict") == 0


def test_a_reference_may_be_used_by_the_next_note(project: Path, capsys: Capture) -> None:
    reference = (
        *("reference", "clocks", "--type", "book", "--title", "Clocks", "--issued", "1902"),
        *("--author", "Brown, Maud", "--author", "The Guild", "--publisher", "Staithe Press"),
        *("--url", "https://example.org/clocks"),
    )
    assert new(project, *reference) == 0

    printed = capsys.readouterr()
    assert "warning R002" in printed.err, "nothing uses it yet: told, and no obstacle"
    assert (project / "annotations/references/clocks.yml").read_text(encoding="utf-8") == (
        "references:\n  - id: clocks\n    type: book\n    title: Clocks\n"
        '    author: [{family: Brown, given: Maud}, "The Guild"]\n'
        '    publisher: "Staithe Press"\n    issued: "1902"\n    URL: "https://example.org/clocks"\n'
    )
    assert new(project, *NOTE, "--source", "clocks=p. 7") == 0
    assert run(project, "check", "--strict") == 0


def test_a_mention_may_forbid_and_is_told_what_that_does(project: Path, capsys: Capture) -> None:
    assert new(project, "mention", READING, "Millbrook", "--forbid", "millbrook") == 0

    assert "warning G006 Nothing leads to the term `millbrook`" in capsys.readouterr().err
    assert (project / IN_READING / "mention-millbrook.yml").read_text(encoding="utf-8") == (
        "mentions:\n  - target: {exact: Millbrook}\n    forbid: millbrook\n"
    )


def test_a_project_with_one_of_each_kind_is_built_and_verified(project: Path) -> None:
    text = project.parent / "mill.txt"
    text.write_text("Ida: Who?\n\nBen: I.\n\nIda: Why?\n\nBen: The mill.\n", encoding="utf-8")
    for arguments, _, _ in EACH_KIND.values():
        assert new(project, *arguments) == 0
    assert new(project, "reading", str(text), "--title", "The mill", "--language", "en") == 0

    assert run(project, "check", "--strict") == 0
    outcome = mkdocs_build(project, "--strict")
    assert outcome.returncode == 0, outcome.stderr
    assert run(project, "verify", "--strict") == 0


# Readings


def add_text(project: Path, content: str | bytes, *options: str, name: str = "a-tale.txt") -> int:
    file = project.parent / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return new(project, "reading", str(file), *options)


TITLED = ("--title", "A tale", "--language", "en")


def test_a_text_is_copied_byte_for_byte(project: Path, capsys: Capture) -> None:
    before = files_of(project)
    content = b"\xef\xbb\xbfOnce \r\nthere  ap-\r\npeared.\r\n\r\nThe end."

    assert add_text(project, content, *TITLED, "--author", "Ada", "--date", "1812") == 0

    added = written(project, before)
    assert set(added) == {"seeds/a-tale.txt", "annotations/readings/a-tale/reading.yml"}
    assert (project / "seeds/a-tale.txt").read_bytes() == content
    said = capsys.readouterr().err
    assert "2 paragraphs, and no labels" in said
    assert "1 hyphen at a line end" in said
    assert run(project, "check", "--strict") == 0


def test_an_interview_and_a_version_are_described_by_options(project: Path) -> None:
    before = files_of(project)
    options = (
        *("--interviewee", "Fox", "--interviewee", "Crow", "--interviewer", "The Forest News"),
        *("--version", "Unsigned translation", "--notice", "**Do not quote.**"),
        *("--licence", "CC-BY-4.0", "--publish", "passages"),
        *("--introduction", "Two *birds*\nspeak: [of the wood](https://example.org)."),
        *("--further-reading", "post-1874", "--further-reading", "post-1874=p. 2"),
    )

    assert add_text(project, "How do you feel?", *TITLED, *options) == 0

    file = written(project, before)["annotations/readings/a-tale/reading.yml"]
    for line in (
        "interviewee: [Fox, Crow]",
        'interviewer: ["The Forest News"]',
        'version: "Unsigned translation"',
        'notice: "**Do not quote.**"',
        'licence: "CC-BY-4.0"',
        "publish: passages",
        "introduction:",
        "  body: |",
        "    Two *birds*",
        'further_reading: [post-1874, {ref: post-1874, locator: "p. 2"}]',
    ):
        assert line in file.splitlines()
    assert run(project, "check", "--strict") == 0


def test_what_the_text_says_of_itself_is_written_and_told(project: Path, capsys: Capture) -> None:
    text = (
        "date 1952-04-26 A talk.\n\nAda: When?\n\nBen: Then.\n\nAda: Why?\n\nBen: So.\n\nThe end.\n"
    )

    assert add_text(project, text, *TITLED) == 0

    printed = capsys.readouterr()
    assert printed.err.splitlines()[:-1] == [
        "readings: the file begins with a header, which is not text: “date 1952-04-26”",
        "readings: taken from it: date 1952-04-26",
        "readings: a speaker: Ada, 2 questions",
        "readings: a speaker: Ben, 2 answers",
        "readings: paragraphs 1, 6 of 6 left without a role: the speaker is not certain",
    ]
    reading = (project / "annotations/readings/a-tale/reading.yml").read_text(encoding="utf-8")
    assert reading.partition("header:")[2] == (
        ' "date 1952-04-26 "\nlanguage: en\ndate: 1952-04-26\nspeakers:\n'
        '  - {id: ada, name: Ada, label: "Ada:"}\n  - {id: ben, name: Ben, label: "Ben:"}\n'
        "paragraphs:\n"
        "  - {from: 2, to: 2, role: question, speaker: ada}\n"
        "  - {from: 3, to: 3, role: answer, speaker: ben}\n"
        "  - {from: 4, to: 4, role: question, speaker: ada}\n"
        "  - {from: 5, to: 5, role: answer, speaker: ben}\n"
    )
    assert run(project, "check", "--strict") == 0


def test_plain_takes_everything_for_text(project: Path) -> None:
    text = "date 1952-04-26 A talk.\n\nAda: When?\n\nBen: Then.\n\nAda: Why?\n\nBen: So.\n"

    assert add_text(project, text, *TITLED, "--plain") == 0

    reading = (project / "annotations/readings/a-tale/reading.yml").read_text(encoding="utf-8")
    assert "header" not in reading
    assert "speakers" not in reading


def test_a_text_that_is_in_seeds_stays_there(project: Path) -> None:
    (project / "seeds/more").mkdir()
    (project / "seeds/more/tale.txt").write_text("Once.", encoding="utf-8")
    before = files_of(project)

    assert new(project, "reading", str(project / "seeds/more/tale.txt"), *TITLED) == 0

    assert list(written(project, before)) == ["annotations/readings/tale/reading.yml"]
    assert run(project, "check", "--strict") == 0


def test_on_a_terminal_what_is_missing_is_asked_for(
    project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal("tale\n\nA tale\n\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    assert add_text(project, "Once.") == 0

    asked = capsys.readouterr().err
    assert asked.startswith(
        "Its id, which becomes its address [a-tale]: Its title: Its title: "
        "Its language, as a tag [en]: "
    )
    reading = (project / "annotations/readings/tale/reading.yml").read_text(encoding="utf-8")
    assert reading.startswith('title: "A tale"\n')
    assert "\nlanguage: en\n" in reading


def test_who_ends_it_at_the_question_has_written_nothing(
    project: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def interrupted() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    before = files_of(project)

    assert add_text(project, "Once.") == 2
    assert "nothing was typed" in capsys.readouterr().err
    monkeypatch.setattr(sys.stdin, "readline", interrupted)
    assert add_text(project, "Once.") == 130
    assert "interrupted" in capsys.readouterr().err
    assert files_of(project) == before


# What goes wrong


WRONG: dict[str, tuple[Sequence[str], int, Sequence[str]]] = {
    "unknown reading": (
        ("note", "town-clok", "x", "--body", "<b>x</b>", "--source", "nobody"),
        2,
        ("no reading town-clok; did you mean town-clock?", "error B001", "error R001"),
    ),
    "reading that is no name": (
        ("note", "../../x", "x", "--body", "B."), 2, ("there is no reading ../../x; known: ",)
    ),
    "words that are not in the text": (
        ("note", READING, "a cold wintre", "--body", "B."),
        1,
        (f"{IN_READING}/note-a-cold-wintre.yml:3:21: error A001", '{exact: "a cold winter"}'),
    ),
    "words that stand twice": (
        ("note", READING, "The Weekly Post", "--body", "B.", "--status", "done"),
        2,
        ("2 places; choose one with --occurrence N", "\n  2  paragraph 3: ", "error F003 `status`"),
    ),
    "a wrong prefix": (
        ("note", READING, "the mill", "--prefix", "a", "--body", "B."), 1, ("error A003",)
    ),
    "a place that is none": (
        ("note", READING, "The Weekly Post", "--occurrence", "3", "--body", "B."),
        2,
        ("2 places, and not at the one you name:\n  1  paragraph 1",),
    ),
    "an empty quotation and body": (
        ("note", READING, "", "--body", ""), 1, ("`exact` is empty", "`body` is empty")
    ),
    "paragraphs that are not there": (
        ("note", READING, "--paragraphs", "9", "--body", "B."), 1, ("error A007",)
    ),
    "no passage": (("note", READING, "--body", "B."), 2, ("say which passage is meant",)),
    "two passages": (
        ("note", READING, "x", "--whole-reading", "--body", "B."), 2, ("say which passage is",)
    ),
    "a place among paragraphs": (
        ("note", READING, "--paragraphs", "1", "--occurrence", "2", "--body", "B."),
        2,
        ("need a QUOTATION",),
    ),
    "an id that is none": (
        ("note", READING, "cold", "--id", "../A b", "--body", "[x](javascript:y)"),
        2,
        ("“../A b” cannot be an id", "for example a-b", "error B00"),
    ),
    "an id that is taken": (
        ("note", READING, "a cold winter", "--id", "mill", "--body", "B."),
        2,
        (f"the id mill is taken: {IN_READING}/note-mill.yml, line 2",),
    ),
    "a creator without a name": ((*NOTE, "--creator", ""), 1, ("error F004 `creator` is empty",)),
    "a hidden character": ((*NOTE[:-1], "a\u202eb"), 1, ("error F011",)),
    "a control character": ((*NOTE[:-1], "a\x00b"), 1, ("error ",)),
    "half of an emoji": ((*NOTE[:-1], "a\udc80b"), 1, ("error ",)),
    "a body that is too long": ((*NOTE[:-1], "a " * 9_000), 1, ("error F012",)),
    "an unknown relation and term": (
        ("cross-reference", READING, "every", "--relation", "later", "--to-term", "milbrook"),
        1,
        ("error F003 `relation`", "Did you mean `millbrook`?"),
    ),
    "an unknown event": (
        (*("cross-reference", READING, "every Monday", "--relation", "quotes"), "--to-event", "x"),
        1,
        ("There is no event `x`",),
    ),
    "another reading that is unknown": (
        (
            *("cross-reference", READING, "every Monday", "--relation", "quotes"),
            *("--to-reading", "town-clocks", "--to-quotation", "x"),
        ),
        1,
        ("There is no reading `town-clocks`", "Did you mean `town-clock`?"),
    ),
    "other words that stand twice": (
        (
            *("cross-reference", READING, "every Monday", "--relation", "quotes"),
            *("--to-reading", READING, "--to-quotation", "The Weekly Post"),
        ),
        2,
        ("“The Weekly Post” in town-clock: ", "choose one with --to-occurrence N"),
    ),
    "other words of a term": (
        (
            *("cross-reference", READING, "every Monday", "--relation", "quotes"),
            *("--to-term", "millbrook", "--to-quotation", "x"),
        ),
        2,
        ("need --to-reading",),
    ),
    "an unknown certainty": (
        (*("correction", READING, "cold", "--probable-reading", " "), "--certainty", "sure"),
        1,
        ("`reading` is empty", "error F003 `certainty`"),
    ),
    "a question on words that stand twice": (
        ("question", READING, "--body", "", "--quotation", "The Weekly Post", "--hint", "<b>"),
        2,
        ("“The Weekly Post” in town-clock: ", "quote more words", "`body` is empty", "error B001"),
    ),
    "a mention of an unknown term": (
        ("mention", READING, "cold", "--term", "milbrook"), 1, ("Did you mean `millbrook`?",)
    ),
    "a term that is there": (
        ("term", "The Town", "--id", "millbrook", "--definition", "D."),
        2,
        ("the id millbrook is taken: annotations/glossary/millbrook.yml",),
    ),
    "a term whose coordinates are in another form": (
        ("term", "tower", "--definition", "D.", "--coordinates", "53°54′N 27°34′E"),
        1, ("error F003", "53.9, 27.5667"),
    ),
    "a term with faulty translations": (
        ("term", "tower", "--definition", "D.", "--translation", "be"), 2, ("not be",)
    ),
    "a term with a form that another claims": (
        ("term", "tower", "--definition", "D.", "--form", "Millbrook"), 1, ("error G001",)
    ),
    "a date that is none": (
        ("event", "1874-02-30", "Fire", "--end-date", "1873", "--passage", f"{READING}=fire"),
        1,
        ("does not exist in the calendar", "error A001"),
    ),
    "a passage that stands twice": (
        ("event", "1874", "Fire", "--passage", f"{READING}=The Weekly Post"),
        2,
        ("“The Weekly Post” in town-clock: the quotation stands at 2 places; quote more words",),
    ),
    "a reference that is there": (
        ("reference", "post-1874", "--type", "book", "--title", "T", "--url", "here"),
        2,
        ("the id post-1874 is taken: annotations/references/post-1874.yml", "error F003 `URL`"),
    ),
    "a reading without what it needs": (
        ("reading", __file__, "--date", "then", "--id", READING),
        2,
        ("a reading needs --title and --language", "error F003 `date`", "town-clock is taken"),
    ),
    "a text that is not there": (("reading", "no-such.txt", *TITLED), 2, ("there is no file",)),
    "a text that is a folder": (("reading", ".", *TITLED), 2, ("is a folder, not a file",)),
}  # fmt: skip


@pytest.mark.parametrize("mistake", WRONG)
def test_a_mistake_is_said_and_nothing_is_written(
    project: Path, capsys: Capture, mistake: str
) -> None:
    arguments, status, said = WRONG[mistake]
    before = files_of(project)

    assert new(project, *arguments) == status

    printed = capsys.readouterr()
    for words in said:
        assert words in printed.err
    assert printed.out == ""
    assert files_of(project) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("question", READING),
            (
                "readings: --body TEXT is missing: the question, in Markdown\n"
                f'readings: for example: readings new question {READING} --body "Write here."\n'
                "readings: `readings new question --help` says what can be given\n"
            ),
        ),
        (
            ("correction",),
            (
                f"READING is missing: id of a reading: {READING}\n"
                "readings: QUOTATION is missing: the faulty words, as printed\n"
                "readings: --probable-reading WORDS is missing: what was probably meant\n"
                "readings: --certainty CERTAINTY is missing: how sure that is: certain, likely, "
                "conjecture\n"
                f'readings: for example: readings new correction {READING} "words of the text" '
                '--probable-reading "the right words" --certainty likely\n'
            ),
        ),
        (
            ("cross-reference", READING, "it costs $5"),
            (
                "readings: --to-reading ID is missing: the reading that it leads to\n"
                f"readings: for example: readings new cross-reference {READING} 'it costs $5' "
                f"--relation explains --to-reading {READING}\n"
            ),
        ),
        (("cross-reference", READING, "x", "--relation", "quotes"), "--to-reading ID is missing"),
        (("cross-reference", READING, "x", "--to-t", "x"), "x --to-t x --relation explains\n"),
        ((*NOTE, "--occurrence", "0"), "“0” is not a number that is 1 or greater"),
        ((*NOTE, "--crator", "Ann"), "no option --crator; did you mean --creator?\nreadings: `r"),
        (
            ("note", READING, "x", "--bdy", "y"),
            "no option --bdy; did you mean --body?\nreadings: `r",
        ),
        (("note", READING, "--body"), "--body TEXT is not complete: the note, in Markdown\n"),
        (("note", READING, "a", "cold", "--body", "x"), "too much: cold; put quotes around words"),
        (("comparison", "Two"), f"for example: readings new comparison Two {READING}\n"),
        (("quastion",), "KIND cannot be quastion; did you mean question?\n"),
        (("poem",), "KIND cannot be poem; known: note, cross-reference"),
    ],
)
def test_a_command_line_that_lacks_something(
    project: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    arguments: Sequence[str],
    said: str,
) -> None:
    monkeypatch.chdir(project)
    with pytest.raises(SystemExit) as outcome:
        main(["new", *arguments])

    assert outcome.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Once.\n\nA \x01 king.", "seeds/a-tale.txt:3:3: error S002"),
        (b"Once.\nA k\xf6nig.", "seeds/a-tale.txt:2:4: error S001"),
        (" \n", "error S007"),
    ],
)
def test_a_text_that_the_reader_refuses(
    project: Path, capsys: Capture, content: str | bytes, said: str
) -> None:
    before = files_of(project)

    assert add_text(project, content, *TITLED) == 1

    assert said in capsys.readouterr().err
    assert files_of(project) == before


def test_a_comparison_names_two_readings(project: Path, capsys: Capture) -> None:
    assert add_text(project, "Once.", *TITLED) == 0
    before = files_of(project)
    capsys.readouterr()
    assert new(project, "comparison", "Two clocks", READING, READING) == 1
    assert "named twice" in capsys.readouterr().err
    assert new(project, "comparison", "Two clocks", READING, "a-tail") == 2
    assert "there is no reading a-tail; did you mean a-tale?" in capsys.readouterr().err

    asked = ("--body", "What is told *twice*?")
    assert new(project, "comparison", "Two clocks", READING, "a-tale", *asked) == 0

    assert written(project, before) == {
        "annotations/comparisons/two-clocks.yml": "comparisons:\n  - id: two-clocks\n"
        '    title: "Two clocks"\n'
        f"    readings: [{READING}, a-tale]\n    body: |\n      What is told *twice*?\n{BY}"
    }
    assert run(project, "check", "--strict") == 0


def test_a_text_of_the_same_name_is_not_overwritten(project: Path, capsys: Capture) -> None:
    before = files_of(project)

    assert add_text(project, "Once.", *TITLED, name="town-clock.txt") == 2

    assert "seeds/town-clock.txt is there already" in capsys.readouterr().err
    assert files_of(project) == before


def test_the_same_words_again_get_an_id_of_their_own(project: Path, capsys: Capture) -> None:
    assert new(project, *NOTE) == 0
    assert new(project, *NOTE) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"{IN_READING}/note-a-cold-winter.yml",
        f"{IN_READING}/note-a-cold-winter-2.yml",
    ]


def test_it_is_said_that_no_id_could_be_made_of_other_letters(
    project: Path, capsys: Capture
) -> None:
    term = ("term", "سمرقند", "--definition", "A town.")
    remark = "the id is term, because no id can be made of these letters"

    assert new(project, *term, "--id", "samarkand", "--kind", "place") == 0
    assert remark not in capsys.readouterr().err
    assert new(project, "term", "塩", "--definition", "Salt.") == 0
    printed = capsys.readouterr()
    assert printed.out == "annotations/glossary/term.yml\n"
    assert remark in printed.err


def test_faults_that_were_there_before_do_not_stop_a_contribution(
    project: Path, capsys: Capture
) -> None:
    (project / "annotations/broken.yml").write_text("events: [", encoding="utf-8")
    (project / IN_READING / "note-bad.yml").write_text("notes:\n  - {id: bad}\n", encoding="utf-8")

    assert new(project, *NOTE) == 0
    assert "error" not in capsys.readouterr().err
    assert new(project, *NOTE, "--status", "done") == 1
    assert "1 error in 1 file" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="links need permission")
def test_nothing_is_written_through_a_link(project: Path, capsys: Capture) -> None:
    elsewhere = project.parent / "elsewhere"
    elsewhere.mkdir()
    (project / "annotations/events").symlink_to(elsewhere)

    assert new(project, "event", "1874", "Fire") == 2

    assert "annotations/events is a link" in capsys.readouterr().err
    assert files_of(elsewhere) == {}


def test_a_body_may_come_from_standard_input(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def typed(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    typed("\nOne – 1.\r\n\r\nTwo.\n\n".encode())
    assert new(project, *NOTE[:-1], "-", "--id", "two") == 0
    text = (project / IN_READING / "note-two.yml").read_text(encoding="utf-8")
    assert "    body: |\n      One – 1.\n\n      Two.\n    creator:" in text

    typed(b"\xff")
    assert new(project, *NOTE[:-1], "-") == 2
    assert "standard input is not UTF-8" in capsys.readouterr().err


def test_a_quotation_may_begin_with_a_hyphen(project: Path) -> None:
    assert add_text(project, "--help is what\nshe said.", *TITLED) == 0

    assert new(project, "note", "--body", "B.", "--", "a-tale", "--help is") == 0

    note = (project / "annotations/readings/a-tale/note-help-is.yml").read_text(encoding="utf-8")
    assert '{exact: "--help is"}' in note


def test_where_git_knows_nobody_there_is_no_creator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    root = new_project(tmp_path)

    assert new(root, *NOTE) == 0

    assert "creator" not in (root / IN_READING / "note-a-cold-winter.yml").read_text("utf-8")


def test_a_day_that_is_none_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    for day in ("yesterday", "999999999999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        assert new(project, *NOTE) == 2
    assert "SOURCE_DATE_EPOCH is “yesterday”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "separated", "remark"),
    [
        ((), ", paragraphs: lines}", "each line is taken for a paragraph"),
        (("--paragraphs", "blank-lines"), "}", "one paragraph of many lines"),
        (("--plain",), "}", "one paragraph of many lines"),
        (("--plain", "--paragraphs", "lines"), ", paragraphs: lines}", "each line is taken"),
    ],
)
def test_a_text_with_a_paragraph_a_line_is_declared_as_such(
    project: Path, capsys: Capture, options: Sequence[str], separated: str, remark: str
) -> None:
    text = "The Gull: When?\r\nAda Quill: In 1931.\r\nThe Gull: Why?\r\nAda Quill: Ice.\r\nEnd.\r\n"
    (project / "seeds/ferry.txt").write_bytes(text.encode())

    status = new(
        project,
        "reading",
        str(project / "seeds/ferry.txt"),
        "--title",
        "F",
        "--language",
        "en",
        *options,
    )

    assert status == 0
    reading = (project / "annotations/readings/ferry/reading.yml").read_text(encoding="utf-8")
    assert reading.splitlines()[1].endswith(separated) and ("lines" in reading) == (
        "l" in separated
    )
    assert remark in capsys.readouterr().err
    assert run(project, "check") == 0
