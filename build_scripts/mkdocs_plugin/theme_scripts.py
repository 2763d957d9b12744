"""The scripts that the installed theme writes into its pages, read off its own templates.

So an upgrade of the theme needs no change here; a test says when the scripts have become others.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.theme import Theme
from mkdocs.utils import get_relative_url, is_error_template

from build_scripts.mkdocs_plugin.theme_mending import mend_theme
from build_scripts.pages.allowed_scripts import inline_hashes

_SCRIPTS_OF_MATERIAL = "partials/javascripts"
"""The folder of its templates that are nothing but an inline script."""
_EMPTY_PAGE = """{% extends 'main.html' %}
{# Blocks that the theme leaves to be filled, and puts a script beside where they are. #}
{% block announce %}.{% endblock %}{% block outdated %}.{% endblock %}"""


def page_templates(config: MkDocsConfig) -> set[str]:
    """The pages that are made of a template and no Markdown."""
    names = {*config.theme.static_templates, *config.extra_templates}
    return {name for name in names if name.endswith(".html")}


def theme_scripts(env: Any, config: MkDocsConfig, files: Files) -> frozenset[str]:
    """The hashes of all inline scripts that are the theme's own, on any page of the site.

    They are those that the theme writes into a page without content, with the settings and without
    the templates of the project, and that come from its templates for scripts. One depends on how
    deep the page lies.

    Args:
        env: the environment of the site's templates.
        config: the settings.
        files: of the site.
    """
    if config.theme.name is None:
        return frozenset()
    theme = Theme(name=config.theme.name)
    if theme.dirs != config.theme.dirs:
        env = theme.get_env()
        mend_theme(env)
    page = env.from_string(_EMPTY_PAGE)
    folders = [Path(folder, _SCRIPTS_OF_MATERIAL) for folder in theme.dirs]
    names = {path.name for folder in folders for path in folder.glob("*.html")}
    scripts = [env.get_template(f"{_SCRIPTS_OF_MATERIAL}/{name}") for name in names]
    hashes: set[str] = set()
    for base in _bases(config, files):
        context = {
            **get_context(Navigation([], []), [], config, base_url=base),
            "features": config.theme.get("features", []),
        }
        own = inline_hashes("".join(script.render(context) for script in scripts))
        hashes |= own & inline_hashes(page.render(context))
    return frozenset(hashes)


def _bases(config: MkDocsConfig, files: Files) -> set[str]:
    """What leads from pages to the site's first one; the theme writes it into a script."""
    everywhere = urlsplit(config.site_url or "/").path  # as MkDocs does for error pages
    templates = page_templates(config)
    pages = (file.url for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve))
    return {
        *(get_relative_url(".", url) for url in pages),
        *(get_relative_url(".", name) for name in templates if not is_error_template(name)),
        *(everywhere for name in templates if is_error_template(name)),
    }
