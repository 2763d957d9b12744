"""Say how long a text takes: from an hour on, in hours and minutes."""

from babel.numbers import format_decimal, format_percent

from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html

_MINUTES_OF_HOUR = 60


def duration_html(words: Words, total: int) -> Html:
    """A number of minutes in words."""
    hours, minutes = divmod(total, _MINUTES_OF_HOUR)
    if not hours:
        return words.html("minutes", count=minutes)
    if not minutes:
        return words.html("hours", count=hours)
    return words.html("hours-and-minutes", count=hours, minutes=minutes)


def nothing_read(words: Words, total: int) -> str:
    """What the progress says when a text of so many minutes opens."""
    hours, minutes = divmod(total, _MINUTES_OF_HOUR)
    left = {"hours": hours, "minutes": minutes} if hours else {"minutes": minutes}
    return words.text(
        "reading-progress-hours" if hours else "reading-progress",
        percent=format_percent(0, locale=words.locale),
        **{unit: format_decimal(number, locale=words.locale) for unit, number in left.items()},
    )


def progress_data(words: Words, total: int) -> dict[str, str | None]:
    """The attributes from which the page's script says how much is left (`progress.js`)."""
    places = {"percent": "[percent]", "minutes": "[minutes]"}
    in_hours = words.for_script("reading-progress-hours", hours="[hours]", **places)
    return {
        "data-minutes": str(total),
        "data-words": words.for_script("reading-progress", **places),
        "data-words-hours": in_hours if total >= _MINUTES_OF_HOUR else None,
    }
