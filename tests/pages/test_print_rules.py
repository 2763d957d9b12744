"""The rules for paper, taken out of a style sheet for sheets on the screen."""

import pytest

from build_scripts.pages.joined_assets import STYLE_SHEET_OF_HANDOUTS, assets
from build_scripts.pages.print_rules import print_rules

NESTED = "@media (scripting:enabled){d{e:f}}g{h:i}"


@pytest.mark.parametrize(
    ("style_sheet", "rules"),
    [
        ("a{b:c}", ""),
        ("a{b:c}@media print{d{e:f}}g{h:i}", "d{e:f}"),
        ("@media print {d{e:f}}@media screen{j{k:l}}@media print{m{n:o}}", "d{e:f}m{n:o}"),
        (f"@media print{{{NESTED}}}", NESTED),
        ("@page{@bottom-center{content:x}}", ""),
    ],
)
def test_rules_for_paper_are_taken_with_what_is_nested_in_them(
    style_sheet: str, rules: str
) -> None:

    assert print_rules(style_sheet, ".sheet") == f".sheet{{{rules}}}"


def test_sheets_begin_with_the_rules_for_paper_of_all_parts() -> None:
    (handout,) = (one for one in assets("") if one.path == f"/{STYLE_SHEET_OF_HANDOUTS}")
    written = handout.content.decode()
    first = written.partition("\n")[0]
    assert first.startswith(".handout{")
    assert first.count("{") == first.count("}")
    for part in (".paragraph-number", ".before-text", ".apparatus-source", "[data-print-terms"):
        assert part in first
