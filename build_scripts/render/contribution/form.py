"""Write the form in which readers annotate: a dialog whose fields depend on the kind of entry."""

from collections.abc import Iterable, Iterator, Mapping

from build_scripts.model.annotation import Certainty, Relation
from build_scripts.render.interface import Interface
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, element, join, start_tag, text

KINDS = ("note", "correction", "term", "mention", "cross-reference", "question", "event")
"""Kinds of entries in the order of the form; the names of messages contain them."""
SOURCE_TYPES = (
    *("webpage", "article-newspaper", "article-magazine", "article-journal", "book", "chapter"),
    *("report", "interview", "broadcast", "legislation", "thesis", "document"),
)
"""The most frequently cited types of the Citation Style Language."""

_Attributes = Mapping[str, str | None]


def contribution_form(interface: Interface) -> Html:
    """The dialog with all its fields, for all kinds of entries."""
    words = interface.words
    rows = (
        _select(words, "kind", "kind", _choices("contribute-kind", KINDS)),
        _fields_of_kinds(words),
        _far_end(words),
        _body(words),
        _row("question", _text_area(words, "hint", "hint", 3)),
        _sources(words),
        _row(
            None,
            _input(words, "creator", "creator", {"autocomplete": "name"}),
            _input(words, "id", "id", {"spellcheck": "false"}),
        ),
    )
    return element(
        "dialog",
        {"class": "annotating", "aria-labelledby": "annotating-title", **interface.speaks},
        _heading(words),
        element(
            "form",
            {"novalidate": ""},
            element("div", {"class": "fields"}, *rows),
            element("div", {"class": "outcome"}, _outcome(words)),
        ),
    )


def _heading(words: Words) -> Html:
    return join(
        (
            element("p", {"id": "annotating-title", "class": "title"}, _say(words, "heading")),
            element("blockquote", {"class": "quoted", "dir": "auto"}),
            element("p", {"class": "remark", "role": "status"}),
        )
    )


def _fields_of_kinds(words: Words) -> Html:
    mentions = (("term", "contribute-link-it"), ("forbid", "contribute-never-link-it"))
    return join(
        (
            _row("correction", _text_area(words, "reading", "probable", 2)),
            _row("correction", _check_box(words, "leave-out", "leave-out")),
            _row(
                "correction",
                _select(words, "certainty", "certainty", _choices("certainty", Certainty)),
            ),
            _row("correction", _text_area(words, "rivals", "rivals", 2)),
            _row(
                "term",
                _input(words, "term", "term-name"),
                _input(words, "term-kind", "term-kind", {"list": "known-kinds"}),
            ),
            _row(
                "term",
                _text_area(words, "forms", "forms", 2),
                _text_area(words, "aliases", "aliases", 2),
            ),
            _row(
                "term",
                _input(words, "pronunciation", "pronunciation", {"placeholder": "loo-ka-SHEN-ka"}),
                _input(words, "ipa", "ipa", {"dir": "ltr"}),
            ),
            _row(
                "term",
                _input(words, "coordinates", "coordinates", {"placeholder": "53.9, 27.57"}),
            ),
            _row(
                "mention",
                _input(words, "known-term", "known-term", {"list": "known-terms"}),
                _select(words, "mention", "mention", mentions),
            ),
            _row(
                "event",
                _input(words, "date", "date", {"placeholder": "2021-10-01"}),
                _input(words, "end-date", "end-date", {"placeholder": "2021-10-02"}),
            ),
            _row("event", _input(words, "title", "event-title")),
        )
    )


def _far_end(words: Words) -> Html:
    far_kinds = _choices("contribute-far", ("passage", "term", "event"))
    return join(
        (
            _row(
                "cross-reference",
                _select(words, "relation", "relation", _choices("relation", Relation)),
                _select(words, "far", "far", far_kinds),
            ),
            _row(
                "passage",
                _input(words, "far-reading", "far-reading", {"list": "known-readings"}),
            ),
            _row("passage", _text_area(words, "far-words", "far-words", 2)),
            _row("several", _select(words, "far-place", "far-place", ())),
            _row("far-term", _input(words, "far-term", "known-term", {"list": "known-terms"})),
            _row("far-event", _input(words, "far-event", "known-event", {"list": "known-events"})),
        )
    )


def _body(words: Words) -> Html:
    """The field for the body of an entry; its label depends on the kind."""
    names = {
        f"data-{kind}": words.text(f"contribute-body-{kind}") for kind in KINDS if kind != "mention"
    }
    label = element("span", {"class": "body-name", **names})
    area = element("textarea", {"name": "body", "rows": "5", "dir": "auto"})
    hint = element("small", {"id": "body-hint"}, _say(words, "body-hint"))
    return element("div", {"data-for": "body"}, element("label", None, label, area), hint)


