"""Metadata in the heads of pages, for reference managers and search engines.

Programs know one of three vocabularies, so all are written: Highwire's `citation_…`, Dublin Core
and schema.org.
"""

import json
from collections.abc import Iterable, Iterator

from build_scripts.model.annotation import Term
from build_scripts.model.reading import Reading
from build_scripts.render.markdown_safe_html import Html, attribute, join
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.site import Site

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def reading_head(site: Site, reading: Reading, page: str) -> Html:
    """The metadata of a reading that is published on this page."""
    metadata = reading.metadata
    address = site.addresses.published(page)
    site_name = one_line(site.configuration.site_name)
    names = [
        *(("citation_author", author) for author in metadata.authors),
        ("citation_title", metadata.title),
        ("citation_publication_date", metadata.date.replace("-", "/")),
        ("citation_publisher", metadata.publisher),
        ("citation_language", metadata.language),
        ("citation_public_url", address),
        *(("DC.creator", author) for author in metadata.authors),
        ("DC.title", metadata.title),
        ("DC.date", metadata.date),
        ("DC.publisher", metadata.publisher),
        ("DC.language", metadata.language),
        ("DC.rights", metadata.rights),
        ("DC.source", metadata.url),
        ("DC.identifier", address),
    ]
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": one_line(metadata.title),
        "author": [{"@type": "Person", "name": one_line(name)} for name in metadata.authors],
        "publisher": metadata.publisher
        and {"@type": "Organization", "name": one_line(metadata.publisher)},
        "datePublished": metadata.date,
        "inLanguage": metadata.language,
        "description": one_line(metadata.description),
        "url": address,
        "isBasedOn": metadata.url,
        "copyrightNotice": one_line(metadata.rights),
        "isPartOf": site_name and {"@type": "WebSite", "name": site_name},
    }
    return join((*_meta_elements(names), _json_ld(described)))


def glossary_head(context: PageContext, terms: Iterable[Term]) -> Html:
    """The terms of a glossary, with the address of each."""
    address = context.site.addresses.published(context.page)
    return _json_ld(
        {
            "@context": "https://schema.org",
            "@type": "DefinedTermSet",
            "name": context.words.text("glossary-title"),
            "inLanguage": context.site.collection.settings.language,
            "url": address,
            "hasDefinedTerm": [
                {
                    "@type": "DefinedTerm",
                    "name": one_line(term.label),
                    "url": f"{address}#term-{term.id}",
                }
                for term in terms
            ],
        }
    )


def _meta_elements(names: Iterable[tuple[str, str]]) -> Iterator[Html]:
    for name, value in names:
        if value:
            yield Html(f'<meta name="{name}" content="{attribute(one_line(value))}">')


def _json_ld(described: dict[str, object]) -> Html:
    """Data for search engines, without empty values; no value can end the script element."""
    known = {name: value for name, value in described.items() if value}
    written = json.dumps(known, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Html(f'<script type="application/ld+json">{written}</script>')
