"""Whatever has no sign of a script has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.pages.page_scripts import forbidden_scripts
from build_scripts.pages.policy import script_hash
from build_scripts.pages.script_signs import HarmlessScripts

KNOWN = frozenset({script_hash("known()")})
HARMLESS = (
    "<p class=one>Plain words, on and off</p>",
    '<a href="../other/" class="md-nav__link">On the road</a>',
    "<script>known()</script>",
    '<script src="../assets/javascripts/bundle.js"></script>',
    '<script id="__config" type="application/json">{"base": "..", "on": 1}</script>',
    '<svg viewBox="0 0 24 24"><path d="M3"/></svg>',
    "<!-- a comment -->",
    "",
)
SCRIPTS = (
    "<script>other()</script>",
    "<SCRIPT>other()</SCRIPT>",
    "<script>known() </script >",
    "<script src='https://example.org/a.js'></script>",
    "<svg><script href=//example.org/a.js /></svg>",
    "<script>never closed()",
    "<b onclick=go()>b</b>",
    "<b\nOnClick = 'go()'>b</b>",
    "<img src='a.png'onerror=go()>",
    "<img/onerror=go()>",
    "<a href=javascript:go()>a</a>",
    "<a href=' JAVA\tSCRIPT:go()'>a</a>",
    "<a href='java&#115;cript:go()'>a</a>",
    "<a href='java&Tab;script:go()'>a</a>",
    "<a href='javascript&colon;go()'>a</a>",
    "<form action=javascript:go()></form>",
    "<iframe srcdoc='&lt;script>go()&lt;/script>'></iframe>",
    "<template><b onfocus=go()></b></template>",
    '<b title="<script type=a/b>" onclick=go() lang="</script>">b</b>',
)
PIECES = (
    *HARMLESS, *SCRIPTS, "<b title='", '"', "'", ">", "<", "</script>", "<script", "on", "=", "x",
    " ", "<textarea>", "-->", "<!--", "javascript", ":",
)  # fmt: skip


@pytest.mark.parametrize("piece", HARMLESS)
def test_the_frame_of_an_ordinary_page_is_not_parsed(piece: str) -> None:
    assert HarmlessScripts(KNOWN, set()).are_all_of(piece)


@pytest.mark.parametrize("piece", SCRIPTS)
@pytest.mark.parametrize("around", ["{}", "<p>words</p>{}", "<div title=on>{}</div>"])
def test_a_script_is_seen(piece: str, around: str) -> None:
    page = around.format(piece)
    assert forbidden_scripts(page, KNOWN)
    assert not HarmlessScripts(KNOWN, set()).are_all_of(page)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_no_page_with_a_script_passes(page: str) -> None:
    is_harmless = HarmlessScripts(KNOWN, set()).are_all_of(page)
    # A handler without a value runs nothing.
    scripts = [script for script in forbidden_scripts(page, KNOWN) if script.text]
    assert not (is_harmless and scripts)


def test_what_was_seen_once_is_not_looked_at_again() -> None:
    scripts = HarmlessScripts(KNOWN, set())
    assert scripts.are_all_of("<script>known()</script><script>known()</script>")
    assert scripts.elements == {"<script>known()</script>"}
    assert not scripts.are_all_of("<script>other()</script>")
    assert scripts.elements == {"<script>known()</script>"}
