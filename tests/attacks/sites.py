"""The site of a project full of attacks that are plain text, and its twin with harmless words."""

from pathlib import Path
from typing import Final

from build_scripts.model.csl_variables import PEOPLE, TEXTS
from tests.attacks.fields import Field, fields, with_words
from tests.attacks.suite import Attack, attacks, contribute, put_project
from tests.made_once import MadeOnce
from tests.mkdocs_runs import mkdocs_build, replace, settings_of_project

HOSTILE = (
    """"><script>alert('{name}')</script><img src=x onerror=alert('{name}')>&lt;b&gt;{{{{7*7}}}}"""
)
# All places where the theme repeats titles: tabs, breadcrumbs, the search's suggestions …
FEATURES = ("navigation.path", "navigation.tabs", "navigation.tracking", "search.highlight")
ADDRESS = "https://example.org/site/"

FREE_TEXT = {
    *("term", "sort_key", "forms", "aliases", "except/phrase", "translations/it"),
    *("pronunciation/respelling", "pronunciation/ipa"),
    *("editors", "annotations_licence/name"),
    *("collections/title", "collections/description", "comparisons/title"),
    *("notes/sources/locator", "questions/sources/locator", "comparisons/sources/locator"),
    *("corrections/reading", "events/title"),
    *("corrections/proposed_by", "corrections/rivals/proposed_by", "corrections/rivals/reading"),
    *(
        f"{kind}{key}"
        for kind in (
            *("", "notes/", "cross_references/", "corrections/", "questions/", "events/"),
            "comparisons/",
        )
        for key in ("creator", "reviewed_by")
    ),
    *(
        f"reading.yml: {key}"
        for key in (
            *("title", "description", "authors", "publisher", "translator", "rights"),
            *("interviewee", "interviewer", "version"),
            *("licence", "licence/name", "annotations_licence", "annotations_licence/name"),
            *("introduction/creator", "introduction/sources/locator", "further_reading/locator"),
            *(
                f"{role}/{part}"
                for role in ("authors", "interviewee", "interviewer", "translator")
                for part in ("family", "given", "literal")
            ),
            *("speakers/name", "speakers/label", "headings/title", "parts/title"),
        )
    ),
    *(
        f"references/{key}"
        for key in (
            *("title", "publisher", "container-title", "note"),
            *("author/family", "author/given", "author/literal", "editor/family", "editor/given"),
            *set(TEXTS) - {"DOI", "ISBN", "ISSN"},
            *set(PEOPLE) - {"editor"},
        )
    ),
}
"""The fields in which anything may stand that is visible."""

GAP: Final = "HERE-STANDS-THE-ATTACK"
"""The paragraph of a page whose place attacks can take in a browser."""
_GAP_FILES = {
    "seeds/gap.txt": b"A word.",
    "annotations/readings/gap/reading.yml": (
        b"title: A word\nsource: {file: seeds/gap.txt}\nlanguage: en\n"
    ),
    "annotations/readings/gap/notes.yml": (
        f"notes:\n  - {{id: gap, target: {{reading: true}}, body: {GAP}}}\n".encode()
    ),
}


def inert_attacks() -> tuple[Attack, ...]:
    """The attacks that are plain text, and may be published."""
    return tuple(attack for attack in attacks() if attack.is_inert)


def free_fields() -> dict[Field, str]:
    """The values of the project in which anything may stand, each with a name of its own."""
    free = (field for field in fields() if field.name in FREE_TEXT)
    return {field: f"Field{number}" for number, field in enumerate(free)}


def hostile_words() -> dict[Field, str]:
    """Markup, scripts and templates in every one of them."""
    return {field: name + HOSTILE.format(name=name) for field, name in free_fields().items()}


def hostile_project(folder: Path) -> Path:
    """A project with all of it."""
    project = _project(folder)
    contribute(project, with_words(hostile_words()))
    for attack in inert_attacks():
        contribute(project, attack.contribution(identifier=attack.name))
    return project


def harmless_project(folder: Path) -> Path:
    """The same project with harmless words in the same places."""
    project = _project(folder)
    contribute(project, with_words({field: f"{name} b" for field, name in free_fields().items()}))
    for attack in inert_attacks():
        contribute(project, attack.contribution(attack.harmless, attack.name))
    return project


def _project(folder: Path) -> Path:
    project = put_project(folder)
    contribute(project, _GAP_FILES)
    settings = project / "mkdocs.yml"
    settings.write_text(settings_of_project(), encoding="utf-8")
    features = "".join(f"\n    - {feature}" for feature in FEATURES)
    replace(settings, "  features:", f"  features:{features}")
    return project


def hostile_site(made_once: MadeOnce) -> Path:
    """The folder of the first project's site, for reading."""
    return made_once("hostile", lambda folder: _build(hostile_project(folder))) / "site"


def harmless_site(made_once: MadeOnce) -> Path:
    """The folder of its twin's site, for reading."""
    return made_once("harmless", lambda folder: _build(harmless_project(folder))) / "site"


def _build(project: Path) -> None:
    """Build a site with links to edit pages and with a site map."""
    outcome = mkdocs_build(project, SITE_URL=ADDRESS, REPOSITORY="https://example.org/repository")
    assert outcome.returncode == 0, outcome.stderr
