"""TOML text to the nodes of `nodes`, which remember their lines (TOML 1.0).

`tomllib` knows no lines and takes quadratic time for long dotted keys. A key or a table that stands
twice is an error, as TOML says. Numbers and dates stay text; what they look like is not checked.
"""

from __future__ import annotations

import re

from aireview.syntax.nodes import MAX_DEPTH, Node, NodeError

MAX_VALUES = 500_000  # a lock file of 5,000 packages without its lists of archives

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_LINE_END = re.compile(r"[ \t]*+(?:#[^\n]*+)?\r?(?:\n|\Z)")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_STRING = re.compile(
    r'"""(?P<basics>(?:[^"\\]++|\\.|"(?!""))*+"{0,2})"""'
    r"|'''(?P<literals>(?:[^']++|'(?!''))*+'{0,2})'''"
    r'|"(?P<basic>(?:[^"\\\n]++|\\.)*+)"'
    r"|'(?P<literal>[^'\n]*+)'",
    re.DOTALL,
)
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d[0-9:.Zz+-]*+|[A-Za-z0-9+-][A-Za-z0-9_.:+-]*+")
_ESCAPE = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([ \t\r]*\n\s*)|(.))"
)
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
_LAST_CHARACTER = 0x10FFFF


def read_toml(text: str) -> Node:
    """Read a TOML document. Raises NodeError with the line."""
    return _Toml(text).document()


class _Table:
    """A table under construction; `stated` once a header or an assignment of its own was seen."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.stated = False
        self.pairs: dict[str, tuple[int, Node | _Table | _Tables]] = {}

    def closed(self) -> Node:
        pairs = tuple(
            (key, line, value if isinstance(value, Node) else value.closed())
            for key, (line, value) in self.pairs.items()
        )
        return Node("map", self.line, pairs=pairs)


class _Tables:
    def __init__(self, line: int) -> None:
        self.line = line
        self.items: list[_Table] = []

    def closed(self) -> Node:
        return Node("list", self.line, items=tuple(item.closed() for item in self.items))


class _Toml:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 1 if text.startswith("\ufeff") else 0
        self._line = 1
        self._counted = 0
        self._values = 0
        self._root = _Table(1)

    def document(self) -> Node:
        table = self._root
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._assign(table)
            if not (found := _LINE_END.match(self._text, self._at)):
                raise self._error("something follows the value")
            self._at = found.end()
            self._skip(_BLANK)
        return self._root.closed()

    def _error(self, why: str) -> NodeError:
        return NodeError(f"this is not TOML: {why}", self._here())

    def _here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if found := pattern.match(self._text, self._at):
            self._at = found.end()

    def _expect(self, mark: str) -> None:
        if not self._text.startswith(mark, self._at):
            raise self._error(f"`{mark}` is missing")
        self._at += len(mark)

    def _header(self) -> _Table:
        line = self._here()
        mark = "]]" if self._text.startswith("[[", self._at) else "]"
        self._at += len(mark)
        *above, last = self._keys()
        self._expect(mark)
        table = self._root
        for key in above:
            table = self._below(table, key, line)
        if mark == "]]":
            return self._appended(table, last, line)
        table = self._below(table, last, line)
        if table.stated:
            raise NodeError(f"this is not TOML: the table `{last}` stands twice", line)
        table.stated, table.line = True, line
        return table

    def _below(self, table: _Table, key: str, line: int) -> _Table:
        _, found = table.pairs.setdefault(key, (line, _Table(line)))
        if isinstance(found, _Tables):
            return found.items[-1]
        if isinstance(found, Node):
            raise NodeError(f"this is not TOML: `{key}` stands twice", line)
        return found

    def _appended(self, table: _Table, key: str, line: int) -> _Table:
        self._count(0)
        _, found = table.pairs.setdefault(key, (line, _Tables(line)))
        if not isinstance(found, _Tables):
            raise NodeError(f"this is not TOML: `{key}` stands twice", line)
        found.items.append(_Table(line))
        found.items[-1].stated = True
        return found.items[-1]

    def _assign(self, table: _Table, depth: int = 0) -> None:
        line = self._here()
        *above, last = self._keys()
        self._expect("=")
        for key in above:
            table = self._below(table, key, line)
            table.stated = True
        if last in table.pairs:
            raise NodeError(f"this is not TOML: `{last}` stands twice", line)
        table.pairs[last] = (line, self._value(depth))

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            keys.append(self._key())
            self._skip(_SPACE)
            if len(keys) > MAX_DEPTH:
                raise NodeError("too deep a key", self._here())
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    def _key(self) -> str:
        if found := _BARE_KEY.match(self._text, self._at):
            self._at = found.end()
            return found.group()
        found = _STRING.match(self._text, self._at)
        if found is None or found.lastgroup not in ("basic", "literal"):
            raise self._error("a key is missing")
        self._at = found.end()
        return _content(found)

    def _count(self, depth: int) -> None:
        self._values += 1
        if depth > MAX_DEPTH or self._values > MAX_VALUES:
            raise NodeError("too deep or too many values", self._here())

    def _value(self, depth: int) -> Node:
        self._skip(_SPACE)
        self._count(depth)
        line = self._here()
        if self._text.startswith("[", self._at):
            return Node("list", line, items=tuple(self._items(depth)))
        if self._text.startswith("{", self._at):
            return self._inline(depth)
        if found := _STRING.match(self._text, self._at):
            self._at = found.end()
            return Node("scalar", line, _content(found), _style(found))
        if found := _PLAIN.match(self._text, self._at):
            self._at = found.end()
            return Node("scalar", line, found.group())
        raise self._error("a value is missing")

    def _items(self, depth: int) -> list[Node]:
        self._at += 1
        items: list[Node] = []
        self._skip(_BLANK)
        while not self._text.startswith("]", self._at):
            items.append(self._value(depth + 1))
            self._separator("]")
        self._at += 1
        return items

    def _inline(self, depth: int) -> Node:
        table = _Table(self._here())
        self._at += 1
        self._skip(_BLANK)  # line breaks in here are TOML 1.1
        while not self._text.startswith("}", self._at):
            self._assign(table, depth + 1)
            self._separator("}")
        self._at += 1
        return table.closed()

    def _separator(self, end: str) -> None:
        self._skip(_BLANK)
        if self._text.startswith(",", self._at):
            self._at += 1
            self._skip(_BLANK)
        elif not self._text.startswith(end, self._at):
            raise self._error(f"a comma or `{end}` is missing")


def _style(found: re.Match[str]) -> str:
    """Return the quotes of a string, and a line break where its text starts on the next line."""
    if found.lastgroup in ("basic", "literal"):
        return found.group()[0]
    return found.group()[:3] + ("\n" if found.group()[3:5].lstrip("\r").startswith("\n") else "")


def _content(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    text = found.group(kind)
    if kind.endswith("s"):
        text = text.removeprefix("\r").removeprefix("\n")
    return _ESCAPE.sub(_unescaped, text) if kind.startswith("basic") and "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    code = found.group(1) or found.group(2) or found.group(3)
    if code:
        return chr(min(int(code, 16), _LAST_CHARACTER))
    return "" if found.group(4) else _ESCAPED.get(found.group(5), found.group(5))
