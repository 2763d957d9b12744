"""Events outside the years of the timeline."""

from collections.abc import Iterator

from build_scripts.merge.entries_with_ids import called
from build_scripts.model.annotation import Event
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection, Settings
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.text.edtf_dates import parsed_date


def events_out_of_range(collection: Collection) -> Iterator[Diagnostic]:
    """A diagnostic for each event that begins or ends outside the years given in site.yml."""
    settings = collection.settings
    for event in collection.events:
        # One diagnostic is enough for an event that lies outside altogether.
        key = next((key for key in ("date", "end_date") if _is_outside(event, key, settings)), "")
        if key:
            yield event.origin.at(key).diagnostic(
                Code.EVENT_OUT_OF_RANGE,
                f"{called('events', event.id)} lies outside the timeline, which "
                f"{_range(settings.first_year, settings.last_year)}",
                "Correct the date, or change the years of `timeline` in annotations/site.yml.",
            )


def _is_outside(event: Event, key: str, settings: Settings) -> bool:
    date = event.date if key == "date" else event.end_date
    if not date:
        return False
    points = parsed_date(date).points
    first, last = settings.first_year, settings.last_year
    # A date that may lie inside is right: the 1980s on a timeline that begins with 1985.
    return any(
        (first is not None and point.latest[0] < first)
        or (last is not None and point.earliest[0] > last)
        for point in points
    )


def _range(first: int | None, last: int | None) -> str:
    if first is None:
        return f"ends with {last}"
    return f"begins with {first}" + ("" if last is None else f" and ends with {last}")
