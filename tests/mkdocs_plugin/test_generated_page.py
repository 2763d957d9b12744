"""Pages that are read directly are what MkDocs makes of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from build_scripts import pipeline
from build_scripts.mkdocs_plugin.generated_page import GeneratedPage, read_directly
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.render.addresses import FOLDERS
from tests.mkdocs_runs import mkdocs_build, small_project, tree, write
from tests.render import golden

PROJECT = Path(__file__).resolve().parents[2]
WRITTEN = "---\ntitle: A title\n---\n\n<h1>One</h1>\n\n<p id=two>Two &amp; three.</p>\n"


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    """The settings of this project, as far as they concern one page by itself."""
    return load_config(str(PROJECT / "mkdocs.yml"), plugins=[], nav=None)


def populated(
    config: MkDocsConfig, path: str, content: str, *, directly: bool, **handlers: Callable[..., Any]
) -> Page:
    """A page as it is before MkDocs puts it into a template; handlers are those of a plugin."""
    file = File(path, None, "", True)
    file.content_string = content
    files = Files([file])
    get_navigation(files, config)
    if directly:
        read_directly(files, {path})
    assert file.page is not None
    assert isinstance(file.page, GeneratedPage) == directly
    events = config.plugins.events
    for name, handler in handlers.items():
        events[name].append(handler)
    try:
        _populate_page(file.page, config, files)
    finally:
        for name in handlers:
            events[name].clear()
    return file.page


def both(config: MkDocsConfig, path: str, content: str, **handlers: Callable[..., Any]) -> None:
    plain, direct = (
        populated(config, path, content, directly=directly, **handlers)
        for directly in (False, True)
    )
    for name in ("content", "markdown", "meta", "title", "present_anchor_ids"):
        assert getattr(direct, name) == getattr(plain, name), (path, name)
    assert links(direct) == links(plain)


def links(page: Page) -> dict[str, dict[str, str]]:
    """The anchors that a page links to in Markdown."""
    return {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}


def kept(page: Page) -> bool:
    """Whether the page is still the content of its file."""
    return isinstance(page, GeneratedPage) and page.is_as_written


@pytest.mark.parametrize("case", sorted(golden.CASES.glob("*.yml")), ids=lambda case: case.stem)
def test_every_kind_of_page_is_what_mkdocs_makes_of_it(
    config: MkDocsConfig, tmp_path: Path, case: Path
) -> None:
    golden.write_project(golden.load(case), tmp_path)
    plan = pipeline.plan(pipeline.check(tmp_path, with_drafts=True), SiteConfiguration())
    files, information = plan.rendered()
    pages = [file for file in files if file.path in information]
    assert len(pages) > 1
    for file in pages:
        both(config, file.path, file.content.decode())


def test_every_page_of_a_project_is_what_mkdocs_makes_of_it(
    config: MkDocsConfig, built_site: Path, small_site: Path, example_sites: list[Path]
) -> None:
    for site in (built_site, small_site, *example_sites):
        docs = site.parent / "docs"
        pages = [path for folder in FOLDERS for path in sorted((docs / folder).rglob("*.md"))]
        assert len(pages) > 8
        for path in pages:
            content = path.read_text(encoding="utf-8")
            both(config, path.relative_to(docs).as_posix(), content)


def test_a_site_is_the_same_in_the_long_way(tmp_path: Path, small_site: Path) -> None:
    project = small_project(tmp_path)
    write(
        project / "hook.py",
        "from mkdocs.structure.pages import Page\n"
        "from build_scripts.mkdocs_plugin import plugin, theme_mending\n"
        "from build_scripts.mkdocs_plugin.navigation import FurtherLists\n\n\n"
        "class Plain(Page):\n"
        "    @property\n"
        "    def is_index(self):\n"
        "        return super().is_index and not isinstance(self.parent, FurtherLists)\n\n\n"
        "def leave_them(files, generated):\n"
        "    assert 'readings/harbour/index.md' in generated\n"
        "    for path in generated:\n"
        "        if (file := files.get_file_from_path(path)) and file.page:\n"
        "            file.page.__class__ = Plain\n\n\n"
        "def on_startup(command, dirty):\n    plugin.read_directly = leave_them\n"
        "    theme_mending.MENDINGS = [\n"
        "        m for m in theme_mending.MENDINGS if not m.rests_on\n    ]\n",
    )
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    address = {"SITE_URL": "https://example.org/collection/"}

    outcome = mkdocs_build(
        project, "--strict", REPOSITORY="https://example.org/repository/", **address
    )

    assert outcome.returncode == 0, outcome.stderr
    plain, direct = tree(project / "site"), tree(small_site)
    changing = {"sitemap.xml", "sitemap.xml.gz"}  # dates
    assert {path for path in plain if plain[path] != direct.get(path)} <= changing
    assert plain.keys() == direct.keys()


# Plugins that change pages


def test_markdown_that_a_plugin_changes_is_converted(config: MkDocsConfig) -> None:
    def add(markdown: str, **_: Any) -> str:
        return f"{markdown}\n\nAnd *more*.\n"

    both(config, "readings/a.md", WRITTEN, page_markdown=add)
    page = populated(config, "readings/a.md", WRITTEN, directly=True, page_markdown=add)
    assert page.content is not None
    assert page.content.endswith("<p>And <em>more</em>.</p>")
    assert not kept(page)


def test_markdown_that_a_plugin_gives_is_converted(config: MkDocsConfig) -> None:
    def give(**_: Any) -> str:
        return "---\ntitle: Other\n---\n\n# Another *page*"

    both(config, "readings/a.md", WRITTEN, page_read_source=give)


def test_html_that_a_plugin_changes_is_shown(config: MkDocsConfig) -> None:
    def change(html: str, *, page: Page, **_: Any) -> str:
        assert page.markdown is not None
        return f"{html}<p>{len(page.markdown)}</p>"

    both(config, "readings/a.md", WRITTEN, page_content=change)
    page = populated(config, "readings/a.md", WRITTEN, directly=True, page_content=change)
    assert not kept(page)


def test_plugins_that_only_look_see_the_page_and_nothing_is_held(config: MkDocsConfig) -> None:
    seen = []

    def look(text: str, **_: Any) -> None:
        seen.append(text)

    page = populated(
        config, "readings/a.md", WRITTEN, directly=True, page_markdown=look, page_content=look
    )
    assert seen == [WRITTEN[WRITTEN.index("<") :], "<h1>One</h1>\n\n<p id=two>Two &amp; three.</p>"]
    assert kept(page)
    assert not any(isinstance(v, str) and "Two" in v for v in vars(page).values())


# What MkDocs and its themes ask pages for


def test_a_page_has_the_title_that_the_navigation_gives_it(config: MkDocsConfig) -> None:
    file = File("readings/a.md", None, "", True)
    file.content_string = WRITTEN
    named = load_config(str(PROJECT / "mkdocs.yml"), plugins=[], nav=[{"Named": "readings/a.md"}])
    nav = get_navigation(Files([file]), named)
    read_directly([file], {"readings/a.md"})
    _populate_page(nav.pages[0], named, Files([file]))

    assert nav.pages[0].title == "Named"
    assert nav.pages[0].meta == {"title": "A title"}


def test_a_page_that_another_plugin_made_is_left_alone(config: MkDocsConfig) -> None:
    class Own(Page):
        pass

    file = File("readings/a.md", None, "", True)
    own = Own(None, file, config)
    read_directly([file], {"readings/a.md"})

    assert type(own) is Own


def test_a_page_is_nothing_before_it_is_read(config: MkDocsConfig) -> None:
    file = File("readings/a.md", None, "", True)
    file.content_string = WRITTEN
    page = Page(None, file, config)
    read_directly([file], {"readings/a.md"})

    assert (page.title, page.markdown, page.content, page.present_anchor_ids) == (None,) * 4
