"""Python source to its imports, of any version of the language.

Forms: the `import` and `from` statements, `importlib.import_module`, `__import__` and
`pytest.importorskip` with a literal. Text in strings and comments is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from aireview.syntax.imports import Form, Import, Imports
from aireview.syntax.parsing import encode, hidden_line, line_of, parse, text_of, walk, within

if TYPE_CHECKING:
    from tree_sitter import Node

_WORDS = re.compile(rb"import")
_HIDDEN = re.compile(rb"\bimport\b")
# PEP 810: `lazy import x`. As a statement of its own the word is what every grammar knows.
_LAZY = re.compile(rb"^([ \t]*lazy)[ \t](?=[ \t]*(?:import|from)\b)", re.MULTILINE)
# What ends a line for Python: a carriage return of its own as well (the reference, "Physical lines").
_BREAK = re.compile(rb"\r\n?|\n")
_LONE = re.compile(rb"\r(?!\n)")
_HANDLED = re.compile(r"\b(?:ImportError|ModuleNotFoundError|Exception|BaseException)\b")
_SUPPRESS = re.compile(r"\bsuppress\s*\(")
_TYPES_ONLY = re.compile(r"\(?\s*(?:\w+\s*\.\s*)?(?:TYPE_CHECKING|MYPY)\s*\)?")
_NOT_TYPES_ONLY = re.compile(r"not\b\s*" + _TYPES_ONLY.pattern)
_LOOSE = re.compile(
    r"\s*(?:import\s+(?P<plain>[^\W\d]\w*(?:\.\w+)*)|from\s+(?P<source>\.*\w+(?:\.\w+)*)\s+import\b)"
)
_CALLS = {
    "__import__": False,
    "builtins.__import__": False,
    "importlib.import_module": False,
    "importlib.__import__": False,
    "import_module": False,
    "pytest.importorskip": True,
    "importorskip": True,
}
_STATEMENTS = ("import_statement", "import_from_statement", "future_import_statement")
_NAMED = ("name", "modname")
_RENAMED = re.compile(rb"\b(?:import_module|importorskip|__import__)\s+as\s")
_WORDS_AND_CALLS = re.compile(rb"import|\b[A-Za-z_]\w*+(?=\s*+\()")
_HEAD = 400  # of a condition or a handler, what is looked at


def imports(text: str) -> Imports:
    """Read the imports of a Python file. Never raises; a broken part hides only itself."""
    raw = encode(text)
    source = _LAZY.sub(rb"\1;", _LONE.sub(b"\n", raw))
    if _WORDS.search(source) is None:
        return Imports()
    tree = parse("python", source)
    reader = _Reader(source)
    for node, above in walk(tree, source, _words(source)):
        reader.read(node, above)
    found = reader.result(hidden_line(tree, source, _HIDDEN, reader.spans))
    return found if _LONE.search(raw) is None else _as_in_file(found, raw)


def _as_in_file(found: Imports, raw: bytes) -> Imports:
    """Return imports with the lines as everything but Python counts them."""
    lines = [1]
    for end in _BREAK.finditer(raw):
        lines.append(lines[-1] + (end.group() != b"\r"))
    return msgspec.structs.replace(
        found,
        imports=tuple(
            msgspec.structs.replace(one, line=lines[one.line - 1]) for one in found.imports
        ),
        broken_line=lines[found.broken_line - 1] if found.broken_line else 0,
    )


def _words(source: bytes) -> re.Pattern[bytes]:
    """Return the words to look for: with a function renamed, whatever is called may be it."""
    return _WORDS_AND_CALLS if _RENAMED.search(source) else _WORDS


class _Reader:
    def __init__(self, source: bytes) -> None:
        self.spans: list[tuple[int, int]] = []
        self._source = source
        self._found: list[tuple[int, Import]] = []
        self._calls: list[Node] = []
        self._bound: dict[str, str] = {}
        self._optional: list[tuple[int, int]] = []
        self._types: list[tuple[int, int]] = []

    def read(self, node: Node, above: str) -> None:
        match node.type:
            case "comment":
                self.spans.append(node.byte_range)
            case "import_statement":
                self._plain(node)
            case "import_from_statement":
                self._from(node)
            case "future_import_statement":
                self._add(node, "__future__")
            case "call":
                self._calls.append(node)
            case "try_statement":
                self._try(node)
            case "with_statement":
                self._with(node)
            case "if_statement":
                self._if(node)
            case "import" | "identifier" if above not in _STATEMENTS:
                self._loose(node)

    def result(self, broken: int) -> Imports:
        computed = sum(self._call(node) for node in self._calls)
        optional, types = within(self._optional), within(self._types)
        found = []
        for place, one in sorted(self._found, key=lambda pair: pair[0]):
            if optional(place) or types(place):
                one = Import(  # noqa: PLW2901 - the same import, with what stands around it
                    module=one.module,
                    line=one.line,
                    form=one.form,
                    members=one.members,
                    level=one.level,
                    optional=one.optional or optional(place),
                    type_only=types(place),
                )
            found.append(one)
        return Imports(imports=tuple(found), computed=computed, broken_line=broken)

    def _add(
        self, node: Node, module: str, *, level: int = 0, members: tuple[str, ...] = ()
    ) -> None:
        found = Import(module=module, line=line_of(node), level=level, members=members)
        self._found.append((node.start_byte, found))

    def _plain(self, node: Node) -> None:
        self.spans.append(node.byte_range)
        for named in node.children_by_field_name("name"):
            name, alias = _unaliased(named)
            module = _dotted(name)
            self._add(name, module)
            self._bound[alias or module] = module

    def _from(self, node: Node) -> None:
        self.spans.append(node.byte_range)
        origin = node.child_by_field_name("module_name")
        if origin is None:
            return
        level, module = _origin(origin)
        members = []
        for named in node.children_by_field_name("name"):
            name, alias = _unaliased(named)
            member = _dotted(name)
            members.append(member)
            self._bound[alias or member] = f"{'.' * level}{module}.{member}"
        self._add(origin, module, level=level, members=tuple(members))

    def _loose(self, node: Node) -> None:
        if node.text != b"import":
            return
        start = self._source.rfind(b"\n", 0, node.start_byte) + 1
        line = self._source[start : node.start_byte + _HEAD].decode("utf-8", "replace")
        found = _LOOSE.match(line)
        if found is None:
            return
        module = found["plain"] or found["source"]
        bare = module.lstrip(".")
        self._add(node, bare, level=len(module) - len(bare))
        self.spans.append(node.byte_range)

    def _call(self, node: Node) -> bool:
        """Add what a call imports; tell whether it imports something that is not a literal."""
        function, arguments = (
            node.child_by_field_name("function"),
            node.child_by_field_name("arguments"),
        )
        if function is None or arguments is None:
            return False
        optional = _CALLS.get(self._full_name(text_of(function, _HEAD)))
        if optional is None:
            return False
        argument = _first_argument(arguments)
        module = _literal(argument) if argument is not None else None
        if module is None or argument is None:
            return True
        bare = module.lstrip(".")
        found = Import(
            module=bare,
            line=line_of(argument),
            form=Form.CALL,
            level=len(module) - len(bare),
            optional=optional,
        )
        self._found.append((argument.start_byte, found))
        return False

    def _full_name(self, name: str) -> str:
        """Return what a called name stands for, following the imports of the file."""
        first, dot, rest = name.partition(".")
        return f"{self._bound.get(first, first)}{dot}{rest}"

    def _try(self, node: Node) -> None:
        body = node.child_by_field_name("body")
        if body is not None and any(self._handles(child) for child in node.named_children):
            self._optional.append(body.byte_range)

    def _handles(self, clause: Node) -> bool:
        if clause.type not in ("except_clause", "except_group_clause"):
            return False
        caught = clause.children_by_field_name("value")
        return not caught or any(_HANDLED.search(text_of(value)) for value in caught)

    def _with(self, node: Node) -> None:
        body = node.child_by_field_name("body")
        if body is None:
            return
        head = self._between(node.start_byte, body.start_byte)
        if _SUPPRESS.search(head) and _HANDLED.search(head):
            self._optional.append(body.byte_range)

    def _if(self, node: Node) -> None:
        condition = node.child_by_field_name("condition")
        head = text_of(condition, _HEAD) if condition is not None else ""
        branch = None
        if _TYPES_ONLY.fullmatch(head):
            branch = node.child_by_field_name("consequence")
        elif _NOT_TYPES_ONLY.fullmatch(head):
            branch = node.child_by_field_name("alternative")
        if branch is not None:
            self._types.append(branch.byte_range)

    def _between(self, start: int, end: int) -> str:
        return self._source[start : min(end, start + _HEAD)].decode("utf-8", "replace")


def _unaliased(node: Node) -> tuple[Node, str]:
    if node.type != "aliased_import":
        return node, ""
    name, alias = node.child_by_field_name("name"), node.child_by_field_name("alias")
    return name or node, text_of(alias) if alias is not None else ""


def _dotted(node: Node) -> str:
    return ".".join(text_of(part) for part in node.named_children if part.type == "identifier")


def _origin(node: Node) -> tuple[int, str]:
    if node.type != "relative_import":
        return 0, _dotted(node)
    level, module = 0, ""
    for part in node.named_children:
        if part.type == "import_prefix":
            level = text_of(part).count(".")
        elif part.type == "dotted_name":
            module = _dotted(part)
    return level, module


def _first_argument(arguments: Node) -> Node | None:
    for argument in arguments.named_children:
        if argument.type == "comment":
            continue
        if argument.type != "keyword_argument":
            return argument
        name, value = argument.child_by_field_name("name"), argument.child_by_field_name("value")
        if name is not None and text_of(name) in _NAMED:
            return value
    return None


def _literal(node: Node) -> str | None:
    """Return the text of a string without escapes and placeholders, None for anything else."""
    if node.type == "concatenated_string":
        parts = [_literal(part) for part in node.named_children if part.type == "string"]
        return None if None in parts else "".join(part or "" for part in parts)
    if node.type != "string":
        return None
    start, *content, _ = node.named_children
    whole = all(part.type == "string_content" and not part.named_child_count for part in content)
    if not whole or "b" in text_of(start).lower():
        return None
    return "".join(text_of(part) for part in content) or None
