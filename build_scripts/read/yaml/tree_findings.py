"""Faults of YAML that can be parsed: refused features, empty values, keys that occur twice."""

import re
from typing import Any, NoReturn

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.read.files.forbidden_characters import FORBIDDEN, described
from build_scripts.read.yaml.syntax_causes import (
    COMMENT_IN_VALUE,
    KEEP_WHAT_SEEMS_A_COMMENT,
    TEXT_ENDS_AT_COMMENT,
)
from build_scripts.text.wording import shortened


class Stop(Exception):
    """The rest of the file cannot be read."""


class YamlFindings:
    """The faults of one file, gathered while it is read, in the order in which they are found."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []
        # Searched once, so that files without such a comment cost nothing more.
        text = document.text
        may_have_comment = " #" in text or "\t#" in text
        self.has_comment_in_value = may_have_comment and COMMENT_IN_VALUE.search(text) is not None

    def report(self, offset: int, code: Code, message: str, hint: str = "") -> None:
        """Add a fault.

        Raises:
            Stop: there are too many to read on.
        """
        is_last = len(self.diagnostics) + 1 == limits.MOST_FINDINGS
        if is_last:
            hint += "\nThe rest of this file was not read."
        self.diagnostics.append(Origin(self.document, offset).diagnostic(code, message, hint))
        if is_last:
            raise Stop

    def of_unreadable_file(self) -> tuple[Diagnostic, ...]:
        """The faults of a file that cannot be read to its end.

        Values that seem empty or cut short are left out: the cause is often the fault that keeps
        the rest from being read.
        """
        if len(self.diagnostics) == limits.MOST_FINDINGS:
            return tuple(self.diagnostics)
        doubtful = (Code.EMPTY_VALUE.value, Code.YAML_COMMENT.value)
        return tuple(found for found in self.diagnostics if found.code not in doubtful)

    def forbidden(self, offset: int, what: str, hint: str) -> None:
        """Report a YAML feature that is not allowed in annotations."""
        self.report(
            offset, Code.YAML_FORBIDDEN_FEATURE, f"{what} is not allowed in annotations", hint
        )

    def too_deep(self, offset: int) -> NoReturn:
        """Report values that are nested too deeply, and stop."""
        self._stop(
            offset,
            Code.YAML_TOO_DEEP,
            f"Values are nested more than {limits.DEEPEST_VALUE} levels deep",
            "No annotation needs that. Look for brackets or dashes that do not belong here.",
        )

    def too_many(self, offset: int) -> NoReturn:
        """Report that the file holds too many values, and stop."""
        self._stop(
            offset,
            Code.YAML_TOO_MANY_VALUES,
            f"The file contains more than {limits.MOST_VALUES:,} keys and values",
            "Spread them over several files in the same folder, with any names.",
        )

    def too_many_keys(self, offset: int) -> NoReturn:
        """Report a mapping with too many keys, and stop."""
        self._stop(
            offset,
            Code.YAML_TOO_MANY_VALUES,
            f"This entry has more than {limits.MOST_KEYS:,} keys",
            "Delete the keys that do not belong to it. If they are entries of a list, begin each "
            "with `- `.",
        )

    def _stop(self, offset: int, code: Code, message: str, hint: str) -> NoReturn:
        self.report(offset, code, message, hint)
        raise Stop

    def comment_in(self, end_of_value: int) -> None:
        """Report a comment after a text that probably needs quotation marks."""
        comment = COMMENT_IN_VALUE.match(self.document.text, end_of_value)
        if comment is not None:
            self.report(
                comment.end() - 1,
                Code.YAML_COMMENT,
                TEXT_ENDS_AT_COMMENT,
                f"{KEEP_WHAT_SEEMS_A_COMMENT} If you mean a comment, write a space after the `#`.",
            )

    def control_character_in(self, text: str, offset: int) -> None:
        """Report an escaped control character; the parser refuses only unescaped ones."""
        found = FORBIDDEN.search(text)
        if found is not None:
            self.report(
                offset,
                Code.WRONG_VALUE,
                f"The text contains {described(found.group())}",
                "Delete it, or type the character that was meant.",
            )

    def empty_item(self, offset: int) -> None:
        """Report a dash without a value."""
        self.report(
            offset,
            Code.EMPTY_VALUE,
            "This list item is empty",
            "Write something after the dash, or delete the dash.",
        )

    def empty_value(self, key: str, key_event: Any) -> None:
        """Report a key without a value; the text after the key often says why."""
        text = self.document.text
        end = key_event.end_mark.index
        name = shortened(key)
        message = f"Nothing is written after `{name}:`"
        hint = f"Write something there, or delete `{name}:`."
        if _NEXT_KEY.match(text, end):
            hint += " If the lines below belong to it, indent them further."
        if _COMMENT_FOR_VALUE.match(text, end):
            hint = (
                "A `#` begins a comment. If it begins your text, put the text into quotation marks."
            )
        elif ":" in key:
            message = f"`{name}` is not a key with a value"
            hint = "Write a colon and a space between the key and its value."
        elif text[end : end + 1] in ("}", ","):  # a key in braces, without a colon
            message = f"`{name}` is not a key with a value"
            hint = (
                "If it belongs to the text before the comma, put the whole text into straight "
                'quotation marks, `"…"`.'
            )
        self.report(key_event.start_mark.index, Code.EMPTY_VALUE, message, hint)

    def duplicate(self, key: str, offset: int, first: int, *, begins_entry: bool) -> None:
        """Report a key that occurs twice, at `offset` and `first`.

        If the list entry begins with this key, its second place probably begins a new entry.
        """
        first_line, _ = self.document.line_and_column(first)
        name = shortened(key)
        hint = "Delete one of the two. If a new entry begins here, write `- ` before its first key."
        if begins_entry:
            hint = f"If a new entry begins here, write `- ` before `{name}`. If not, delete one."
        self.report(
            offset,
            Code.YAML_DUPLICATE_KEY,
            f"The key `{name}` occurs twice in one entry, first in line {first_line}",
            hint,
        )


_NEXT_KEY = re.compile(r"""["']?[ \t]*:[ \t]*\n[ \t]+[\w-]+:""")
_COMMENT_FOR_VALUE = re.compile(r"""["']?[ \t]*:[ \t]+#\S""")
