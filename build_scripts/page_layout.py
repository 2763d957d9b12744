"""What the start of a page says of how it looks.

A browser draws the top of a page before it has read the rest; what decides how wide the page is
must be known by then, or all of it would move.
"""


def with_layout(page: str, notes_side: str) -> str:
    """A page that says at once what its style sheets must know.

    Args:
        page: a whole HTML page.
        notes_side: where notes may stand beside the text, `left` or `right`; empty without notes.
    """
    return page.replace("<html ", f'<html data-notes="{notes_side}" ', 1) if notes_side else page


def with_style_sheet(page: str, address: str) -> str:
    """A page with one more style sheet, after the others.

    Args:
        page: a whole HTML page.
        address: of the style sheet, as seen from the page; nothing in it needs encoding.
    """
    return page.replace("</head>", f'<link rel="stylesheet" href="{address}"></head>', 1)
