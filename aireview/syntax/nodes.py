"""JSON and YAML text to nodes that remember their lines; nothing is constructed, nothing expanded.

Made for files of other people: comments and trailing commas in JSON, tags and several documents in
YAML are read over, a key that stands twice is kept twice, an alias is an empty node. Size, depth and
number of values are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 64
MAX_NODES = 200_000


class NodeError(ValueError):
    """Text that is not what its format says, at `line`."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Node(NamedTuple):
    """A value and where it starts. `kind` is `scalar`, `list`, `map`, or `missing`.

    `text` is a scalar as it reads without quotes; `style` is what it stood in: nothing, a quote, or
    YAML's `|` or `>` (whose text starts on the next line). `items` are the values of a list, `pairs`
    the keys of a mapping with their lines and values, in order.
    """

    kind: str
    line: int
    text: str = ""
    style: str = ""
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[str, int, Node], ...] = ()

    def get(self, *keys: str) -> Node:
        """Return the value below the keys, or a missing node; the last of equal keys counts."""
        node = self
        for key in keys:
            node = next((value for name, _, value in reversed(node.pairs) if name == key), MISSING)
        return node

    def texts(self) -> Iterator[tuple[str, int]]:
        """Yield each scalar of a list (or this one scalar) with its line."""
        for item in self.items if self.kind == "list" else (self,):
            if item.kind == "scalar":
                yield item.text, item.line

    def __bool__(self) -> bool:
        """Whether there is a value at all."""
        return self.kind != "missing"


MISSING = Node("missing", 1)

_TOKEN = re.compile(
    r'\s+|//[^\n]*|/\*.*?\*/|(?P<string>"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+")|(?P<mark>[{}\[\]:,])'
    r"|(?P<word>[^\s{}\[\]:,\"/]+)",
    re.DOTALL,
)
_ESCAPE = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def read_json(text: str) -> Node:
    """Read JSON, with comments and trailing commas. Raises NodeError with the line."""
    return _Json(text.removeprefix("\ufeff")).document()


class _Json:
    def __init__(self, text: str) -> None:
        self._tokens = self._scan(text)
        self._kind, self._text, self._line = "", "", 1
        self._nodes = 0
        self._next()

    def _scan(self, text: str) -> Iterator[tuple[str, str, int]]:
        at, line = 0, 1
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise NodeError("this is not JSON", line)
            at = found.end()
            if found.lastgroup:
                yield found.lastgroup, found.group(), line
            line += found.group().count("\n")
        yield "end", "", line

    def _next(self) -> None:
        self._kind, self._text, self._line = next(self._tokens)

    def document(self) -> Node:
        node = self._value(0)
        if self._kind != "end":
            raise NodeError("this is not JSON: something follows the value", self._line)
        return node

    def _value(self, depth: int) -> Node:
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            raise NodeError("too deep or too many values", self._line)
        kind, text, line = self._kind, self._text, self._line
        if kind in {"string", "word"}:
            self._next()
            plain = _unescaped(text[1:-1]) if kind == "string" else text
            return Node("scalar", line, plain, '"' if kind == "string" else "")
        if text == "{":
            return Node("map", line, pairs=tuple(self._pairs(depth)))
        if text == "[":
            return Node("list", line, items=tuple(self._items(depth)))
        raise NodeError("this is not JSON: a value is missing", line)

    def _pairs(self, depth: int) -> Iterator[tuple[str, int, Node]]:
        self._next()
        while self._text != "}" or self._kind == "string":
            key, line = self._text, self._line
            if self._kind not in ("string", "word"):
                raise NodeError("this is not JSON: a key is missing", line)
            name = _unescaped(key[1:-1]) if self._kind == "string" else key
            self._next()
            self._expect(":")
            yield name, line, self._value(depth + 1)
            self._comma("}")
        self._next()

    def _items(self, depth: int) -> Iterator[Node]:
        self._next()
        while self._text != "]" or self._kind == "string":
            yield self._value(depth + 1)
            self._comma("]")
        self._next()

    def _comma(self, end: str) -> None:
        if self._kind != "mark" or self._text not in (",", end):
            raise NodeError(f"this is not JSON: a comma or `{end}` is missing", self._line)
        if self._text == ",":
            self._next()

    def _expect(self, mark: str) -> None:
        if self._kind != "mark" or self._text != mark:
            raise NodeError(f"this is not JSON: `{mark}` is missing", self._line)
        self._next()


def _unescaped(text: str) -> str:
    def plain(found: re.Match[str]) -> str:
        if found.group(1):
            return chr(int(found.group(1), 16))
        return _ESCAPED.get(found.group(2), found.group(2))

    return _ESCAPE.sub(plain, text) if "\\" in text else text


# YAML 1.1 breaks lines where git, editors and YAML 1.2 do not; a lone return divides even these.
_NO_BREAK = re.compile("[\x85\u2028\u2029]")
_LONE_RETURN = re.compile(r"\r(?!\n)")


def read_yaml(text: str) -> tuple[Node, ...]:
    """Read every document of a YAML text. Raises NodeError with the line."""
    lone = _LONE_RETURN.search(text)
    if lone:
        line = text.count("\n", 0, lone.start()) + 1
        raise NodeError("a carriage return that ends no line", line)
    text = _NO_BREAK.sub(" ", text)
    import yaml  # noqa: PLC0415 - 12 ms, needed only where there is YAML

    try:
        from yaml import CSafeLoader as Loader  # noqa: PLC0415 - as above
    except ImportError:
        from yaml import SafeLoader as Loader  # type: ignore[assignment] # noqa: PLC0415 - no libyaml
    try:
        return tuple(_documents(yaml.parse(text, Loader=Loader)))
    except UnicodeEncodeError as error:  # bytes that are not UTF-8, read with surrogate escapes
        line = text.count("\n", 0, error.start) + 1
        raise NodeError("a character that is not UTF-8", line) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise NodeError("a character that YAML does not allow", line) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = text.count("\n")  # an open bracket is missed in the line after the last
        raise NodeError("this is not YAML", min(mark.line, last) + 1 if mark else 1) from error


class _Open:
    def __init__(self, line: int, *, mapping: bool) -> None:
        self.line = line
        self.mapping = mapping
        self.key: tuple[str, int] | None = None
        self.items: list[Node] = []
        self.pairs: list[tuple[str, int, Node]] = []

    def closed(self) -> Node:
        if self.mapping:
            return Node("map", self.line, pairs=tuple(self.pairs))
        return Node("list", self.line, items=tuple(self.items))

    def add(self, node: Node) -> None:
        if not self.mapping:
            self.items.append(node)
        elif self.key is None:
            self.key = (node.text, node.line)  # a key that is no scalar reads as ""
        else:
            self.pairs.append((*self.key, node))
            self.key = None


def _documents(events: Iterator[yaml.Event]) -> Iterator[Node]:
    import yaml  # noqa: PLC0415 - loaded by now

    above: list[_Open] = []
    root: Node | None = None
    for count, event in enumerate(events):
        line = event.start_mark.line + 1 if event.start_mark else 1
        node: Node | None = None
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                above.append(_Open(line, mapping=isinstance(event, yaml.MappingStartEvent)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                node = above.pop().closed()
            case yaml.ScalarEvent():
                node = Node("scalar", line, event.value, event.style or "")
            case yaml.AliasEvent():
                node = Node("scalar", line)
            case yaml.DocumentEndEvent() if root is not None:
                yield root
                root = None
        if len(above) > MAX_DEPTH or count > MAX_NODES:
            raise NodeError("too deep or too many values", line)
        if node is not None:
            if above:
                above[-1].add(node)
            else:
                root = node
