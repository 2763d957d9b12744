"""Give the form's script the rules for bodies, as regular expressions.

Only rules that the generator has as data can be given. The script approximates the Markdown
parser's own rules, such as those for headings and tables.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html.entities import html5

from markdown_it.common.html_blocks import block_names
from markdown_it.common.html_re import HTML_TAG_RE

from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.value_patterns import HOST_PATTERN
from build_scripts.render.bodies.body_refusals import LINK_SCHEMES
from build_scripts.render.bodies.foreign_markup import ENCLOSED, LONGEST, PATTERNS
from build_scripts.render.bodies.hidden_entities import HIDDEN
from build_scripts.text.hidden_characters import NEVER_NEEDED
from build_scripts.text.scripts_without_spaces import WITHOUT_SPACES

_BLOCK_NAMES = "|".join(block_names)
_HTML = (
    HTML_TAG_RE.pattern,
    # Starts of HTML blocks, which need no end (CommonMark 0.31, section 4.6).
    rf"^ {{0,3}}</?(?:{_BLOCK_NAMES})(?=[\s/>]|$)",
    r"^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)",
    r"^ {0,3}<(?:!--|\?|![A-Za-z]|!\[CDATA\[)",
)
_COMMANDS = frozenset("{-*")
"""The first characters of markup that another program would take for a command."""


def body_patterns() -> dict[str, object]:
    """The rules as JavaScript patterns.

    Returns:
        `refused`: pairs of the name of a message and a pattern; `address`: the pattern that the
        address of a link must match; `hidden`: the pattern of characters that no reference may
        stand for; `linkKinds`: the words allowed before the colon in a link between double
        brackets. Patterns need the flags `m` and `u`, those of HTML and addresses also `i`.
    """
    hidden_names = sorted(name for name, value in html5.items() if HIDDEN.search(value))
    unseen = (
        f"[{NEVER_NEEDED}]",
        # A zero-width space may be needed in these scripts; `readings check` decides.
        f"(?<!{WITHOUT_SPACES})\u200b",
        f"\u200b(?!{WITHOUT_SPACES})",
        f"&(?:{_any_of(name for name in hidden_names if name.endswith(';'))})",
    )
    other_schemes = (f"^{scheme}" for scheme in LINK_SCHEMES if not scheme.startswith("http"))
    return {
        "refused": [
            ["html", _any_of(_HTML)],
            *([name, _any_of(patterns)] for name, patterns in _foreign_by_message().items()),
            ["unseen", _visible(_any_of(unseen))],
        ],
        "address": _any_of((HOST_PATTERN, *other_schemes)),
        "hidden": _visible(HIDDEN.pattern),
        "linkKinds": list(BodyLinkKind),
    }


def _any_of(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


def _foreign_by_message() -> dict[str, list[str]]:
    by_message: defaultdict[str, list[str]] = defaultdict(list)
    for character, name, pattern in _foreign():
        if name == "A footnote":
            by_message["footnote"].append(pattern)
        else:
            message = "commands" if character in _COMMANDS else "extension"
            by_message[message].append(pattern)
    return by_message


def _foreign() -> Iterator[tuple[str, str, str]]:
    """The first character, name and pattern of each kind of foreign markup."""
    for character, enclosed in ENCLOSED.items():
        for markup in enclosed:
            closer = rf"(?=[^]{{0,{LONGEST}}}?{_escaped(markup.closer)})"
            pattern = _escaped(markup.opener) + (closer if markup.needs_closer else "")
            yield character, markup.name, pattern
    for character, patterns in PATTERNS.items():
        for shape in patterns:
            start = r"(?<=^[ \t>]*)" if shape.begins_line else ""
            # In JavaScript `\w` is ASCII only. These patterns have it in character classes only.
            yield character, shape.name, start + shape.shape.replace(r"\w", r"\p{L}\p{M}\p{N}_")


def _escaped(text: str) -> str:
    # `re.escape` escapes more than JavaScript allows with the flag `u`.
    return re.sub(r"[\\^$.*+?()[\]{}|]", r"\\\g<0>", text)


def _visible(pattern: str) -> str:
    """The pattern with escapes for everything but printable ASCII."""
    return "".join(c if c.isascii() and c.isprintable() else f"\\u{{{ord(c):x}}}" for c in pattern)
