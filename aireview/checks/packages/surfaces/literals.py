"""Lists of text in Python source that can be told without running it."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from typing import NamedTuple

from aireview.model.packages import Unread

_DEEPEST = 12
_LONGEST = 500_000
_SETTLED_START = re.compile(r"\s*[A-Za-z0-9][A-Za-z0-9._-]*\s*(?:\[[^\]]*\]\s*)?(?=[<>=!~;@])")
_CHANGING = ("append", "extend", "insert", "remove", "update", "setdefault", "pop", "clear")


class Text(NamedTuple):
    """A piece of text and its line; `whole` is false where only its start is literal."""

    text: str
    line: int
    whole: bool = True


class Literals(NamedTuple):
    """The literal pieces of a value, and the line of the first piece that is computed (or 0)."""

    texts: tuple[Text, ...]
    computed: int = 0


class Module(NamedTuple):
    """A parsed file; `names` holds the value of every name that is set exactly once."""

    tree: ast.Module
    names: dict[str, ast.expr]
    changed: frozenset[str]


def parse(text: str) -> Module | Unread:
    """Parse Python source as text; nothing of it runs."""
    if len(text) > _LONGEST:
        return Unread(1, "the file is too long")
    source = text.encode("utf-8", "replace")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except SyntaxError as error:
        last = text.count("\n") + 1
        return Unread(min(max(error.lineno or 1, 1), last), "this is not Python (as we know it)")
    except (ValueError, RecursionError, MemoryError):
        return Unread(1, "this is not Python that can be read")
    names: dict[str, ast.expr] = {}
    changed: set[str] = set()
    for name, value in _assignments(tree):
        if value is None or name in names:
            changed.add(name)
        if value is not None:
            names.setdefault(name, value)
    return Module(tree, names, frozenset(changed))


def _assignments(tree: ast.Module) -> Iterator[tuple[str, ast.expr | None]]:
    """Yield what each name is set to, None where it is changed afterwards."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=targets, value=value):
                yield from _targets(targets, value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
            case ast.AugAssign(target=ast.Name(id=name)):
                yield name, None
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)) if (
                attr in _CHANGING
            ):
                yield name, None
            case _:
                pass


def _targets(targets: list[ast.expr], value: ast.expr) -> Iterator[tuple[str, ast.expr | None]]:
    for target in targets:
        match target:
            case ast.Name(id=name):
                yield name, value
            case ast.Subscript(value=ast.Name(id=name)):
                yield name, None
            case _:
                pass


def keywords(module: Module, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """Yield the keyword arguments of a call, those of a `**name` with a literal table included."""
    for keyword in call.keywords:
        if keyword.arg is not None:
            yield keyword.arg, keyword.value
            continue
        value = _named(module, keyword.value)
        match value:
            case ast.Dict(keys=keys, values=values):
                for key, each in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        yield key.value, each
            case ast.Call(func=ast.Name(id="dict"), keywords=inner):
                yield from ((each.arg, each.value) for each in inner if each.arg)
            case _:
                pass


def _named(module: Module, value: ast.expr) -> ast.expr:
    if isinstance(value, ast.Name) and value.id not in module.changed:
        return module.names.get(value.id, value)
    return value


def texts(module: Module, value: ast.expr, depth: int = 0) -> Literals:
    """Return the text in a list, a table of lists, a sum of lists or a name for one of these."""
    if depth > _DEEPEST:
        return Literals((), value.lineno)
    parts = _parts(value)
    if parts is not None:
        return _joined(module, parts, depth)
    if isinstance(value, ast.Name) and value.id in module.names:
        found = texts(module, module.names[value.id], depth + 1)
        return Literals(found.texts, value.lineno) if value.id in module.changed else found
    return _single(value)


def _parts(value: ast.expr) -> list[ast.expr] | None:
    match value:
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            return parts
        case ast.Dict(values=parts):
            return parts
        case ast.BinOp(left=ast.Constant() | ast.JoinedStr()):
            return None
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [left, right]
        case (
            ast.Starred(value=inner)
            | ast.Call(func=ast.Name(id="list" | "tuple" | "sorted" | "set"), args=[inner])
        ):
            return [inner]
        case ast.Call(func=ast.Name(id="dict"), args=[], keywords=named):
            return [each.value for each in named]
        case _:
            return None


def _single(value: ast.expr) -> Literals:
    match value:
        case ast.Constant(value=str(text)):
            return Literals((Text(text, value.lineno),))
        case ast.Constant(value=None):
            return Literals(())
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
            return _started(start, value)
        case ast.BinOp(left=ast.Constant(value=str(start)), op=ast.Mod() | ast.Add()):
            return _started(start.partition("%")[0], value)
        case _:
            return Literals((), value.lineno)


def _started(start: str, value: ast.expr) -> Literals:
    """Keep the start of a text whose rest is computed, if a name is complete in it."""
    found = _SETTLED_START.match(start)
    if found is None:
        return Literals((), value.lineno)
    return Literals((Text(found.group().strip(), value.lineno, whole=False),))


def _joined(module: Module, parts: list[ast.expr], depth: int) -> Literals:
    found = [texts(module, part, depth + 1) for part in parts]
    return Literals(
        tuple(text for each in found for text in each.texts),
        next((each.computed for each in found if each.computed), 0),
    )
