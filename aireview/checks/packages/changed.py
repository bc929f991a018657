"""Which names are new in a change: the parsed sets of both versions compared, not their lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from aireview.checks.packages.names import normalise
from aireview.checks.packages.surfaces.addresses import folder_of, within
from aireview.checks.packages.surfaces.table import load, readers_of
from aireview.diffs.languages import is_code
from aireview.diffs.lines import decode
from aireview.errors import IncompleteError
from aireview.model.change import Change, ChangedFile, FileKind, SkipReason
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Surface, Unread

# Lock files of large projects have some megabytes; nobody reviews more than this.
LARGEST = 64 * 1024 * 1024
_LONGEST_IMPORT = 500  # lines of one statement

Read = Callable[[str], str | None]

Key = tuple[Ecosystem, Surface, str, str]


class Changed(NamedTuple):
    """The names of a change.

    `new` are references whose name is new, `bumped` those of a known name that now ask for an exact
    version or for extras that they did not ask for. `before` and `after` are the readings of the changed files on
    both sides, by the path of that side. `unread` are files or parts of files that could not be read.
    """

    new: tuple[Reference, ...]
    bumped: tuple[Reference, ...]
    before: Mapping[str, Reading]
    after: Mapping[str, Reading]
    unread: tuple[tuple[str, Unread], ...]
    ignored: int


def compare(
    change: Change, new: Read, old: Read, *, also: Collection[str] = frozenset()
) -> Changed:
    """Read both versions of every changed file that may name packages, and compare the sets.

    `new` and `old` return the text of a path on their side, None where there is none, and raise
    IncompleteError for one that cannot be read: of the new side that is told in the answer, of the
    old one it is raised. `also` are requirement files by another name.
    """
    after: dict[str, Reading] = {}
    before: dict[str, Reading] = {}
    unread: list[tuple[str, Unread]] = []
    for file in change.files:
        unread += _linked(file, new)
        if _is_looked_at(file) and (reading := _attempt(file.path, new, unread, also)) is not None:
            after[file.path] = reading
            unread += [(file.path, part) for part in reading.unread]
        old_path = file.old_path or file.path
        if file.old_blob is not None:
            reading = _before(old_path, old, as_requirements=file.path in also)
            if reading is not None:
                before[old_path] = reading
    had: dict[Key, set[str]] = {}
    for reference in _references(before):
        had.setdefault(key(reference), set()).update(_wishes(reference))
    return Changed(
        new=_fresh(before, after, new),
        bumped=tuple(
            reference
            for reference in _references(after)
            if reference.surface in (Surface.MANIFEST, Surface.COMMAND)
            and key(reference) in had
            and not had[key(reference)].issuperset(_wishes(reference))
        ),
        before=before,
        after=after,
        unread=tuple(unread),
        ignored=sum(reading.ignored for reading in after.values()),
    )


def _fresh(
    before: Mapping[str, Reading], after: Mapping[str, Reading], new: Read
) -> tuple[Reference, ...]:
    """Return the references whose name is new; of a longer `from` import what is new in it."""
    had = {key(reference) for reference in _references(before)}
    taken: dict[str, set[str]] = {}
    for reference in _references(before):
        if reference.members:
            taken.setdefault(reference.name, set()).update(reference.members)
    found = []
    for reference in _references(after):
        if key(reference) in had:
            continue
        known = taken.get(reference.name, set()) if reference.members else set()
        if known.isdisjoint(reference.members):
            found.append(reference)
        elif members := tuple(one for one in reference.members if one not in known):
            line = _line_of(members[0], reference, new(reference.path) or "")
            found.append(msgspec.structs.replace(reference, members=members, line=line))
    return tuple(found)


def _line_of(member: str, reference: Reference, text: str) -> int:
    """Return the line of a name that an import takes, which may go over many lines."""
    lines = text.split("\n")[reference.line - 1 :][:_LONGEST_IMPORT]
    word = re.compile(rf"\b{re.escape(member)}\b")
    return next(
        (number for number, line in enumerate(lines, reference.line) if word.search(line)),
        reference.line,
    )


def key(reference: Reference) -> Key:
    """Return what makes two references the same name in the same kind of place.

    What a `from` import takes out of a namespace belongs to the name, and so does where a package
    comes from: one that was a path or was pinned to an index, and is no more, is a new name.
    """
    name = normalise(reference.ecosystem, reference.name)
    if reference.surface is Surface.IMPORT:
        name = " ".join((reference.name, *sorted(reference.members)))
    registry = reference.source is Source.REGISTRY
    origin = reference.index if registry else reference.source.value
    return reference.ecosystem, reference.surface, name, origin


def read_text(path: str, text: str, *, as_requirements: bool = False) -> Reading | None:
    """Return what all readers of a path make of its text, None where none is for it."""
    if as_requirements:
        from aireview.checks.packages.surfaces.requirements import (  # noqa: PLC0415 - rare
            read as read_requirements,
        )

        return read_requirements(path, text)
    readings = [load(entry)(path, text) for entry in readers_of(path) if entry.may_name(text)]
    if len(readings) == 1:
        return readings[0]
    return _merged(readings) if readings else None


def text_of(content: bytes) -> str:
    """Return the text of a file; some tools on Windows write requirements in UTF-16."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    return decode(content.removeprefix(b"\xef\xbb\xbf"))


