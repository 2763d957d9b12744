"""What makes the page at a former address forward, with scripts and without them."""

import html


def with_forwarding(page: str, target: str, script: str) -> str:
    """A page that forwards, and that search engines pass over.

    The script keeps the fragment, which the page's own refresh would lose; without scripts the
    page forwards to the top of the target.

    Args:
        page: a whole HTML page.
        target: where it forwards to, seen from the page.
        script: address of ``redirect.js``, seen from the page.
    """
    target = html.escape(target)
    markup = (
        '<meta name="robots" content="noindex">'
        f'<script src="{html.escape(script)}" data-target="{target}"></script>'
        f'<meta http-equiv="refresh" content="0; url={target}">'
    )
    return page.replace("</head>", f"{markup}</head>", 1)
