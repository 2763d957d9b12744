"""What the plugin does to the page of a template."""

import pytest

from build_scripts.mkdocs_plugin.page_completion import with_name_once

HEADER = '<a class="md-ellipsis wordmark" href=".">A &amp; B</a>'


@pytest.mark.parametrize(
    ("heading", "is_repeated"),
    [
        ('<h1 id="a-b">A &amp; B<a class="headerlink" href="#a-b">¶</a></h1>', True),
        ("<h1>\n  A &amp; B\n</h1>", True),
        ("<h1>A &amp; B and C</h1>", False),
        ("", False),
    ],
)
def test_the_header_waits_where_the_heading_is_the_name_of_the_site(
    heading: str, is_repeated: bool
) -> None:
    page = with_name_once(HEADER + heading, "A & B")
    assert ("wordmark repeated" in page) is is_repeated
    assert page.replace(" repeated", "") == HEADER + heading
