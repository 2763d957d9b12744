"""The scripts of a page, found as a browser finds them."""

import pytest

from build_scripts.pages.page_scripts import (
    PageScript,
    ScriptKind,
    forbidden_scripts,
    inline_hashes,
)
from build_scripts.pages.policy import script_hash


def found(page: str) -> list[tuple[str, str, str]]:
    return [(one.kind.name, one.attribute, one.text) for one in forbidden_scripts(page, ())]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<script>a && b</script>", ("INLINE", "", "a && b")),
        ("<SCRIPT TYPE=' Text/JavaScript '>a</SCRIPT>", ("INLINE", "", "a")),
        ("<script type=module>a</script>", ("INLINE", "", "a")),
        ("<script type=importmap>{}</script>", ("INLINE", "", "{}")),
        ("<script type=''>a</script>", ("INLINE", "", "a")),
        ("<script language=JavaScript>a</script>", ("INLINE", "", "a")),
        ("<script>\r\na\rb</script>", ("INLINE", "", "\na\nb")),
        ("<svg><script>a &amp; b</script></svg>", ("INLINE", "", "a & b")),
        ("<template><p><script>a</script></template>", ("INLINE", "", "a")),
        ("<template><template><script>a</script></template></template>", ("INLINE", "", "a")),
        ("<iframe srcdoc='<script>a</script>'></iframe>", ("INLINE", "", "a")),
        ("<p onclick=a>", ("HANDLER", "onclick", "a")),
        ("<p title='x'OnClick='f(&quot;a&quot;)'>", ("HANDLER", "onclick", 'f("a")')),
        ("<svg/onload=a>", ("HANDLER", "onload", "a")),
        ("<body onload>", ("HANDLER", "onload", "")),
        ("<noscript><img onerror=a></noscript>", ("HANDLER", "onerror", "a")),
        ("<a href='javascript:a'>x</a>", ("ADDRESS", "href", "javascript:a")),
        ("<a href=' jAvascript&colon;a'>x</a>", ("ADDRESS", "href", " jAvascript:a")),
        ("<a href='java&Tab;script:a'>x</a>", ("ADDRESS", "href", "java\tscript:a")),
        ("<a href='&#1;javascript:a'>x</a>", ("ADDRESS", "href", "\x01javascript:a")),
        ("<form action='javascript:a'></form>", ("ADDRESS", "action", "javascript:a")),
        ("<svg><a xlink:href='javascript:a'/></svg>", ("ADDRESS", "xlink:href", "javascript:a")),
        ("<script src='javascript:a'></script>", ("ADDRESS", "src", "javascript:a")),
        ("<script src=https://e.org/a.js></script>", ("FILE", "src", "https://e.org/a.js")),
        ("<script src=//e.org/a.js></script>", ("FILE", "src", "//e.org/a.js")),
        ("<script src='\\\\e.org/a.js'></script>", ("FILE", "src", "\\\\e.org/a.js")),
        ("<script src='data:,a'></script>", ("FILE", "src", "data:,a")),
    ],
)
def test_what_a_browser_runs_is_found(page: str, expected: tuple[str, str, str]) -> None:
    assert found(page) == [expected]


@pytest.mark.parametrize(
    "page",
    [
        '<script type="application/json" id="__config">{"a": 1}</script>',
        '<script type="application/ld+json">{"@context": "https://schema.org"}</script>',
        "<script type=text/plain>a</script>",
        "<script></script>",
        "<script src=../assets/a.js></script>",
        "<script src=/assets/a.js defer></script>",
        "<script src='a.js'>what stands here is not run</script>",
        "<textarea><script>a</script></textarea>",
        "<!-- <script>a</script> <p onclick=a> -->",
        "<p title='javascript: an introduction' data-onclick=a>onclick=a",
        "<pre>&lt;script&gt;a&lt;/script&gt;</pre>",
        "<a href='x?javascript:a'>x</a>",
    ],
)
def test_what_no_browser_runs_is_left_alone(page: str) -> None:
    assert found(page) == []


def test_known_scripts_may_run_and_others_may_not() -> None:
    page = "<script>a</script><script>b</script><p onclick=a>"

    assert forbidden_scripts(page, {script_hash("a")}) == (
        PageScript(ScriptKind.INLINE, "", "b"),
        PageScript(ScriptKind.HANDLER, "onclick", "a"),
    )


def test_only_inline_scripts_have_hashes() -> None:
    page = "<script>a</script><p onclick=b><script src=c.js></script><script type=x>d</script>"

    assert inline_hashes(page) == {script_hash("a")}
