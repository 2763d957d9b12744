"""Links from an entry to the place in its file where it can be improved."""

from build_scripts.model.line_and_column import Origin
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, attribute, text
from build_scripts.render.page import shorten
from build_scripts.render.page_context import PageContext

_NAME_LENGTH = 60


def improve_entry_html(context: PageContext, kind: str, name: str, origin: Origin) -> Html:
    """A link, after a space, to one entry of a file that may hold many.

    Args:
        context: the page; without a repository there is no link.
        kind: the kind of the entry, as `entry_names.kind_of` names it, or `event`.
        name: what tells the entry from others on the page. All these links look the same; in a
            screen reader the name sets them apart.
        origin: where the entry was written.
    """
    repository = context.site.configuration.repository
    if not repository.repository:
        return NO_HTML  # and no lines need to be counted
    line, _ = origin.document.line_and_column(origin.offset)
    return _link(context.words, kind, name, repository.of_entry(origin.document.path, line))


def improve_file_html(context: PageContext, kind: str, name: str, origin: Origin) -> Html:
    """A link, after a space, to an entry that has a file of its own."""
    repository = context.site.configuration.repository
    return _link(context.words, kind, name, repository.of_file(origin.document.path))


def _link(words: Words, kind: str, name: str, address: str) -> Html:
    if not address:
        return NO_HTML
    label = words.text(f"improve-{kind}")
    named = words.text("improve-named", improve=label, entry=shorten(name, _NAME_LENGTH))
    return Html(
        f' <a class="improve" href="{attribute(address)}" aria-label="{attribute(named)}">'
        f"{text(label)}</a>"
    )
