"""What a page's head says of its layout.

A browser draws the top of a page before it has read the rest; what decides how wide the page is
must be known by then, or all of it would move.
"""

HAS_NOTES = '<meta name="readings-layout" content="notes">'
"""In the head of a page that has notes; margin.css looks for it."""


def with_layout(page: str, *, has_notes: bool) -> str:
    """A page whose head says what its style sheets must know at once.

    Args:
        page: a whole HTML page.
        has_notes: whether there are notes, for which a wide window has a margin.
    """
    return page.replace("</head>", f"{HAS_NOTES}</head>", 1) if has_notes else page
