r"""A rule of the Markdown parser: `[[union-state]]`, `[[note:loan-size|the loan]]`.

Two square brackets begin a link, or they are refused: a link that was misspelt is never shown as
text. Brackets that are to be shown have a backslash in front. Only where the first bracket that
closes stands alone, as in `[[see](https://…) also]`, are two brackets just two brackets.
"""

import re
from typing import NamedTuple

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from build_scripts.model.body_link import BodyLinkKind
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.wording import shortened

HOW_TO_LINK = (
    "Links are written [[term-id]], [[note:id]], [[event:id]] or [[reading:id]]; brackets that "
    "are to be shown have a backslash in front: \\[[…]]."
)
_ID = r"[a-z][a-z0-9-]*"
_TARGET = re.compile(rf"(?:(?P<kind>[A-Za-z_-]+):)?(?P<path>(?:(?P<reading>{_ID})/)?(?P<id>{_ID}))")
_INSIDE = re.compile(r"(?:[^\[\]\\]|\\.)*", re.DOTALL)
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_BLANKS = re.compile(r"[ \t\n]+")
_PLAIN_TOKENS = ("text", "text_special")


class WrittenLink(NamedTuple):
    """A link as it stands in a body.

    Attributes:
        kind: what it leads to.
        id: its id.
        reading: for a note, the reading where that was written; otherwise empty.
        label: the words to show; empty where none were written.
        position: of the id (and the reading in front of it), in the text that was parsed.
    """

    kind: BodyLinkKind
    id: str
    reading: str
    label: str
    position: int


class _Fault(NamedTuple):
    """What is wrong with something that was meant as a link, and how it is mended."""

    message: str
    hint: str = HOW_TO_LINK


def body_link(state: StateInline, silent: bool) -> bool:
    """The rule. It leaves a token `body_link` with the link, or `refused` with the fault."""
    start = state.pos
    if not state.src.startswith("[[", start) or state.src.startswith("[[[", start):
        return False
    source = state.src[: state.posMax]
    match = _INSIDE.match(source, start + 2)
    end = match.end() if match else start + 2
    is_closed = source.startswith("]]", end)
    if not is_closed and source.startswith("]", end) and "]" in source[end + 1 :]:
        return False
    state.pos = end + 2 if is_closed else start + 2
    if silent:
        return True
    inside = source[start + 2 : end]
    found = (
        _read(state, inside, start + 2)
        if is_closed
        else _Fault(f"`{shortened(source[start : end + 1])}` is not closed by `]]`")
    )
    if isinstance(found, WrittenLink):
        found = _in_surroundings(found, source, start, state.pos)
    if isinstance(found, WrittenLink):
        _token(state, "body_link", start).meta["link"] = found
    else:
        refused = _token(state, "refused", start)
        refused.meta.update(message=found.message, hint=found.hint)
    return True


def _token(state: StateInline, kind: str, position: int) -> Token:
    token = state.push(kind, "", 0)
    token.meta["position"] = position
    return token


def _in_surroundings(link: WrittenLink, source: str, start: int, end: int) -> WrittenLink | _Fault:
    """The link, unless what touches it would be taken for a part of it elsewhere."""
    whole = source[start:end]
    if source.startswith("(", end):
        return _Fault(
            f"`{shortened(whole)}(…)` could be two kinds of links",
            f"Put a space in front of the round bracket; for a link with square brackets in its "
            f"words, write [\\{whole[1:-2]}\\]](https://…).",
        )
    if start and source[start - 1] == "!":
        return _Fault(
            f"`!{shortened(whole)}` is not allowed in annotations",
            "Nothing can be embedded; put a space behind the exclamation mark if a link is meant.",
        )
    return link


def _read(state: StateInline, inside: str, position: int) -> WrittenLink | _Fault:
    """The link that stands between the brackets."""
    target, bar, words = inside.partition("|")
    shown = f"`{shortened(f'[[{inside}]]')}`"
    match = _TARGET.fullmatch(target)
    if match is None:
        name = target.strip()
        guess = _NOT_IN_IDS.sub("-", name.lower()).strip("-")
        if "://" in name:
            return _Fault(
                f"{shown} is not a link",
                "A link to an address has its words in front: [words](https://…).",
            )
        if ":" in name or not re.fullmatch(_ID, guess):
            return _Fault(f"{shown} is not a link")
        words = words.strip() or name
        suggestion = f"[[{guess}]]" if guess == words else f"[[{guess}|{shortened(words)}]]"
        return _Fault(
            f"{shown} is not a link, because an entry is named by its id",
            f"Write {suggestion}, or \\[[…]] for brackets that are to be shown.",
        )
    kind = match["kind"] or BodyLinkKind.TERM
    if kind not in list(BodyLinkKind):
        if kind == "source":
            return _Fault(
                f"{shown} is not a link, because sources have no page",
                "Name the source under `sources:`, or link to its address: [words](https://…).",
            )
        return _Fault(
            f"{shown} is not a link, because there is no kind `{kind}`",
            did_you_mean(kind, list(BodyLinkKind), HOW_TO_LINK),
        )
    if match["reading"] and kind != BodyLinkKind.NOTE:
        return _Fault(f"{shown} is not a link, because only notes have a reading in front")
    label = _label(state, words)
    if label is None:
        return _Fault(f"{shown} has markup in its words", "The words of a link are plain text.")
    if bar and not label:
        return _Fault(
            f"{shown} has no words behind the bar",
            "Write them there, or remove the bar: the name is shown then.",
        )
    return WrittenLink(
        BodyLinkKind(kind),
        match["id"],
        match["reading"] or "",
        label,
        position + match.start("path"),
    )


def _label(state: StateInline, words: str) -> str | None:
    """The words as plain text, on one line; None where there is markup in them."""
    parser = state.md.inline
    if parser.terminator_re.search(words):
        tokens: list[Token] = parser.parse(words, state.md, {}, [])
        if any(token.type not in (*_PLAIN_TOKENS, "softbreak") for token in tokens):
            return None
        words = "".join(token.content or " " for token in tokens)
    return _BLANKS.sub(" ", words).strip(" ")
