"""The timeline as a picture."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.annotation import Event, Provenance
from build_scripts.model.collection import Settings
from build_scripts.model.placed import AnnotatedCollection, Passage, PlacedEvent
from build_scripts.model.span import Span
from build_scripts.render.addresses import TIMELINE_PAGE
from build_scripts.render.pictures.svg import NARROW, WIDE
from build_scripts.render.pictures.time_axis import Extent
from build_scripts.render.pictures.timeline_layout import Item, Line, lay_out
from build_scripts.render.pictures.timeline_page import render_timeline
from build_scripts.render.pictures.timeline_picture import WIDTHS
from tests.profiles import cases
from tests.render.annotated_readings import (
    NOWHERE,
    annotated,
    in_order,
    reading,
    site_of_collection,
    source_text,
)
from tests.render.nasty_strings import NAMES
from tests.render.pictures import Box, line_box, links_of_picture, outside, overlapping
from tests.render.published import publish


def event(date: str, title: str = "It happened", end: str = "", *readings: str) -> PlacedEvent:
    """An event that belongs to the first words of some readings."""
    event_id = re.sub(r"\W", "", f"{title}-{date}".lower())
    passages = tuple(Passage(name, Span(0, 3)) for name in readings)
    return PlacedEvent(Event(event_id, date, end, title, None, (), Provenance(), NOWHERE), passages)


def timeline(*events: PlacedEvent, language: str = "en") -> str:
    """The page of a site with two readings."""
    readings = [reading(source_text("One text.")), reading(source_text("Two texts."))]
    object.__setattr__(readings[1], "id", "other")
    placed = tuple(annotated(found) for found in readings)
    collection = AnnotatedCollection(
        Settings(language=language, catalogues={language: ""}),
        placed,
        (),
        events,
        (),
        in_order(placed),
    )
    return render_timeline(site_of_collection(collection), TIMELINE_PAGE).file.content.decode()


@st.composite
def _items(draw: st.DrawFn) -> list[Item]:
    years = st.floats(-3000, 3000) | st.floats(2019, 2024)
    lengths = st.sampled_from([1 / 366, 1 / 12, 1.0]) | st.floats(1, 40)
    shapes = st.sets(st.integers(0, 3)).map(sorted).map(tuple)
    item = st.builds(
        lambda start, length, date, title, shown: Item(
            Extent(start, start + length), length > 1, date, title, "#", shown
        ),
        *(years, lengths, st.text("0123456789 Maich", max_size=40), NAMES, shapes),
    )
    return sorted(draw(st.lists(item, min_size=1, max_size=14)), key=lambda i: i.extent.start)


@given(_items(), st.sampled_from([NARROW, WIDE]))
def test_no_words_overlap_and_all_are_in_the_frame(items: list[Item], form: str) -> None:
    layout = lay_out(items, str, WIDTHS[form], 4, date_above=form == NARROW)

    lines: list[Line] = [*layout.ticks]
    for label in layout.labels:
        lines += [label.date, *label.title]
    boxes: list[Box] = [line_box(*line) for line in lines if line.words]
    assert overlapping(boxes) == []
    assert outside(boxes, layout.width, layout.height) == []
    assert [label.item for label in layout.labels] == items


@given(_items())
def test_a_title_that_is_cut_is_known_as_such(items: list[Item]) -> None:
    for label in lay_out(items, str, WIDTHS[NARROW], date_above=True).labels:
        shown = "".join(line.words for line in label.title)
        assert label.is_cut or "".join(shown.split()) == "".join(label.item.title.split())


def test_each_event_is_a_link_to_its_entry() -> None:
    page = timeline(event("1996-04-02", "A treaty"), event("2021", "A summit"))

    for form in (NARROW, WIDE):
        assert links_of_picture(page, form) == {
            "#event-atreaty19960402": "2 April 1996 A treaty",
            "#event-asummit2021": "2021 A summit",
        }
    assert 'id="event-asummit2021"' in page


def test_what_is_cut_is_said_in_full() -> None:
    title = "A treaty about something that takes a great many words to say, and then some more"
    links = links_of_picture(timeline(event("1996-04-02", title)), NARROW)
    assert f"2 April 1996, {title}" in links.popitem()[1]


def test_a_day_is_a_dot_a_year_is_hollow_and_a_period_filled() -> None:
    def axis(*events: PlacedEvent) -> LexborNode:
        return LexborHTMLParser(timeline(*events)).css("svg.picture-wide > g")[0]

    assert len(axis(event("2021-09-09")).css("circle")) == 1
    for date in ("2021", "2021-09"):
        assert len(axis(event(date)).css("path.ground")) == 1
        assert not axis(event(date)).css("circle")
    period = axis(event("2021-09-09", "War", "2023"))
    assert len(period.css('path[fill="currentColor"]')) == 1
    assert not period.css("circle, path.ground")


def test_events_are_told_apart_by_shape_by_the_readings_they_belong_to() -> None:
    page = LexborHTMLParser(
        timeline(
            event("2001", "One", "", "text"),
            event("2002", "Other", "", "other"),
            event("2003", "Both", "", "other", "text"),
            event("2004", "None"),
        )
    )
    key = [path.attributes["d"] for path in page.css("figcaption li path")]
    assert len(set(key)) == 2
    shapes = page.css("svg.picture-wide > g")[1:]
    shown = [[path.attributes["d"] for path in group.css("path")] for group in shapes]
    # In the order of the ids: other, text.
    assert shown == [[key[1]], [key[0]], key]
    assert [a.attributes["href"] for a in page.css("figcaption a")] == [
        "../readings/other/",
        "../readings/text/",
    ]


def test_one_reading_needs_no_shapes() -> None:
    assert "figcaption><p>" in timeline(event("2001", "One", "", "text"))


def test_many_events_are_counted_by_year_and_more_by_ten_years() -> None:
    by_year = [event(f"{2000 + i // 5}-01-0{i % 5 + 1}", f"E{i}") for i in range(100)]
    links = links_of_picture(timeline(*by_year))
    assert len(links) == 20
    assert links["#year-2003"] == "2003 5 events"

    by_decade = [event(f"{1700 + i // 2}", f"E{i}") for i in range(340)]
    links = links_of_picture(timeline(*by_decade))
    assert len(links) == 17
    assert links["#year-1700"] == "1700–1709 20 events"


def test_years_before_the_common_era_have_their_place() -> None:
    page = timeline(event("-0044-03-15", "Ides"), event("0014-08-19", "Death"))
    assert list(links_of_picture(page)) == ["#event-ides00440315", "#event-death00140819"]
    assert "44 BC" in LexborHTMLParser(page).css("svg.picture-wide > g")[0].text()


@pytest.mark.parametrize("events", [1, 60], ids=["each", "counted"])
def test_the_first_and_the_last_years_that_a_date_can_name(events: int) -> None:
    dates = ("Y-999999999", "Y999999999", "-9999", "9999", "0000", "99XX", "Y10000/..")
    page = timeline(*(event(date, f"It {n}") for date in dates for n in range(events)))
    assert page.count("999999999") > 2
    assert "Y" not in "".join(re.findall(r"<text[^>]*>([^<]*)", page))


def test_what_is_not_known_exactly_is_listed_and_drawn_as_such() -> None:
    page = timeline(
        event("../1955", "Early"),
        event("1964/2008", "Period"),
        event("1964~/..", "Open"),
        event("198X", "Decade"),
        event("1984-05-03?", "Day"),
    )
    parsed = LexborHTMLParser(page)
    assert [h2.text() for h2 in parsed.css("h2")] == ["1955 or earlier", "1964", "1980s", "1984"]
    assert [h2.attributes["id"] for h2 in parsed.css("h2")] == [
        *("year-to-1955", "year-1964", "year-198X", "year-1984")
    ]
    assert not parsed.css("time"), "HTML has no form for such dates"
    assert [p.text() for p in parsed.css("p.date")] == [
        "1955 or earlier",
        "about 1964 or later",
        "1964–2008",
        "1980s",
        "perhaps 3 May 1984",
    ]
    assert len(links_of_picture(page)) == 5
    (svg,) = parsed.css("svg.picture-wide")
    axis = svg.css("g")[0]
    height = float(str(svg.attributes["viewBox"]).split()[3])
    dashed = axis.css("[stroke-dasharray='2 1.6']")
    assert [node.tag for node in dashed] == ["path", "circle"], "the open end and the day"
    arrows = [
        tip
        for node in axis.css("path[fill]")
        if len(points := re.findall(r"[-\d.]+", str(node.attributes["d"]))) >= 6
        for tip in [float(points[5])]
        if tip < 2 or tip > height - 2
    ]
    assert len(arrows) == 2, "one to the beginning, one to the end"


def test_the_picture_is_mirrored_where_words_run_from_right_to_left() -> None:
    def places(language: str) -> list[float]:
        page = LexborHTMLParser(timeline(event("2021", "It"), language=language))
        (svg,) = page.css("svg.picture-wide")
        assert svg.attributes["direction"] == ("rtl" if language == "he" else "ltr")
        return [float(found.attributes["x"] or "") for found in svg.css("a text")]

    left, right = places("en"), places("he")
    assert right[0] == pytest.approx(WIDTHS[WIDE] - left[0], abs=0.2)


def test_a_picture_has_no_style_of_its_own_and_no_id() -> None:
    picture = re.search(r"<figure.*</figure>", timeline(event("2021", "A summit")))
    assert picture
    assert not re.search(r"\s(style|id|on\w+)=", picture.group())


@cases(normal=40, long=2_000)
@given(NAMES)
def test_whatever_an_event_is_called_its_picture_says_so(title: str) -> None:
    published = publish(timeline(event("2021", title)).encode()).html
    for form in (NARROW, WIDE):
        (link,) = LexborHTMLParser(published).css(f"svg.picture-{form} a")
        assert "".join(title.split()) in "".join(link.text().split())
