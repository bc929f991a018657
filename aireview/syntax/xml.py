"""XML text to nodes that remember their lines; nothing is fetched, nothing expanded.

An element is a node: a `scalar` where it has neither attributes nor children, else a `map` whose
pairs are its attributes (the key is `@` and the name) and its children, in order; `text` is its own
text without the space around it. Prefixes of namespaces are dropped. A document type declaration,
which is where entities and outside files come from, is refused. Size and depth are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aireview.syntax.nodes import MAX_DEPTH, MAX_NODES, Node, NodeError

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_ATTRIBUTE = re.compile(rb"(\s+)([^\s=>/\"']+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_TAG = re.compile(rb"<[^\s>/]+")


def read_xml(text: str) -> tuple[str, Node]:
    """Read XML: the name of the root element and the element. Raises NodeError with the line."""
    from xml.parsers.expat import (  # noqa: PLC0415 - needed only where there is XML
        ExpatError,
        ParserCreate,
    )

    # The text is decoded already, so that what it says about its encoding does not count.
    data = text.removeprefix("\ufeff").encode("utf-8", "replace")
    parser = ParserCreate("utf-8")
    reader = _Xml(parser, data)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the one form that expat has
    except ExpatError as error:
        raise NodeError("this is not XML", error.lineno) from error
    return reader.root


def elements(node: Node, *names: str) -> Iterator[Node]:
    """Yield the elements at the end of a path of names, every one of them where some are many."""
    if not names:
        yield node
        return
    for key, _, child in node.pairs:
        if key == names[0]:
            yield from elements(child, *names[1:])


def descendants(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield every element below a node with its name, in order."""
    for key, _, child in node.pairs:
        if not key.startswith("@"):
            yield key, child
            yield from descendants(child)


class _Element:
    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line
        self.text: list[str] = []
        self.text_line = 0
        self.pairs: list[tuple[str, int, Node]] = []

    def closed(self) -> Node:
        text = "".join(self.text).strip()
        if self.pairs:
            return Node("map", self.line, text, pairs=tuple(self.pairs))
        return Node("scalar", self.text_line or self.line, text)


class _Xml:
    def __init__(self, parser: XMLParserType, data: bytes) -> None:
        self._parser = parser
        self._data = data
        self._above: list[_Element] = []
        self._nodes = 0
        self.root = ("", Node("scalar", 1))
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._refuse

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        self._nodes += 1 + len(attributes)
        if len(self._above) >= MAX_DEPTH or self._nodes > MAX_NODES:
            raise NodeError("too deep or too many values", line)
        element = _Element(_local(tag), line)
        if attributes:
            lines = self._lines(line)
            for name, value in attributes.items():
                at = lines.get(name, line)
                element.pairs.append((f"@{name}", at, Node("scalar", at, value.strip())))
        self._above.append(element)

    def _lines(self, line: int) -> dict[str, int]:
        """Return the line of each attribute of the start tag that the parser stands at."""
        lines: dict[str, int] = {}
        tag = _TAG.match(self._data, self._parser.CurrentByteIndex)
        at = tag.end() if tag else len(self._data)
        while found := _ATTRIBUTE.match(self._data, at):
            line += found.group(1).count(b"\n")
            lines[found.group(2).decode("utf-8", "replace")] = line
            line += found.group().count(b"\n") - found.group(1).count(b"\n")
            at = found.end()
        return lines

    def _characters(self, text: str) -> None:
        element = self._above[-1]
        if not element.text_line and text.strip():
            before = text[: len(text) - len(text.lstrip())]
            element.text_line = self._parser.CurrentLineNumber + before.count("\n")
        element.text.append(text)

    def _end(self, _tag: str) -> None:
        element = self._above.pop()
        node = element.closed()
        if self._above:
            self._above[-1].pairs.append((element.name, node.line, node))
        else:
            self.root = (element.name, node)

    def _refuse(self, *_declaration: object) -> None:
        raise NodeError("a document type declaration is not read", self._parser.CurrentLineNumber)


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]
