"""Sources of an annotation as readers see them."""

from collections.abc import Mapping
from functools import lru_cache

from build_scripts.model.annotation import NO_DATE, Provenance, Reference, Status
from build_scripts.render.dates import format_date
from build_scripts.render.html import Html, attribute, element, join, text
from build_scripts.render.page import one_line

UNSETTLED = (Status.DRAFT, Status.DISPUTED)
"""What is said wherever the annotation is shown."""


@lru_cache(maxsize=16_384)
def reference_html(reference: Reference, locator: str = "") -> Html:
    """A reference in one line: authors, title, publisher, dates, place in it; linked."""
    title = reference.title or reference.container_title or reference.publisher or reference.id
    label = text(title)
    if reference.title:
        label = element("cite", {"lang": reference.language or None}, text(f"“{title}”"))
    if reference.url:
        language = reference.language or None
        label = element(
            "a", {"href": reference.url, "rel": "external", "hreflang": language}, label
        )
    pieces = [text(", ".join(reference.author))] if reference.author else []
    pieces.append(label)
    pieces.extend(
        text(part)
        for part in (reference.container_title, reference.publisher)
        if part and part != title
    )
    if reference.issued:
        undated = reference.issued == NO_DATE
        pieces.append(text(NO_DATE if undated else format_date(reference.issued)))
    if reference.accessed:
        pieces.append(text(f"accessed {format_date(reference.accessed)}"))
    if locator:
        pieces.append(text(locator))
    line = join(pieces, ", ")
    return Html(f"{line} ({text(reference.note)})") if reference.note else line


def _item(reference: Reference, locator: str) -> Html:
    """An item of a list of sources, with its CSL type for style sheets and other tools."""
    kind = attribute(reference.type)
    return Html(f'<li data-type="{kind}">{reference_html(reference, locator)}</li>')


def sources_html(references: Mapping[str, Reference], provenance: Provenance) -> Html:
    """The list of an annotation's sources; empty where there are none."""
    cited = provenance.sources
    if not cited:
        return Html("")
    items = "".join(_item(references[citation.reference], citation.locator) for citation in cited)
    label = "Source" if len(cited) == 1 else "Sources"
    return Html(f'<div class="sources"><span class="label">{label}: </span><ul>{items}</ul></div>')


BODY_START = Html('<div class="body">')
BODY_END = Html("</div>")


def body_html(body: Html) -> Html:
    """The body of an annotation; empty where there is none."""
    return Html(f"{BODY_START}{body}{BODY_END}") if body else Html("")


def status_html(provenance: Provenance) -> Html:
    """What a reader should be warned of, in a word with a blank before it; empty otherwise."""
    status = provenance.status
    if status is None or status not in UNSETTLED:
        return Html("")
    word = element(
        "strong", {"class": f"status status-{status.value}"}, text(status.value.capitalize())
    )
    return Html(text(" ") + word)


def provenance_html(provenance: Provenance) -> Html:
    """Who wrote an annotation, and who checked it."""
    pieces: list[str] = []
    if provenance.creator:
        pieces.append(provenance.creator)
    if provenance.reviewed_by:
        pieces.append(f"reviewed by {', '.join(provenance.reviewed_by)}")
    if not pieces:
        return Html("")
    return element("p", {"class": "provenance"}, text(one_line(" · ".join(pieces))))
