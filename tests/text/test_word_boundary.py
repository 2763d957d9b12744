"""Each rule as texts with a [piece] in them, then laws that hold for any text."""

from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text.attached_parts import ATTACHED, Attached
from build_scripts.text.word_boundary import is_whole_word, without_attached, word_rules
from tests.profiles import cases

PROJECT = Path(__file__).parents[2]


def _is_whole(marked: str, language: str = "") -> bool:
    """The answer for the piece in brackets."""
    before, piece, after = regex.split(r"[\[\]]", marked)
    rules = word_rules(language)
    return is_whole_word(before + piece + after, len(before), len(before + piece), rules)


@pytest.mark.parametrize(
    "marked",
    [
        "[Union]",
        "the [Union State].",
        '"[Union]"',
        "([Union])",
        "[Union]/state",
        "state—[Union]—state",
        "[Союз] и",
        "في [اتحاد].",
        "[Ένωση];",
        "[Union]²",  # the mark of a footnote
        "[Union].It",  # a space that was lost
        "[C++]x",  # what begins or ends with no letter has its border there
    ],
)
def test_what_stands_alone_is_a_whole_word(marked: str) -> None:
    assert _is_whole(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[Union]ist",
        "Re[union]",
        "[Union]2",
        "2[Union]",
        "[Union]_x",
        "[Союз]ный",
        "ال[اتحاد]",
        "[اتحاد]ُ",  # a vowel mark
        "[e]\u0301",  # a combining accent
        " [\u0301e]",
        "[Union]\u00adist",  # a soft hyphen
        "e\u00ad\u0301[t]",
        "[می]\u200cخواهم",  # a zero-width non-joiner
        "[col]·legi",
        '[צה]"ל',
        "[צה]״ל",
        "[28].5",
        "28.[5]",
        "[28],000",
    ],
)
def test_what_goes_on_is_none(marked: str) -> None:
    assert not _is_whole(marked)


@pytest.mark.parametrize("marked", ["[Putin]'s", "[Putin]'s.", "[PUTIN]'S", "[states]' vote"])
def test_a_possessive_ends_a_word(marked: str) -> None:
    assert _is_whole(marked)


@pytest.mark.parametrize("marked", ["[don]'t", "[O]'Brien", "[Putin]'sx", "[з]'езд"])
def test_another_apostrophe_does_not(marked: str) -> None:
    assert not _is_whole(marked)


EXAMPLES = [
    (part, language, example)
    for part in ATTACHED
    for language in part.languages.split()
    for example in part.examples.split(", ")
]


@pytest.mark.parametrize(("part", "language", "example"), EXAMPLES)
def test_what_languages_attach_does_not_hide_a_word(
    part: Attached, language: str, example: str
) -> None:
    assert _is_whole(example, language)
    assert _is_whole(example, f"{language}-Latn-001")
    # A possessive s belongs to no language, and a colon is a border in all of them.
    if "]'s" not in example and "]:" not in example:
        assert not _is_whole(example)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("tr", "[ANKARA]'YA"),
        ("tr", "'[Ankara]'dan'"),
        ("tr", "_[Ankara]_'ya"),
        ("fr", "l'_[Union]_"),
        ("fr", "_l'_[Union]"),
        ("ga", "d'[Brien]"),
        ("ko", "[한국]에서의"),
        ("ko", "[대한민국]을"),
        ("ko", "[학교]는"),
        ("ko", "[서울]로"),
        ("pl", "[Joyce]'em"),
        ("fa", "[کتاب]\u200cهای"),
        ("fa", "[کتاب]های"),
    ],
)
def test_attached_parts_in_other_surroundings(language: str, marked: str) -> None:
    assert _is_whole(marked, language)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("tr", "[Kur]'an"),  # a word of its own, with a sound that Turkish writes no more
        ("tr", "[San]'at"),
        ("tr", "[kale]'ye"),  # only names part from their endings
        ("tr", "[Ankara]lı"),
        ("en", "[crown]'d"),
        ("en", "[Ankara]'ya"),
        ("en", "[NGO]s"),
        ("en", "ku[Mandela]"),
        ("fi", "EU:[n]"),  # the ending is not a word
        ("fi", "[NATO]nainen"),
        ("sv", "tv:[n]"),
        ("ko", "[음악]가"),  # a musician: the particle would be 이
        ("ko", "[서울]특별시"),
        ("ko", "[국]은"),  # one syllable is too little
        ("fa", "[می]\u200cخواهم"),
        ("fa", "[تن]ها"),  # alone
        ("he", "ב[ירושלים]"),
        ("ar", "و[الاتحاد]"),
    ],
)
def test_what_only_looks_like_an_attached_part(language: str, marked: str) -> None:
    assert not _is_whole(marked, language)


@pytest.mark.parametrize(
    ("language", "written", "word"),
    [
        ("tr", "Ankara'ya", "Ankara"),
        ("fr", "l'Union", "Union"),
        ("it", "dell'Unione's", "Unione"),
        ("en", "Quill's", "Quill"),
        ("en", "O'Brien", "O'Brien"),
        ("ga", "gCorcaigh", "Corcaigh"),
        ("zu", "kuMandela", "Mandela"),
        ("ko", "서울은", "서울은"),
        ("en", "'", "'"),
        ("ga", "boys'", "boys'"),
    ],
)
def test_a_word_without_what_is_attached(language: str, written: str, word: str) -> None:
    start, end = without_attached(written, word_rules(language))
    assert written[start:end] == word


