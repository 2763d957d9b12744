"""Characters of scripts that are written without spaces between words."""

UNSPACED_CHARACTER = (
    r"[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Yi}"
    r"\p{sc=Tibetan}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tai_Le}\p{sc=New_Tai_Lue}"
    r"\p{sc=Tai_Tham}\p{sc=Tai_Viet}\p{sc=Ahom}]"
)
"""A pattern for one of them, understood by the library `regex` and by JavaScript (flag `u`).

The marks that East Asian scripts share, such as `。`, are among them.
"""