def _sources(words: Words) -> Html:
    new = (
        _select(words, "source-type", "source-type", _choices("contribute-source", SOURCE_TYPES)),
        _input(words, "source-title", "source-title"),
        _input(words, "source-author", "source-author"),
        _input(words, "source-container", "source-container"),
        _row(
            None,
            _input(words, "source-volume", "source-volume"),
            _input(words, "source-issue", "source-issue"),
            _input(words, "source-page", "source-page", {"placeholder": "12-34"}),
        ),
        _input(words, "source-publisher", "source-publisher"),
        _input(words, "source-issued", "source-issued", {"placeholder": "2021-10-01"}),
        _input(words, "source-language", "source-language", {"placeholder": "en"}),
        _input(words, "source-doi", "source-doi", {"placeholder": "10.1000/182"}),
        _input(words, "source-url", "source-url", {"type": "url", "placeholder": "https://"}),
        element("p", None, _button("add-new", _say(words, "add-source"))),
    )
    return element(
        "fieldset",
        {"data-for": "sources"},
        element("legend", None, _say(words, "sources")),
        element(
            "ul",
            {
                "class": "chosen",
                "data-remove": words.for_script("contribute-remove-source", what="[what]"),
            },
        ),
        _row(
            None,
            _input(words, "source", "source", {"list": "known-sources"}),
            _input(words, "locator", "locator", {"placeholder": "p. 12"}),
            _button("add-known", _say(words, "add-source")),
        ),
        element("p", {"class": "source-report", "role": "status"}),
        element("details", None, element("summary", None, _say(words, "new-source")), *new),
    )


def _outcome(words: Words) -> Html:
    """The finished file, the faults in it, and the buttons."""
    buttons = (
        _button("open", _say(words, "open"), hidden=True),
        _button("copy", words.html("copy")),
        _button("download", _say(words, "download")),
        _button("close", words.html("close")),
    )
    lists = join(
        element("datalist", {"id": f"known-{name}"})
        for name in ("sources", "terms", "readings", "events", "kinds")
    )
    return join(
        (
            element("p", {"class": "file"}, _say(words, "file"), text(" "), element("code")),
            element(
                "textarea",
                {
                    "class": "yaml",
                    "readonly": "",
                    "rows": "9",
                    "dir": "ltr",
                    "spellcheck": "false",
                    "aria-label": words.text("contribute-finished"),
                },
            ),
            element("div", {"role": "status"}, element("ul", {"class": "findings"})),
            element("p", {"class": "exits"}, join(buttons, " ")),
            element("p", {"class": "done", "role": "status", "data-copied": words.text("copied")}),
            lists,
        )
    )


def _say(words: Words, message: str) -> Html:
    return words.html(f"contribute-{message}")


def _row(shown_for: str | None, *fields: Html) -> Html:
    """Fields side by side, shown in one case or always."""
    return element("div", {"class": "row", "data-for": shown_for}, *fields)


def _label(words: Words, message: str, field: Html) -> Html:
    return element("label", None, element("span", None, _say(words, message)), field)


def _input(words: Words, name: str, message: str, more: _Attributes | None = None) -> Html:
    attributes = {"name": name, "type": "text", "dir": "auto", "autocomplete": "off"}
    return _label(words, message, start_tag("input", {**attributes, **(more or {})}))


def _text_area(words: Words, name: str, message: str, rows: int) -> Html:
    area = element("textarea", {"name": name, "rows": str(rows), "dir": "auto"})
    return _label(words, message, area)


def _check_box(words: Words, name: str, message: str) -> Html:
    box = start_tag("input", {"name": name, "type": "checkbox"})
    return element("label", {"class": "choice"}, box, text(" "), _say(words, message))


def _choices(message: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each value with the name of its message, which ends in the value."""
    return ((value, f"{message}-{value}") for value in values)


def _select(words: Words, name: str, message: str, choices: Iterable[tuple[str, str]]) -> Html:
    """A choice among values, each labelled by its message."""
    options = join(
        element("option", {"value": value}, words.html(label)) for value, label in choices
    )
    return _label(words, message, element("select", {"name": name}, options))


def _button(name: str, label: Html, *, hidden: bool = False) -> Html:
    attributes: dict[str, str | None] = {"type": "button", "class": name}
    return element("button", {**attributes, **({"hidden": ""} if hidden else {})}, label)
