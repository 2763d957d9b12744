"""Links from what contributors wrote to where it is changed."""

from build_scripts.model.file_position import Origin
from build_scripts.render.language.messages import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, attribute, text
from build_scripts.render.page import shorten
from build_scripts.render.page_context import PageContext

_NAME_LENGTH = 60


def improve_entry_html(context: PageContext, kind: str, name: str, origin: Origin) -> Html:
    """A link, with a blank before it, to one entry of a file that may hold many.

    Args:
        context: of the page; there is no link where its project has no repository.
        kind: of the entry, as `entry_names.kind_of` names it, or `event`.
        name: what tells it from the others on the page; of links that say the same, those who
            hear a page learn by it which is which.
        origin: where it was written.
    """
    repository = context.site.configuration.repository
    if not repository.repository:
        return NO_HTML  # without counting lines for nothing
    line, _ = origin.document.line_and_column(origin.offset)
    return _link(context.words, kind, name, repository.of_entry(origin.document.path, line))


def improve_file_html(context: PageContext, kind: str, name: str, origin: Origin) -> Html:
    """The same for an entry that is a file."""
    repository = context.site.configuration.repository
    return _link(context.words, kind, name, repository.of_file(origin.document.path))


def _link(words: Words, kind: str, name: str, address: str) -> Html:
    if not address:
        return NO_HTML
    said = words.text(f"improve-{kind}")
    named = words.text("improve-named", improve=said, entry=shorten(name, _NAME_LENGTH))
    return Html(
        f' <a class="improve" href="{attribute(address)}" aria-label="{attribute(named)}">'
        f"{text(said)}</a>"
    )
