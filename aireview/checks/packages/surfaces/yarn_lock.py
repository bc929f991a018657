"""yarn.lock: the format of Yarn 1, which is like YAML but is none, and the YAML of later versions.

Both are read line by line in the layout that Yarn writes; what has another layout is reported.
Source: `@yarnpkg/lockfile` and `@yarnpkg/parsers`; descriptors are `name@range`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.checks.packages.surfaces.npm_specs import source_of, split_name
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Surface, Unread

_FIELD = re.compile(r"  (\w+):? (.*)")
_BINARY = re.compile(r"    \"?([^\s\":]+)\"?: ")
_MOST_UNREAD = 20
_ARCHIVE = "::__archiveUrl="


class _Block:
    """One entry: its header's line, what it is called, and its fields."""

    def __init__(self, line: int, header: str) -> None:
        self.line = line
        self.header = header
        self.fields: dict[str, str] = {}
        self.binaries: list[str] = []


def read(path: str, text: str) -> Reading:
    """Read a yarn.lock of any version."""
    unread: list[Unread] = []
    blocks = tuple(_blocks(text, unread))
    later = any(block.header == "__metadata" for block in blocks)
    if not later and "# yarn lockfile v1" not in text[:400] and text.strip():
        unread.insert(0, Unread(1, "this is no lock file that Yarn writes"))
    of_block = _later if later else _classic
    references: dict[Reference, None] = {}
    for block in blocks:
        if block.header != "__metadata":
            references.update(dict.fromkeys(of_block(block, path)))
    return Reading(references=tuple(references), unread=tuple(unread[:_MOST_UNREAD]))


def _blocks(text: str, unread: list[Unread]) -> Iterator[_Block]:
    block: _Block | None = None
    inside = ""
    for line, written in enumerate(text.split("\n"), 1):
        content = written.rstrip("\r ")
        if "\r" in content:
            unread.append(Unread(line, "a carriage return that ends no line"))
        elif not content or content.startswith("#"):
            continue
        elif not content.startswith(" "):
            if block is not None:
                yield block
            block = None
            if content.endswith(":"):
                block, inside = _Block(line, content[:-1]), ""
            else:
                unread.append(Unread(line, "a line that is no entry of a lock file"))
        elif block is not None:
            inside = _inside(block, content, inside)
    if block is not None:
        yield block


def _inside(block: _Block, content: str, inside: str) -> str:
    """Take in a line of an entry; return the section that it opens or lies in."""
    found = _FIELD.fullmatch(content)
    if found:
        block.fields.setdefault(found.group(1), found.group(2).strip().strip('"'))
        return ""
    if content.startswith("    "):
        command = _BINARY.match(content) if inside == "bin" else None
        if command:
            block.binaries.append(command.group(1))
        return inside
    return content.strip().rstrip(":")


class _Descriptor(NamedTuple):
    key: str
    range: str

    @property
    def name(self) -> str:
        """The package: what follows `npm:` where the key is an alias."""
        target = self.range.removeprefix("npm:")
        if target == self.range or "@" not in target[1:]:
            return self.key
        return split_name(target)[0]


def _descriptors(header: str) -> tuple[_Descriptor, ...]:
    parts = (part.strip().strip('"') for part in header.split(", "))
    return tuple(_Descriptor(*split_name(part)) for part in parts if part)


def _classic(block: _Block, path: str) -> Iterator[Reference]:
    resolved = block.fields.get("resolved", "")
    for one in _descriptors(block.header):
        source = source_of(one.range)
        if source is Source.LOCAL and resolved.startswith(("http:", "https:")):
            source = Source.REGISTRY  # a workspace's range, but an archive was taken
        yield Reference(
            ecosystem=Ecosystem.NPM,
            name=one.name,
            surface=Surface.LOCK,
            path=path,
            line=block.line,
            specifier=block.fields.get("version", "") if source is Source.REGISTRY else "",
            source=source,
            alias=one.key if one.key != one.name else "",
            url=strip_credentials(resolved) if "://" in resolved else "",
        )


def _later(block: _Block, path: str) -> Iterator[Reference]:
    name, found = split_name(block.fields.get("resolution", ""))
    descriptors = _descriptors(block.header)
    if not name and descriptors:
        name, found = descriptors[0].name, descriptors[0].range
    version, _, archive = found.removeprefix("npm:").partition(_ARCHIVE)
    source = source_of(found)
    for key in dict.fromkeys(one.key for one in descriptors):
        yield Reference(
            ecosystem=Ecosystem.NPM,
            name=name,
            surface=Surface.LOCK,
            path=path,
            line=block.line,
            specifier=version if source is Source.REGISTRY else "",
            source=source,
            alias=key if key != name else "",
            url=_address(archive) or (strip_credentials(found) if source is Source.DIRECT else ""),
            binaries=tuple(block.binaries),
        )


def _address(written: str) -> str:
    """Return an address whose `:` and `/` are percent-encoded."""
    for code, sign in (("%3A", ":"), ("%2F", "/"), ("%40", "@"), ("%2B", "+")):
        written = written.replace(code, sign).replace(code.lower(), sign)
    return strip_credentials(written)
