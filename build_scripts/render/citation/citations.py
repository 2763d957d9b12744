"""Show the sources, provenance and status of an annotation."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from build_scripts.model.annotation import Citation, Provenance, Status
from build_scripts.render.citation.short_citations import ShortCitation
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, attribute, element, text
from build_scripts.render.page import one_line

UNSETTLED = (Status.DRAFT, Status.DISPUTED)
"""The statuses that are shown with an annotation everywhere."""


def on_this_page(reference: str) -> str:
    """The address of a source in the list below the text of the same page."""
    return f"#source-{reference}"


def sources_html(
    short: Mapping[str, ShortCitation],
    cited: Sequence[Citation],
    words: Words,
    address: Callable[[str], str] = on_this_page,
) -> Html:
    """The short forms of the sources that are cited, linked to their full forms.

    `address` is that of the full form of a source, given its id.
    """
    if not cited:
        return NO_HTML
    items: list[Html] = []
    for citation in cited:
        label = words.isolated(short[citation.reference].label)
        item = Html(f'<a href="{attribute(address(citation.reference))}">{label}</a>')
        if citation.locator:
            item = Html(
                words.html("comma").join((item, words.isolated(one_line(citation.locator))))
            )
        items.append(item)
    label = words.html("sources", count=len(cited))
    listed = words.html("semicolon").join(items)
    return Html(f'<p class="sources"><span class="label">{label}</span> {listed}</p>')


BODY_END = Html("</div>")


def body_start(language: Html = NO_HTML) -> Html:
    """The start tag around a body; `language` is the attributes of annotators' text."""
    return Html(f'<div class="body"{language}>')


def body_html(body: Html, language: Html = NO_HTML) -> Html:
    """The body of an annotation in its element; empty without a body."""
    return Html(f"{body_start(language)}{body}{BODY_END}") if body else NO_HTML


def status_html(provenance: Provenance, words: Words) -> Html:
    """A status in `UNSETTLED`, after a space; empty for any other."""
    status = provenance.status
    if status is None or status not in UNSETTLED:
        return NO_HTML
    word = element("strong", {"class": f"status status-{status.value}"}, words.html(status.value))
    return Html(text(" ") + word)


def provenance_html(
    provenance: Provenance, words: Words, entry: str = "", more: Iterable[Html] = ()
) -> Html:
    """Who wrote an annotation and when, who reviewed it, and its permalink.

    Args:
        provenance: the provenance of the annotation.
        words: the words of the interface.
        entry: the id of the element that shows the annotation; empty if its name is the permalink.
        more: further tools of the entry, after its permalink.
    """
    pieces: list[Html] = []
    if provenance.creators:
        by = words.listed(map(one_line, provenance.creators))
        pieces.append(Html(f'<span class="by">{by}</span>'))
    if provenance.created:
        pieces.append(text(words.date(provenance.created)))
    if provenance.modified:
        changed = words.text("modified", date=words.date(provenance.modified))
        pieces.append(text(changed))
    if provenance.reviewed_by:
        reviewed = words.text("reviewed-by", names=words.joined(provenance.reviewed_by))
        pieces.append(text(one_line(reviewed)))
    elif provenance.status is Status.REVIEWED:
        pieces.append(words.html("status-reviewed"))
    line = text(" · ").join(pieces)
    if entry:
        link = f'<a class="permalink" href="#{entry}">{words.html("permalink")}</a>'
        before = text("\N{NO-BREAK SPACE}") if pieces else NO_HTML
        line += f'<span class="entry-tools">{before}{link}{"".join(more)}</span>'
    return Html(f'<p class="provenance">{line}</p>') if line else NO_HTML
