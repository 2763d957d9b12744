"""A parser of command lines that says in plain words what is wrong with one, and gives an example.

`argparse` prints its usage, which only programmers read.
"""

import argparse
import re
import shlex
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from build_scripts.commands.command import USAGE
from build_scripts.text.did_you_mean import nearest

_EXAMPLES = {
    "CERTAINTY": "likely",
    "DATE": "1931-11-30",
    "FILE": "seeds/text.txt",
    "ID": "text",
    "NAME": "A name",
    "QUOTATION": "words of the text",
    "RELATION": "explains",
    "TEXT": "Write here.",
    "TITLE": "A title",
    "TYPE": "book",
    "WORDS": "the right words",
}
"""What to type for an argument that is missing, by its metavar."""
_MISSING = "the following arguments are required: "
_ONE_MISSING = re.compile(r"one of the arguments (.*) is required")
_NO_CHOICE = re.compile(r"argument (.*): invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)
_WITHOUT_VALUE = re.compile(r"argument (--[\w-]+): expected one argument")
_UNKNOWN = "unrecognized arguments: "
_LISTED = 8
"""The most readings that a message names."""


class PlainParser(argparse.ArgumentParser):
    """A parser whose messages are for people who do not program."""

    _given: Sequence[str] = ()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As in `argparse`; but a command says itself what it does not know."""
        self._given = sys.argv[1:] if args is None else list(args)
        known, others = super().parse_known_args(args, namespace)
        if others and not self._has_commands():
            self.error(_UNKNOWN + " ".join(others))
        return known, others

    def _has_commands(self) -> bool:
        return any(isinstance(one, argparse._SubParsersAction) for one in self._actions)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong on standard error, and exit with status `USAGE`."""
        lines = (*self._in_words(message), f"`{self.prog} --help` says what can be given")
        print(*(f"readings: {line}" for line in lines), sep="\n", file=sys.stderr)
        sys.exit(USAGE)

    def _in_words(self, message: str) -> Iterator[str]:
        unknown = [*self._unknown_options()]
        for option, meant in unknown:
            guess = f"; did you mean {meant}?" if meant else ""
            yield f"there is no option {option}{guess}"
        if message.startswith(_MISSING) or _ONE_MISSING.fullmatch(message):
            meant_options = {meant for _, meant in unknown}
            missing = [
                one
                for one in self._missing(message)
                if not meant_options.intersection(one.option_strings)
            ]
            yield from (f"{_name(one)} is missing: {self._what_it_is(one)}" for one in missing)
            if missing and not unknown:
                yield f"for example: {self._completed(missing)}"
        elif found := _NO_CHOICE.fullmatch(message):
            known = [one.strip("'") for one in found[3].split(", ")]
            meant = nearest(found[2], known)
            hint = f"did you mean {meant}?" if meant else f"known: {', '.join(known)}"
            yield f"{found[1]} cannot be {found[2]}; {hint}"
        elif found := _WITHOUT_VALUE.fullmatch(message):
            action = self._options()[found[1]]
            yield f"{_name(action)} is not complete: {self._what_it_is(action)}"
        elif message.startswith(_UNKNOWN) and not unknown:
            yield f"this is too much: {message.removeprefix(_UNKNOWN)}; put quotes around words"
        elif not (unknown and message.startswith(_UNKNOWN)):
            yield message

    def _options(self) -> dict[str, argparse.Action]:
        return {name: action for action in self._actions for name in action.option_strings}

    def _unknown_options(self) -> Iterator[tuple[str, str]]:
        """Options that were typed and that there are not, each with the one that may be meant."""
        options = [*self._options()]
        if not self._has_commands():
            for typed in self._given:
                name = typed.partition("=")[0]
                if typed == "--":
                    return
                if name.startswith("--") and not any(one.startswith(name) for one in options):
                    yield name, nearest(name, options)

    def _missing(self, message: str) -> Iterator[argparse.Action]:
        """The arguments that are missing; of several that exclude one another, the first."""
        names = message.removeprefix(_MISSING).split(", ")
        for action in self._actions:
            if action.required and _argparse_name(action) in names:
                yield action
        options = self._options()
        given = {
            option
            for typed in self._given
            if typed.startswith("--")
            for option in options
            if option.startswith(typed.partition("=")[0])
        }
        for group in self._mutually_exclusive_groups:
            of_group = group._group_actions
            if group.required and not any(given.intersection(a.option_strings) for a in of_group):
                yield of_group[0]

    def _completed(self, missing: Iterable[argparse.Action]) -> str:
        """The command as it was typed, with examples of what is missing."""
        typed = [*self.prog.split(), *self._given]
        for action in missing:
            typed += action.option_strings[:1]
            typed += self._example(action)
        return " ".join(_quoted(one) for one in typed)

    def _example(self, action: argparse.Action) -> list[str]:
        if action.choices:
            return [str(next(iter(action.choices)))]
        metavar = str(action.metavar)
        if metavar == "READING" or action.option_strings == ["--to-reading"]:
            wanted = 2 if action.nargs == "+" else 1
            return self._readings()[:wanted] or ["text"]
        return [_EXAMPLES.get(metavar, metavar.lower())]

    def _readings(self) -> list[str]:
        """The ids of the readings of the project, as far as folders tell them."""
        given = [*self._given]
        root = Path(given[given.index("--root") + 1]) if "--root" in given[:-1] else Path()
        return sorted(path.parent.name for path in root.glob("annotations/readings/*/reading.yml"))

    def _what_it_is(self, action: argparse.Action) -> str:
        """The help of an argument, without remarks; of commands, their names."""
        if action.choices and not action.help:
            return ", ".join(map(str, action.choices))
        what = (action.help or "").partition(";")[0]
        if action.metavar != "READING" or not (known := self._readings()):
            return what
        return f"{what}: {', '.join(known[:_LISTED])}{', …' if len(known) > _LISTED else ''}"


def _argparse_name(action: argparse.Action) -> str:
    return "/".join(action.option_strings) or str(action.metavar or action.dest)


def _name(action: argparse.Action) -> str:
    """An argument as it is typed: ``--body TEXT``."""
    return " ".join((*action.option_strings[:1], str(action.metavar or action.dest)))


def _quoted(typed: str) -> str:
    """A part of a command line for a shell; in double quotes, which also Windows knows."""
    if shlex.quote(typed) == typed:
        return typed
    return shlex.quote(typed) if re.search(r'["$`\\!]', typed) else f'"{typed}"'
