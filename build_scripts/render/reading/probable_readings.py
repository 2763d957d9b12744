"""Write what a correction proposes instead of the printed words, and the rivals of that reading."""

from build_scripts.model.annotation import Certainty, Correction, Rival
from build_scripts.model.reading import Reading
from build_scripts.model.source_text import GAP, LEFT_OUT
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page import one_line
from build_scripts.render.passages import exactly_quoted_html


def probable_reading_html(correction: Correction, reading: Reading, words: Words) -> Html:
    """The reading that the text as corrected shows, how certain it is, and who proposed it."""
    certainty = words.html(f"certainty-{correction.certainty}")
    if correction.reading == LEFT_OUT:
        statement = words.html("correction-not-shown", certainty=certainty)
    elif correction.reading:
        quoted = exactly_quoted_html(reading, one_line(correction.reading))
        statement = words.html("probable-reading", words=quoted, certainty=certainty)
    else:
        statement = words.html("probably-left-out", certainty=certainty)
    statement = _with_names(statement, correction.proposed_by, words)
    return element("p", {"class": "correction"}, statement)


def rival_html(rival: Rival, reading: Reading, words: Words, more: Html) -> Html:
    """An item of the list of other readings; `more` is what its body and its sources say."""
    if rival.reading == LEFT_OUT:
        statement = text(GAP)
    elif rival.reading:
        statement = exactly_quoted_html(reading, one_line(rival.reading))
    else:
        statement = words.html("other-reading-left-out")
    if rival.certainty is not None:
        certainty = words.html(f"certainty-{rival.certainty}")
        statement = words.html("other-reading", words=statement, certainty=certainty)
    statement = _with_names(statement, rival.proposed_by, words)
    return element("li", None, element("p", None, statement), more)


def rivals_html(items: tuple[Html, ...], words: Words) -> Html:
    """The list of other readings; empty where there are none."""
    if not items:
        return NO_HTML
    heading = element("p", None, words.html("other-readings"))
    return element("div", {"class": "rivals"}, heading, element("ul", None, *items))


def _with_names(statement: Html, names: tuple[str, ...], words: Words) -> Html:
    if not names:
        return statement
    return words.html(
        "reading-by", reading=statement, names=text(words.joined(map(one_line, names)))
    )


def statements_in_words(correction: Correction, words: Words) -> tuple[str, ...]:
    """The same without markup: the probable reading, then each rival."""
    first = (correction.reading, correction.certainty, correction.proposed_by)
    others = ((rival.reading, rival.certainty, rival.proposed_by) for rival in correction.rivals)
    return (
        _in_words("probable-reading", "probably-left-out", *first, words),
        *(_in_words("other-reading", "other-reading-left-out", *other, words) for other in others),
    )


def _in_words(
    message: str,
    left_out: str,
    reading: str,
    certainty: Certainty | None,
    names: tuple[str, ...],
    words: Words,
) -> str:
    quoted = words.text("quotation", words=one_line(reading)) if reading else ""
    how_sure = words.text(f"certainty-{certainty}") if certainty else ""
    if reading == LEFT_OUT:
        quoted = GAP
        if message == "probable-reading":
            message, left_out, quoted = left_out, "correction-not-shown", ""
    if message == "other-reading":
        quoted = quoted or words.text(left_out)
        statement = words.text(message, words=quoted, certainty=how_sure) if how_sure else quoted
    elif quoted:
        statement = words.text(message, words=quoted, certainty=how_sure)
    else:
        statement = words.text(left_out, certainty=how_sure)
    if not names:
        return statement
    return words.text("reading-by", reading=statement, names=words.joined(map(one_line, names)))
