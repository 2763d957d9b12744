"""What a name sounds like, roughly, however it is written."""

from functools import lru_cache

import regex

from build_scripts.suggest.reading_words import plain

# Where languages that write with Latin letters differ most in writing down the same foreign name.
_SOUNDS = tuple(
    (regex.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|szcz|sch|sh|sz|zh", "s"),
        (r"tch|ch|cz|ts|tz", "c"),
        (r"z|j(?=[aeou])", "s"),
        (r"kh|gh", "h"),
        (r"ph|v|w", "f"),
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"^[jy](?=e)", ""),
        (r"[jy]", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A rough notation of what a name in Latin letters sounds like, for comparing.

    It makes equal what transliterations from other scripts and languages make different, such as
    ``Evgeny`` and ``Yevgeni``, ``Tchaikovsky`` and ``Czajkowski``; it says nothing of how a word is
    really pronounced.
    """
    written = plain(word)
    for pattern, replacement in _SOUNDS:
        written = pattern.sub(replacement, written)
    return written
