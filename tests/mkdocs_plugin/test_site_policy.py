"""The policy of a whole site, as MkDocs builds and serves it, and the scripts that end a build."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.pages.page_scripts import inline_hashes
from build_scripts.pages.policy import policy, policy_for_live_reload
from tests.mkdocs_runs import mkdocs_build, replace, serving, small_project, tree, write

FINDING = re.compile(r"readings: (\S+:\d+:\d+): error H001 (.*)")
SCRIPTS = {"__md_scope=new URL", "var palette=__md_get", "var target=document", "window"}
"""How the scripts of Material begin, and last our own, which lets the search wait."""


def html_pages(site: Path) -> dict[str, str]:
    return {
        path: content.decode()
        for path, content in tree(site).items()
        if path.endswith((".html", ".htm"))
    }


def policy_of(page: str) -> str | None:
    """The policy that is the first thing in a page's head, or stands behind its encoding."""
    first, second, *_ = LexborHTMLParser(page).css("head > *")
    meta = second if "charset" in first.attributes else first
    assert meta.attributes.get("http-equiv") == "Content-Security-Policy"
    return meta.attributes["content"]


def inline_scripts(pages: dict[str, str]) -> set[str]:
    return {
        node.text()
        for page in pages.values()
        for node in LexborHTMLParser(page).css("script:not([src], [type$=json])")
    }


def h001(log: str) -> list[tuple[str, str]]:
    """Place and message of each finding, in the order of the log."""
    return [(match[1], match[2]) for match in FINDING.finditer(log)]


# The policy of a built site


def test_each_page_has_the_same_policy_and_its_hashes_are_those_of_its_scripts(
    small_site: Path,
) -> None:
    pages = html_pages(small_site)
    hashes = frozenset().union(*map(inline_hashes, pages.values()))

    assert {path.count("/") for path in pages} == {0, 1, 2}, "scripts differ by depth"
    assert "404.html" in pages
    assert {policy_of(page) for page in pages.values()} == {policy(hashes)}


def test_the_encoding_stands_where_browsers_look_for_it(built_site: Path) -> None:
    for path, page in html_pages(built_site).items():
        assert b'<meta charset="utf-8">' in page.encode()[:1024], path


def test_the_theme_writes_the_inline_scripts_that_we_know(small_site: Path) -> None:
    """Where this fails after an upgrade of the theme, read its new scripts before going on."""
    scripts = inline_scripts(html_pages(small_site))

    assert {re.split(r"[(.]", script, maxsplit=1)[0] for script in scripts} == SCRIPTS


