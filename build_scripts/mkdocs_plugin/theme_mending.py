"""Correct faults of the theme's templates while MkDocs reads them.

Templates of our own would have to follow every release of the theme. So only the faulty words are
replaced. If a release or a project's own template lacks them, nothing is replaced, and the tests of
the built pages show which faults are back.

Empty lines and indentation in the templates are removed as well. They are a fiftieth of the size of
a page.
"""

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jinja2 import BaseLoader, Environment
from mkdocs.utils import get_theme_dir

from build_scripts.mkdocs_plugin.header import (
    HEADER,
    NAME_OF_HEADER,
    RENDER_HEADER,
    TEMPLATES,
    SharedHeaders,
)
from build_scripts.mkdocs_plugin.sidebar import (
    CONTENTS,
    ENTRY,
    NAME_OF_CONTENTS,
    NAME_OF_ENTRIES,
    RENDER_CONTENTS,
    RENDER_ENTRY,
    RENDER_TOP_ENTRY,
    TOP_ENTRY,
    PageContents,
    SidebarEntries,
)
from build_scripts.model.site_plan import NO_FRAME, SiteFrame
from build_scripts.pages.joined_assets import SEARCH_SCRIPT
from build_scripts.render.addresses import ASSETS_FOLDER
from build_scripts.text.writing_direction import first_direction


class Mending(NamedTuple):
    """A correction of a template: words of the theme, and the words that replace them.

    Attributes:
        rests_on: templates of the theme. Nothing is replaced if the project has its own of one.
    """

    template: str
    faulty: str
    mended: str
    rests_on: tuple[str, ...] = ()


_PHRASES = "phrases"
"""By this name templates know the phrases that are ours, and those that a build has looked up."""
SEARCH_WAITS = "search_waits"
"""By this name templates know whether nothing is fetched before somebody searches."""
_WAITING_SEARCH = (
    "{% if search_waits %}<script>window.Worker&&(Worker=(begin=>function(url){Worker=begin;"
    "if(document.forms.search)return new begin(url);return __searching=Object.assign("
    "new EventTarget,{url:url,posted:[],postMessage(message){this.posted.push(message)},"
    "terminate(){}})})(Worker))</script>{% endif %}"
)
"""The theme begins a worker and fetches the index when a page opens. In place of that worker, this
keeps its messages until the script of the search takes over (`assets/scripts/search-start.js`). The
theme fetches no index where no form is named “search”."""
_LOOK_UP = "lang.t(key) or fallback.t(key) or key"
_PHRASE = "{% macro t(key) %}{{ "
_KNOWN_OR = f"{_PHRASES}.get((config.theme.language, key)) or "
_LOOK_UP_ONCE = f"{_PHRASES}.setdefault((config.theme.language, key), {_LOOK_UP})"

_ENTRY = "partials/nav-item.html"
_CONTENTS = "partials/toc.html"

NAME_OF_FRAME = "frame_of_site"
"""By this name templates know what stands around the content of pages."""
NOT_FOUND = (
    f'<h1>{{{{ {NAME_OF_FRAME}.not_found or "404" }}}}</h1>'
    f"<p>{{{{ {NAME_OF_FRAME}.not_found_because }}}}</p><ul>{{% for item in nav.items %}}"
    "{% set first = item.children[0] if item.is_section else item %}{% if not first.is_section %}"
    '<li><a href="{{ first.url | url }}">{{ item.title }}</a></li>'
    "{% endif %}{% endfor %}</ul>"
)
"""What the page for addresses that lead nowhere says, with the entries of the navigation."""

_DESCRIPTION = (
    "{% block extrahead %}{{ super() }}{% if not config.site_description %}"
    f'<meta name="description" content="{{{{ {NAME_OF_FRAME}.not_found_because }}}}">'
    "{% endif %}{% endblock %}"
)
"""The description of that page, where the site has none."""