def _is_looked_at(file: ChangedFile) -> bool:
    if file.skip is None:
        return True
    # Too long or not UTF-8 for the rules: a lock file or a notebook is still read here. Code that is
    # too long is a finding of the content check, and would cost minutes.
    if file.skip.by_size:
        return not is_code(file.path)
    return file.skip.reason in (SkipReason.NOT_TEXT, SkipReason.BINARY)


def _linked(file: ChangedFile, new: Read) -> Iterator[tuple[str, Unread]]:
    """Yield what is to be said of a link that stands for a manifest: what it leads to is not read.

    Unless it leads to a file that is read by itself, as the same kind of file.
    """
    wanted = {entry.reader for entry in readers_of(file.path) if entry.declares}
    if file.kind is not FileKind.SYMLINK or file.new_blob is None or not wanted:
        return
    target = within(folder_of(file.path), (new(file.path) or "/").strip())
    if target is None or not wanted.issubset(entry.reader for entry in readers_of(target)):
        yield file.path, Unread(1, "it is a link, and what it leads to is not read under this name")


def _before(path: str, read: Read, *, as_requirements: bool) -> Reading | None:
    """Return what the old version says; it may bind names, so that it has to be readable."""
    if not (as_requirements or readers_of(path)):
        return None
    text = read(path)
    return None if text is None else read_text(path, text, as_requirements=as_requirements)


def _attempt(
    path: str, read: Read, unread: list[tuple[str, Unread]], also: Collection[str]
) -> Reading | None:
    if path not in also and not readers_of(path):
        return None
    try:
        text = read(path)
    except IncompleteError as error:
        unread.append((path, Unread(1, error.message)))
        return None
    if text is None:
        unread.append((path, Unread(1, f"it has more than {LARGEST // 1024 // 1024} MB")))
        return None
    return read_text(path, text, as_requirements=path in also)


def _merged(readings: Iterable[Reading]) -> Reading:
    many = tuple(readings)
    return Reading(
        references=tuple(r for reading in many for r in reading.references),
        members=tuple(m for reading in many for m in reading.members),
        indexes=tuple(i for reading in many for i in reading.indexes),
        aliases=tuple(a for reading in many for a in reading.aliases),
        roots=tuple(root for reading in many for root in reading.roots),
        generated=tuple(path for reading in many for path in reading.generated),
        open_ended=next((reading.open_ended for reading in many if reading.open_ended), ""),
        cool_down_days=max(
            (r.cool_down_days for r in many if r.cool_down_days is not None), default=None
        ),
        language=next((reading.language for reading in many if reading.language), ""),
        unread=tuple(part for reading in many for part in reading.unread),
        ignored=sum(reading.ignored for reading in many),
    )


def _references(readings: Mapping[str, Reading]) -> Iterator[Reference]:
    for path in sorted(readings):
        yield from readings[path].references


def _wishes(reference: Reference) -> Iterator[str]:
    """Yield what a registry may not have although it has the name: a version, extras."""
    if version := exact_version(reference):
        yield f"=={version}"
    for extra in reference.extras:
        yield f"[{extra}]"


def exact_version(reference: Reference) -> str:
    """Return the one version that a reference asks for, empty where it allows a choice."""
    text = reference.specifier.strip()
    if reference.ecosystem is Ecosystem.PYPI:
        if not text.startswith("==") or "," in text or "*" in text:
            return ""
        return text.lstrip("=").strip()
    if reference.ecosystem is Ecosystem.NPM:
        text = text.removeprefix("=").removeprefix("v")
        return text if _is_plain_semver(text) else ""
    return ""


def _is_plain_semver(text: str) -> bool:
    core = text.split("+", 1)[0].split("-", 1)[0]
    return core.count(".") == 2 and all(part.isdigit() for part in core.split("."))
