"""How a name is pronounced."""

from typing import NamedTuple


class Pronunciation(NamedTuple):
    """How a name is pronounced in one language; `respelling` or `ipa` may be empty, but not both.

    Attributes:
        respelling: the sounds in ordinary letters: ``loo-ka-SHEN-ka``.
        ipa: in the International Phonetic Alphabet, as it was written.
        language: the language in which it is pronounced so, by its tag; empty where it is not said.
    """

    respelling: str = ""
    ipa: str = ""
    language: str = ""

    @property
    def bracketed_ipa(self) -> str:
        """The transcription in brackets, or in the slashes that it was written in."""
        if not self.ipa or self.ipa[0] in "[/":
            return self.ipa
        return f"[{self.ipa}]"
