"""The Content-Security-Policy of the site's pages: what a browser lets them load and run.

It is the second wall: should a contribution ever bring a script or an address past the checks, a
browser neither runs the one nor asks for the other. A page carries it in itself, so that it holds
on any host, and from a folder.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

DIRECTIVES = (
    # What is not named below is forbidden: frames, objects, manifests.
    ("default-src", "'none'"),
    # The theme's files and the project's own. Workers follow this one: the search is one.
    ("script-src", "'self' {scripts}"),
    # Files only: a style attribute can draw over the page, and its addresses tell who reads.
    ("style-src", "'self'"),
    # The theme's icons are data: addresses in its style sheet; those ask nobody.
    ("img-src", "'self' data:"),
    # For fonts and recordings that a project publishes itself; the theme brings none.
    ("font-src", "'self'"),
    ("media-src", "'self'"),
    # The index of the search; pages, with instant navigation; under `serve`, the live reload.
    ("connect-src", "'self'"),
    # These two do not follow default-src. A base would turn all links of a page elsewhere.
    ("base-uri", "'none'"),
    # The field of the search is a form, but is never sent.
    ("form-action", "'none'"),
)
"""Each directive and its sources; ``{scripts}`` stands for the inline scripts that may run."""

_CHARACTER_SET_WITHIN = 1024
"""So many bytes a browser reads for the page's encoding before it guesses."""
_START_OF_HEAD = re.compile(
    r"(?:\s*<!doctype[^>]*>|\s*<!--.*?-->|\s*<html(?:\s[^>]*)?>|\s*<head(?:\s[^>]*)?>)*",
    re.IGNORECASE | re.DOTALL,
)
_CHARACTER_SET = re.compile(r"\s*<meta\s+charset=[^>]*>", re.IGNORECASE)


def script_hash(script: str) -> str:
    """The hash by which a policy names an inline script.

    Args:
        script: its text, exactly as a browser reads it.
    """
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def policy(hashes: Iterable[str]) -> str:
    """The policy of a site.

    Args:
        hashes: of all inline scripts that may run on any of its pages. Instant navigation puts the
            heads of other pages into the first one, and policies add up: so all pages have one.
    """
    return _policy(" ".join(f"'{one}'" for one in sorted(hashes)))


def policy_for_live_reload() -> str:
    """The policy under `mkdocs serve`, which puts a script into pages after all plugins.

    It has no hashes: beside one, browsers pass over ``'unsafe-inline'``.
    """
    return _policy("'unsafe-inline'")


def _policy(scripts: str) -> str:
    filled = ((name, sources.format(scripts=scripts).strip()) for name, sources in DIRECTIVES)
    return "; ".join(f"{name} {sources}" for name, sources in filled)


def with_policy(page: str, content: str) -> str:
    """A page with a policy, before everything that it is to govern.

    It stands first in the head; behind the declaration of the encoding only where the policy is so
    long that browsers would not find that declaration any more.

    Args:
        page: a whole HTML page.
        content: a policy; it holds nothing that HTML encodes.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    start = _START_OF_HEAD.match(page)
    position = start.end() if start else 0
    encoding = _CHARACTER_SET.match(page, position)
    if encoding and len((page[: encoding.end()] + meta).encode()) > _CHARACTER_SET_WITHIN:
        position = encoding.end()
    return page[:position] + meta + page[position:]
