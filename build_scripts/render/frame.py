"""What stands around the content of every page of a site."""

from build_scripts.model.site_plan import SiteFrame
from build_scripts.render.imprint import imprint_html
from build_scripts.render.site import Site


def frame_of(site: Site) -> SiteFrame:
    """The frame of a site's pages, in the language that the theme has."""
    words = site.interface().words
    return SiteFrame(
        imprint_html(site),
        words.text("further-lists"),
        words.text("not-found"),
        words.text("not-found-because"),
        words.text("nothing-found") if words.language == site.configuration.language else "",
    )
