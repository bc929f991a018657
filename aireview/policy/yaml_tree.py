"""YAML text to plain data that remembers where every value stood.

A small reading of YAML on purpose: the words of YAML 1.2's core schema only (so `off`, `no` and
dates stay text), no tags, no merge keys, one document, and hard limits on depth and on what
aliases may expand to. Hostile files cost a bounded amount of work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from aireview.errors import AireviewError
from aireview.model.text import quote

if TYPE_CHECKING:
    import yaml

MAX_BYTES = 256 * 1024
MAX_DEPTH = 32
MAX_VALUES = 20_000

_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9][0-9_]{0,17}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,3})?")


class Place(NamedTuple):
    """Where something stands: line and column, both 1-based."""

    line: int
    column: int


class Tree(NamedTuple):
    """One value of the file: plain data, its place, its keys' places and the values below it."""

    value: object
    place: Place
    keys: dict[str, Place]
    below: dict[str | int, Tree]
    size: int = 1


class _Open:
    """A list or mapping whose end has not been read yet."""

    def __init__(self, place: Place, anchor: str | None, *, mapping: bool) -> None:
        self.place = place
        self.anchor = anchor
        self.mapping = mapping
        self.key: str | None = None
        self.keys: dict[str, Place] = {}
        self.below: dict[str | int, Tree] = {}
        self.size = 1


