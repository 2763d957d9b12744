"""What the plugin mends in the theme is there to be mended, and comes out mended."""

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.theme import Theme

from build_scripts.mkdocs_plugin.theme_mending import MENDINGS, Mending, MendingLoader, mend_theme


@pytest.mark.parametrize("mending", MENDINGS, ids=lambda mending: mending.faulty)
def test_the_installed_theme_has_the_fault_once(mending: Mending) -> None:
    """Where this fails, the theme has changed: look whether it has mended the fault itself."""
    environment = Theme(name="material").get_env()
    assert environment.loader is not None

    source, _, _ = environment.loader.get_source(environment, mending.template)

    assert source.count(mending.faulty) == 1


@pytest.mark.parametrize("mending", MENDINGS, ids=lambda mending: mending.faulty)
def test_it_is_read_mended(mending: Mending) -> None:
    environment = Theme(name="material").get_env()

    mend_theme(environment)

    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, mending.template)
    assert source.count(mending.mended) == 1


def test_blanks_between_lines_are_left_out_but_where_they_may_be_meant() -> None:
    templates = {
        "page.html": "<p>\n\n    {% if true %}\n    one\n\n  two{% endif %}\n  three</p>",
        "code.html": "<pre>\n    {{ code }}\n\n</pre>",
        "robots.txt": "one\n\n  two",
    }
    environment = Environment(loader=DictLoader(templates), autoescape=True)

    mend_theme(environment)

    rendered = {name: environment.get_template(name).render(code="x") for name in templates}
    assert rendered == {
        "page.html": "<p>\none\ntwo\nthree</p>",
        "code.html": "<pre>\n    x\n\n</pre>",
        "robots.txt": "one\n\n  two",
    }


def test_other_templates_and_other_words_stay_as_they_are() -> None:
    templates = {"base.html": "A project's own.", "main.html": MENDINGS[0].faulty}
    environment = Environment(loader=MendingLoader(DictLoader(templates)), autoescape=True)

    for name, source in templates.items():
        assert environment.get_template(name).render() == source
    assert environment.list_templates() == ["base.html", "main.html"]