def test_scripts_of_features_that_the_theme_can_have_are_known(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    replace(
        project / "mkdocs.yml",
        "  features:\n",
        "  custom_dir: overrides\n  features:\n    - announce.dismiss\n    - content.tabs.link\n",
    )
    replace(
        project / "mkdocs.yml",
        "extra:\n",
        "extra:\n  version: {provider: mike}\n  consent: {title: Cookies, description: None.}\n",
    )
    write(
        project / "overrides/main.html",
        '{% extends "base.html" %}{% block announce %}News{% endblock %}'
        "{% block outdated %}Old{% endblock %}",
    )

    outcome = mkdocs_build(project, "--strict")

    assert outcome.returncode == 0, outcome.stderr
    pages = html_pages(project / "site")
    assert len(inline_scripts({"": pages["index.html"]})) == 8
    hashes = frozenset().union(*map(inline_hashes, pages.values()))
    assert {policy_of(page) for page in pages.values()} == {policy(hashes)}


def test_pages_that_mkdocs_only_copies_have_it_too(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    write(project / "docs/plain.html", "<!doctype html><title>Größe</title><p>plain")
    (project / "docs/old.htm").write_bytes("<title>Größe</title>".encode("latin-1"))

    assert mkdocs_build(project).returncode == 0

    site = project / "site"
    expected = policy_of((site / "index.html").read_text(encoding="utf-8"))
    assert policy_of((site / "plain.html").read_text(encoding="utf-8")) == expected
    assert (site / "plain.html").read_text(encoding="utf-8").endswith("Größe</title><p>plain")
    assert policy_of((site / "old.htm").read_text(encoding="latin-1")) == expected
    assert (site / "old.htm").read_bytes().endswith("<title>Größe</title>".encode("latin-1"))


# Scripts that end a build


def test_all_scripts_are_reported_where_they_were_written_and_end_the_build(
    tmp_path: Path,
) -> None:
    project = small_project(tmp_path)
    write(
        project / "docs/guide/deep/page.md",
        '---\ntitle: "Boats <script>title()</script>"\n---\n# Page\n\n'
        "<script>\nif (1 < 2 && ship) sail()\n</script>\n\n"
        "A <b onclick=\"f('a')\">b</b> and <b onclick=\"f('a')\">c</b>.\n"
        "A [link](javascript:go()), <script src='https://example.org/a.js'></script>\n"
        "and <script>now && then</script>.\n\n"
        '<script type="application/ld+json">{"a": "<b onclick=no()>"}</script>\n',
    )
    write(project / "docs/plain.html", "<!doctype html>\n<p onclick=x()>plain")
    write(project / "overrides/partials/copyright.html", "<p>\n  <i onmouseover=own()>ours</i>")
    write(project / "docs/kept.js", "")
    settings = project / "mkdocs.yml"
    replace(settings, "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    with settings.open("a", encoding="utf-8") as file:
        file.write("extra_javascript:\n  - kept.js\n  - https://example.org/b.js\n")
    lines = settings.read_text(encoding="utf-8").count("\n")

    outcome = mkdocs_build(project)

    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stderr
    assert h001(outcome.stderr) == [
        ("docs/guide/deep/page.md:2:15", "The page contains a script of its own, “title()”"),
        (
            "docs/guide/deep/page.md:6:1",
            "The page contains a script of its own, “if (1 < 2 && ship) sail()”",
        ),
        ("docs/guide/deep/page.md:10:6", "The attribute “onclick” contains a script, “f('a')”"),
        ("docs/guide/deep/page.md:10:36", "The attribute “onclick” contains a script, “f('a')”"),
        ("docs/guide/deep/page.md:11:10", "The address “javascript:go()” is a script"),
        (
            "docs/guide/deep/page.md:11:41",
            "The script “https://example.org/a.js” is not one of the site's own files",
        ),
        (
            "docs/guide/deep/page.md:12:5",
            "The page contains a script of its own, “now &amp;&amp; then”",
        ),
        ("docs/plain.html:2:4", "The attribute “onclick” contains a script, “x()”"),
        (
            f"mkdocs.yml:{lines}:5",
            "The script “https://example.org/b.js” is not one of the site's own files",
        ),
        (
            "overrides/partials/copyright.html:2:6",
            "The attribute “onmouseover” contains a script, “own()”",
        ),
    ]


@pytest.mark.parametrize(
    ("setting", "replacement", "message"),
    [
        (
            "  features:\n",
            "  features:\n    - search.share\n",
            "The address “javascript:void(0)” is a script",
        ),
        (
            "extra:\n",
            "extra:\n  analytics: {provider: google, property: G-1}\n",
            "The page contains a script of its own, “function __md_analytics(){function e(){…”",
        ),
    ],
    ids=["search.share", "analytics"],
)
def test_features_of_the_theme_that_need_more_are_refused_once(
    tmp_path: Path, setting: str, replacement: str, message: str
) -> None:
    project = small_project(tmp_path)
    replace(project / "mkdocs.yml", setting, replacement)

    outcome = mkdocs_build(project)

    assert outcome.returncode == 1
    assert ("mkdocs.yml:1:1", message) in h001(outcome.stderr)
    assert {place for place, _ in h001(outcome.stderr)} == {"mkdocs.yml:1:1"}


def test_a_script_that_another_plugin_adds_is_seen(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    write(
        project / "hook.py",
        "def on_post_page(output, *, page, config):\n"
        "    return output.replace('</body>', '<script>late()</script></body>')\n",
    )
    replace(project / "mkdocs.yml", "plugins:\n", "hooks: [hook.py]\nplugins:\n")

    outcome = mkdocs_build(project)

    assert h001(outcome.stderr) == [
        ("mkdocs.yml:1:1", "The page contains a script of its own, “late()”")
    ]


def test_a_script_that_another_plugin_adds_to_a_generated_page_is_seen(tmp_path: Path) -> None:
    """Whenever it is added, and wherever it stands."""
    project = small_project(tmp_path)
    write(
        project / "hook.py",
        "def is_(page, name):\n    return page.file.src_uri.startswith(name + '/index')\n\n\n"
        "def on_page_markdown(markdown, *, page, config, files):\n"
        "    if is_(page, 'timeline'):\n"
        "        return markdown + '\\n\\n<script>a()</script>'\n\n\n"
        "def on_page_content(html, *, page, config, files):\n"
        "    if is_(page, 'glossary'):\n        return html + '<p onclick=b()>'\n\n\n"
        "def on_page_context(context, *, page, config, nav):\n"
        "    if is_(page, 'overview'):\n        page.content += '<a href=javascript:c()>'\n"
        "    if is_(page, 'annotations'):\n        page.title += '<script>d()</script>'\n\n\n"
        "def on_post_page(output, *, page, config):\n"
        "    if is_(page, 'readings/harbour'):\n"
        "        before, start, after = output.partition('id=\"p2\"')\n"
        "        return before + 'onfocus=e() ' + start + after\n"
        "    if is_(page, 'readings/letter'):\n"
        "        return output.replace('<body', '<script src=//example.org/f.js></script><body')\n"
        "    if is_(page, 'readings'):\n"
        "        return output.replace('<body', '<body ONLOAD=g()')\n",
    )
    replace(project / "mkdocs.yml", "plugins:\n", "hooks: [hook.py]\nplugins:\n")

    outcome = mkdocs_build(project)

    assert outcome.returncode == 1
    assert sorted(h001(outcome.stderr)) == [
        ("docs/glossary/index.md:1:1", "The attribute “onclick” contains a script, “b()”"),
        ("docs/overview/index.md:1:1", "The address “javascript:c()” is a script"),
        ("docs/timeline/index.md:1:1", "The page contains a script of its own, “a()”"),
        ("mkdocs.yml:1:1", "The attribute “onfocus” contains a script, “e()”"),
        ("mkdocs.yml:1:1", "The attribute “onload” contains a script, “g()”"),
        ("mkdocs.yml:1:1", "The page contains a script of its own, “d()”"),
        (
            "mkdocs.yml:1:1",
            "The script “//example.org/f.js” is not one of the site's own files",
        ),
    ]


# The server


def test_only_the_server_has_the_policy_for_live_reload(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert mkdocs_build(project).returncode == 0
    built = tree(project / "site")
    with serving(project) as server:
        for address in ("", "readings/harbour/", "nowhere/"):
            _, page = server.get(address)
            assert policy_of(page) == policy_for_live_reload(), address
        assert tree(project / "site") == built

        assert mkdocs_build(project).returncode == 0
    assert mkdocs_build(project).returncode == 0

    for site in (built, tree(project / "site")):
        for path, content in site.items():
            assert b"unsafe-inline" not in content, path


def test_the_server_that_shows_what_a_build_would_make_has_the_policy_of_a_build(
    tmp_path: Path,
) -> None:
    with serving(small_project(tmp_path), "--clean") as server:
        assert "unsafe-inline" not in (policy_of(server.get("")[1]) or "unsafe-inline")


def test_the_server_says_on_the_page_which_scripts_end_a_build(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    write(project / "docs/guide/index.md", "# Guide\n\n<p onclick=go()>x</p>\n")
    with serving(project, "--strict") as server:
        _, page = server.get("guide/")
        _, other = server.get("readings/harbour/")

        banner = LexborHTMLParser(page).css_first(".readings-banner")
        assert banner is not None
        assert "Not fit to be published: 1 error" in banner.text()
        assert "docs/guide/index.md:3:4: error H001 The attribute “onclick”" in banner.text()
        assert server.get("assets/readings-banner.css")[0] == 200
        assert "readings-banner" not in other
        assert h001(server.log) == [
            ("docs/guide/index.md:3:4", "The attribute “onclick” contains a script, “go()”")
        ]
