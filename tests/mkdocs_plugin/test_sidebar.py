"""What is rendered once for several pages is what would be rendered for each of them."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation

from build_scripts.mkdocs_plugin import theme_mending
from build_scripts.mkdocs_plugin.generated_page import read_directly
from tests.mkdocs_runs import write

SETTINGS = Path(__file__).resolve().parents[2] / "mkdocs.yml"
PAGES = (
    "index.md",
    "about.md",
    "guide/index.md",
    "guide/one.md",
    "guide/deep/er/two.md",
    "guide/deep/er/three.v2.md",
    "readings/index.md",
    "readings/a/index.md",
    "readings/a/first.md",
    "readings/a/second.md",
    "readings/ab/index.md",
    "readings/b/index.md",
    "readings/b.c/index.md",
    "glossary/index.md",
    "glossary/a.md",
    "glossary/b.md",
)
NAV = [
    "index.md",
    {"Read": ["readings/index.md", {"A & B": ["readings/a/index.md", "readings/a/second.md"]}]},
    {"A <i>long</i> way": [{"down": [{"at last": "guide/deep/er/two.md"}, "guide/one.md"]}]},
    {"Elsewhere": "https://example.org/"},
    {"Words": ["glossary/a.md", {"b": "glossary/b.md"}, {"Here": "other/"}, "readings/b/index.md"]},
]
FEATURES: dict[str, list[str]] = {
    "ours": [
        "navigation.footer",
        "navigation.indexes",
        "navigation.prune",
        "navigation.top",
        "navigation.path",
    ],
    "all pages": ["navigation.expand", "navigation.sections"],
    "tabs": ["navigation.tabs", "navigation.tabs.sticky", "navigation.sections", "toc.integrate"],
}


def rendered(config: MkDocsConfig) -> dict[str, str]:
    """All pages of a site, and its page for errors."""
    files = Files([])
    for path in PAGES:
        file = File(path, None, "", config.use_directory_urls)
        words = path.replace("/", " ").replace(".md", "")
        file.content_string = f"---\ntitle: {words} &amp; more\n---\n\n<h1>{words}</h1>\n"
        file.content_string += "\n## Part\n\n### Deeper & *lower*\n\n## Other part\n" * (
            len(path) % 3
        )
        files.append(file)
    nav = get_navigation(files, config)
    read_directly(files, {path for path in PAGES if not path.startswith("guide")})
    env = config.theme.get_env()
    theme_mending.mend_theme(env)
    for file in files:
        assert file.page is not None
        file.page.read_source(config)
        file.page.render(config, files)
    pages = {"404.html": env.get_template("404.html").render(empty_context(nav, files, config))}
    template = env.get_template("main.html")
    for _ in range(2):  # the second time, everything was rendered before
        for file in files:
            assert file.page is not None
            file.page.active = True
            context: Any = get_context(nav, files, config, file.page)
            html = template.render(context)
            file.page.active = False
            assert pages.setdefault(file.src_uri, html) == html
    return pages


def empty_context(nav: Navigation, files: Files, config: MkDocsConfig) -> Any:
    return get_context(nav, files, config, base_url="/")


@pytest.mark.parametrize(
    ("features", "nav", "use_directory_urls"),
    [
        ("ours", None, True),
        ("ours", NAV, False),
        ("all pages", NAV, True),
        ("all pages", None, False),
        ("tabs", NAV, True),
    ],
)
def test_every_page_is_the_same(
    monkeypatch: pytest.MonkeyPatch, features: str, nav: Any, use_directory_urls: bool
) -> None:
    # Its address is shorter on one page.
    logo = {"logo": "readings/a/logo.svg"}
    theme = {"name": "material", "language": "de", "font": False, "features": FEATURES[features]}
    config = load_config(
        str(SETTINGS),
        theme=theme | logo,
        nav=nav,
        use_directory_urls=use_directory_urls,
        plugins=[],
    )
    quickly = rendered(config)
    monkeypatch.setattr(
        theme_mending,
        "MENDINGS",
        tuple(m for m in theme_mending.MENDINGS if not m.rests_on),
    )
    assert rendered(config) == quickly
    assert len(set(quickly.values())) == len(PAGES) + 1


def test_a_template_of_the_project_may_show_what_it_likes(tmp_path: Path) -> None:
    """Such as the place of an entry, which differs from page to page."""
    env = load_config(str(SETTINGS), plugins=[]).theme.get_env()
    assert env.loader is not None
    source, _, _ = env.loader.get_source(env, "partials/nav-item.html")
    own = source.replace(
        '<li class="{{ class }}">\n      <a', '<li data-seen-from="{{ page.url }}">\n      <a'
    )
    assert own != source
    write(tmp_path / "partials/nav-item.html", own)
    theme = {"name": "material", "custom_dir": str(tmp_path), "font": False, "features": []}
    config = load_config(str(SETTINGS), theme=theme, plugins=[], nav=None)

    pages = rendered(config)

    assert 'data-seen-from="readings/a/"' in pages["readings/a/index.md"]
    assert 'data-seen-from="readings/a/"' not in pages["readings/b/index.md"]
