"""See without parsing a page that it has no scripts but harmless ones.

Parsing takes most of the time of a check, and nearly all pages of a site differ only in their
content. Where this finds a sign of anything else, `page_scripts` has to look.
"""

import re
from typing import NamedTuple

from build_scripts.pages.page_scripts import forbidden_scripts

_SCRIPT = re.compile(r"<script\b.*?</script\s*>", re.DOTALL)
_SIGNS = (
    "<script",  # one that is not written as above
    "srcdoc",
    # Browsers read letters of an address that are written like this, and skip tabs and line ends.
    "&#",
    "&tab;",
    "&newline;",
)
_HANDLER = re.compile(r"on[^\s\"'<>/=]*\s*=")
_BEFORE_ATTRIBUTE = frozenset(" \t\n\f\r/\"'")
_ADDRESS = re.compile("[\t\n\r]*".join("javascript") + "[\t\n\r]*(?::|&colon)")


class HarmlessScripts(NamedTuple):
    """The script elements that were found to be harmless.

    Attributes:
        known: the hashes of inline scripts that may run.
        elements: the elements seen so far, as they are written.
    """

    known: frozenset[str]
    elements: set[str]

    def are_all_of(self, page: str) -> bool:
        """Whether a page, or the frame of one, has no other scripts for certain."""
        return all(map(self._has, set(_SCRIPT.findall(page)))) and not _has_sign(
            _SCRIPT.sub(" ", page).lower()
        )

    def _has(self, element: str) -> bool:
        if element in self.elements:
            return True
        inside = element[len("<script") :].lower()
        if _has_sign(inside) or forbidden_scripts(element, self.known):
            return False
        self.elements.add(element)
        return True


def _has_sign(markup: str) -> bool:
    """Whether there may be a script in markup in lower case."""
    return (
        any(sign in markup for sign in _SIGNS)
        or _ADDRESS.search(markup) is not None
        or any(
            markup[match.start() - 1 : match.start()] in _BEFORE_ATTRIBUTE
            for match in _HANDLER.finditer(markup)
        )
    )
