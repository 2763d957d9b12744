"""Write what is around the entries of a divided list: links to its parts and between them.

The first page of a divided list leads on to its parts. Where somebody follows an old address of an
entry, the script list-parts.js goes on to the part on which the entry stands now. It asks a file
beside the list, so nothing is fetched unless an entry is not where it is sought.
"""

from build_scripts.model.site_plan import PlannedFile
from build_scripts.render.lists.part_names import part_name
from build_scripts.render.lookups.entries_and_parts import ListPart
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page_context import PageContext
from build_scripts.render.script_data import script_with
from build_scripts.render.site import Site


def is_divided(site: Site, list_page: str) -> bool:
    """Whether a list has several pages."""
    return not site.lists[list_page][0][0].is_whole


def pages_of_list(site: Site, list_page: str) -> tuple[str, ...]:
    """The pages of a list, its first page first."""
    return tuple(dict.fromkeys((list_page, *(name.page for name, _ in site.lists[list_page]))))


def parts_html(context: PageContext, list_page: str, count: str = "count-entries") -> Html:
    """Links to all parts of a list; `count` is the message for a number of entries."""
    parts = context.site.lists[list_page]
    words = context.words
    items = (
        element(
            "li",
            None,
            element(
                "a",
                {"href": context.link(name.page), "dir": "auto"},
                text(part_name(context, name)),
            ),
            Html(" "),
            # What only continues an entry has none of its own.
            element("span", {"class": "counts"}, text(words.text(count, count=number)))
            if number
            else NO_HTML,
        )
        for name, number in parts
    )
    return element(
        "div",
        {**context.speaks, **_places(context, list_page)},
        element("p", None, words.html("list-in-parts", count=len(parts))),
        element("ul", {"class": "parts list-parts"}, *items),
    )


def way_up_html(context: PageContext, list_page: str, title: str) -> Html:
    """A link from a part to the first page of its list, which has this title."""
    link = element("a", {"href": context.link(list_page)}, context.words.isolated(title))
    attributes = {"class": "part-of", **context.speaks, **_places(context, list_page)}
    return element("p", attributes, context.words.html("part-of", reading=link))


def neighbours_html(context: PageContext, part: ListPart) -> Html:
    """Links to the parts before and after one."""
    words = context.words
    links = (
        element(
            "a",
            {"href": context.link(other.page), "rel": relation},
            words.html(message, title=words.isolated(part_name(context, other))),
        )
        for other, relation, message in (
            (part.before, "prev", "previous-part"),
            (part.after, "next", "next-part"),
        )
        if other is not None
    )
    attributes = {"class": "part-neighbours", "aria-label": words.text("parts"), **context.speaks}
    return element("nav", attributes, join(links, " "))


def continues_html(context: PageContext, entry: str) -> Html:
    """A link to the next page, if an entry of the list goes on there."""
    after = context.site.parts[context.page].after
    if after is None or not after.is_continued or after.first != entry:
        return NO_HTML
    link = element("a", {"href": context.link(after.page)}, context.words.html("entry-continues"))
    return element("p", {"class": "see-also"}, link)


def _places(context: PageContext, list_page: str) -> dict[str, str | None]:
    """The attributes by which the script finds the files with the places of entries."""
    files = paths_of_places(context.site, list_page)
    if not files:
        return {}
    first = context.site.addresses.link_to_file(context.page, files[0])
    return {"data-places": first.removesuffix("0.js"), "data-files": str(len(files))}


def paths_of_places(site: Site, list_page: str) -> tuple[str, ...]:
    """The files that say where the entries of a divided list stand."""
    folder = list_page.removesuffix("index.md")
    return tuple(f"{folder}places-{number}.js" for number in range(site.place_files[list_page]))


def file_of_places(site: Site, list_page: str, number: int) -> PlannedFile:
    """One of these files: from addresses of parts, relative to the list, to ids of elements there.

    An id is in the file whose number is the sum of its code points, modulo the number of files.
    """
    paths = paths_of_places(site, list_page)
    found: dict[str, list[str]] = {}
    for (of_list, identifier), page in site.places.items():
        if of_list == list_page and sum(map(ord, identifier)) % len(paths) == number:
            found.setdefault(site.addresses.link(list_page, page), []).append(identifier)
    data = {address: " ".join(identifiers) for address, identifiers in found.items()}
    script = script_with("readings.places[document.currentScript.src]", data)
    return PlannedFile(paths[number], script)
