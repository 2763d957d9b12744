"""Faults of a file's YAML, gathered while it is read."""

import re
from typing import Any, NoReturn

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Document, Origin
from build_scripts.read.files.forbidden_characters import FORBIDDEN, described
from build_scripts.read.yaml.syntax_causes import COMMENT_IN_VALUE
from build_scripts.text.wording import shortened


class Stop(Exception):
    """The rest of the file cannot be read."""


class YamlFindings:
    """The faults of one file so far.

    Attributes:
        diagnostics: in the order in which they were found.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []
        # Looked for once, so that files without one cost nothing more.
        text = document.text
        may_have_comment = " #" in text or "\t#" in text
        self.has_comment_in_value = may_have_comment and COMMENT_IN_VALUE.search(text) is not None

    def report(self, offset: int, code: Code, message: str, hint: str = "") -> None:
        """Note a fault.

        Raises:
            Stop: there are so many that the file is not worth reading on.
        """
        is_last = len(self.diagnostics) + 1 == limits.MOST_FINDINGS
        if is_last:
            hint += "\nThe rest of this file was not read."
        self.diagnostics.append(Origin(self.document, offset).diagnostic(code, message, hint))
        if is_last:
            raise Stop

    def of_unreadable_file(self) -> tuple[Diagnostic, ...]:
        """Faults of a file that cannot be read to its end.

        What seems empty, or cut short, is often so for the reason why the rest cannot be read.
        """
        if len(self.diagnostics) == limits.MOST_FINDINGS:
            return tuple(self.diagnostics)
        doubtful = (Code.EMPTY_VALUE.value, Code.YAML_COMMENT.value)
        return tuple(found for found in self.diagnostics if found.code not in doubtful)

    def forbidden(self, offset: int, what: str, hint: str) -> None:
        """Something of YAML that annotations do without."""
        self.report(
            offset, Code.YAML_FORBIDDEN_FEATURE, f"{what} is not allowed in annotations", hint
        )

    def too_deep(self, offset: int) -> NoReturn:
        """Lists in lists without end.

        Raises:
            Stop: always.
        """
        self.report(
            offset,
            Code.YAML_TOO_DEEP,
            f"Values are nested more than {limits.DEEPEST_VALUE} levels deep",
            "No annotation needs that; look for stray brackets or dashes.",
        )
        raise Stop

    def too_many(self, offset: int) -> NoReturn:
        """More values than a file may hold.

        Raises:
            Stop: always.
        """
        self.report(
            offset,
            Code.YAML_TOO_MANY_VALUES,
            f"The file holds more than {limits.MOST_VALUES:,} keys and values",
            "Spread them over several files in the same folder; their names are free.",
        )
        raise Stop

    def too_many_keys(self, offset: int) -> NoReturn:
        """A mapping with more keys than any entry has.

        Raises:
            Stop: always.
        """
        self.report(
            offset,
            Code.YAML_TOO_MANY_VALUES,
            f"This entry has more than {limits.MOST_KEYS:,} keys",
            "An entry has the keys of its kind only; entries of a list begin with `- `.",
        )
        raise Stop

    def comment_in(self, end_of_value: int) -> None:
        """Look whether a comment begins where a text ends that needed quotation marks."""
        comment = COMMENT_IN_VALUE.match(self.document.text, end_of_value)
        if comment is not None:
            self.report(
                comment.end() - 1,
                Code.YAML_COMMENT,
                "The text ends here, because ` #` begins a comment",
                "Put the whole text into quotation marks; if a comment is meant, write a space "
                "behind the `#`.",
            )

    def control_character_in(self, text: str, offset: int) -> None:
        """Look for what no text may hold; the parser refuses it, but not where it is escaped."""
        found = FORBIDDEN.search(text)
        if found is not None:
            self.report(
                offset,
                Code.WRONG_VALUE,
                f"The text holds {described(found.group())}",
                "Remove it, or write the character that was meant.",
            )

    def empty_item(self, offset: int) -> None:
        """A dash with nothing behind it."""
        self.report(
            offset,
            Code.EMPTY_VALUE,
            "This item of the list is empty",
            "Give it a value, or remove its dash.",
        )

    def empty_value(self, key: str, key_event: Any) -> None:
        """Complain that nothing stands behind a key; how the value begins often says why."""
        text = self.document.text
        end = key_event.end_mark.index
        hint = "Give it a value, or remove it."
        if _NEXT_KEY.match(text, end):
            hint = (
                "Give it a value, or remove it; what belongs to it is indented further than it is."
            )
        if _COMMENT_FOR_VALUE.match(text, end):
            hint = "Behind `#` stands a comment; put a text that begins so into quotation marks."
        elif ":" in key:
            hint = "Between the key and its value stand a colon and a space."
        elif text[end : end + 1] in ("}", ","):  # a key in braces, without a colon
            hint = 'A text with a comma in it must stand in straight quotation marks, `"…"`.'
        name = shortened(key)
        self.report(key_event.start_mark.index, Code.EMPTY_VALUE, f"`{name}` is empty", hint)

    def duplicate(self, key: str, offset: int, first: int, *, begins_entry: bool) -> None:
        """A key that stands twice.

        Args:
            key: its name.
            offset: where it stands the second time.
            first: where it stands the first time.
            begins_entry: whether it is the key with which the entry of a list begins, so that it
                probably begins the next one.
        """
        first_line, _ = self.document.line_and_column(first)
        name = shortened(key)
        hint = "Keep one of the two; a new entry of a list begins with `- `."
        if begins_entry:
            hint = (
                f"If a new entry begins here, write `- ` before `{name}`; else keep one of the two."
            )
        self.report(
            offset,
            Code.YAML_DUPLICATE_KEY,
            f"The key `{name}` stands twice in one entry, first in line {first_line}",
            hint,
        )


_NEXT_KEY = re.compile(r"""["']?[ \t]*:[ \t]*\n[ \t]+[\w-]+:""")
_COMMENT_FOR_VALUE = re.compile(r"""["']?[ \t]*:[ \t]+#\S""")
