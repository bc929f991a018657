"""Modules that go.mod and go.work name (https://go.dev/ref/mod#go-mod-file-grammar).

A module that a `replace` sends elsewhere is not fetched under its own name: it reads as local, and
what stands in for it as a name of its own. `exclude` and `retract` fetch nothing. A `tool` is the
path of a package inside a required module, which is what an import is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from aireview.checks.packages.surfaces.addresses import folder_of
from aireview.checks.packages.surfaces.readings import few
from aireview.model.packages import (
    Ecosystem,
    Member,
    Reading,
    Reference,
    Source,
    Surface,
    Unread,
)

_TOKEN = re.compile(r'//.*|"(?:[^"\\]|\\.)*+"|`[^`]*`|["`].*|=>|[()]|[^\s()"`]+')
_SILENT = frozenset({"exclude", "retract", "godebug", "toolchain", "use", "ignore"})
_PATH = re.compile(r"\.{1,2}(?:[/\\].*)?|/.*|[A-Za-z]:[/\\].*")


class _Line(NamedTuple):
    verb: str
    words: tuple[str, ...]
    number: int


def read(path: str, text: str) -> Reading:
    """Read what a go.mod or a go.work requires, replaces and runs as tools."""
    references: list[Reference] = []
    members: list[Member] = []
    unread: list[Unread] = []
    language = ""
    lines = tuple(_lines(text))
    replaced = _replaced(lines)
    for line in lines:
        match line.verb, line.words:
            case "module", (name,):
                members.append(Member(ecosystem=Ecosystem.GO, name=name, folder=folder_of(path)))
            case "go", (version,):
                language = f">={version}"
            case "require", (name, version):
                local = {(name, ""), (name, version)} & replaced
                source = Source.LOCAL if local else Source.REGISTRY
                references.append(_reference(path, line.number, name, version, source))
            case "replace", (_, *rest) if "=>" in rest[:-1]:
                references += _replacement(path, line)
            case "tool", (name,):
                references.append(_tool(path, line.number, name))
            case verb, _:
                if verb not in _SILENT:
                    why = f"this is no directive of {path.rpartition('/')[2]}"
                    unread.append(Unread(line.number, why))
    return Reading(
        references=tuple(references),
        members=tuple(members),
        language=language,
        unread=few(unread),
    )


def _lines(text: str) -> Iterator[_Line]:
    """Yield each directive with its words; a block gives one for each of its lines."""
    block = ""
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        words = [_plain(found) for found in _TOKEN.findall(raw) if not found.startswith("//")]
        if not words:
            continue
        if block:
            if words == [")"]:
                block = ""
            else:
                yield _Line(block, tuple(words), number)
        elif words[1:] == ["("]:
            block = words[0]
        elif words[1:] != ["(", ")"]:
            yield _Line(words[0], tuple(words[1:]), number)


def _plain(token: str) -> str:
    return token[1:-1] if token[0] in '"`' else token


def _replaced(lines: Sequence[_Line]) -> set[tuple[str, str]]:
    """Return the modules that are replaced, with the one version of them, empty for every one."""
    found = set()
    for line in lines:
        if line.verb == "replace" and "=>" in line.words[1:-1]:
            name, *version = line.words[: line.words.index("=>")]
            found.add((name, " ".join(version)))
    return found


def _replacement(path: str, line: _Line) -> Iterator[Reference]:
    name, *_ = line.words
    target, *version = line.words[line.words.index("=>") + 1 :]
    yield _reference(path, line.number, name, "", Source.LOCAL)
    if not _PATH.fullmatch(target):
        reference = _reference(path, line.number, target, " ".join(version))
        yield msgspec.structs.replace(reference, alias=name)


def _reference(
    path: str, line: int, name: str, version: str, source: Source = Source.REGISTRY
) -> Reference:
    return Reference(
        ecosystem=Ecosystem.GO,
        name=name,
        surface=Surface.MANIFEST,
        path=path,
        line=line,
        specifier=version,
        source=source,
    )


def _tool(path: str, line: int, name: str) -> Reference:
    return Reference(
        ecosystem=Ecosystem.GO, name=name, surface=Surface.IMPORT, path=path, line=line
    )
