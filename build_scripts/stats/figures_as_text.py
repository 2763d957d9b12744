"""The figures of a collection as tables for people, or as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, astuple

from build_scripts.report.json_lines import encoded
from build_scripts.stats.figures import CollectionFigures, TextFigures, Work
from build_scripts.stats.table import table

_MOST = 10
"""Rows of a ranking in a table. JSON has them all."""


def as_text(figures: CollectionFigures) -> str:
    """The figures in tables."""
    return "\n\n".join(_sections(figures)) + "\n"


def as_json(figures: CollectionFigures) -> str:
    """The figures as one object, its keys sorted."""
    content = asdict(figures)
    for name in ("term_places", "citations", "contributors"):
        content[name] = dict(content[name])
    # Sorted keys lose the ranking; programs can sort by the numbers.
    return encoded(content, 2, sort_keys=True) + "\n"


def _sections(figures: CollectionFigures) -> Iterator[str]:
    yield _texts(figures)
    yield _work(figures)
    yield _totals(figures)
    yield _ranking("Terms with most places", figures.term_places)
    yield _names("Terms that stand in no reading", figures.terms_without_place)
    yield _ranking("Sources with most citations", figures.citations)
    yield _names("Sources that nothing cites", figures.sources_never_cited)
    yield _ranking("Contributors, by entries", figures.contributors)


def _texts(figures: CollectionFigures) -> str:
    has_characters = figures.text.characters > 0

    def row(name: str, text: TextFigures) -> list[str]:
        characters = [str(text.characters)] if has_characters else []
        share = f"{text.annotated / text.paragraphs:.0%}" if text.paragraphs else "–"
        return [
            name,
            *(str(text.paragraphs), str(text.words), *characters),
            *(f"{text.annotated}", share, str(text.places), str(text.links)),
        ]

    heading = [
        *("Reading", "paragraphs", "words", *(["characters"] if has_characters else [])),
        *("annotated", "share", "places of terms", "links"),
    ]
    rows = [row(one.id, one.text) for one in figures.readings]
    return table(heading, [*rows, row("all", figures.text)])


def _work(figures: CollectionFigures) -> str:
    def row(name: str, work: Work) -> list[str]:
        return [name, *map(str, astuple(work))]

    heading = [
        *("Reading", "notes", "cross-references", "corrections", "questions"),
        *("mentions", "formatting", "without sources", "drafts", "reviewed", "disputed"),
    ]
    rows = [row(one.id, one.work) for one in figures.readings]
    return table(heading, [*rows, row("all", figures.work)])


def _totals(figures: CollectionFigures) -> str:
    return table(
        ["All entries", ""],
        [
            ["terms", str(figures.terms)],
            ["places on the map", str(figures.places)],
            ["events", str(figures.events)],
            ["comparisons", str(figures.comparisons)],
            ["sources", str(figures.sources)],
            ["drafts", str(figures.entry_drafts)],
            ["reviewed", str(figures.entry_reviewed)],
            ["disputed", str(figures.entry_disputed)],
            ["without creator", str(figures.without_creator)],
        ],
    )


def _ranking(title: str, ranked: Sequence[tuple[str, int]]) -> str:
    rows = [[f"  {name}", str(number)] for name, number in ranked[:_MOST]]
    if len(ranked) > _MOST:
        rows.append([f"  and {len(ranked) - _MOST} more", ""])
    return table([title, ""], rows or [["  none", ""]])


def _names(title: str, names: Sequence[str]) -> str:
    return "\n".join((title, *(f"  {name}" for name in names or ("none",))))
