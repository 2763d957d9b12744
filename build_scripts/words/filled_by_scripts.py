"""Say in which messages the scripts of the pages fill in values.

A catalogue may leave a variable out of any other message. A script would fill in its value nowhere.
"""

_MESSAGES = frozenset(
    {
        "entry-cited",
        "filter-shown",
        "paragraph",
        "paragraphs-cited",
        "quotation",
        "reading-progress",
        "reading-progress-hours",
    }
)
_FAMILY = "contribute-"
"""What the form says while the reader types; its messages without variables are labels."""


def is_filled_by_scripts(message: str) -> bool:
    """Whether scripts fill in the variables of a message, so that none may be left out."""
    return message in _MESSAGES or message.startswith(_FAMILY)
