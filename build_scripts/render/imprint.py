"""Who answers for the site: where readers object, and the licence of the annotations."""

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


def license_html(site: Site) -> Html:
    """The name of the licence of the annotations, with a link; empty if none is given."""
    license_ = site.settings.annotations_license
    return _license(site, one_line(license_.name)) if license_ else NO_HTML


def imprint_html(site: Site) -> Html:
    """What the footer of every page says, in one line; empty if nothing is known."""
    interface = site.interface()
    words: Words = interface.words
    address, license_ = contact_of(site), site.settings.annotations_license
    parts: list[Html] = []
    if address:
        parts.append(_link(address, words.text("contact-link")))
    if license_:
        named = words.text("annotations-license-named", name=one_line(license_.name))
        parts.append(_license(site, named))
    if not parts:
        return NO_HTML
    return element("span", {"class": "imprint", **interface.speaks}, join(parts, " · "))


def _license(site: Site, words: str) -> Html:
    license_ = site.settings.annotations_license
    if license_ is None or not license_.url:
        return text(words)
    return element("a", {"href": license_.url, "rel": "license external"}, text(words))


def _link(address: str, words: str) -> Html:
    relation = None if address.startswith("mailto:") else "external"
    return element("a", {"href": address, "rel": relation}, text(words))
