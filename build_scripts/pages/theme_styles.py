"""Leave out of the theme's style sheets what the pages of a site rarely have.

Material styles many things that no reading has: tabs, admonitions, code with colours, blogs. They
are two fifths of its style sheets. A page with one of them gets all rules.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

_BEGINNINGS = (
    *("admonition", "arithmatex", "card", "critic", "filename", "footnote", "grid", "highlight"),
    *("lineno", "mermaid", "tabbed-", "task-list-"),
    *("md-annotation", "md-author", "md-banner", "md-button", "md-clipboard", "md-code_"),
    *("md-consent", "md-content--post", "md-draft", "md-feedback", "md-input", "md-meta"),
    *("md-pagination", "md-path", "md-post", "md-profile", "md-select", "md-sidebar--post"),
    *("md-social", "md-tabs", "md-tag"),
)
"""How the names of classes begin whose rules are left out."""
_KINDS_OF_BOXES = (
    *("abstract", "bug", "danger", "example", "failure", "info", "note", "question", "quote"),
    *("success", "tip", "warning"),
)
"""Classes of `details` that are admonitions. Other elements of ours have some of these names."""
_BEGINNING, _KIND = ("|".join(names) for names in (_BEGINNINGS, _KINDS_OF_BOXES))
_LEFT_OUT = re.compile(
    rf"\.(?:{_BEGINNING})|\.key-|details\.(?:{_KIND})(?![\w-])|\.(?:{_KIND})>summary"
)
_CLASS = r"""\sclass=["']?(?:[^"'>]*\s)?"""
_IN_PAGE = re.compile(
    rf"{_CLASS}(?:{_BEGINNING})|<kbd[^>]*{_CLASS}key-|<details[^>]*{_CLASS}(?:{_KIND})[\s\"'>]"
    rf"|<(?!button)\w+[^>]*{_CLASS}annotate[\s\"'>]"  # the theme's script adds circles
)
_ICON = re.compile(r'(--md-[\w-]*icon[\w-]*):url\("[^"]*"\);?')
_USED = re.compile(r"var\((--md-[\w-]+)")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([a-z-]+)\]")
_MEDIA = ("@media", "@supports")


def needs_all_styles(page: str) -> bool:
    """Whether a page has something whose rules `shortened` leaves out, or a script may add it.

    To look for words is much faster than to look for classes, so that is done first.
    """
    if "<pre" in page:  # the theme's script adds a button
        return True
    words = (*_BEGINNINGS, "annotate", "key-", "<details")
    return any(word in page for word in words) and _IN_PAGE.search(page) is not None


@cache
def shortened(style_sheet: str, colours: Collection[str]) -> str:
    """A style sheet of the theme without rules for what `needs_all_styles` finds.

    Args:
        style_sheet: without comments; its strings have no braces.
        colours: the names of the theme's colours that the site has.
    """
    kept = "".join(_kept(rule, colours) for rule in _rules(style_sheet))
    used = set(_USED.findall(kept))
    return _ICON.sub(lambda icon: icon[0] if icon[1] in used else "", kept)


def _kept(rule: str, colours: Collection[str]) -> str:
    head, brace, rest = rule.partition("{")
    if head.startswith(_MEDIA):
        inside = "".join(_kept(inner, colours) for inner in _rules(rest[:-1]))
        return f"{head}{{{inside}}}" if inside else ""
    if head.startswith("@"):
        return rule
    selectors = [one for one in _selectors(head) if not _is_left_out(one, colours)]
    return f"{','.join(selectors)}{brace}{rest}" if selectors else ""


def _is_left_out(selector: str, colours: Collection[str]) -> bool:
    named = _COLOUR.findall(selector)
    return bool(_LEFT_OUT.search(selector)) or not {*named} <= {*colours}


def _rules(style_sheet: str) -> Iterator[str]:
    """The rules of a style sheet; what stands inside another rule stays in it."""
    depth = start = 0
    for brace in re.finditer("[{}]", style_sheet):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            yield style_sheet[start : brace.end()]
            start = brace.end()


def _selectors(head: str) -> Iterator[str]:
    """What stands between the commas of a list of selectors."""
    depth = start = 0
    for sign in re.finditer(r"[()\[\],]", head):
        if sign[0] != ",":
            depth += 1 if sign[0] in "([" else -1
        elif not depth:
            yield head[start : sign.start()]
            start = sign.end()
    yield head[start:]
