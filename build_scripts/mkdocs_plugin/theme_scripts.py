"""Find the inline scripts that the installed theme writes, by rendering its templates.

So an upgrade of the theme needs no change here. A test fails if its scripts change.
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

from build_scripts.mkdocs_plugin.theme_mending import SEARCH_WAITS, mend_theme
from build_scripts.pages.page_scripts import inline_hashes

_SCRIPTS_OF_MATERIAL = "partials/javascripts"
"""The folder of the theme's templates that consist of one inline script each."""
_EMPTY_PAGE = """{% extends 'main.html' %}
{# If these blocks are filled, the theme adds scripts. #}
{% block announce %}.{% endblock %}{% block outdated %}.{% endblock %}"""


def page_templates(config: MkDocsConfig) -> set[str]:
    """The pages that are made from a template, without Markdown."""
    names = {*config.theme.static_templates, *config.extra_templates}
    return {name for name in names if name.endswith(".html")}


def theme_scripts(env: Any, config: MkDocsConfig, files: Files) -> frozenset[str]:
    """The hashes of all inline scripts of the theme itself, on any page of the site.

    These are the scripts from the theme's templates for scripts that also appear in an empty page,
    rendered with the project's settings but without its templates. One of them depends on the depth
    of the page. `env` is the environment of the site's templates.
    """
    if config.theme.name is None:
        return frozenset()
    theme = Theme(name=config.theme.name)
    if theme.dirs != config.theme.dirs:
        waits = bool(env.globals.get(SEARCH_WAITS))
        env = theme.get_env()
        mend_theme(env, search_waits=waits)
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
    """The relative addresses from all pages to the home page. The theme puts them in a script."""
    everywhere = urlsplit(config.site_url or "/").path  # as MkDocs does for error pages
    templates = page_templates(config)
    pages = (file.url for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve))
    return {
        *(get_relative_url(".", url) for url in pages),
        *(get_relative_url(".", name) for name in templates if not is_error_template(name)),
        *(everywhere for name in templates if is_error_template(name)),
    }
