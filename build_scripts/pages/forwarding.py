"""Make the page at a reading's former address forward to the new one."""

import html


def with_forwarding(page: str, target: str, script: str) -> str:
    """A page that forwards to another one and that search engines do not index.

    The script keeps the fragment of the address. Browsers without scripts follow the refresh, which
    leads to the top of the target. The addresses of the target and of ``redirect.js`` are relative
    to the page.
    """
    target = html.escape(target)
    markup = (
        '<meta name="robots" content="noindex">'
        f'<script src="{html.escape(script)}" data-target="{target}"></script>'
        f'<meta http-equiv="refresh" content="0; url={target}">'
    )
    return page.replace("</head>", f"{markup}</head>", 1)
