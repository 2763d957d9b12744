"""Write the Content-Security-Policy of the site's pages: what browsers let them load and run.

The policy is a second line of defence. If a contribution ever smuggles a script or an address past
the checks, browsers refuse to run or load it. Each page contains the policy, so it holds on any
server, and for a site opened from a folder.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

DIRECTIVES = (
    # Everything that is not named below is forbidden, such as frames, objects and manifests.
    ("default-src", "'none'"),
    # Files of the theme and of the project. The search is a worker, and workers need this too.
    ("script-src", "'self' {scripts}"),
    # Only files: style attributes could cover the page, or load an address that tracks readers.
    ("style-src", "'self'"),
    # The theme's icons are data: addresses in its style sheet, which load nothing.
    ("img-src", "'self' data:"),
    # Fonts and recordings that a project publishes itself. The theme has none.
    ("font-src", "'self'"),
    ("media-src", "'self'"),
    # The search index, pages with instant navigation, and live reload under `mkdocs serve`.
    ("connect-src", "'self'"),
    # `default-src` does not cover these two. A base element could redirect all links of a page.
    ("base-uri", "'none'"),
    # The search field is a form, but it is never submitted.
    ("form-action", "'none'"),
)
"""Each directive and its sources; ``{scripts}`` stands for the inline scripts that may run."""

_CHARACTER_SET_WITHIN = 1024
"""Browsers look for the declaration of a page's encoding in this many bytes."""
_START_OF_HEAD = re.compile(
    r"(?:\s*<!doctype[^>]*>|\s*<!--.*?-->|\s*<html(?:\s[^>]*)?>|\s*<head(?:\s[^>]*)?>)*",
    re.IGNORECASE | re.DOTALL,
)
_CHARACTER_SET = re.compile(r"\s*<meta\s+charset=[^>]*>", re.IGNORECASE)


def script_hash(script: str) -> str:
    """The hash by which a policy allows an inline script, given exactly as a browser reads it."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def policy(hashes: Iterable[str]) -> str:
    """The policy of a site, given the hashes of the inline scripts on all its pages.

    All pages have the same policy, because instant navigation adds the policies of later pages to
    that of the first one.
    """
    return _policy(" ".join(f"'{script}'" for script in sorted(hashes)))


def policy_for_live_reload() -> str:
    """The policy under `mkdocs serve`, which adds a script to pages after all plugins have run.

    It contains no hashes, because browsers ignore ``'unsafe-inline'`` next to a hash.
    """
    return _policy("'unsafe-inline'")


def is_policy_of_a_site(content: str) -> bool:
    """Whether a policy is one that `policy` makes, with whatever hashes of inline scripts."""
    hashes = re.findall(r"'(sha(?:256|384|512)-[A-Za-z0-9+/_-]+=*)'", content)
    return content == policy(hashes)


def _policy(scripts: str) -> str:
    filled = ((name, sources.format(scripts=scripts).strip()) for name, sources in DIRECTIVES)
    return "; ".join(f"{name} {sources}" for name, sources in filled)


def with_policy(page: str, content: str) -> str:
    """A page with a policy before everything that the policy governs.

    The policy is the first element of the head. A long policy comes after the declaration of the
    encoding, so that browsers still find that declaration. The
    policy has no character that HTML must escape.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    start = _START_OF_HEAD.match(page)
    position = start.end() if start else 0
    encoding = _CHARACTER_SET.match(page, position)
    if encoding and len((page[: encoding.end()] + meta).encode()) > _CHARACTER_SET_WITHIN:
        position = encoding.end()
    return page[:position] + meta + page[position:]
