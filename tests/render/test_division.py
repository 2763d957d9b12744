"""Where a long list is divided, and that its entries keep their addresses."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.render.lookups.division import BEGINNING, divide, name_of_entry, name_of_group
from build_scripts.render.lookups.entries_and_parts import Division, Item

LIST = "glossary/index.md"


def letters(*words: str, weight: int = 10) -> list[Item]:
    """Entries under their first letters."""
    return [Item(word, weight, word[0].upper(), (), (f"term-{word}",)) for word in words]


def shown(division: Division) -> dict[str, tuple[str, ...]]:
    """The entries on each page."""
    return {part.name.page: part.entries for part in division.parts}


def test_a_short_list_stays_on_its_page() -> None:
    division = divide(LIST, letters("ash", "elm", "oak"), 30)
    assert shown(division) == {LIST: ("ash", "elm", "oak")}
    assert not division.is_divided
    assert division.places == {}


def test_an_empty_list_has_a_page() -> None:
    assert shown(divide(LIST, [], 30)) == {LIST: ()}


def test_a_long_list_is_divided_by_groups() -> None:
    division = divide(LIST, letters("alder", "ash", "elm", "oak"), 30)
    assert shown(division) == {
        "glossary/a.md": ("alder", "ash"),
        "glossary/e.md": ("elm",),
        "glossary/o.md": ("oak",),
    }
    assert division.places["term-ash"] == "glossary/a.md"
    assert [part.name.is_cut for part in division.parts] == [False, False, False]
    around = [
        (part.before and part.before.page, part.after and part.after.page)
        for part in division.parts
    ]
    assert around == [
        (None, "glossary/e.md"),
        ("glossary/a.md", "glossary/o.md"),
        ("glossary/e.md", None),
    ]


def test_a_long_group_is_cut_where_an_entry_begins_and_named_after_it() -> None:
    division = divide(LIST, letters(*(f"t{n}" for n in range(8))), 30)
    parts = shown(division)
    assert sum(map(len, parts.values())) == 8
    first, *others = parts.items()
    assert first[0] == "glossary/t.md"
    for page, entries in others:
        assert page == f"glossary/t.{entries[0]}.md"
    assert all(len(entries) <= 3 for entries in parts.values())
    assert all(part.name.is_cut for part in division.parts)


def test_a_list_without_groups_begins_with_a_number() -> None:
    """No id is a number, so no reading and no term has this address."""
    items = [Item(f"letter-{n}", 10) for n in range(4)]
    pages = [*shown(divide("readings/index.md", items, 20))]
    assert pages[0] == f"readings/{BEGINNING}.md"
    assert all(page.startswith("readings/from.letter-") for page in pages[1:])


def test_a_list_is_rather_cut_between_larger_things() -> None:
    """Rows of one reading stay together, even if the halves are less equal."""
    sizes = {"a": 3, "b": 5, "c": 4}
    rows = [Item(f"{r}.n{n}", 10, above=(r,)) for r, size in sizes.items() for n in range(size)]
    readings = [{entry[0] for entry in part} for part in shown(divide(LIST, rows, 60)).values()]
    assert readings == [{"a"}, {"b"}, {"c"}]
    # If one reading alone is too long, its rows are divided.
    assert max(map(len, shown(divide(LIST, rows, 30)).values())) == 3


def test_an_entry_in_pieces_goes_on_on_the_next_page() -> None:
    pieces = [
        Item("x", 10, "X", (), ("term-x",), ""),
        *(Item("x", 10, "X", (), (), f"r{n}") for n in range(5)),
    ]
    division = divide(LIST, [*letters("w"), *pieces], 30)
    found = [sorted(m.pieces or ()) for part in division.parts[1:] for m in part.members]
    assert found == [["", "r0", "r1"], ["r2", "r3", "r4"]]
    assert [part.name.is_continued for part in division.parts] == [False, False, True]
    assert division.places["term-x"] == "glossary/x.md"


@given(st.lists(st.integers(1, 40), min_size=1, max_size=60), st.integers(30, 200))
def test_each_entry_stands_on_one_page_in_the_old_order(weights: list[int], longest: int) -> None:
    items = [
        Item(f"e{n}", weight, "abc"[n * 3 // len(weights)], (), (f"term-e{n}",))
        for n, weight in enumerate(weights)
    ]
    division = divide(LIST, items, longest)
    assert [entry for part in division.parts for entry in part.entries] == [i.entry for i in items]
    assert len({part.name.page for part in division.parts}) == len(division.parts)
    for part in division.parts:
        weight = sum(weights[int(entry[1:])] for entry in part.entries)
        assert weight <= longest or len(part.entries) == 1
        if division.is_divided:
            assert {division.places[f"term-{entry}"] for entry in part.entries} == {part.name.page}


def test_a_new_entry_hardly_moves_others() -> None:
    """Of 2,000 entries on about 60 pages, fewer than ten move on the average."""
    random = Random(1)
    entries = [f"e{random.random()}" for _ in range(2000)]
    before = divide(LIST, [Item(e, 10, anchors=(e,)) for e in sorted(entries)], 500).places
    moved = 0
    for number in range(50):
        entries.append(f"e{random.random()}x{number}")
        now = divide(LIST, [Item(e, 10, anchors=(e,)) for e in sorted(entries)], 500).places
        moved += sum(now[entry] != page for entry, page in before.items())
        before = now
    assert moved / 50 < 10


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("", ""),
        ("T", "t"),
        ("0-9", "0-9"),
        ("CH", "ch"),
        ("Ш", "u0448"),
        ("שׁ", "u05e9-u05c1"),
        ("12劃", "u0031-u0032-u5283"),
        ("18XX", "18xx"),
        ("-04XX", "-04xx"),
        ("0.terms", "0.terms"),
    ],
)
def test_a_group_is_a_part_of_an_address(group: str, name: str) -> None:
    assert name_of_group(group) == name


def test_an_entry_is_a_part_of_an_address_of_its_own() -> None:
    assert name_of_entry("oak") == "oak"
    assert name_of_entry(".term-oak") == "term-oak"
    others = ["Κωνσταντίνος Καβάφης", ".Ann", ".ann", ".ANN", "..", "a/b", "x" * 100]
    names = [name_of_entry(name) for name in others]
    assert len({*names}) == len(others)
    assert all(re.fullmatch("[a-z0-9-]{1,20}", name) for name in names)


def test_groups_with_one_address_share_their_pages() -> None:
    items = [Item("oak", 10, "Z"), Item("elm", 10, "z")]
    assert shown(divide(LIST, items, 15)) == {
        "glossary/z.md": ("oak",),
        "glossary/z.elm.md": ("elm",),
    }
