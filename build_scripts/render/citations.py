"""Sources of an annotation as readers see them."""

from collections.abc import Mapping
from functools import lru_cache

from build_scripts.model.annotation import NO_DATE, Provenance, Reference, Status
from build_scripts.render.html import NO_HTML, Html, attribute, element, text
from build_scripts.render.page import one_line
from build_scripts.render.words import Words

UNSETTLED = (Status.DRAFT, Status.DISPUTED)
"""What is said wherever the annotation is shown."""


@lru_cache(maxsize=16_384)
def reference_html(reference: Reference, words: Words, locator: str = "") -> Html:
    """A reference in one line: authors, title, publisher, dates, place in it; linked."""
    title = reference.title or reference.container_title or reference.publisher or reference.id
    label = text(title)
    if reference.title:
        quoted = words.html("quotation", words=label)
        label = element("cite", {"lang": reference.language or None}, quoted)
    if reference.url:
        language = reference.language or None
        label = element(
            "a", {"href": reference.url, "rel": "external", "hreflang": language}, label
        )
    pieces = [text(words.joined(reference.author))] if reference.author else []
    pieces.append(label)
    pieces.extend(
        text(part)
        for part in (reference.container_title, reference.publisher)
        if part and part != title
    )
    if reference.issued:
        undated = reference.issued == NO_DATE
        issued = words.text("undated") if undated else words.date(reference.issued)
        pieces.append(text(issued))
    if reference.accessed:
        pieces.append(text(words.text("accessed", date=words.date(reference.accessed))))
    if locator:
        pieces.append(text(locator))
    line = Html(words.html("comma").join(pieces))
    if not reference.note:
        return line
    return words.html("reference-with-note", reference=line, note=text(reference.note))


def _item(reference: Reference, locator: str, words: Words) -> Html:
    """An item of a list of sources, with its CSL type for style sheets and other tools."""
    kind = attribute(reference.type)
    return Html(f'<li data-type="{kind}">{reference_html(reference, words, locator)}</li>')


def sources_html(references: Mapping[str, Reference], provenance: Provenance, words: Words) -> Html:
    """The list of an annotation's sources; empty where there are none."""
    cited = provenance.sources
    if not cited:
        return Html("")
    items = "".join(_item(references[one.reference], one.locator, words) for one in cited)
    label = words.html("sources", count=len(cited))
    return Html(f'<div class="sources"><span class="label">{label} </span><ul>{items}</ul></div>')


BODY_END = Html("</div>")


def body_start(language: Html = NO_HTML) -> Html:
    """What stands before the body of an annotation.

    Args:
        language: attributes of what annotators wrote.
    """
    return Html(f'<div class="body"{language}>')


def body_html(body: Html, language: Html = NO_HTML) -> Html:
    """The body of an annotation; empty where there is none."""
    return Html(f"{body_start(language)}{body}{BODY_END}") if body else NO_HTML


def status_html(provenance: Provenance, words: Words) -> Html:
    """What a reader should be warned of, in a word with a blank before it; empty otherwise."""
    status = provenance.status
    if status is None or status not in UNSETTLED:
        return Html("")
    word = element("strong", {"class": f"status status-{status.value}"}, words.html(status.value))
    return Html(text(" ") + word)


def provenance_html(provenance: Provenance, words: Words) -> Html:
    """Who wrote an annotation, and who checked it."""
    pieces: list[str] = []
    if provenance.creator:
        pieces.append(provenance.creator)
    if provenance.reviewed_by:
        pieces.append(words.text("reviewed-by", names=words.joined(provenance.reviewed_by)))
    if not pieces:
        return Html("")
    return element("p", {"class": "provenance"}, text(one_line(" · ".join(pieces))))
