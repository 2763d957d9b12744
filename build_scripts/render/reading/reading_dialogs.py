"""Write the dialogs that scripts open over a reading: annotations, and the help on keys.

They are hidden until a script shows them: a page without scripts has no controls that do nothing.
"""

from collections.abc import Iterator, Mapping

from build_scripts.render.interface import Interface
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, attribute, element, text

_KEYS: Mapping[str, tuple[str, ...]] = {
    "key-next-annotation": ("j",),
    "key-previous-annotation": ("k",),
    "key-open-annotation": ("key-name-enter", "key-name-space"),
    "key-annotate": ("a",),
    "key-close": ("key-name-escape",),
    "key-help": ("?",),
    "key-search": ("f", "s", "/"),
    "key-next-page": ("n", "."),
    "key-previous-page": ("p", ","),
}
"""The keys by the message that says what they do: ours and the theme's. Long names of keys are
ids of messages."""


def reading_dialogs(interface: Interface) -> Iterator[Html]:
    """The popover of annotations, the status line for screen readers, and the help on keys."""
    words = interface.words
    say = words.text
    yield element(
        "div",
        {
            "class": "annotations-popover",
            "popover": "manual",
            "role": "dialog",
            "tabindex": "-1",
            "aria-label": say("annotations"),
            "data-apparatus": "",
            **interface.speaks,
        },
        element("div", {"class": "shown"}),
        _close_button(words),
    )
    yield element(
        "p",
        {
            "class": "readings-status",
            "role": "status",
            "data-first": say("first-annotation-again"),
            "data-last": say("last-annotation-again"),
            "data-apparatus": "",
            **interface.speaks,
        },
    )
    # Inside a `div`, since Markdown does not take a `dialog` for a block.
    yield element(
        "div",
        {"class": "keys", "data-apparatus": "", **interface.speaks},
        _key_help(words),
    )


def _close_button(words: Words) -> Html:
    label = attribute(words.text("close"))
    return Html(f'<button type="button" class="close" aria-label="{label}">×</button>')


def _key_help(words: Words) -> Html:
    rows = (
        Html(f"<div><dt>{_keys(words, keys)}</dt><dd>{words.html(message)}</dd></div>")
        for message, keys in _KEYS.items()
    )
    return element(
        "dialog",
        {"class": "key-help", "aria-labelledby": "key-help"},
        element("h2", {"id": "key-help"}, words.html("keys-heading")),
        element("dl", None, *rows),
        Html(
            f'<label><input type="checkbox" class="keys-switch"> {words.html("keys-switch")}'
            f"</label>{_close_button(words)}"
        ),
    )


def _keys(words: Words, keys: tuple[str, ...]) -> Html:
    return Html(
        " ".join(f"<kbd>{text(key if len(key) == 1 else words.text(key))}</kbd>" for key in keys)
    )
