"""Sources of an annotation in short, who answers for it, and how far it has come."""

from collections.abc import Iterable, Mapping

from build_scripts.model.annotation import Provenance, Status
from build_scripts.render.citation.short_citations import ShortCitation
from build_scripts.render.language.messages import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, attribute, element, text
from build_scripts.render.page import one_line

UNSETTLED = (Status.DRAFT, Status.DISPUTED)
"""What is said wherever the annotation is shown."""


def sources_html(
    short: Mapping[str, ShortCitation], provenance: Provenance, words: Words, page: str = ""
) -> Html:
    """An annotation's sources in short, each a link to the full form; empty without any.

    Args:
        short: the short forms, by id.
        provenance: of the annotation.
        words: of the interface.
        page: relative address of the page with the full forms; empty for the same page.
    """
    cited = provenance.sources
    if not cited:
        return NO_HTML
    items: list[Html] = []
    for one in cited:
        label = text(short[one.reference].label)
        link = Html(f'<a href="{attribute(page)}#source-{one.reference}">{label}</a>')
        if one.locator:
            located = words.html("comma").join((link, text(one_line(one.locator))))
            link = Html(located)
        items.append(link)
    label = words.html("sources", count=len(cited))
    listed = words.html("semicolon").join(items)
    return Html(f'<p class="sources"><span class="label">{label}</span> {listed}</p>')


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


def provenance_html(
    provenance: Provenance, words: Words, entry: str = "", more: Iterable[Html] = ()
) -> Html:
    """Who wrote an annotation and when, who checked it, and its permalink.

    Args:
        provenance: of the annotation.
        words: of the interface.
        entry: the id of the element that shows the annotation; empty where its name is a link.
        more: what else can be done with the entry, behind its permalink; it may be empty.
    """
    pieces: list[Html] = []
    if provenance.creator:
        pieces.append(Html(f'<span class="by">{text(one_line(provenance.creator))}</span>'))
    if provenance.created:
        pieces.append(text(words.date(provenance.created)))
    if provenance.modified:
        changed = words.text("modified", date=words.date(provenance.modified))
        pieces.append(text(changed))
    if provenance.reviewed_by:
        by = words.text("reviewed-by", names=words.joined(provenance.reviewed_by))
        pieces.append(text(one_line(by)))
    elif provenance.status is Status.REVIEWED:
        pieces.append(words.html("status-reviewed"))
    said = text(" · ").join(pieces)
    if entry:
        link = f'<a class="permalink" href="#{entry}">{words.html("permalink")}</a>'
        before = text(" · ") if pieces else NO_HTML
        said += f'<span class="entry-tools">{before}{link}{"".join(more)}</span>'
    return Html(f'<p class="provenance">{said}</p>') if said else NO_HTML
