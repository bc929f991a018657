"""Whole repositories as if all of them were new, against a registry that knows only what they declare."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from support.registry import FakeRegistry

from aireview.model.packages import Surface
from benchmarks.packages.corpus import Repository
from benchmarks.packages.running import Found, Room, Run
from benchmarks.packages.tables import table
from benchmarks.packages.trees import Resolved, TreeNames, is_open

_HEAD = (
    "repository", "imports", "unresolved here (distinct)", "reference", "`hallucinated` imports",
    "in manifests", "in commands, documents", "`undeclared`", "`unverified`", "`suspicious`", "`legacy`", "unread",
    "as expected", "seconds", "outcome",
)  # fmt: skip
_SILENT = ("ok", "ignore")
_WHERE = {Surface.IMPORT: "import", Surface.MANIFEST: "manifest", Surface.LOCK: "manifest"}
_ORDER = ("import", "manifest", "command", "file")


class _Named(NamedTuple):
    """A finding, with the names as they are written at its place."""

    found: Found
    names: frozenset[str]
    where: str


class _Measured(NamedTuple):
    repository: Repository
    run: Run
    imports: list[Resolved]
    named: list[_Named]


def report(repositories: Sequence[Repository], room: Room) -> Iterable[str]:
    """Measure and yield the lines to print."""
    measured = [_measure(one, room) for one in repositories]
    yield from table("Whole repositories", _HEAD, [_row(one) for one in measured])
    for one in measured:
        yield from _details(one)


def _measure(repository: Repository, room: Room) -> _Measured:
    repo = room.fresh()
    shutil.copytree(repository.tree, repo, symlinks=True, dirs_exist_ok=True)
    with FakeRegistry() as fake:
        room.begin(repo, fake)
        names = TreeNames(repo)
        for ecosystem, packages in names.registry(repository.proto_unresolved).items():
            for package in packages:
                fake.add(ecosystem, package)
        run = room.check(repo)
    imports = names.resolved()
    named = list(_named(run, names))
    shutil.rmtree(repo)
    return _Measured(repository, run, imports, named)


def _named(run: Run, names: TreeNames) -> Iterator[_Named]:
    at: dict[tuple[str, int], set[tuple[str, str]]] = {}
    for reference in names.references():
        where = _WHERE.get(reference.surface, "command")
        at.setdefault((reference.path, reference.line), set()).add((reference.name, where))
    for found in run.found:
        here = [one for line in (found.line, *found.also) for one in at.get((found.path, line), ())]
        fitting = [one for one in here if _fits(found, one[0])] or here
        where = min((where for _, where in fitting), default="file", key=_ORDER.index)
        yield _Named(found, frozenset(name for name, _ in fitting), where)


def _fits(found: Found, name: str) -> bool:
    return any(f"{before}{name}{after}" in found.message for before in '`" ' for after in '`" ')


def _row(one: _Measured) -> tuple[str, ...]:
    unresolved = [each for each in one.imports if is_open(each)]
    proto = one.repository.proto_offline
    hard = one.repository.proto_unresolved
    met = sum(not problem for problem in (_problem(one, each.name, each.expected) for each in hard))
    return (
        one.repository.repo,
        str(len(one.imports)),
        f"{len(unresolved)} ({len(_tops(unresolved))})",
        f"{proto.get('unresolved', 0)} ({proto.get('unresolved_unique', 0)})",
        *(str(len(_distinct(one, "hallucinated", where))) for where in _ORDER[:3]),
        *(str(len(_distinct(one, word))) for word in ("undeclared", "unverified")),
        *(str(len(_distinct(one, word))) for word in ("suspicious", "legacy")),
        str(sum(each.found.word == "unread" for each in one.named)),
        f"{met} of {len(hard)}",
        f"{one.run.seconds:.1f}",
        one.run.outcome,
    )


def _tops(imports: Iterable[Resolved]) -> set[str]:
    return {each.resolution.module or each.reference.name for each in imports}


def _distinct(one: _Measured, word: str, where: str = "") -> set[str]:
    return {
        each.found.symbol
        for each in one.named
        if each.found.word == word and where in ("", each.where)
    }


def _details(one: _Measured) -> Iterator[str]:
    yield f"#### {one.repository.repo}: {one.run.reason}"
    yield ""
    for each in one.repository.proto_unresolved:
        if problem := _problem(one, each.name, each.expected):
            yield f"- expected {each.expected}: `{each.name}` is {problem}"
    groups: dict[tuple[str, str, str], list[_Named]] = {}
    for named in one.named:
        groups.setdefault((named.found.word, named.where, named.found.symbol), []).append(named)
    for (word, where, _), many in sorted(groups.items()):
        first = many[0].found
        more = f" and {len(many) - 1} more files" if len(many) > 1 else ""
        yield f"- {word}, {where}: {first.path}:{first.line}{more}: {first.message}"
    yield ""


def _problem(one: _Measured, name: str, expected: str) -> str:
    """Return the verdict over an expected name where it is another one, empty where it is right."""
    if name.startswith("("):
        unread = [each.found.path for each in one.named if each.found.word == "unread"]
        return f"unread in {', '.join(unread)}" if unread else ""
    patterns = [part.strip() for part in name.split(",")]
    words = {
        each.found.word
        for each in one.named
        if each.where == "import"
        and any(_matches(written, pattern) for written in each.names for pattern in patterns)
    }
    if expected in _SILENT:
        return ", ".join(sorted(words))
    return "" if words == {expected} else ", ".join(sorted(words)) or "ok"


def _matches(written: str, pattern: str) -> bool:
    return fnmatchcase(written, pattern) or written.startswith((f"{pattern}.", f"{pattern}/"))