def read(text: bytes, name: str) -> Tree:
    """Read one YAML document; an empty one is an empty mapping.

    Raises AireviewError naming file, line and column for text that is too long, not UTF-8, not
    YAML, or YAML that a configuration file has no use for.
    """
    if len(text) > MAX_BYTES:
        raise AireviewError(
            f"{name}: the file has {len(text):,} bytes; at most {MAX_BYTES:,} are read",
            "Move generated lists out of it: the baseline has a file of its own.",
        )
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = text[: error.start]
        place = Place(before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        raise complaint(name, place, "the file is not UTF-8", "Save it as UTF-8.") from error
    tree = _Reader(name).tree(_events(decoded, name))
    if tree is None or tree.value is None:
        return Tree({}, Place(1, 1), {}, {})
    return tree


def complaint(name: str, place: Place, message: str, hint: str = "") -> AireviewError:
    """Return an error that says where in which file."""
    return AireviewError(f"{name}:{place.line}:{place.column}: {message}", hint)


def _events(text: str, name: str) -> Iterator[yaml.Event]:
    import yaml  # noqa: PLC0415 - 12 ms, needed only where there is a file

    try:
        from yaml import CSafeLoader as Loader  # noqa: PLC0415 - as above
    except ImportError:
        from yaml import SafeLoader as Loader  # type: ignore[assignment] # noqa: PLC0415 - no libyaml
    try:
        yield from yaml.parse(text, Loader=Loader)
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise complaint(
            name, place, "a character that YAML does not allow", "Remove the control character."
        ) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        line = text.split("\n")[place.line - 1] if place.line <= text.count("\n") + 1 else ""
        said = quote(error.problem or error.context or "no YAML")
        raise complaint(name, place, f"this is not YAML: {said}", _yaml_hint(line, said)) from error


def _yaml_hint(line: str, said: str) -> str:
    if "\t" in line:
        return "Indent with spaces: YAML does not allow tabs."
    if "alias" in said or line.strip().lstrip("- ").startswith("*"):
        return 'Put a pattern that starts with `*` in quotes: "*.md".'
    if "mapping values" in said:
        return "Put a text that holds `: ` in quotes."
    if "block" in said or "indent" in said:
        return "Check the indentation of this line and the one above."
    return "Check quotes, brackets and indentation around this place."


class _Reader:
    """Turns parse events into one tree without recursion."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._anchors: dict[str, Tree | None] = {}
        self._open: list[_Open] = []
        self._root: Tree | None = None
        self._values = 0

    def tree(self, events: Iterable[yaml.Event]) -> Tree | None:
        """Return the tree of the only document, None when there is none."""
        import yaml  # noqa: PLC0415 - loaded by now

        for event in events:
            match event:
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._start(event, mapping=isinstance(event, yaml.MappingStartEvent))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._end()
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.AliasEvent():
                    self._alias(event)
                case yaml.DocumentStartEvent() if self._root is not None:
                    place = _place(event)
                    raise self._wrong(place, "a second document", "Remove the `---` line.")
                case _:
                    pass
        return self._root

    def _wrong(self, place: Place, message: str, hint: str) -> AireviewError:
        return complaint(self._name, place, message, hint)

    def _start(self, event: yaml.NodeEvent, *, mapping: bool) -> None:
        place = _place(event)
        if len(self._open) >= MAX_DEPTH:
            raise self._wrong(place, f"more than {MAX_DEPTH} levels deep", "Flatten the file.")
        self._refuse_tag(event, place)
        if event.anchor:
            self._anchors[event.anchor] = None
        self._refuse_as_key(place)
        self._open.append(_Open(place, event.anchor, mapping=mapping))

    def _end(self) -> None:
        done = self._open.pop()
        value: object = (
            {key: tree.value for key, tree in done.below.items()}
            if done.mapping
            else [tree.value for tree in done.below.values()]
        )
        tree = Tree(value, done.place, done.keys, done.below, done.size)
        if done.anchor:
            self._anchors[done.anchor] = tree
        self._add(tree)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        place = _place(event)
        self._refuse_tag(event, place)
        if self._open and self._open[-1].mapping and self._open[-1].key is None:
            self._take_key(self._open[-1], event.value, place)
            return
        value = plain(event.value) if event.implicit[0] else event.value
        tree = Tree(value, place, {}, {})
        if event.anchor:
            self._anchors[event.anchor] = tree
        self._add(tree)

    def _take_key(self, mapping: _Open, key: str, place: Place) -> None:
        if key in mapping.keys:
            first = mapping.keys[key].line
            raise self._wrong(
                place,
                f"`{quote(key, 60)}` is set twice",
                f"Keep one of them; the first is on line {first}.",
            )
        mapping.key = key
        mapping.keys[key] = place

    def _alias(self, event: yaml.AliasEvent) -> None:
        place = _place(event)
        self._refuse_as_key(place)
        tree = self._anchors.get(event.anchor or "")
        if tree is None:
            raise self._wrong(
                place,
                f"`*{quote(event.anchor or '', 60)}` refers to nothing above it",
                'Put a pattern that starts with `*` in quotes: "*.md".',
            )
        self._add(tree)

    def _add(self, tree: Tree) -> None:
        if not self._open:
            self._root = tree
            return
        parent = self._open[-1]
        parent.size += tree.size
        self._values += 1
        if max(parent.size, self._values) > MAX_VALUES:
            raise self._wrong(
                tree.place,
                f"more than {MAX_VALUES:,} values",
                "Write the file without aliases, or shorten its lists.",
            )
        if parent.mapping:
            parent.below[parent.key or ""] = tree
            parent.key = None
        else:
            parent.below[len(parent.below)] = tree

    def _refuse_as_key(self, place: Place) -> None:
        if self._open and self._open[-1].mapping and self._open[-1].key is None:
            raise self._wrong(place, "a key that is not a word", "Write `key: value`.")

    def _refuse_tag(self, event: yaml.NodeEvent, place: Place) -> None:
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise self._wrong(place, f"the tag `{quote(tag, 60)}` has no use here", "Remove it.")


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def plain(word: str) -> object:
    """Return what an unquoted word means: null, a boolean, a number, or itself."""
    if word in _WORDS:
        return _WORDS[word]
    if _INT.fullmatch(word):
        return int(word.replace("_", ""))
    if _FLOAT.fullmatch(word):
        return float(word)
    return word
