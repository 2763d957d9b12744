"""Write the data of the form: its HTML, its messages, and what entries may refer to."""

from build_scripts.model.annotation import NO_DATE, TYPES_WITHOUT_PUBLISHER
from build_scripts.model.limits import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_TEXT
from build_scripts.model.site_plan import PlannedFile
from build_scripts.model.value_patterns import (
    DOI_PATTERN,
    EDTF_PATTERN,
    ID_PATTERN,
    WEB_ADDRESS_PATTERN,
)
from build_scripts.render.addresses import ASSETS_FOLDER
from build_scripts.render.citation.short_citations import by_short_form
from build_scripts.render.contribution.body_patterns import body_patterns
from build_scripts.render.contribution.form import contribution_form
from build_scripts.render.interface import Interface
from build_scripts.render.page import one_line, shorten
from build_scripts.render.script_data import script_with
from build_scripts.render.site import Site
from build_scripts.render.term_order import in_order
from build_scripts.text.coordinates_as_text import FARTHEST, PAIR_PATTERN
from build_scripts.text.ids import FOR_BROWSERS
from build_scripts.text.scripts_without_spaces import IDEOGRAPHIC, WITHOUT_SPACES

_LONGEST_LABEL = 90
_LONGEST_URL = 8000
"""In characters. GitHub's servers answer 414 (URI Too Long) to 8,192 bytes or more."""
MESSAGES = (
    *("heading-whole", "about-nothing-selected", "about-selection-cut"),
    *(
        "need-body",
        "need-definition",
        "need-question",
        "need-probable",
        "need-id",
        "need-term",
        "need-known-term",
    ),
    *("need-far-end", "need-date", "need-title", "need-source-title"),
    *("need-source-date", "need-source-publisher"),
    *(
        "bad-id",
        "taken-id",
        "bad-date",
        "bad-coordinates",
        "date-order",
        "two-ends",
        "bad-address",
        "bad-doi",
        "same-words",
    ),
    *("unknown-source", "unknown-term", "unknown-reading", "unknown-event", "required"),
    *("no-source", "far-words-missing", "far-words-several", "far-words-loading"),
    *(
        "too-long",
        "too-long-text",
        "too-long-quotation",
        "taken-term",
        "source-not-added",
        "nothing-wrong",
        "ready-to-send",
        "opened-elsewhere",
    ),
    *("refused-html", "refused-image", "refused-heading", "refused-rule", "refused-table"),
    *("refused-struck", "refused-footnote", "refused-definition", "refused-commands"),
    *("refused-extension", "refused-address", "refused-link-title", "refused-link"),
    *("refused-unseen", "refused-language"),
)
"""The messages of the form, by their names without the prefix ``contribute-``."""


def known_file_name(language: str) -> str:
    """The name of the file for a language, in the folder of the scripts."""
    return f"contributing-{language}.js"


def known_files(site: Site) -> dict[str, str]:
    """The files, with the tag of the interface that each is for.

    There is one for each language of the interface on pages of readings. Tags without a catalogue
    share that of English.
    """
    tags = sorted({text.metadata.interface for text in site.texts.values()}, reverse=True)
    languages = {site.interface(tag).words.language: tag for tag in tags}
    return {
        f"{ASSETS_FOLDER}/{known_file_name(language)}": languages[language]
        for language in sorted(languages)
    }


def known_file(site: Site, path: str, tag: str) -> PlannedFile:
    """One of these files."""
    return PlannedFile(path, _known(site, site.interface(tag)))


def _known(site: Site, interface: Interface) -> bytes:
    terms = in_order(site.terms.values(), site.settings.language)
    references = by_short_form(site.references.values(), interface.short, interface.words.language)
    data: dict[str, object] = {
        "form": contribution_form(interface),
        "words": {
            name: interface.words.for_script(
                f"contribute-{name}", what="[what]", number="[number]", limit="[limit]"
            )
            for name in MESSAGES
        },
        "sources": [[r.id, interface.short[r.id].label] for r in references],
        "titles": {r.id: _label(r.title) for r in site.references.values() if r.title},
        "terms": [[term.id, one_line(term.label)] for term in terms],
        "events": [[placed.event.id, _label(placed.event.title)] for placed in site.events_by_id()],
        "readings": [[text.id, _label(text.metadata.title)] for text in site.texts.values()],
        "comparisons": [
            [one.id, _label(one.title)] for one in site.comparisons.values() if not one.is_implied
        ],
        "kinds": sorted({term.kind for term in site.terms.values()}),
        "required": {kind: list(keys) for kind, keys in site.settings.required_keys.items()},
        "withoutPublisher": sorted(TYPES_WITHOUT_PUBLISHER),
        "ids": FOR_BROWSERS,
        **rules_of_the_format(),
        "newFile": site.configuration.repository.new_file_template(),
    }
    return script_with("readings.known", data)


def rules_of_the_format() -> dict[str, object]:
    """What the form checks as the reader types: limits in characters, and patterns."""
    return {
        "longest": {
            "id": LONGEST_NAME,
            "text": LONGEST_TEXT,
            "address": LONGEST_ADDRESS,
            "url": _LONGEST_URL,
        },
        "patterns": {
            "id": ID_PATTERN,
            "date": EDTF_PATTERN,
            "address": WEB_ADDRESS_PATTERN,
            "doi": DOI_PATTERN,
            "coordinates": PAIR_PATTERN,
        },
        "farthest": [*FARTHEST.values()],
        "noDate": NO_DATE,
        "withoutSpaces": WITHOUT_SPACES,
        "ideographic": IDEOGRAPHIC,
        "bodies": body_patterns(),
    }


def _label(text: str) -> str:
    return shorten(one_line(text), _LONGEST_LABEL)