def test_the_guide_shows_all_of_it() -> None:
    """The table in the guide is the data; paste it from the message of this test."""
    rows = [("Language", "Set off by", "Found", "Source"), ("---",) * 4]
    rows += [(part.names, part.sign, part.examples, part.source) for part in ATTACHED]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows).replace(" --- ", "---")
    assert table in (PROJECT / "docs" / "guide" / "glossary.md").read_text(encoding="utf-8"), table


@pytest.mark.parametrize(
    "marked",
    [
        "_[Hamlet]_",
        "__[Hamlet]__",
        "_the [Hamlet]_,",
        "_[Beagle]_'s",
        "\uff3f[哈姆雷特]\uff3f",
        "*[Hamlet]*",
        "**[Hamlet]**",
        "/[Hamlet]/",
        "=[Hamlet]=",
        "~[Hamlet]~",
        "+[Hamlet]+",
        "[Hamlet]^1",
        "{[Hamlet]}",
        "<i>[Hamlet]</i>",
        "''[Hamlet]''",
        r"\emph{[Hamlet]}",
        "[Hamlet]|",
        "les‿[amis]",
    ],
)
def test_marks_of_transcribers_do_not_hide_a_word(marked: str) -> None:
    assert _is_whole(marked)


@pytest.mark.parametrize("marked", ["[snake]_case", "snake_[case]", "un_[happy]_", "[28]_000"])
def test_a_low_line_between_letters_joins_them(marked: str) -> None:
    assert not _is_whole(marked)


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
@pytest.mark.parametrize(
    ("marked", "is_whole"),
    [
        ("[Moscow]-based", True),
        ("pro-[Moscow]", True),
        ("[Belarus]-Russia", True),
        ("[1990s]-style", True),
        ("[ბელარუსი]-რუსეთი", True),  # Georgian writes names without capitals
        ("[ארץ]-ישראל", True),
        ("[slow]-moving", False),
        ("semi-[slow]", False),
        ("[медленно]-быстро", False),
        ("[slow]- or fast", True),
        ("[slow]--then", True),
        ("or -[slow]", True),
    ],
)
def test_a_hyphen_joins_common_words_but_not_names(
    hyphen: str, marked: str, is_whole: bool
) -> None:
    assert _is_whole(marked.replace("-", hyphen)) is is_whole


@pytest.mark.parametrize(
    ("marked", "is_whole"),
    [
        ("访问[白俄罗斯]总统", True),
        ("これは[ベラルーシ]です", True),
        ("กรุง[มินสค์]ปี", True),
        ("在[Minsk]访问", True),
        ("[ก]ี", False),  # a vowel sign belongs to its consonant
        ("[က]\u1039က", False),  # so does a consonant written below it …
        ("က\u1039[က]", False),  # … which is no letter of its own
        ("[က\u1039]က", False),
        ("[๒๕]๖๓", False),  # numbers are not cut
        ("[๒๕]ปี", True),
    ],
)
def test_in_scripts_without_spaces_words_border_on_letters(marked: str, is_whole: bool) -> None:
    assert _is_whole(marked) is is_whole


spaced_letters = st.sampled_from("aZéßжЯωאשبی9٣")
spaced_text = st.text(st.sampled_from("aZéßжЯωאשبی9٣\u0301\u064f ()!—“"), max_size=8)


@cases(normal=1_000, long=20_000)
@given(spaced_text, spaced_letters, st.text(spaced_letters, max_size=3), spaced_text)
def test_letters_marks_and_digits_are_parted_as_by_the_unicode_standard(
    before: str, first: str, rest: str, after: str
) -> None:
    """UAX #29, as another library implements it; without the signs where we deviate."""
    piece = first + rest
    text = before + piece + after
    start, end = len(before), len(before + piece)
    borders = {match.start() for match in regex.finditer(r"(?w)\b", text)}
    assert is_whole_word(text, start, end, word_rules("")) is ({start, end} <= borders)


languages = st.sampled_from(("", "en", "fr", "it"))
any_text = st.text(st.sampled_from("aAж中ก1 '\"-.·\u0301\u0e35\u1039_s\u05d0"), max_size=6)
# No form begins with a mark, which would be in the middle of a letter.
any_piece = any_text.filter(lambda piece: regex.match(r"[^\p{M}]", piece))


@cases(normal=1_000, long=20_000)
@given(any_text, any_piece, any_text, languages)
def test_invisible_characters_beside_a_piece_change_nothing(
    before: str, piece: str, after: str, language: str
) -> None:
    rules = word_rules(language)
    plain = is_whole_word(before + piece + after, len(before), len(before + piece), rules)
    before += "\u00ad"
    assert (
        is_whole_word(f"{before}{piece}\u200d{after}", len(before), len(before + piece), rules)
        is plain
    )


@cases(normal=500, long=10_000)
@given(any_text, any_piece, any_text, languages)
def test_between_spaces_everything_is_whole(
    before: str, piece: str, after: str, language: str
) -> None:
    text = f"{before} {piece} {after}"
    start = len(before) + 1
    assert is_whole_word(text, start, start + len(piece), word_rules(language))


@pytest.mark.parametrize(
    ("text", "is_whole"), [("a·b", False), ("a·1", True), ("1·a", True), (" ·a", True)]
)
def test_a_dot_in_the_middle_joins_letters(text: str, is_whole: bool) -> None:
    assert is_whole_word(text, 2, 3, word_rules("en")) == is_whole
