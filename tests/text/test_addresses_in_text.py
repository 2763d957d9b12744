"""Addresses as texts in which they stand in brackets: each line says all of its addresses."""

import pytest
import regex

from build_scripts.text import addresses_in_text
from build_scripts.text.addresses_in_text import addresses, is_part


@pytest.mark.parametrize(
    "marked",
    [
        "See [http://example.org/boat/index] or mail ⟦boat@example.org⟧, file ⟦boat.txt⟧.",
        "⟦www.example.org/boat⟧, ⟦example.org⟧. (⟦example.co.uk⟧) “⟦boat.example.com⟧”",
        "⟦doi:10.1/boat⟧ DOI ⟦10.1000/boat⟧, ⟦urn:isbn:boat⟧ ⟦mailto:boat@example.org⟧",
        r"⟦C:\boat\x.txt⟧ ⟦C:/boat/x⟧ ⟦\\server\boat\x⟧ D:\My ⟦Boats\boat\x⟧".replace(
            r"D:\My", r"⟦D:\My⟧"
        ),
        "⟦/usr/boat⟧ ⟦~/boat⟧ ⟦../boat⟧ ⟦src/boat/index.html⟧ ⟦boat.tar.gz⟧ ⟦BOAT.PDF⟧",
        "⟦@boat⟧ wrote to ⟦@boat@example.social⟧ and ⟦boat@home⟧ of the #boat",
        "⟦t.co/boat⟧ ⟦192.168.0.1/boat⟧ ⟦localhost:8000/boat⟧ ⟦//example.org/boat⟧",
        "⟦http://例子.测试/船⟧ ⟦https://ru.wikipedia.org/wiki/Лодка⟧ ⟦сайт.рф/лодка⟧",
        "⟦почта@пример.рф⟧ ⟦http://example.org/قارب⟧ ⟦https://he.wikipedia.org/wiki/סירה⟧",
        "见⟦http://example.org/boat⟧号船，文件⟦boat.txt⟧在",
        "[boat](⟦http://example.org/boat⟧) <⟦http://example.org/boat⟧>boat",
        "(see ⟦http://example.org/boat_(ship)⟧)boat, ⟦http://example.org/boat⟧—boat",
        "_⟦boat.txt⟧_ *⟦example.org⟧* l'⟦example.fr⟧",
    ],
)
def test_addresses(marked: str) -> None:
    marked = marked.replace("[http", "⟦http", 1).replace("index]", "index⟧")
    text = regex.sub("[⟦⟧]", "", marked)
    assert [text[start:end] for start, end in addresses(text)] == regex.findall("⟦(.*?)⟧", marked)


@pytest.mark.parametrize(
    "text",
    [
        "boat.The end. End.Then U.S. U.S.A. e.g. i.e. a.m. z.B. Ph.D. op.cit. St.Petersburg",
        "and/or Hamlet/Ophelia he/she/they km/h 1/2 10.5/7 the line /italics/ or /Hamlet/",
        "г.Москва т.е. и т.д. 12.km 28.5 3.14 §5.2 #boat 5*3 a=b C: D:",
        "<i>boat</i> <lb/>boat \\emph{boat} [boat] {boat} boat... boat…the",
        "船。船，船 และเรือ.เรือ",
        "",
    ],
)
def test_what_is_not_an_address(text: str) -> None:
    assert addresses(text) == ()


def test_part_of_an_address_and_the_whole_of_it() -> None:
    text = "See example.org/boat and boat.txt."
    places = addresses(text)
    start = text.index("boat")
    assert is_part(start, start + 4, places)
    assert is_part(start - 5, start + 4, places)
    assert not is_part(4, 20, places)
    assert not is_part(0, 3, places)
    assert not is_part(21, 24, places)
    assert not is_part(start, start + 4, ())
    assert is_part(4, 8, places)
    assert not is_part(20, 21, places)


@pytest.mark.parametrize(
    "unit", ["a.", "a/", "a@", "@", "\\", "a\\", "船.", "(.", "a.com", "..", "a:"]
)
def test_a_long_piece_is_read_once(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each character is looked at by the pattern of addresses in one search alone."""
    read = 0
    pattern = addresses_in_text._address()

    class Counting:
        def finditer(self, text: str, start: int, end: int) -> object:
            nonlocal read
            read += end - start
            return pattern.finditer(text, start, end)

    monkeypatch.setattr(addresses_in_text, "_address", Counting)
    text = f"x.y{unit * 1_000} " * 3
    addresses(text)
    assert read <= len(text)
