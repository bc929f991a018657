"""The literals in JavaScript and TypeScript configuration: syntax only, nothing is run.

A value becomes a node of `aireview.syntax.nodes`: objects, arrays and texts as they are; a path that is
built from `__dirname` and texts is a scalar of the style `path`, a regular expression one of the style
`regex`, `require.resolve("x")` one of the style `require`. Names of top-level constants are followed.
What is computed in another way is a missing node.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aireview.syntax.nodes import MISSING, Node

if TYPE_CHECKING:
    import tree_sitter

_MAX_DEPTH = 40
_MAX_VALUES = 20_000
_WRAPPERS = frozenset(
    [
        "parenthesized_expression",
        "as_expression",
        "satisfies_expression",
        "non_null_expression",
        "await_expression",
        "type_assertion",
    ]
)
_PATH_CALLS = frozenset(["resolve", "join", "fileURLToPath", "URL", "normalize"])
_REQUIRING = frozenset(["require", "require.resolve", "import.meta.resolve", "getAbsolutePath"])
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
# What stands for the folder of the file itself.
_HERE = re.compile(r"dirname|\bcwd\(\)|import\.meta\b")
_FUNCTIONS = frozenset(["arrow_function", "function_expression", "function_declaration"])


class Program:
    """A parsed file. `exhausted` says whether it holds more values than are looked at."""

    def __init__(self, path: str, text: str) -> None:
        self._root = _parsed(path, text)
        self.constants = dict(self._constants())
        self._left = _MAX_VALUES

    @property
    def exhausted(self) -> bool:
        """Whether values were left out because there are too many."""
        return self._left < 0

    @property
    def broken_line(self) -> int:
        """The first line that is not the language's syntax, 0 where all of it is."""
        node = self._root
        if not node.has_error:
            return 0
        while not (node.is_error or node.is_missing):
            node = next((one for one in node.children if one.has_error), node)
            if not any(one.has_error for one in node.children):
                break
        return node.start_point[0] + 1

    def _constants(self) -> Iterator[tuple[str, tree_sitter.Node]]:
        for statement in self._root.named_children:
            inner = statement.child_by_field_name("declaration") or statement
            for declarator in inner.named_children:
                name = declarator.child_by_field_name("name")
                value = declarator.child_by_field_name("value")
                if declarator.type == "variable_declarator" and name and value:
                    yield _text(name), value

    def exported(self) -> Node:
        """Return the value of `export default` or `module.exports`, if it is made of literals."""
        for statement in self._root.named_children:
            value = statement.child_by_field_name("value")
            if statement.type == "export_statement" and value:
                return self._configuration(value, 0)
            assigned = statement.named_children[0] if statement.named_children else None
            if assigned is not None and assigned.type == "assignment_expression":
                left = assigned.child_by_field_name("left")
                right = assigned.child_by_field_name("right")
                if left and right and _text(left) in ("module.exports", "exports.default"):
                    return self._configuration(right, 0)
        return MISSING

    def _configuration(self, node: tree_sitter.Node, depth: int) -> Node:
        """Return the object that a value, a function or a wrapper such as `defineConfig` gives."""
        if depth > _MAX_DEPTH:
            return MISSING
        node = _unwrapped(node)
        found = MISSING
        if node.type == "identifier":
            constant = self.constants.get(_text(node))
            found = self._configuration(constant, depth + 1) if constant else MISSING
        elif node.type == "call_expression":
            arguments = node.child_by_field_name("arguments")
            for argument in arguments.named_children if arguments else ():
                found = found or self._configuration(argument, depth + 1)
        elif node.type in _FUNCTIONS:
            found = self._returned(node, depth)
        else:
            found = self.value(node, depth)
        return found

    def _returned(self, function: tree_sitter.Node, depth: int) -> Node:
        body = function.child_by_field_name("body")
        if body is None or body.type != "statement_block":
            return self._configuration(body, depth + 1) if body else MISSING
        for statement in body.named_children:
            if statement.type == "return_statement" and statement.named_children:
                return self._configuration(statement.named_children[0], depth + 1)
        return MISSING

    def value(self, node: tree_sitter.Node, depth: int = 0) -> Node:
        """Return the value of an expression."""
        self._left -= 1  # constants that use each other may stand for any number of values
        if depth > _MAX_DEPTH or self._left < 0:
            return MISSING
        node = _unwrapped(node)
        line = node.start_point[0] + 1
        match node.type:
            case "string" | "template_string":
                text = _string(node)
                return MISSING if text is None else Node("scalar", line, text, '"')
            case "true" | "false" | "null" | "number" | "undefined":
                return Node("scalar", line, _text(node))
            case "regex":
                pattern = node.child_by_field_name("pattern")
                return Node("scalar", line, _text(pattern) if pattern else "", "regex")
            case "array":
                items = tuple(self.value(item, depth + 1) for item in node.named_children)
                return Node("list", line, items=tuple(item for item in items if item))
            case "object":
                return Node("map", line, pairs=tuple(self._pairs(node, depth)))
            case _:
                return self._computed(node, depth)

    def _computed(self, node: tree_sitter.Node, depth: int) -> Node:
        if node.type == "identifier":
            constant = self.constants.get(_text(node))
            return self.value(constant, depth + 1) if constant else MISSING
        if node.type == "member_expression":  # `new URL(…).pathname`
            inner = node.child_by_field_name("object")
            return (
                self.value(inner, depth + 1)
                if inner and inner.type == "new_expression"
                else MISSING
            )
        if node.type in ("call_expression", "new_expression"):
            return self._called(node, depth)
        return MISSING

    def _called(self, node: tree_sitter.Node, depth: int) -> Node:
        function = node.child_by_field_name("function") or node.child_by_field_name("constructor")
        arguments = node.child_by_field_name("arguments")
        if function is None or arguments is None:
            return MISSING
        name, line = _text(function), node.start_point[0] + 1
        parts = [self._part(one, depth + 1) for one in arguments.named_children]
        texts = [part for part in parts if part is not None]
        if len(texts) < len(parts) or not any(texts):
            return MISSING
        if name in _REQUIRING:
            return Node("scalar", line, texts[0], "require")
        if name.rpartition(".")[2] in _PATH_CALLS:
            return Node("scalar", line, "/".join(text for text in texts if text), "path")
        return MISSING

    def _part(self, node: tree_sitter.Node, depth: int) -> str | None:
        """Return a part of a path: a text, or nothing for the file's own folder."""
        value = self.value(node, depth)
        if value.kind == "scalar":
            return value.text
        if node.type == "identifier":
            node = self.constants.get(_text(node), node)
        return "" if not value and _HERE.search(_text(node)) else None

    def _pairs(self, node: tree_sitter.Node, depth: int) -> Iterator[tuple[str, int, Node]]:
        for pair in node.named_children:
            line = pair.start_point[0] + 1
            if pair.type == "spread_element" and pair.named_children:
                yield from self.value(pair.named_children[0], depth + 1).pairs
            elif pair.type == "shorthand_property_identifier":
                constant = self.constants.get(_text(pair))
                yield _text(pair), line, self.value(constant, depth + 1) if constant else MISSING
            elif pair.type == "pair":
                key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
                name = _key(key) if key else None
                if name is not None and value is not None:
                    yield name, line, self.value(value, depth + 1)

    def named(self, names: frozenset[str]) -> Iterator[tuple[str, Node]]:
        """Yield every value that stands under one of the keys, at any depth, or is assigned to it."""
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            waiting.extend(reversed(node.named_children))
            key, value = _stated(node)
            if key in names and value is not None:
                yield key, self.value(value)


