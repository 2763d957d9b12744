"""Find what makes a message of a catalogue fail or run for ever when it is shown.

Fluent's runtime raises, or silently shows nothing, for options of functions that it does not know
or that have senseless values, for functions of texts, for huge numbers, and for characters that do
not exist. What it may be given is listed here; everything else is refused.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from build_scripts.model import limits
from build_scripts.read.files.forbidden_characters import FORBIDDEN, described
from build_scripts.read.settings.english_words import PLURALS, EnglishMessage
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.hidden_characters import hidden_runs

_FUNCTION = "NUMBER"
# The ranges of ECMA-402, which defines the options of this function; Babel formats all of them.
_OPTIONS = {
    "useGrouping": range(2),
    "minimumIntegerDigits": range(1, 22),
    "minimumFractionDigits": range(21),
    "maximumFractionDigits": range(21),
    "minimumSignificantDigits": range(1, 22),
    "maximumSignificantDigits": range(1, 22),
}
_DIGITS = len(str(limits.LARGEST_NUMBER))
_CODE_POINT = re.compile(r"\\U([0-9A-Fa-f]{6})")
_LAST_CODE_POINT = 0x10FFFF


class FluentFault(NamedTuple):
    """A fault at an offset in the file."""

    offset: int
    message: str
    hint: str


class _Places(Visitor):
    """Collects the references, literals and choices of an entry, in the order of the file."""

    def __init__(self) -> None:
        self.found: list[ast.SyntaxNode] = []

    def _collect(self, node: ast.SyntaxNode) -> None:
        self.found.append(node)
        self.generic_visit(node)

    visit_VariableReference = _collect  # noqa: N815 - names that Fluent's visitor looks for
    visit_MessageReference = _collect  # noqa: N815
    visit_TermReference = _collect  # noqa: N815
    visit_FunctionReference = _collect  # noqa: N815
    visit_StringLiteral = _collect  # noqa: N815
    visit_NumberLiteral = _collect  # noqa: N815
    visit_SelectExpression = _collect  # noqa: N815

    def visit_NamedArgument(self, node: ast.NamedArgument) -> None:  # noqa: N802
        """Pass over the value of an option, which is judged with its function."""


def places_in(entry: ast.SyntaxNode) -> list[ast.SyntaxNode]:
    """The references, literals and choices of an entry, in the order of the file."""
    places = _Places()
    places.visit(entry)
    return places.found


def fluent_faults(
    entry: ast.Message | ast.Term, english: EnglishMessage, terms: Collection[str]
) -> Iterator[FluentFault]:
    """Everything in an entry that cannot be shown.

    Args:
        entry: the message or term.
        english: the variables of the message; none for a term.
        terms: the names of the terms in the same file.
    """
    in_term = isinstance(entry, ast.Term)
    for node in places_in(entry):
        match node:
            case ast.FunctionReference():
                yield from _function_faults(node, english)
                continue
            case ast.SelectExpression():
                yield from _choice_faults(node, english)
                continue
            case ast.StringLiteral() | ast.NumberLiteral():
                fault = _literal_fault(node)
            case _:
                fault = _reference_fault(node, english, terms, in_term)
        if fault:
            yield FluentFault(start_of(node), *fault)


def literal_faults(entry: ast.Message | ast.Term) -> Iterator[FluentFault]:
    """The faults of the texts and numbers of an entry, which matter wherever they stand."""
    for node in places_in(entry):
        if isinstance(node, ast.StringLiteral | ast.NumberLiteral) and (
            fault := _literal_fault(node)
        ):
            yield FluentFault(start_of(node), *fault)


def _reference_fault(
    node: ast.SyntaxNode, english: EnglishMessage, terms: Collection[str], in_term: bool
) -> tuple[str, str] | None:
    match node:
        case ast.VariableReference(id=ast.Identifier(name=name)) if name not in english.variables:
            names = _named(english.variables)
            hint = f"Use {names}." if names else "Delete it: this message has no variables."
            return f"There is no variable `${name}` here", hint
        case ast.MessageReference(id=ast.Identifier(name=name)):
            hint = f"Make it a term, `-{name} = …`, and write `{{ -{name} }}`."
            return f"A message cannot refer to another message, `{name}`", hint
        case ast.TermReference(id=ast.Identifier(name=name)) if in_term:
            return f"A term cannot refer to another term, `-{name}`", "Write out what it says."
        case ast.TermReference(id=ast.Identifier(name=name)) if name not in terms:
            hint = f"Add it: `-{name} = …`."
            return f"There is no term `-{name}` in this file", hint
        case ast.TermReference(id=ast.Identifier(name=name), attribute=attribute, arguments=given):
            if attribute or given:
                message = f"The term `-{name}` is used with an attribute or arguments"
                return message, f"Write `{{ -{name} }}`; for another form of the word, add a term."
        case _:
            pass
    return None


def _function_faults(node: ast.FunctionReference, english: EnglishMessage) -> Iterator[FluentFault]:
    place = start_of(node)
    if node.id.name != _FUNCTION:
        hint = f"Delete it: only `{_FUNCTION}` can be used."
        yield FluentFault(place, f"There is no function `{node.id.name}`", hint)
        return
    arguments = node.arguments
    match arguments.positional:
        case [ast.VariableReference(id=ast.Identifier(name=name))]:
            if name in english.variables - english.numbers:
                message = f"`{_FUNCTION}` needs a number, and `${name}` is a text"
                yield FluentFault(place, message, f"Write `{{ ${name} }}`.")
        case _:
            names = _named(english.numbers)
            message = f"`{_FUNCTION}` needs one variable that is a number"
            hint = f"The numbers are {names}." if names else "Delete it: nothing here is a number."
            yield FluentFault(place, message, hint)
    values: dict[str, int] = {}
    for argument in arguments.named:
        option, given = argument.name.name, argument.value
        allowed = _OPTIONS.get(option)
        if allowed is None:
            message = f"`{_FUNCTION}` has no option `{option}` here"
            hint = did_you_mean(option, _OPTIONS, f"Use {_listed(_OPTIONS)}, or delete it.")
            yield FluentFault(start_of(argument), message, hint)
        elif not _is_within(given, allowed):
            message = (
                f"The value of `{option}` is not a whole number from {allowed[0]} to {allowed[-1]}"
            )
            yield FluentFault(start_of(argument), message, "Write such a number, or delete it.")
        else:
            values[option] = int(given.value)
    for digits in ("FractionDigits", "SignificantDigits"):
        least, most = values.get(f"minimum{digits}"), values.get(f"maximum{digits}")
        if least is not None and most is not None and least > most:
            message = f"`minimum{digits}` is larger than `maximum{digits}`"
            yield FluentFault(place, message, "Exchange the two numbers, or delete one option.")


def _is_within(given: ast.SyntaxNode, allowed: range) -> bool:
    if not isinstance(given, ast.NumberLiteral):
        return False
    digits = str(given.value)
    return digits.isdecimal() and len(digits) <= _DIGITS and int(digits) in allowed


def _choice_faults(node: ast.SelectExpression, english: EnglishMessage) -> Iterator[FluentFault]:
    selector: ast.SyntaxNode = node.selector
    if isinstance(selector, ast.FunctionReference) and len(selector.arguments.positional) == 1:
        selector = selector.arguments.positional[0]
    if not isinstance(selector, ast.VariableReference):
        message = "This choice is always the same, because it depends on no variable"
        yield FluentFault(start_of(node), message, "Write only the words that are meant.")
        return
    name = selector.id.name
    keys = [variant.key for variant in node.variants]
    names = [(key, key.name) for key in keys if isinstance(key, ast.Identifier)]
    if name in english.numbers:
        for key, plural in names:
            if plural not in PLURALS:
                message = f"There is no plural `{plural}`, so these words would never be shown"
                hint = did_you_mean(plural, PLURALS, f"The plurals are {_listed(PLURALS)}.")
                yield FluentFault(start_of(key), message, hint)
    elif (
        node.selector is selector
        and name in english.variables - english.chosen_by
        and all(plural in PLURALS for _, plural in names)
    ):
        message = f"`${name}` is a text and has no plural, so only one choice would be shown"
        yield FluentFault(start_of(node), message, "Write the words without a choice.")


def _literal_fault(node: ast.StringLiteral | ast.NumberLiteral) -> tuple[str, str] | None:
    if isinstance(node, ast.NumberLiteral):
        if max(map(len, str(node.value).lstrip("-").split("."))) > _DIGITS:
            return f"The number has more than {_DIGITS} digits", 'Write it as text: `{ "…" }`.'
        return None
    if any(int(digits, 16) > _LAST_CODE_POINT for digits in _CODE_POINT.findall(node.value)):
        return "There is no such character", "The last one of Unicode is `\\U10FFFF`."
    value = node.parse()["value"]
    if runs := hidden_runs(value):
        return runs[0].message, runs[0].hint
    if found := FORBIDDEN.search(value):
        return f"The text contains {described(found.group())}", "Delete it."
    return None


def _named(variables: Collection[str]) -> str:
    return ", ".join(f"`${variable}`" for variable in sorted(variables))


def _listed(names: Collection[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def start_of(node: ast.SyntaxNode) -> int:
    """The offset at which a node begins."""
    return int(node.span.start) if node.span else 0


def shows_always(pattern: ast.Pattern) -> frozenset[str]:
    """The variables that a pattern shows whatever is chosen in it."""
    shown: set[str] = set()
    for element in pattern.elements:
        expression: ast.SyntaxNode = element
        while isinstance(expression, ast.Placeable):
            expression = expression.expression
        match expression:
            case ast.VariableReference(id=ast.Identifier(name=name)):
                shown.add(name)
            case ast.FunctionReference(arguments=ast.CallArguments(positional=[first, *_])):
                if isinstance(first, ast.VariableReference):
                    shown.add(first.id.name)
            case ast.SelectExpression(variants=variants):
                shown |= frozenset.intersection(*(shows_always(v.value) for v in variants))
            case _:
                pass
    return frozenset(shown)
