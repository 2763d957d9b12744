"""Faults of the theme's own pages, mended in its templates while MkDocs reads them.

A template of our own would have to follow every release of the theme; these few words are looked
for, and replaced where they stand. Where a release or a project's own template has others, nothing
is replaced there, and the tests that judge the built pages say what has come back.

Templates also have many empty lines and blanks before others, a fiftieth of what a page costs to
fetch; they are left out.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from jinja2 import BaseLoader, Environment


class Mending(NamedTuple):
    """Words of a template that make a page faulty, and what stands there instead.

    Attributes:
        template: its name in the theme.
        faulty: what the theme writes.
        mended: what is written instead.
    """

    template: str
    faulty: str
    mended: str


MENDINGS = (
    # `autocomplete` is for fields that are filled in: HTML does not have it on check boxes.
    Mending("base.html", 'id="__drawer" autocomplete="off"', 'id="__drawer"'),
    Mending("base.html", 'id="__search" autocomplete="off"', 'id="__search"'),
    # A dialog must have a name.
    Mending(
        "partials/search.html",
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="{{ lang.t(\'search\') }}"',
    ),
    # The name of a section's navigation is taken from a label that, where the section has a page
    # of its own, holds an icon and no words.
    Mending(
        "partials/nav-item.html",
        'aria-labelledby="{{ path }}_label" aria-expanded="{{ nav_item.active | tojson }}"',
        'aria-label="{{ nav_item.title | striptags | e }}"'
        ' aria-expanded="{{ nav_item.active | tojson }}"',
    ),
    # The contents beside a page are never folded, and what their title would fold is not there on
    # the page of a section: only the contents in the drawer have it.
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
)
"""All that is mended; a test shows that the installed theme has each of the faulty words."""

_BETWEEN_LINES = re.compile(r"\s*\n\s*")
_BEFORE_LINE_OF_TAGS = re.compile(r"\n(?=\{[%#][^\n]*[%#]\}\n)")
_PREFORMATTED = ("<pre", "<textarea")
"""Where a template has one of these, its blanks may be meant."""


class MendingLoader(BaseLoader):
    """Reads templates as another loader does, and mends what is known to be faulty in them."""

    def __init__(self, loader: BaseLoader) -> None:
        """Read with another loader.

        Args:
            loader: what finds the templates.
        """
        self._loader = loader

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """A template's text, mended, and where it comes from."""
        source, path, is_current = self._loader.get_source(environment, template)
        for mending in MENDINGS:
            if mending.template == template:
                source = source.replace(mending.faulty, mending.mended)
        if template.endswith(".html") and not any(start in source for start in _PREFORMATTED):
            source = _BETWEEN_LINES.sub("\n", source)
            source = _BEFORE_LINE_OF_TAGS.sub("", source)
        return source, path, is_current

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._loader.list_templates()


def mend_theme(environment: Environment) -> None:
    """Have the templates of an environment mended as they are read."""
    if environment.loader is not None:
        environment.loader = MendingLoader(environment.loader)