MENDINGS = (
    # HTML allows `autocomplete` on text fields, but not on check boxes.
    Mending("base.html", 'id="__drawer" autocomplete="off"', 'id="__drawer"'),
    Mending("base.html", 'id="__search" autocomplete="off"', 'id="__search"'),
    # A dialog must have a name.
    Mending(
        "partials/search.html",
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="{{ lang.t(\'search\') }}"',
    ),
    # How many hits a search has is said without moving the focus (WCAG 4.1.3).
    Mending(
        "partials/search.html",
        '<div class="md-search-result__meta">',
        '<div class="md-search-result__meta" role="status">',
    ),
    # The navigation of a section is named by a label. If the section has a page of its own, that
    # label contains an icon and no words.
    Mending(
        "partials/nav-item.html",
        'aria-labelledby="{{ path }}_label" aria-expanded="{{ nav_item.active | tojson }}"',
        'aria-label="{{ nav_item.title | striptags | e }}"'
        ' aria-expanded="{{ nav_item.active | tojson }}"',
    ),
    # What unfolds such a section can be reached with Tab, and has no words either.
    Mending(
        "partials/nav-item.html",
        'class="md-nav__link {{ class }}" for="{{ path }}"',
        'class="md-nav__link {{ class }}" title="{{ nav_item.title | striptags | e }}"'
        ' for="{{ path }}"',
    ),
    # Where a title and the name of the site run in different directions, they must not mix.
    Mending(
        "base.html",
        "{{ page.meta.title }} - {{ config.site_name }}",
        "{{ page.meta.title | beside(config.site_name) }} - {{ config.site_name }}",
    ),
    # The title of the contents is the label of a check box. Only the contents in the drawer have
    # that check box; the contents beside a page do not.
    Mending(
        "base.html",
        '{% include "partials/toc.html" %}',
        '{% with stands_beside = true %}{% include "partials/toc.html" %}{% endwith %}',
    ),
    Mending(
        "partials/toc.html",
        '<label class="md-nav__title" for="__toc">',
        '<label class="md-nav__title"{% if not stands_beside %} for="__toc"{% endif %}>',
    ),
    # Firefox would fetch the next page in advance, which the policy of our pages forbids. Readers
    # have the link to it at the end of the page.
    Mending(
        "base.html",
        '<link rel="next" href="{{ page.next_page.url | url }}">',
        "{# not the next one #}",
    ),
    # The name of the site, in the typeface of titles, is its sign and leads home. No picture of the
    # theme stands beside it, but a project's own `logo` does.
    Mending(
        "partials/logo.html",
        """{% set icon = config.theme.icon.logo or "material/library" %}
  {% include ".icons/" ~ icon ~ ".svg" %}""",
        '{% if config.theme.icon.logo %}{% include ".icons/" ~ config.theme.icon.logo ~ ".svg" %}'
        "{% endif %}",
    ),
    Mending(
        "partials/header.html",
        """<span class="md-ellipsis">
            {{ config.site_name }}
          </span>""",
        '<a class="md-ellipsis wordmark" href="'
        '{{ config.extra.homepage | d(nav.homepage.url, true) | url }}">'
        "{{ config.site_name }}</a>",
    ),
    Mending("404.html", "<h1>404 - Not found</h1>", NOT_FOUND),
    Mending("404.html", "{% block content %}", f"{_DESCRIPTION}{{% block content %}}"),
    # Some phrases of the theme say less than they could (`_phrases`).
    Mending("partials/language.html", _PHRASE, f"{_PHRASE}{_KNOWN_OR}"),
    # These are no faults, but take long on each page. Another template may depend on more.
    Mending("partials/nav-item.html", RENDER_ENTRY, ENTRY, (_ENTRY,)),
    Mending("partials/nav.html", RENDER_TOP_ENTRY, TOP_ENTRY, ("partials/nav.html", _ENTRY)),
    Mending("base.html", RENDER_HEADER, HEADER, TEMPLATES),
    Mending("partials/toc.html", RENDER_CONTENTS, CONTENTS, (_CONTENTS, "partials/toc-item.html")),
    Mending("partials/language.html", _LOOK_UP, _LOOK_UP_ONCE, ("partials/language.html",)),
    # With a project's own form for the search, the search begins when a page opens.
    Mending(
        "partials/search.html",
        'name="search"',
        "name=\"{{ 'search-when-asked' if search_waits else 'search' }}\"",
    ),
    Mending("partials/javascripts/base.html", "<script>", f"{_WAITING_SEARCH}<script>"),
    # The theme's worker takes signs for commands and leaves out common words. Ours does not.
    Mending(
        "base.html",
        '"assets/javascripts/workers/search.a7633da7.min.js" | url',
        f'"{ASSETS_FOLDER}/{SEARCH_SCRIPT}" | url',
    ),
)
"""All corrections. A test checks that the installed theme still contains the faulty words."""

_THEME = "material"
_BETWEEN_LINES = re.compile(r"\s*\n\s*")
_BEFORE_LINE_OF_TAGS = re.compile(r"\n(?=\{[%#][^\n]*[%#]\}\n)")
_PREFORMATTED = ("<pre", "<textarea")
"""White space is significant in templates that contain one of these."""


class MendingLoader(BaseLoader):
    """Corrects the templates that another loader finds."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """A template's corrected text, its path, and whether it is still current."""
        source, path, is_current = self._loader.get_source(environment, template)
        for mending in MENDINGS:
            if mending.template == template and all(
                is_own(self._loader.get_source(environment, name)[1]) for name in mending.rests_on
            ):
                source = source.replace(mending.faulty, mending.mended)
        if template.endswith(".html") and not any(start in source for start in _PREFORMATTED):
            source = _BETWEEN_LINES.sub("\n", source)
            source = _BEFORE_LINE_OF_TAGS.sub("", source)
        return source, path, is_current

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._loader.list_templates()


def beside(title: str, name: str) -> str:
    """A title beside a name; it is isolated if they run in different directions.

    Args:
        title: HTML-escaped text.
        name: text.
    """
    if first_direction(html.unescape(title)) == first_direction(name):
        return title
    return f"\u2068{title}\u2069"


def is_own(path: str | None) -> bool:
    """Whether the file of a template is one of the theme's, and not one of the project's."""
    return path is not None and Path(path).is_relative_to(get_theme_dir(_THEME))


def mend_theme(
    environment: Environment,
    *,
    search_waits: bool = False,
    frame: SiteFrame = NO_FRAME,
    language: str = "",
) -> None:
    """Correct the templates of an environment from now on.

    Args:
        environment: of the theme.
        search_waits: whether pages fetch nothing for the search before somebody searches.
        frame: what stands around the content of pages.
        language: of the theme.
    """
    environment.globals[NAME_OF_FRAME] = frame
    environment.globals[SEARCH_WAITS] = search_waits
    environment.filters["beside"] = beside
    environment.globals[NAME_OF_ENTRIES] = SidebarEntries()
    environment.globals[NAME_OF_HEADER] = SharedHeaders()
    environment.globals[NAME_OF_CONTENTS] = PageContents()
    environment.globals[_PHRASES] = _phrases(frame, language)
    if environment.loader is not None:
        environment.loader = MendingLoader(environment.loader)


def _phrases(frame: SiteFrame, language: str) -> dict[tuple[str, str], str]:
    """Phrases that the theme is not to look up, because they are ours, by language and name."""
    return {(language, "search.result.none"): frame.nothing_found} if frame.nothing_found else {}
