"""What the search says to readers besides its hits."""

from collections.abc import Mapping

from build_scripts.render.site import Site


def search_words(site: Site) -> Mapping[str, str]:
    """The phrases of the search by the names that its script knows, in the theme's language."""
    words = site.interface().words
    return {
        "collection": words.text("search-collection"),
        "all": words.text("search-all-collections"),
        "more": words.text("search-more"),
        "failed": words.text("search-failed"),
    }
