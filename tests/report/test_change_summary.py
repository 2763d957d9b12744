"""The Markdown of a proposal never runs a command or notifies anybody, whatever it quotes."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from build_scripts.model.change import (
    Change,
    Changes,
    ChangeState,
    Entry,
    EntryKind,
    QuotedPassage,
    Value,
    WholeText,
)
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.change_summary import Proposal, as_markdown
from build_scripts.report.markdown import code, columns, marked_lines

NASTY = (
    st.sampled_from(
        [
            "@someone",
            "<img src=x onerror=y>",
            "![x](https://example.org/x.png)",
            "[ok](javascript:x)",
            "https://example.org/",
            "\n```\n",
            "````",
            "`",
            "~~~",
            "\n# heading",
            "\n- [ ] item",
            "</details>",
            "\n\n    indented",
            "::error::",
            "##[command]",
            "\u202e",
            "\x1b[31m",
            "\r",
            "\u2028",
            "$`x`$",
            "|",
            "\\",
        ]
    )
    | st.text()
)
TEXTS = st.lists(NASTY, max_size=6).map("".join)
ALLOWED = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "fence"),
    *("text", "code_inline", "strong_open", "strong_close"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
}
OURS = re.compile(r"[A-Za-z0-9 .,:;()*…’-]*")
"""All that may be outside of code, where only our own words are."""


def entry(entry_id: str = "fox", kind: EntryKind = EntryKind.NOTE, **said: Value) -> Entry:
    path = "annotations/readings/fable/notes.yml"
    reading = "fable" if kind is EntryKind.NOTE else ""
    return Entry(kind, reading, entry_id, path, 2, tuple(said.items()))


def proposal(*changes: Change, **further: object) -> Proposal:
    return Proposal("abc1234", Changes(changes, {"fable": "The Fable"}), **further)  # type: ignore[arg-type]


def tokens(markdown: str) -> list[Token]:
    parsed = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table")
    return [inner for token in parsed.parse(markdown) for inner in (token, *(token.children or ()))]


@given(first=TEXTS, second=TEXTS, third=TEXTS)
def test_what_was_contributed_stands_in_code_and_nowhere_else(
    first: str, second: str, third: str
) -> None:
    passage = QuotedPassage("target", second, first, third, 4)
    before = entry(third, body=first, target=passage, text=WholeText((first, "x")), creator="x")
    after = entry(second, body=second, text=WholeText((third, "x")), status=first)
    reading = Entry(EntryKind.READING, "fable", first, second, 1, (("title", third),))
    diagnostic = Diagnostic(first, 1, 1, Severity.ERROR, "A001", second, third)

    shown = as_markdown(
        Proposal(
            first,
            Changes(
                (
                    Change(ChangeState.ADDED, None, reading),
                    Change(ChangeState.CHANGED, before, after),
                    Change(ChangeState.REMOVED, before, None),
                    Change(ChangeState.UNREADABLE, after, None),
                ),
                {"fable": second},
            ),
            (diagnostic,),
            (diagnostic,),
            (third, first),
        )
    )

    found = tokens(shown)
    assert {token.type for token in found} <= ALLOWED
    assert [t.content for t in found if t.type == "text" and not OURS.fullmatch(t.content)] == []
    assert {t.info for t in found if t.type == "fence"} <= {"diff", "text"}
    assert not set("\r\x1b\u2028\u202e\t") & set(shown)


@given(TEXTS)
def test_a_text_in_a_line_stays_in_it(text: str) -> None:
    (paragraph, inline, *_) = tokens(f"a {code(text)} b")
    assert paragraph.type == "paragraph_open"
    assert [child.type for child in inline.children or ()] == ["text", "code_inline", "text"]


@given(text=TEXTS, mark=st.sampled_from("+- !"))
def test_lines_are_wrapped_and_lose_nothing_but_blanks(text: str, mark: str) -> None:
    lines = marked_lines(mark, text)

    assert all(line.startswith(mark.strip() or "") and columns(line) <= 98 for line in lines)
    assert all("\n" not in line for line in lines)


def test_letters_are_all_there() -> None:
    text = "one " * 60 + "葡萄" * 60
    lines = marked_lines("+", text)

    assert "".join("".join(line[1:].split()) for line in lines) == "".join(text.split())
    assert len(lines) > 4


def test_nothing_is_said_to_be_nothing() -> None:
    assert as_markdown(proposal()) == (
        "## What changes in texts and annotations\n\nCompared with `abc1234`: nothing.\n"
    )


def test_a_removed_note_says_what_becomes_of_links_to_it() -> None:
    shown = as_markdown(proposal(Change(ChangeState.REMOVED, entry(body="A jackal."), None)))

    assert "#### Note `fox`: removed" in shown
    assert "- body: A jackal." in shown
    assert "Links to it no longer work." in shown


def test_counts_come_first() -> None:
    shown = as_markdown(
        proposal(
            Change(ChangeState.ADDED, None, entry("a")),
            Change(ChangeState.ADDED, None, entry("b")),
            Change(ChangeState.CHANGED, entry("c", body="x"), entry("c", body="y")),
            Change(ChangeState.REMOVED, entry("d", EntryKind.TERM), None),
        )
    )

    assert "Compared with `abc1234`: 2 notes added, 1 changed; 1 term removed." in shown


def test_of_a_long_body_the_words_that_changed_are_shown() -> None:
    rest = "and this stays as it is in every word of it, however long it may be " * 3
    before, after = entry(body=f"A jackal {rest}"), entry(body=f"A fox {rest}")

    shown = as_markdown(proposal(Change(ChangeState.CHANGED, before, after)))

    assert "! body: A [-jackal-]{+fox+} and this stays as it is" in shown
    assert shown.count("stays") == 1


def test_of_a_text_the_paragraphs_that_changed_are_shown() -> None:
    before = WholeText(("A fox saw grapes.", "They hung high.", "It went away."))
    after = WholeText(("A fox saw grapes.", "They hung very high.", "It went away.", "End."))
    changed = Change(
        ChangeState.CHANGED,
        entry("fable", EntryKind.READING, text=before),
        entry("fable", EntryKind.READING, text=after),
    )

    shown = as_markdown(proposal(changed))

    assert "! text, paragraph 2: They hung {+very +}high." in shown
    assert "+ text, paragraph 4: End." in shown
    assert "saw grapes" not in shown


def test_what_a_host_has_no_room_for_is_counted() -> None:
    changes = [
        Change(ChangeState.ADDED, None, entry(f"note-{number:03}", body="Ünïcödé " * 100))
        for number in range(50)
    ]

    shown = as_markdown(proposal(*changes), 20_000)

    listed = re.findall(r"#### Note `(note-\d+)`", shown)
    (left_out,) = re.findall(r"Left out here: (\d+) changes", shown)
    assert 5 < len(listed) < 50
    assert listed == [f"note-{number:03}" for number in range(len(listed))]
    assert int(left_out) == 50 - len(listed)
    assert len(shown.encode()) <= 20_000
    assert "50 notes added" in shown
