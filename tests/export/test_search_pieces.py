"""An index in pieces: what is in each, and by which words it is found."""

import json
from collections import Counter

from build_scripts.export.search_index import IndexEntry, for_material
from build_scripts.export.search_pieces import pieces_of_page
from build_scripts.model.search_entry import SearchBlock, SearchEntry
from build_scripts.model.search_piece import SearchPiece


def entry(name: str, text: str = "", title: str = "", *names: str) -> IndexEntry:
    made = SearchEntry(name, "Paragraph 7", title, (SearchBlock(text),), names)
    return for_material(f"r/#{name}" if name else "r/", made)


def pieces(*entries: IndexEntry, collections: tuple[str, ...] = ()) -> list[SearchPiece]:
    return list(pieces_of_page("r/index.md", entries, collections, Counter()))


def test_a_page_is_cut_between_entries_and_each_piece_knows_the_page() -> None:
    entries = [entry("", title="A page"), *(entry(f"p{n}", "x" * 9000) for n in range(3))]

    contents = [json.loads(piece.content) for piece in pieces(*entries)]

    assert [one["page"]["location"] for one in contents] == ["r/"] * 3
    assert [one for content in contents for one in content["entries"]] == entries
    assert [len(one["entries"]) for one in contents] == [2, 1, 1]


def test_words_are_written_in_ascii_and_end() -> None:
    (piece,) = pieces(entry("p1", "Gull &amp; Мы, quiz 10 § 😀"))
    written = "gull0 amp0 q00u4q00uj0 q0035uiz0 1q001c0"
    assert piece.words.split()[: len(written.split())] == written.split()
    assert piece.words.isascii()
    assert set(piece.words) <= {*"abcdefghijklmnopqrstuvwxyz0123456789 "}
    assert {one for one in piece.words.split() if one.startswith("qzs")} == {
        "qzsq00120",  # &
        "qzsq004n0",  # §
        "qzsq2r5s0",  # 😀
    }


def test_the_beginning_of_a_word_is_written_as_its_beginning() -> None:
    (whole,), (begun,) = (pieces(entry("p1", word)) for word in ("Ўзбекистан2020", "ўзбекистан2"))
    assert whole.words.startswith(begun.words.removesuffix("0"))


def test_words_for_kinds_are_left_out_and_those_of_titles_are_there_twice() -> None:
    (piece,) = pieces(entry("t1", "text", "A gull", "Łuk"))
    assert piece.words == "a0 gull0 text0 luk0 qzta0 qztgull0 qztluk0"


def test_a_collection_is_a_word_that_no_text_has() -> None:
    (piece,) = pieces(entry("p1", "qzcold"), collections=("old", "very-old"))
    assert piece.words == "q0035zcold0 qzcold0 qzcveryq0019old0"


def test_entries_are_counted_by_word() -> None:
    counted: Counter[str] = Counter()
    list(pieces_of_page("", [entry("p1", "a a b"), entry("p2", "a")], (), counted))
    assert counted == {"a": 2, "b": 1}