def _stated(node: tree_sitter.Node) -> tuple[str, tree_sitter.Node | None]:
    """Return the key and the value of `key: value` and of `x.y.key = value`."""
    if node.type == "pair":
        key = node.child_by_field_name("key")
        return (_key(key) or "" if key else ""), node.child_by_field_name("value")
    if node.type == "assignment_expression":
        left = node.child_by_field_name("left")
        name = left.child_by_field_name("property") if left else None
        return (_text(name) if name else ""), node.child_by_field_name("right")
    return "", None


def _unwrapped(node: tree_sitter.Node) -> tree_sitter.Node:
    while node.type in _WRAPPERS and node.named_children:
        node = node.named_children[0]
    return node


def _text(node: tree_sitter.Node) -> str:
    return (node.text or b"").decode(errors="replace")


def _string(node: tree_sitter.Node) -> str | None:
    """Return a text, None where something is put into it."""
    if any(part.type == "template_substitution" for part in node.named_children):
        return None
    return _ESCAPE.sub(r"\1", _text(node)[1:-1])


def _key(node: tree_sitter.Node) -> str | None:
    if node.type == "string":
        return _string(node)
    return None if node.type == "computed_property_name" else _text(node)


def _parsed(path: str, text: str) -> tree_sitter.Node:
    import tree_sitter  # noqa: PLC0415 - heavy, for configuration that is code only

    if path.endswith(("ts", "tsx")):
        import tree_sitter_typescript  # noqa: PLC0415 - as above

        grammar = tree_sitter_typescript.language_tsx()
        if not path.endswith("tsx"):
            grammar = tree_sitter_typescript.language_typescript()
    else:
        import tree_sitter_javascript  # noqa: PLC0415 - as above

        grammar = tree_sitter_javascript.language()
    parser = tree_sitter.Parser(tree_sitter.Language(grammar))
    return parser.parse(text.encode(errors="replace")).root_node
