"""The words of a text one after the other, where it does not matter what each of them means.

In scripts without spaces between words, each character counts as a word.
"""

import regex

from build_scripts.text.scripts_without_spaces import WITHOUT_SPACES

WORD = regex.compile(
    rf"{WITHOUT_SPACES}(?<=\w)\p{{M}}*"
    rf"|(?:(?!{WITHOUT_SPACES})[\w\p{{M}}]|(?<=\w)['’\u02bc\-\u2010\u2011](?=\w))+"
)
