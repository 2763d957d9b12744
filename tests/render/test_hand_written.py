"""Pages written by hand, with places that the generator fills."""

from build_scripts.render.hand_written import fill_places
from tests.render.annotated_readings import annotated, reading, site_with, source_text

SITE = site_with(annotated(reading(source_text("A text."), title="Its <title>")))
LINK = '<a href="elsewhere/">Else</a>'
PLACE = f'<p>Before.</p><div class="wide" data-readings="list">{LINK}</div><p>After.</p>'


def test_the_list_of_readings_takes_the_place_of_what_is_there_for_others() -> None:
    filled = fill_places(SITE, "index.md", PLACE)
    assert filled.startswith('<p>Before.</p><div class="wide" data-readings="list"><ul class="')
    assert filled.endswith("</ul></div><p>After.</p>")
    assert "Else" not in filled
    assert '<a href="readings/text/">Its &lt;title&gt;</a>' in filled


def test_links_are_those_of_the_page() -> None:
    assert 'href="../../readings/text/"' in fill_places(SITE, "guide/start.md", PLACE)


def test_an_example_of_marks_has_what_opens_beside_them() -> None:
    filled = fill_places(SITE, "index.md", '<div data-readings="dialogs"></div>')
    assert filled.startswith('<div data-readings="dialogs"><div class="annotations-popover"')


def test_each_place_is_filled_and_nothing_else_is_touched() -> None:
    twice = PLACE * 2 + '<div data-readings="other"></div><div></div>'
    filled = fill_places(SITE, "index.md", twice)
    assert filled.count("<ul") == 2
    assert filled.endswith('<div data-readings="other"></div><div></div>')
    without = "<p>data-readings=&quot;list&quot;</p>"
    assert fill_places(SITE, "index.md", without) == without
