"""Metadata in the heads of pages, for reference managers and search engines.

Programs know one of three vocabularies, so all are written: Highwire's `citation_…`, Dublin Core
and schema.org.
"""

import json
from collections.abc import Iterable, Iterator

from build_scripts.model.annotation import Term
from build_scripts.model.comparison import Comparison
from build_scripts.model.licence import Licence
from build_scripts.model.reading import Metadata, Reading
from build_scripts.render.addresses import GLOSSARY_PAGE, reading_page
from build_scripts.render.citation.citable import cited_title
from build_scripts.render.comparison_titles import comparison_title
from build_scripts.render.imprint import annotations_licence
from build_scripts.render.markdown_safe_html import Html, attribute, join
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.site import Site
from build_scripts.text.edtf_dates import plain_date, single_year, standard_date

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def reading_head(site: Site, reading: Reading, page: str) -> Html:
    """The metadata of a reading that is published on this page."""
    metadata = reading.metadata
    address = site.addresses.published(page)
    site_name = one_line(site.configuration.site_name)
    title = cited_title(metadata)
    creators = [one_line(name.full) for name in metadata.creators]
    contributors = [one_line(n.full) for n in (*metadata.translator, *metadata.interviewer)]
    # The publisher of the original has not published this version of it.
    publisher = "" if metadata.version else metadata.publisher
    names = [
        *(("citation_author", creator) for creator in creators),
        ("citation_title", title),
        ("citation_publication_date", _highwire(metadata.date)),
        ("citation_publisher", publisher),
        ("citation_language", metadata.language),
        ("citation_public_url", address),
        *(("DC.creator", creator) for creator in creators),
        *(("DC.contributor", contributor) for contributor in contributors),
        ("DC.title", title),
        ("DC.date", metadata.date and standard_date(metadata.date)),
        ("DC.publisher", publisher),
        ("DC.language", metadata.language),
        ("DC.rights", metadata.rights),
        ("DC.rights", _address_or_name(metadata.licence)),
        ("DC.source", metadata.url),
        ("DC.description", metadata.version),
        ("DC.identifier", address),
    ]
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title,
        "author": _people(creators),
        "translator": _people(one_line(name.full) for name in metadata.translator),
        "publisher": _organization(publisher),
        "datePublished": metadata.date and _published(metadata.date),
        "inLanguage": metadata.language,
        "description": one_line(metadata.description),
        "url": address,
        "isBasedOn": _original(metadata) if metadata.version else metadata.url,
        "version": one_line(metadata.version),
        "copyrightNotice": one_line(metadata.rights),
        "license": _licence(metadata.licence),
        "hasPart": _annotations(site, reading),
        "isPartOf": site_name and {"@type": "WebSite", "name": site_name},
    }
    return join((*_meta_elements(names), _json_ld(described)))


def _address_or_name(licence: Licence | None) -> str:
    return (licence.url or licence.name) if licence else ""


def _licence(licence: Licence | None) -> object:
    """A licence as schema.org has it: its address, or a work with its name."""
    if licence is None:
        return ""
    if licence.url:
        return licence.url
    return {"@type": "CreativeWork", "name": one_line(licence.name)}


def _annotations(site: Site, reading: Reading) -> dict[str, object]:
    """The annotations, where their licence is known, which is not that of the text."""
    licence = annotations_licence(site, reading)
    if licence is None:
        return {}
    name = site.interface(reading.metadata.interface).words.text("annotations")
    return {"@type": "CreativeWork", "name": name, "license": _licence(licence)}


def _highwire(date: str) -> str:
    """The date if it is known, or the year if that is; other programs know no more."""
    return (plain_date(date).replace("-", "/") or single_year(date)) if date else ""


def _published(date: str) -> object:
    """A date of ISO 8601; or a literal of the datatype for EDTF, of the Library of Congress."""
    standard = standard_date(date)
    if not standard or plain_date(date):
        return standard
    return {"@type": "http://id.loc.gov/datatypes/edtf/EDTF-level1", "@value": standard}


def _people(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name} for name in names]


def _organization(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": one_line(name)} if name else {}


def _original(metadata: Metadata) -> dict[str, object]:
    """The work that a version was made from."""
    known = {
        "inLanguage": metadata.original_language,
        "publisher": _organization(metadata.publisher),
        "url": metadata.url,
    }
    known = {name: value for name, value in known.items() if value}
    return {"@type": "CreativeWork", **known} if known else {}


def glossary_head(context: PageContext, terms: Iterable[Term]) -> Html:
    """The terms of a glossary, with the address of each."""
    address = context.site.addresses.published(context.page)
    return _json_ld(
        {
            "@context": "https://schema.org",
            "@type": "DefinedTermSet",
            "name": context.words.text("glossary-title"),
            "inLanguage": context.site.settings.language,
            "url": address,
            "hasDefinedTerm": [
                {
                    "@type": ["DefinedTerm", "Place"] if _is_place(term) else "DefinedTerm",
                    "name": one_line(term.label),
                    **_alternate_names(term),
                    "url": _address_of_term(context, term.id),
                    **_geo(term),
                }
                for term in terms
            ],
        }
    )


def comparison_head(context: PageContext, comparison: Comparison) -> Html:
    """A page about several texts, with the address of each."""
    site = context.site
    address = site.addresses.published(context.page)
    texts = [site.texts[name] for name in comparison.readings]
    return _json_ld(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": comparison_title(site, comparison, context.words),
            "author": _people(map(one_line, comparison.provenance.creators)),
            "dateCreated": comparison.provenance.created,
            "dateModified": comparison.provenance.modified,
            "inLanguage": site.settings.language,
            "url": address,
            "about": [
                {
                    "@type": "Article",
                    "headline": cited_title(text.metadata),
                    "inLanguage": text.metadata.language,
                    "url": site.addresses.published(reading_page(text.id)),
                }
                for text in texts
            ],
        }
    )


def _alternate_names(term: Term) -> dict[str, list[str]]:
    return {"alternateName": [*map(one_line, term.aliases)]} if term.aliases else {}


def _is_place(term: Term) -> bool:
    """Whether search engines are told that a term is a place.

    Other terms may have coordinates as well, but schema.org has no property for those of an event
    or an organisation itself.
    """
    return term.kind == "place" and term.coordinates is not None


def _geo(term: Term) -> dict[str, object]:
    if term.coordinates is None or not _is_place(term):
        return {}
    latitude, longitude = term.coordinates
    geo = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return {"geo": geo}


def _address_of_term(context: PageContext, term: str) -> str:
    """The address of a term on the published site or, if that is unknown, on its page."""
    site, entry = context.site, f"term-{term}"
    return f"{site.addresses.published(site.page_in_list(GLOSSARY_PAGE, entry))}#{entry}"


def _meta_elements(names: Iterable[tuple[str, str]]) -> Iterator[Html]:
    for name, value in names:
        if value:
            yield Html(f'<meta name="{name}" content="{attribute(one_line(value))}">')


def _json_ld(described: dict[str, object]) -> Html:
    """Data for search engines, without empty values; no value can end the script element."""
    known = {name: value for name, value in described.items() if value}
    written = json.dumps(known, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Html(f'<script type="application/ld+json">{written}</script>')
