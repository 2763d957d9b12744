"""The policy of pages: its text, and where it stands in a page."""

import base64
import hashlib

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.pages.policy import policy, policy_for_live_reload, script_hash, with_policy

STRICT = policy([script_hash("let a = 1;")])


def directives(content: str) -> dict[str, list[str]]:
    """Each directive of a policy with its sources, as a browser reads them."""
    parts = [part.split() for part in content.split(";")]
    assert len({part[0] for part in parts}) == len(parts), "of two, browsers pass over the second"
    return {name: sources for name, *sources in parts}


def policies(page: str) -> list[str | None]:
    """The policies that a page has in its head."""
    nodes = LexborHTMLParser(page).css("head > meta[http-equiv='Content-Security-Policy']")
    return [node.attributes["content"] for node in nodes]


def test_a_page_gets_nothing_from_elsewhere() -> None:
    for name, sources in directives(STRICT).items():
        outside = {*sources} - {"'none'", "'self'"}
        allowed = {"script-src": f"'{script_hash('let a = 1;')}'", "img-src": "data:"}
        assert outside <= {allowed.get(name)}, name
    assert directives(STRICT)["default-src"] == ["'none'"]
    assert directives(STRICT)["base-uri"] == directives(STRICT)["form-action"] == ["'none'"]


def test_a_script_is_named_by_the_hash_that_browsers_make() -> None:
    digest = hashlib.sha256("let dash = “—”;".encode()).digest()

    assert script_hash("let dash = “—”;") == f"sha256-{base64.b64encode(digest).decode()}"


def test_the_same_scripts_give_the_same_policy_in_whatever_order() -> None:
    hashes = [script_hash(str(number)) for number in range(20)]

    assert policy(hashes) == policy(reversed(hashes)) == policy({*hashes})


def test_only_for_live_reload_may_any_script_run() -> None:
    relaxed = directives(policy_for_live_reload())

    assert relaxed.pop("script-src") == ["'self'", "'unsafe-inline'"]
    strict = directives(STRICT)
    assert "'unsafe-inline'" not in strict.pop("script-src")
    assert relaxed == strict


@pytest.mark.parametrize(
    "page",
    [
        (
            '<!doctype html>\n<html lang="en" class="no-js">\n  <head>\n    <meta charset="utf-8">'
            "<script>let a</script></head><body><header>x</header></body></html>"
        ),
        "<!-- no <head> here --><!DOCTYPE HTML><HTML><HEAD LANG=en><title>x</title></HEAD>",
        "<!doctype html><title>neither html nor head</title><p>x",
        "<header>nothing but a body</header>",
        "",
    ],
    ids=["theme", "comment", "no head", "only a body", "empty"],
)
def test_the_policy_is_the_first_thing_in_the_head(page: str) -> None:
    tree = LexborHTMLParser(with_policy(page, STRICT))

    assert policies(with_policy(page, STRICT)) == [STRICT]
    assert tree.head is not None
    first = next(tree.head.iter())
    assert first.attributes.get("http-equiv") == "Content-Security-Policy"
    first.decompose()
    assert tree.html == LexborHTMLParser(page).html


@pytest.mark.parametrize("count", [1, 5, 50])
def test_a_browser_still_finds_the_encoding(count: int) -> None:
    long = policy(script_hash(str(number)) for number in range(count))
    page = with_policy('<!doctype html><html><head>\n <meta charset="utf-8"><title>ä</title>', long)

    assert b'<meta charset="utf-8">' in page.encode()[:1024]
    assert policies(page) == [long]
    before = page[: page.index("<meta http-equiv")]
    assert before.removesuffix('\n <meta charset="utf-8">') == "<!doctype html><html><head>"
