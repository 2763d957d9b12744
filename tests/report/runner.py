"""Read the output of a step as GitHub's runner does, and find the lines that it obeys."""

import re
from typing import NamedTuple

# Both ways of writing a command that it knows. The older one is obeyed anywhere in a line.
_COMMAND = re.compile(r"\s*::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)", re.DOTALL)
_OLD_COMMAND = re.compile(
    r"##\[(?P<name>[^] ]+)(?: (?P<properties>[^]]*))?\](?P<data>.*)", re.DOTALL
)
_PROPERTY_ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
_DATA_ESCAPES = {"%0D": "\r", "%0A": "\n", "%25": "%"}


class Command(NamedTuple):
    """A line that was obeyed."""

    name: str
    properties: dict[str, str]
    data: str


def obeyed(output: str) -> list[Command]:
    """The commands in the output of a step."""
    commands = []
    for line in re.split(r"\r\n|\r|\n", output):
        if match := _COMMAND.match(line):
            pairs = (pair.partition("=") for pair in (match["properties"] or "").split(","))
            properties = {
                name: _unescaped(value, _PROPERTY_ESCAPES) for name, _, value in pairs if name
            }
            commands.append(
                Command(match["name"], properties, _unescaped(match["data"], _DATA_ESCAPES))
            )
        elif match := _OLD_COMMAND.search(line):
            commands.append(Command(match["name"], {}, match["data"]))
    return commands


def _unescaped(text: str, escapes: dict[str, str]) -> str:
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text
