"""Go source to its imports: the import declarations of the language specification."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aireview.syntax.imports import Import, Imports
from aireview.syntax.parsing import encode, hidden_line, line_of, parse, text_of, walk

if TYPE_CHECKING:
    from tree_sitter import Node

_WORDS = re.compile(rb"\bimport\b")


def imports(text: str) -> Imports:
    """Read the imports of a Go file. Never raises; a broken part hides only itself."""
    source = encode(text)
    if _WORDS.search(source) is None:
        return Imports()
    tree = parse("go", source)
    found: list[Import] = []
    spans: list[tuple[int, int]] = []
    for node, above in walk(tree, source, _WORDS):
        if node.type == "import_declaration" or (node.type == "import" and above == "ERROR"):
            declared = tuple(_declared(node))
            found.extend(declared)
            spans.extend([node.byte_range] if declared else [])
        elif node.type == "comment":
            spans.append(node.byte_range)
    broken = hidden_line(tree, source, _WORDS, spans)
    return Imports(imports=tuple(found), broken_line=broken)


def _declared(node: Node) -> Iterator[Import]:
    for spec in _specs(node):
        path = spec.child_by_field_name("path") if spec.type == "import_spec" else spec
        module = text_of(path)[1:-1] if path is not None else ""
        if module:
            yield Import(module=module, line=line_of(spec if path is None else path))


def _specs(node: Node) -> Iterator[Node]:
    if node.type == "import":  # a keyword that the parser could not make a declaration of
        after = node.next_sibling
        if after is not None and after.type.endswith("_string_literal"):
            yield after
        return
    for child in node.named_children:
        if child.type == "import_spec":
            yield child
        else:
            yield from (spec for spec in child.named_children if spec.type == "import_spec")
