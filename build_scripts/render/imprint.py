"""Who answers for the site: where readers object, and the licence of the annotations."""

from build_scripts.model.licence import Licence
from build_scripts.model.reading import Reading
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page import one_line
from build_scripts.render.site import Site


def contact_of(site: Site) -> str:
    """The address at which readers report errors and object; empty if there is none."""
    return site.settings.contact or site.configuration.repository.of_issues()


def contact_html(site: Site) -> Html:
    """A link that shows its address, on paper as well; empty if there is none."""
    address = contact_of(site)
    return _link(address, address.removeprefix("mailto:")) if address else NO_HTML


def licence_html(licence: Licence | None, words: str = "") -> Html:
    """The name of a licence, or other words, with a link; empty if there is none."""
    if licence is None:
        return NO_HTML
    shown = text(words or one_line(licence.name))
    if not licence.url:
        return shown
    return element("a", {"href": licence.url, "rel": "license external"}, shown)


def annotations_licence(site: Site, reading: Reading) -> Licence | None:
    """The licence of the annotations of a reading: its own, or that of the site."""
    return reading.metadata.annotations_licence or site.settings.annotations_licence


def imprint_html(site: Site) -> Html:
    """What the footer of every page says, in one line; empty if nothing is known."""
    interface = site.interface()
    words: Words = interface.words
    address, licence = contact_of(site), site.settings.annotations_licence
    parts: list[Html] = []
    if address:
        parts.append(_link(address, words.text("contact-link")))
    if licence:
        named = words.text("annotations-licence-named", name=one_line(licence.name))
        parts.append(licence_html(licence, named))
    if not parts:
        return NO_HTML
    return element("span", {"class": "imprint", **interface.speaks}, join(parts, " · "))


def _link(address: str, words: str) -> Html:
    relation = None if address.startswith("mailto:") else "external"
    return element("a", {"href": address, "rel": relation}, text(words))
