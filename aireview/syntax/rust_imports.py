"""Rust source to its imports: the first segments of `use` paths, and `extern crate`.

A path that starts with `::` names a crate whatever the file defines; it keeps the two colons here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aireview.syntax.imports import Import, Imports
from aireview.syntax.parsing import encode, hidden_line, line_of, parse, text_of, walk

if TYPE_CHECKING:
    from tree_sitter import Node

_WORDS = re.compile(rb"\b(?:use|extern|mod|enum)\b")
_IMPORT = re.compile(rb"\b(?:use|extern)\b")
_HIDDEN = re.compile(rb"\buse\b|\bextern\s+crate\b")
_LOOSE = re.compile(rb"use\s+((?:::)?(?:r#)?[A-Za-z_]\w*)")
_NAMES = ("identifier", "type_identifier", "self", "super", "crate", "metavariable")


def imports(text: str) -> Imports:
    """Read the imports of a Rust file. Never raises; a broken part hides only itself.

    A name that a `use` or a renaming brings in is a scope for the other paths of the file, but not
    for the path that brings it in: `use x_y::{self, Z}` still names the crate `x_y`.
    """
    source = encode(text)
    if _IMPORT.search(source) is None:
        return Imports()
    tree = parse("rust", source)
    found: list[Import] = []
    scopes: set[str] = set()
    spans: list[tuple[int, int]] = []
    for node, above in walk(tree, source, _WORDS):
        match node.type:
            case "use_declaration":
                spans.append(node.byte_range)
                _use(node, found, scopes)
            case "extern_crate_declaration":
                spans.append(node.byte_range)
                _extern(node, found, scopes)
            case "line_comment" | "block_comment":
                spans.append(node.byte_range)
            case "mod_item" | "enum_item":
                scopes.add(_field(node, "name"))
            case "use" if above == "ERROR":
                loose = tuple(_loose(node, source))
                found.extend(loose)
                spans.extend([node.byte_range] if loose else [])
    broken = hidden_line(tree, source, _HIDDEN, spans)
    return Imports(imports=tuple(found), broken_line=broken, scopes=tuple(sorted(scopes - {""})))


def _use(node: Node, found: list[Import], scopes: set[str]) -> None:
    argument = node.child_by_field_name("argument")
    if argument is None:
        return
    taken = [Import(module=first, line=line_of(at)) for first, at in _firsts(argument)]
    found.extend(taken)
    scopes.update(_bound(argument) - {one.module.removeprefix("::") for one in taken})


def _firsts(argument: Node) -> Iterator[tuple[str, Node]]:
    """Yield the first segment of each path below a `use`, in order."""
    waiting = [(argument, "")]
    while waiting:
        node, rooted = waiting.pop()
        if node.type in _NAMES:
            yield rooted + _plain(node), node
        elif node.type == "use_list":
            waiting.extend((child, rooted) for child in reversed(node.named_children))
        elif node.type == "scoped_use_list" and node.child_by_field_name("path") is None:
            inner = node.child_by_field_name("list")
            waiting.extend([(inner, "::")] if inner is not None else [])
        elif node.type == "scoped_identifier" and node.child_by_field_name("path") is None:
            name = node.child_by_field_name("name")
            waiting.extend([(name, "::")] if name is not None else [])
        else:  # `a::b`, `a::{…}`, `a::*`, `a as b`: the first named child leads to the segment
            inside = [child for child in node.named_children if not child.is_extra]
            waiting.extend((child, rooted) for child in inside[:1])


def _bound(argument: Node) -> set[str]:
    """Return the names that a `use` brings into scope."""
    names: set[str] = set()
    waiting = [argument]
    while waiting:
        node = waiting.pop()
        if node.type == "use_list":
            waiting.extend(node.named_children)
        elif node.type == "scoped_use_list":
            inner = node.child_by_field_name("list")
            waiting.extend([inner] if inner is not None else [])
            names.update(_selves(node, inner))
        elif node.type == "identifier":
            names.add(_plain(node))
        elif node.type == "use_as_clause":
            names.add(_field(node, "alias"))
        elif node.type == "scoped_identifier":
            names.add(_field(node, "name"))
    return names


def _selves(node: Node, inner: Node | None) -> Iterator[str]:
    """Yield the module itself where a list takes it: `a::b::{self}` brings in `b`."""
    path = node.child_by_field_name("path")
    if inner is None or path is None:
        return
    if any(child.type == "self" for child in inner.named_children):
        yield _plain(path) if path.type == "identifier" else _field(path, "name")


def _extern(node: Node, found: list[Import], scopes: set[str]) -> None:
    name = node.child_by_field_name("name")
    if name is None:
        return
    found.append(Import(module=_plain(name), line=line_of(name)))
    scopes.add(_field(node, "alias"))


def _loose(node: Node, source: bytes) -> Iterator[Import]:
    """Yield what follows a `use` that the parser could not make a declaration of."""
    path = _LOOSE.match(source, node.start_byte)
    if path is not None:
        module = path.group(1).decode("utf-8", "replace").replace("r#", "")
        yield Import(module=module, line=line_of(node))


def _field(node: Node, name: str) -> str:
    child = node.child_by_field_name(name)
    return _plain(child) if child is not None else ""


def _plain(node: Node) -> str:
    return text_of(node).removeprefix("r#")
