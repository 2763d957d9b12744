"""Each rule as texts with a [piece] in them, then laws that hold for any text."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text.word_boundary import has_elision, is_whole_word
from tests.profiles import cases


def _is_whole(marked: str, elision: bool = False) -> bool:
    """The answer for the piece in brackets."""
    before, piece, after = regex.split(r"[\[\]]", marked)
    return is_whole_word(before + piece + after, len(before), len(before + piece), elision)


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


def test_elision_begins_a_word_only_in_languages_that_have_it() -> None:
    assert _is_whole("dell'[Unione]", elision=True)
    assert not _is_whole("O'[Brien]", elision=False)
    assert _is_whole("'[Union]'", elision=False)


@pytest.mark.parametrize("language", ["fr", "it", "IT", "fr-BE", "ca-valencia"])
def test_languages_with_elision(language: str) -> None:
    assert has_elision(language)


@pytest.mark.parametrize("language", ["en", "be", "uk", "ru", "fry", ""])
def test_languages_without_elision(language: str) -> None:
    assert not has_elision(language)


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


spaced_letters = st.sampled_from("aZéßжЯωאשبی9٣_")
spaced_text = st.text(st.sampled_from("aZéßжЯωאשبی9٣_\u0301\u064f ()!—“"), max_size=8)


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
    assert is_whole_word(text, start, end, elision=False) is ({start, end} <= borders)


any_text = st.text(st.sampled_from("aAж中ก1 '\"-.·\u0301\u0e35\u1039_s\u05d0"), max_size=6)
# No form begins with a mark, which would be in the middle of a letter.
any_piece = any_text.filter(lambda piece: regex.match(r"[^\p{M}]", piece))


@cases(normal=1_000, long=20_000)
@given(any_text, any_piece, any_text, st.booleans())
def test_invisible_characters_beside_a_piece_change_nothing(
    before: str, piece: str, after: str, elision: bool
) -> None:
    plain = is_whole_word(before + piece + after, len(before), len(before + piece), elision)
    before += "\u00ad"
    assert (
        is_whole_word(f"{before}{piece}\u200d{after}", len(before), len(before + piece), elision)
        is plain
    )


@cases(normal=500, long=10_000)
@given(any_text, any_piece, any_text, st.booleans())
def test_between_spaces_everything_is_whole(
    before: str, piece: str, after: str, elision: bool
) -> None:
    text = f"{before} {piece} {after}"
    start = len(before) + 1
    assert is_whole_word(text, start, start + len(piece), elision)
