"""Small changes to a module, as mistakes in code are small: each is one mutant.

A comparison is turned or moves by one, a condition is always or never true, a number is one larger,
`not` is left out; `and` and `or`, plus and minus, True and False are exchanged. A change is made in
the syntax tree, so files on the disk stay as they are.
"""

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Change(NamedTuple):
    """One change to a syntax tree.

    Attributes:
        parent: the node that holds what is changed, in `field`, at `position` if that is a list.
        before: the expression, and `after` what takes its place.
    """

    parent: ast.AST
    field: str
    position: int | None
    before: ast.expr
    after: ast.expr

    @property
    def line(self) -> int:
        """The line of the module, counted from 1."""
        return self.before.lineno

    def __str__(self) -> str:
        return f"{ast.unparse(self.before)}  ->  {ast.unparse(self.after)}"

    def make(self) -> None:
        """Put the change into its tree."""
        ast.copy_location(self.after, self.before)
        if self.position is None:
            setattr(self.parent, self.field, self.after)
        else:
            getattr(self.parent, self.field)[self.position] = self.after


_TURNED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_CONDITIONS = {
    (ast.If, "test"),
    (ast.IfExp, "test"),
    (ast.While, "test"),
    (ast.comprehension, "ifs"),
    (ast.match_case, "guard"),
}
# Types are not run, and the width in `{number:02}` is not worth a test of its own.
_LEFT_OUT = {"annotation", "returns", "format_spec"}


def changes(tree: ast.AST) -> Iterator[Change]:
    """All changes to a tree, always in the same order. Each is made only by `Change.make`."""
    for field, value in ast.iter_fields(tree):
        if field in _LEFT_OUT:
            continue
        several = isinstance(value, list)
        for position, node in enumerate(value if several else [value]):
            if isinstance(node, ast.expr):
                is_condition = (type(tree), field) in _CONDITIONS
                for after in _instead_of(node, is_condition):
                    yield Change(tree, field, position if several else None, node, after)
            if isinstance(node, ast.AST):
                yield from changes(node)


def _instead_of(node: ast.expr, is_condition: bool) -> Iterable[ast.expr]:
    if is_condition:
        yield ast.Constant(True)
        yield ast.Constant(False)
    match node:
        case ast.Compare(left, operators, compared):
            for position, operator in enumerate(operators):
                for turned in _TURNED[type(operator)]:
                    others = [*operators[:position], turned(), *operators[position + 1 :]]
                    yield ast.Compare(left, others, compared)
        case ast.BoolOp(ast.And(), values):
            yield ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(ast.Or(), values):
            yield ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, ast.Sub(), right):
            yield ast.BinOp(left, ast.Add(), right)
        case ast.BinOp(left, ast.Add(), right) if not (_is_joined(left) or _is_joined(right)):
            yield ast.BinOp(left, ast.Sub(), right)
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(number) | float(number)):
            yield ast.Constant(number + 1)
        case _:
            pass


def _is_joined(node: ast.expr) -> bool:
    """Whether a plus beside this joins texts or lists, so that a minus would only be an error."""
    match node:
        case ast.BinOp(left, ast.Add(), right):
            return _is_joined(left) or _is_joined(right)
        case ast.Constant(value):
            return isinstance(value, str | bytes)
        case _:
            return isinstance(node, ast.JoinedStr | ast.List | ast.Tuple | ast.ListComp)
