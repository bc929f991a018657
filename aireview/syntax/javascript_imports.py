"""JavaScript and TypeScript source to its imports.

Forms: `import` and `export … from`, `import()`, `import("x").T` in types, `import x = require()`,
`require`, `require.resolve`, `import.meta.resolve`, the mocks of jest and vitest, and in comments
JSDoc's `{import("x")}` and `@import`, and `/// <reference types="x" />`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aireview.syntax.imports import Form, Import, Imports
from aireview.syntax.parsing import encode, hidden_line, line_of, parse, text_of, walk, within

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

_WORDS = re.compile(rb"import|require|\bfrom\b|[mM]ock|<reference")
_HIDDEN = re.compile(rb"\b(?:import|require)\b")
_LONGEST = 80  # of the text of a called function
_MOCKS = ("mock", "doMock", "unmock", "doUnmock", "dontMock", "setMock", "deepUnmock")
_MOCKED = ("requireMock", "importMock", "createMockFromModule", "genMockFromModule")
_ACTUAL = ("requireActual", "importActual")
_CALLS: dict[str, Form] = {
    "import": Form.CALL,
    "require": Form.CALL,
    "module.require": Form.CALL,
    "require.resolve": Form.CALL,
    "import.meta.resolve": Form.CALL,
    "jest.unstable_mockModule": Form.MOCK,
    **{f"{tool}.{name}": Form.MOCK for tool in ("jest", "vi") for name in (*_MOCKS, *_MOCKED)},
    **{f"{tool}.{name}": Form.CALL for tool in ("jest", "vi") for name in _ACTUAL},
}
_VIRTUAL = re.compile(r"\bvirtual\s*:\s*true\b")
# Nodes that hold types only. An `as` or `satisfies` has the value first and the type after it.
_TYPES = frozenset(
    {
        "type_annotation",
        "type_alias_declaration",
        "type_arguments",
        "type_parameters",
        "type_query",
        "interface_declaration",
        "extends_type_clause",
        "implements_clause",
        "asserts_annotation",
        "type_predicate_annotation",
    }
)
_CAST = ("as_expression", "satisfies_expression")
_SPACE = re.compile(r"\s+")
_REFERENCE = re.compile(r"///\s*<reference\s[^>\n]{0,500}?\btypes\s*=\s*[\"']([^\"'\n]+)[\"']")
_JSDOC_TYPE = re.compile(r"@\w+\s*\{")
_JSDOC_IMPORT = re.compile(r"@import\s[^\"'`@]{0,2000}?\bfrom\s+[\"']([^\"'\n]+)[\"']")
_IN_TYPE = re.compile(r"\bimport\(\s*[\"']([^\"'\n]+)[\"']\s*\)|[{}]")
_LOOSE = re.compile(
    rb"(?:import\s++(?:[\w$*{}\s,]{1,500}?\bfrom\s*+)?|from\s*+|(?P<call>(?:require|import)\s*+\(\s*+))"
    rb"(?P<quote>[\"'])(?P<module>[^\"'\n]+)(?P=quote)"
    rb"(?(call)(?=\s*+[,)])|)"  # `import("a-" + b)` names nothing
)
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL
)
_LAST_CHARACTER = 0x10FFFF


def imports(text: str, language: str = "javascript") -> Imports:
    """Read the imports of a file in `javascript`, `typescript` or `tsx`.

    What does not parse is read as TSX too: JavaScript with type annotations, TypeScript with elements.
    Never raises; a broken part hides only itself.
    """
    source = encode(text)
    if _WORDS.search(source) is None:
        return Imports()
    tree = parse(language, source)
    found = _read(source, tree)
    if language == "tsx" or not tree.root_node.has_error:
        return found
    typed_tree = parse("tsx", source)
    typed = _read(source, typed_tree)
    fits = not typed_tree.root_node.has_error or (
        language == "javascript" and len(typed.imports) >= len(found.imports)
    )
    return typed if fits and not typed.broken_line else found


def _read(source: bytes, tree: Tree) -> Imports:
    reader = _Reader(source)
    for node, _ in walk(tree, source, _WORDS):
        reader.read(node)
    if tree.root_node.has_error:
        reader.read_loose()
    return reader.result(hidden_line(tree, source, _HIDDEN, reader.spans))


class _Reader:
    def __init__(self, source: bytes) -> None:
        self.spans: list[tuple[int, int]] = []
        self._source = source
        self._found: list[tuple[int, Import]] = []
        self._leaves: list[Node] = []
        self._computed = 0
        self._optional: list[tuple[int, int]] = []
        self._types: list[tuple[int, int]] = []

    def read(self, node: Node) -> None:
        match node.type:
            case "import_statement" | "export_statement":
                self._statement(node)
            case "call_expression":
                self._call(node)
            case "binary_expression":
                self._misread_call(node)
            case "comment":
                self._comment(node)
            case "try_statement":
                self._try(node)
            case "import" | "require" | "from" | "identifier" | "shorthand_property_identifier":
                self._leaves.append(node)
            case _:
                self._type(node)

    def result(self, broken: int) -> Imports:
        optional, types = within(self._optional), within(self._types)
        found = tuple(
            Import(
                module=one.module,
                line=one.line,
                form=one.form,
                optional=one.form is Form.CALL and optional(place),
                type_only=one.type_only or types(place),
            )
            for place, one in sorted(self._found, key=lambda pair: pair[0])
        )
        return Imports(imports=found, computed=self._computed, broken_line=broken)

    def _add(
        self, node: Node, module: str, form: Form = Form.STATEMENT, *, type_only: bool = False
    ) -> None:
        found = Import(module=module, line=line_of(node), form=form, type_only=type_only)
        self._found.append((node.start_byte, found))

    def _statement(self, node: Node) -> None:
        source = node.child_by_field_name("source")
        for child in node.named_children if source is None else ():
            if child.type == "import_require_clause":
                source = child.child_by_field_name("source")
        module = _literal(source) if source is not None else None
        if source is not None and module:
            self.spans.append(node.byte_range)
            self._add(source, module, type_only=_only_types(node))

    def _call(self, node: Node) -> None:
        function, arguments = (
            node.child_by_field_name("function"),
            node.child_by_field_name("arguments"),
        )
        if function is None or arguments is None:
            return
        form = _CALLS.get(_SPACE.sub("", text_of(function, _LONGEST)))
        if form is None:
            return
        self.spans.append(function.byte_range)
        values = [value for value in arguments.named_children if value.type != "comment"]
        self._imported(values, form)

    def _misread_call(self, node: Node) -> None:
        """Read `vi.importActual<typeof import("x")>("x")`, a pair of comparisons to the grammar."""
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        function = left.child_by_field_name("left") if left is not None else None
        if function is not None and function.type == "await_expression":
            function = function.named_children[0]
        if function is None or right is None or right.type != "parenthesized_expression":
            return
        form = _CALLS.get(_SPACE.sub("", text_of(function, _LONGEST)))
        if form is None:
            return
        values = right.named_children
        if values and values[0].type == "sequence_expression":
            values = values[0].named_children
        self._imported(values, form)

    def _imported(self, values: list[Node], form: Form) -> None:
        if not values:
            return
        module = _literal(values[0])
        virtual = form is Form.MOCK and len(values) > 2 and _VIRTUAL.search(text_of(values[2]))
        if module is None:
            # `vi.mock(import("x"))` is read as the import in it.
            self._computed += values[0].type != "call_expression" or form is not Form.MOCK
        elif module and not virtual:
            self._add(values[0], module, form)

    def _comment(self, node: Node) -> None:
        self.spans.append(node.byte_range)
        text = text_of(node, 1 << 20)
        if text.startswith("///"):
            modules = [(found.start(), found.group(1)) for found in _REFERENCE.finditer(text)]
        elif text.startswith("/**"):
            modules = [*_jsdoc_types(text)]
            modules += [(found.start(), found.group(1)) for found in _JSDOC_IMPORT.finditer(text)]
        else:
            return
        for at, module in modules:
            line = line_of(node) + text.count("\n", 0, at)
            found = Import(module=module, line=line, form=Form.COMMENT, type_only=True)
            self._found.append((node.start_byte + at, found))

    def _try(self, node: Node) -> None:
        body = node.child_by_field_name("body")
        if body is not None and node.child_by_field_name("handler") is not None:
            self._optional.append(body.byte_range)

    def _type(self, node: Node) -> None:
        if node.type in _TYPES:
            self._types.append(node.byte_range)
        elif node.type in _CAST:
            self._types.extend(child.byte_range for child in node.named_children[1:])
        elif node.type == "unary_expression" and _is_type_of_import(node):
            self._types.append(node.byte_range)

    def read_loose(self) -> None:
        """Read what the parser could not make a statement of, where it is neither text nor comment."""
        known = {place for place, _ in self._found}
        for node in self._leaves:
            found = _LOOSE.match(self._source, node.start_byte)
            if found is not None and found.start("quote") not in known:
                known.add(found.start("quote"))
                self.spans.append(found.span())
                module = found["module"].decode("utf-8", "replace")
                line = line_of(node) + found.group().count(b"\n")
                self._found.append((node.start_byte, Import(module=module, line=line)))


def _is_type_of_import(node: Node) -> bool:
    """Whether this is `typeof import("x")`; a promise has no type worth asking for at run time."""
    argument = node.child_by_field_name("argument")
    function = argument.child_by_field_name("function") if argument is not None else None
    operator = node.child_by_field_name("operator")
    return (
        function is not None
        and function.type == "import"
        and operator is not None
        and operator.type == "typeof"
    )


def _only_types(statement: Node) -> bool:
    clauses = []
    for child in statement.children:
        if child.type in ("type", "typeof"):
            return True
        if child.type in ("import_clause", "export_clause"):
            clauses.append(child)
    if not clauses:
        return False
    names = clauses[0].named_children
    if len(names) == 1 and names[0].type == "named_imports":
        names = names[0].named_children
    specifiers = [name for name in names if name.type != "comment"]
    return bool(specifiers) and all(
        any(part.type in ("type", "typeof") for part in name.children) for name in specifiers
    )


def _jsdoc_types(comment: str) -> Iterator[tuple[int, str]]:
    """Yield the imports in the braces after a JSDoc tag; what stands in examples is none."""
    end = 0
    for tag in _JSDOC_TYPE.finditer(comment):
        if tag.start() < end:
            continue
        depth = 1
        for found in _IN_TYPE.finditer(comment, tag.end()):
            end = found.end()
            depth += {"{": 1, "}": -1}.get(found.group(), 0)
            if not depth:
                break
            if found.group(1):
                yield found.start(), found.group(1)


def _literal(node: Node) -> str | None:
    """Return what a string or a template without substitutions says, None for anything else."""
    if node.type not in ("string", "template_string"):
        return None
    if any(part.type == "template_substitution" for part in node.named_children):
        return None
    text = text_of(node)[1:-1]
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    code = found.group(1) or found.group(2) or found.group(3)
    if code:
        return chr(min(int(code, 16), _LAST_CHARACTER))
    return {"0": "\0", "\n": ""}.get(found.group(4), found.group(4))
