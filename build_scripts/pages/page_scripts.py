"""Find the scripts in a page, and tell which of them its policy forbids."""

import re
from collections.abc import Container, Iterator
from enum import Enum, auto
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.pages.policy import script_hash
from build_scripts.text.line_ends import with_unix_line_ends


class ScriptKind(Enum):
    """Where in a page a script stands."""

    INLINE = auto()
    """Between ``<script>`` and ``</script>``."""
    HANDLER = auto()
    """In an attribute such as ``onclick``."""
    ADDRESS = auto()
    """An address that begins with ``javascript:``."""
    FILE = auto()
    """In a file of another site."""


class PageScript(NamedTuple):
    """A script in a page.

    Attributes:
        attribute: the attribute with the script or its address; empty for `ScriptKind.INLINE`.
        text: the script, or its address, as a browser reads it.
    """

    kind: ScriptKind
    attribute: str
    text: str


# https://mimesniff.spec.whatwg.org/#javascript-mime-type. To a browser, a script element of any
# type that is not listed here is data, such as JSON.
_SCRIPT_TYPES = {
    *(
        f"{top}/{name}"
        for top in ("application", "text")
        for name in ("ecmascript", "javascript", "x-ecmascript", "x-javascript")
    ),
    *(f"text/javascript1.{number}" for number in range(6)),
    "text/jscript",
    "text/livescript",
    "module",
    # These two run nothing themselves, but make the browser load other files.
    "importmap",
    "speculationrules",
}
ADDRESSES = {"action", "data", "formaction", "from", "href", "src", "to", "values", "xlink:href"}
"""Attributes with an address, which may be a script."""
# Browsers skip spaces and control characters before an address, and these three inside it.
_BEFORE_ADDRESS = "".join(map(chr, range(0x21)))
_WITHIN_ADDRESS = str.maketrans("", "", "\t\n\r")
_LEADS_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]{2}")


def inline_hashes(page: str) -> frozenset[str]:
    """The hashes of a page's inline scripts."""
    inline = (
        script for script in _scripts(LexborHTMLParser(page)) if script.kind is ScriptKind.INLINE
    )
    return frozenset(script_hash(script.text) for script in inline)


def forbidden_scripts(page: str, known: Container[str]) -> tuple[PageScript, ...]:
    """The scripts that the policy of a page forbids, in their order, with repetitions.

    The page may be a part of one. Inline scripts with a `known` hash may run.
    """
    return tuple(
        script
        for script in _scripts(LexborHTMLParser(page))
        if script.kind is not ScriptKind.INLINE or script_hash(script.text) not in known
    )


def _scripts(document: LexborHTMLParser | LexborNode) -> Iterator[PageScript]:
    """All scripts of a page except the files of its own site."""
    for node in document.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on"):
                yield PageScript(ScriptKind.HANDLER, name, value or "")
            elif name in ADDRESSES and value and is_script(value):
                yield PageScript(ScriptKind.ADDRESS, name, value)
            elif name == "srcdoc" and value:
                yield from _scripts(LexborHTMLParser(value))
        if node.tag == "script" and _is_run(node):
            yield from _of_script_element(node)
    for template in document.template_fragments():  # `css` does not look inside templates
        yield from _scripts(template)


def _of_script_element(node: LexborNode) -> Iterator[PageScript]:
    attributes = node.attributes
    name = next((name for name in ("src", "href", "xlink:href") if name in attributes), "")
    address = attributes.get(name) or ""
    if not name:
        text = with_unix_line_ends(node.text(deep=True))
        if text:
            yield PageScript(ScriptKind.INLINE, "", text)
    elif leads_elsewhere(address) and not is_script(address):
        yield PageScript(ScriptKind.FILE, name, address)


def _is_run(node: LexborNode) -> bool:
    """Whether a browser runs a script element instead of treating it as data."""
    kind = node.attributes.get("type")
    if kind is None and (language := node.attributes.get("language")):
        kind = f"text/{language}"
    return not kind or kind.strip().lower() in _SCRIPT_TYPES


def leads_elsewhere(address: str) -> bool:
    """Whether an address leads to another site, or is not one of a file."""
    return _LEADS_ELSEWHERE.match(_cleaned(address)) is not None


def is_script(address: str) -> bool:
    """Whether a browser runs an address instead of going there."""
    return _cleaned(address).lower().startswith("javascript:")


def _cleaned(address: str) -> str:
    """An address as browsers read it."""
    return address.lstrip(_BEFORE_ADDRESS).translate(_WITHIN_ADDRESS)
