"""Bodies whose links have no addresses yet, because those depend on the page."""

from collections.abc import Callable

from build_scripts.model.body_link import BodyLink
from build_scripts.render.markdown_safe_html import Html

Pieces = tuple[Html | BodyLink, ...]
"""Finished markup and, between it, the links; empty if the body was refused."""

LinkWriter = Callable[[BodyLink], Html]
"""Writes a link as one page needs it."""


def assemble(pieces: Pieces, write_link: LinkWriter) -> Html:
    """The markup of a body for one page."""
    return Html("".join(piece if isinstance(piece, str) else write_link(piece) for piece in pieces))


def links_of(pieces: Pieces) -> tuple[BodyLink, ...]:
    """The links of a body, in order."""
    return tuple(piece for piece in pieces if isinstance(piece, BodyLink))
