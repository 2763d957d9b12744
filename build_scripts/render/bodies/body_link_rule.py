r"""Parse links to entries: `[[union-state]]`, `[[note:loan-size|the loan]]`.

Two opening square brackets begin a link or are refused, so that a misspelt link is never shown as
text. A backslash before the brackets makes them text. There is one exception: if the first closing
bracket stands alone, as in `[[see](https://…) also]`, this rule leaves the brackets to Markdown.
"""

import re
from typing import NamedTuple

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from build_scripts.model.body_link import IN_READINGS, BodyLinkKind
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.wording import shortened

HOW_TO_LINK = (
    "For a link, write [[term-id]], [[note:id]], [[question:id]], [[event:id]], [[reading:id]] or "
    "[[comparison:id]]. To show the brackets themselves, put a backslash before them: \\[[…]]."
)
_ID = r"[a-z][a-z0-9-]*"
_TARGET = re.compile(rf"(?:(?P<kind>[A-Za-z_-]+):)?(?P<path>(?:(?P<reading>{_ID})/)?(?P<id>{_ID}))")
_INSIDE = re.compile(r"(?:[^\[\]\\]|\\.)*", re.DOTALL)
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_BLANKS = re.compile(r"[ \t\n]+")
_PLAIN_TOKENS = ("text", "text_special")


class WrittenLink(NamedTuple):
    """A link as a body writes it.

    Attributes:
        kind: the kind of entry that it leads to.
        id: the id of that entry.
        reading: the reading of a note or question, if the link names one; otherwise empty.
        label: the words to show; empty if the link has none.
        position: where the id, or the reading before it, begins in the parsed text.
    """

    kind: BodyLinkKind
    id: str
    reading: str
    label: str
    position: int


class _Fault(NamedTuple):
    """What is wrong with an intended link, and how to mend it."""

    message: str
    hint: str = HOW_TO_LINK


def body_link(state: StateInline, silent: bool) -> bool:
    """The rule. It adds a token `body_link` with the link, or `refused` with the fault."""
    start = state.pos
    if not state.src.startswith("[[", start) or state.src.startswith("[[[", start):
        return False
    source = state.src[: state.posMax]
    end = next(_INSIDE.finditer(source, start + 2)).end()
    is_closed = source.startswith("]]", end)
    if not is_closed and source.startswith("]", end) and "]" in source[end + 1 :]:
        return False
    state.pos = end + 2 if is_closed else start + 2
    if silent:
        return True
    inside = source[start + 2 : end]
    link = (
        _read(state, inside, start + 2)
        if is_closed
        else _Fault(f"`{shortened(source[start : end + 1])}` is not closed by `]]`")
    )
    if isinstance(link, WrittenLink):
        link = _in_surroundings(link, source, start, state.pos)
    if isinstance(link, WrittenLink):
        _token(state, "body_link", start).meta["link"] = link
    else:
        refused = _token(state, "refused", start)
        refused.meta.update(message=link.message, hint=link.hint)
    return True


def _token(state: StateInline, kind: str, position: int) -> Token:
    token = state.push(kind, "", 0)
    token.meta["position"] = position
    return token


def _in_surroundings(link: WrittenLink, source: str, start: int, end: int) -> WrittenLink | _Fault:
    """The link, or a fault if the character beside it makes it ambiguous."""
    whole = source[start:end]
    if source.startswith("(", end):
        return _Fault(
            f"`{shortened(whole)}(…)` could be two kinds of links",
            f"Put a space before the round bracket. For a link with square brackets in its "
            f"words, write [\\{whole[1:-2]}\\]](https://…).",
        )
    if start and source[start - 1] == "!":
        return _Fault(
            f"`!{shortened(whole)}` is not allowed in annotations",
            f"Another page cannot be shown here. For a link, write `{shortened(whole)}` without "
            "the `!`. If the `!` ends a sentence, put a space after it.",
        )
    return link


def _read(state: StateInline, inside: str, position: int) -> WrittenLink | _Fault:
    """The link between the brackets."""
    target, bar, words = inside.partition("|")
    shown = f"`{shortened(f'[[{inside}]]')}`"
    match = _TARGET.fullmatch(target)
    if match is None:
        name = target.strip()
        guess = _NOT_IN_IDS.sub("-", name.lower()).strip("-")
        if "://" in name:
            return _Fault(
                f"{shown} is not a link",
                "For a link to an address, write [words](https://…).",
            )
        if ":" in name or not re.fullmatch(_ID, guess):
            return _Fault(f"{shown} is not a link")
        words = words.strip() or name
        suggestion = f"[[{guess}]]" if guess == words else f"[[{guess}|{shortened(words)}]]"
        return _Fault(
            f"{shown} is not a link, because a link needs the id of an entry",
            f"Write {suggestion}. To show the brackets themselves, write \\[[…]].",
        )
    kind = match["kind"] or BodyLinkKind.TERM
    if kind not in list(BodyLinkKind):
        if kind == "source":
            return _Fault(
                f"{shown} is not a link, because sources have no page",
                "List the source under `sources:`, or link to its address: [words](https://…).",
            )
        return _Fault(
            f"{shown} is not a link, because `{kind}` is not a kind of entry",
            did_you_mean(kind, list(BodyLinkKind), HOW_TO_LINK),
        )
    if match["reading"] and kind not in IN_READINGS:
        return _Fault(
            f"{shown} is not a link, because only the id of a note or a question can have a "
            "reading before it"
        )
    label = _label(state, words)
    if label is None:
        return _Fault(f"{shown} has formatting in its words", "Write the words as plain text.")
    if bar and not label:
        return _Fault(
            f"{shown} has no words after the bar",
            "Write them there, or delete the bar to show the name of the entry.",
        )
    return WrittenLink(
        BodyLinkKind(kind),
        match["id"],
        match["reading"] or "",
        label,
        position + match.start("path"),
    )


def _label(state: StateInline, words: str) -> str | None:
    """The words as plain text, on one line; None if they contain markup."""
    parser = state.md.inline
    if parser.terminator_re.search(words):
        tokens: list[Token] = parser.parse(words, state.md, {}, [])
        if any(token.type not in (*_PLAIN_TOKENS, "softbreak") for token in tokens):
            return None
        words = "".join(token.content or " " for token in tokens)
    return _BLANKS.sub(" ", words).strip(" ")
