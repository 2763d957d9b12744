"""Sheets of paper with notes at their foot, in Firefox and in WebKit, from a folder."""

import io
import re
from collections.abc import Callable

import pypdf

from tests.browser.engines.collection import NOTES, remark
from tests.browser.engines.engine import Visitor, wait_until

TEXTS = """
    const bare = element => {
        const copy = element.cloneNode(true);
        for (const other of copy.querySelectorAll("[data-apparatus]")) other.remove();
        return copy.textContent;
    };
    const text = name => [...document.querySelectorAll(`${name} [data-paragraph]`)].map(bare);
    const sheets = [...document.querySelectorAll(".sheet")];
    const low = sheets.filter(sheet => {
        const end = sheet.querySelector(".folio").getBoundingClientRect().top;
        const body = sheet.firstElementChild.getBoundingClientRect().bottom;
        const foot = sheet.querySelector(".foot")?.getBoundingClientRect()
            ?? {top: end, bottom: body};
        return body > foot.top + 1 || foot.bottom > end + 1;
    });
    return [text("[data-reading]").join(""), text(".sheet").join(""), sheets.length, low.length];
"""
OPTIONS = "?print-notes=foot&print-lines=on&preview=on&print-type=small"


def test_sheets_are_whole_on_the_screen_and_on_paper(
    wide: Visitor, pages: Callable[[str], str]
) -> None:
    driver = wide.driver
    driver.get(pages("long") + OPTIONS)
    wait_until(lambda: driver.execute_script("return Boolean(document.querySelector('.laid-out'))"))
    source, copied, sheets, low = driver.execute_script(TEXTS)
    assert copied == source
    assert low == 0

    printed = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(wide.on_paper())).pages]
    whole = re.sub(r"\W", "", "".join(printed))
    words = [remark(note, line) for note in range(NOTES) for line in range(20)]
    assert {word: whole.count(word) for word in words} == dict.fromkeys(words, 1)
    assert len(printed) == sheets
    assert f"1 / {sheets}" in printed[0]
    assert f"{sheets} / {sheets}" in printed[-1]
