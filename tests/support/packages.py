"""The packages check over files in memory: both sides of a change, a registry on this machine.

    said = review({"requirements.txt": "made-up-xtr\n"})
    said.words                  # [("hallucinated", "A", "requirements.txt", 1)]
    said.sent                   # the paths that the registry was asked for

`there` are the packages that the registry serves (`npm:name`, or the name alone for PyPI). The
lists of known names are those that ship; the files of published packages are given by `modules`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from aireview.adapters.registries.archives import Archives
from aireview.adapters.registries.cache import Cache
from aireview.adapters.registries.lists import Lists, Snapshot
from aireview.adapters.registries.together import Together
from aireview.checks.packages import packages
from aireview.checks.packages.check import Setting
from aireview.checks.seam import Context
from aireview.diffs.lines import decode
from aireview.errors import IncompleteError
from aireview.model.change import (
    Change,
    ChangedFile,
    FileStatus,
    LineRange,
    Origin,
    Skip,
    SkipReason,
)
from aireview.model.finding import CheckRun, Finding, Outcome
from aireview.model.packages import Ecosystem, Index, Provided, Question, Standing
from aireview.policy.values import PackagePolicy
from support.registry import FakeRegistry, Package
from support.registry_clients import LIMITS, Time, client

Files = Mapping[str, str | bytes]
# The day of `support.registry_clients.NOON`.
TODAY = "2026-09-21"


class Memory:
    """All files of a repository, in memory; those of `broken` can be seen and not read."""

    def __init__(self, head: Files, base: Files | None, broken: Iterable[str] = ()) -> None:
        self._head, self._base, self._broken = head, base, frozenset(broken)

    def paths(self) -> Sequence[str]:
        return sorted(self._head)

    def new(self, path: str, limit: int) -> bytes | None:
        return self._content(self._head, path, limit)

    def old(self, path: str, limit: int) -> bytes | None:
        return self._content(self._base or {}, path, limit)

    def _content(self, files: Files, path: str, limit: int) -> bytes | None:
        if path in self._broken:
            raise IncompleteError(f"{path} cannot be read")
        content = files.get(path)
        if content is None or len(content) > limit:
            return None
        return _bytes(content)


class Wheels:
    """The modules of published packages, by name; what is not given could not be read."""

    def __init__(self, modules: Mapping[str, Sequence[str]]) -> None:
        self._modules = modules
        self.asked: list[str] = []

    def modules(self, ecosystem: Ecosystem, names: Sequence[str]) -> Mapping[str, Provided]:
        self.asked += names
        del ecosystem
        return {
            name: Provided(modules=tuple(self._modules[name]))
            if name in self._modules
            else Provided(modules=None, why="no wheel")
            for name in names
        }


class KnownBad:
    """Advisories by name, or by `name==version` for some versions of an honest package."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = ids

    def advisories(self, ecosystem: Ecosystem, name: str, version: str = "") -> Sequence[str]:
        del ecosystem
        found = (self._ids.get(name), self._ids.get(f"{name}=={version}"))
        return tuple(each for each in found if each)


class Nobody:
    """A registry and archives that a change must not even think of."""

    notices: tuple[str, ...] = ()

    def ask(self, questions: Sequence[Question]) -> Mapping[Question, Standing]:
        raise AssertionError(f"asked for {questions}")

    def modules(self, ecosystem: Ecosystem, names: Sequence[str]) -> Mapping[str, Provided]:
        raise AssertionError(f"wanted the files of {ecosystem} {names}")


class Word(NamedTuple):
    """A finding in short: the verdict, its tier and its place."""

    verdict: str
    tier: str
    path: str
    line: int


class Said(NamedTuple):
    """What the check said. `sent` are the paths that a registry was asked for, `read` the packages
    whose files were wanted."""

    run: CheckRun
    sent: tuple[str, ...]
    read: tuple[str, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.run.findings

    @property
    def words(self) -> list[Word]:
        """The findings about names in short, sorted by place; those about indexes left out."""
        found = (
            Word(one.rule.id.partition("-")[0], one.rule.tier.value, one.path, one.start_line)
            for one in self.findings
            if one.rule.id != "package-index-added"
        )
        return sorted(found, key=lambda word: (word.path, word.line, word))

    @property
    def verdicts(self) -> list[str]:
        """The verdicts alone, sorted; [] where all is well."""
        return sorted(word.verdict for word in self.words)

    @property
    def names(self) -> list[str]:
        """What the findings are about, sorted."""
        return sorted(one.symbol for one in self.findings)

    @property
    def outcome(self) -> Outcome:
        return self.run.outcome

    @property
    def one(self) -> Finding:
        """The only finding."""
        (found,) = self.findings
        return found

    def asked_for(self, name: str) -> bool:
        """Whether a registry was asked for a name."""
        wanted = name.lower().replace("/", "%2f")
        return any(wanted in path.lower().replace("/", "%2f") for path in self.sent)


class World(NamedTuple):
    """Everything outside of the change itself.

    `fake` is a registry that a test set up; with `nobody` a question is an error, and so
    is that anything is set up for one.
    With `wheels` the files that the registry serves are read, and `modules` does not count.
    """

    there: Iterable[str | Package] = ()
    policy: PackagePolicy = PackagePolicy()
    user: Sequence[Index] = ()
    modules: Mapping[str, Sequence[str]] = {}
    bad: Mapping[str, str] = {}
    installed: Mapping[str, tuple[str, ...]] = {}
    snapshots: Mapping[Ecosystem, Snapshot] | None = None
    offline: bool = False
    fake: FakeRegistry | None = None
    nobody: bool = False
    wheels: bool = False
    broken: Iterable[str] = ()


NOTHING = World()


def review(
    head: Files,
    base: Files | None = None,
    world: World = NOTHING,
    *,
    origin: Origin = Origin.RANGE,
    moved: Mapping[str, str] | None = None,
) -> Said:
    """Run the check over the change from `base` to `head`; files of both that are equal are in no change.

    `moved` maps new paths to old ones.
    """
    change = change_of(head, base or {}, origin, moved or {})
    tree = Memory(head, base, world.broken)
    if world.offline or world.nobody:
        return _run(change, head, tree, world, None)
    if world.fake is not None:
        return _run(change, head, tree, world, world.fake)
    with FakeRegistry() as fake:
        for package in world.there:
            ecosystem, name = _place(package)
            fake.add(ecosystem, name)
        return _run(change, head, tree, world, fake)


def fails(
    head: Files, verdict: str, *, base: Files | None = None, world: World = NOTHING
) -> Finding:
    """Return the one finding of a change, which is of this verdict."""
    said = review(head, base, world)
    assert said.verdicts == [verdict], [one.message for one in said.findings]
    return said.one


def passes(head: Files, *, base: Files | None = None, world: World = NOTHING) -> Said:
    """Assert that a change has no finding at all."""
    said = review(head, base, world)
    assert said.verdicts == [], [one.message for one in said.findings]
    assert said.outcome is Outcome.PASSED
    return said


def change_of(head: Files, base: Files, origin: Origin, moved: Mapping[str, str]) -> Change:
    """Return the change between two sets of files, as git would."""
    files = []
    for path in sorted({*head, *(set(base) - set(moved.values()))}):
        old_path = moved.get(path, path)
        old, new = base.get(old_path), head.get(path)
        if origin is Origin.ALL:
            old = None
        if old == new and old_path == path:
            continue
        files.append(_file(path, old_path, old, new))
    return Change(
        origin=origin, base=None if origin is Origin.ALL else "0" * 40, files=tuple(files)
    )


def _file(
    path: str, old_path: str, old: str | bytes | None, new: str | bytes | None
) -> ChangedFile:
    status = (
        FileStatus.DELETED
        if new is None
        else FileStatus.RENAMED
        if old_path != path
        else FileStatus.ADDED
        if old is None
        else FileStatus.MODIFIED
    )
    return ChangedFile(
        path=path,
        status=status,
        old_path=old_path if old_path != path else None,
        old_blob=None if old is None else "0" * 40,
        new_blob=None if new is None else "1" * 40,
        added=_added(old or "", new or ""),
        skip=_skip(new),
    )


def _skip(content: str | bytes | None) -> Skip | None:
    if content is None:
        return Skip(SkipReason.DELETED)
    if b"\0" in _bytes(content):
        return Skip(SkipReason.BINARY)
    return None


def _added(old: str | bytes, new: str | bytes) -> tuple[LineRange, ...]:
    before, after = (decode(_bytes(text)).split("\n") for text in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        LineRange(start + 1, stop)
        for tag, _, _, start, stop in matcher.get_opcodes()
        if tag in ("insert", "replace")
    )


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content


def _place(package: str | Package) -> tuple[Ecosystem, str | Package]:
    """Return the ecosystem of `npm:name` and what is served; the name of a package may say it too."""
    name = package if isinstance(package, str) else package.name
    prefix, found, rest = name.partition(":")
    if not found or prefix not in {one.value for one in Ecosystem}:
        return Ecosystem.PYPI, package
    if isinstance(package, str):
        return Ecosystem(prefix), rest
    return Ecosystem(prefix), replace(package, name=rest)


def _run(
    change: Change, head: Files, tree: Memory, world: World, fake: FakeRegistry | None
) -> Said:
    lists, bad, wheels = Lists(world.snapshots), KnownBad(world.bad), Wheels(world.modules)
    if fake is None:
        parts = Together(lists, known_bad=bad)
        if world.nobody:
            parts = Together(lists, live=Nobody(), archives=Nobody(), known_bad=bad)
        done = _checked(change, head, tree, world, parts)
        return _said(done, change, (), wheels)
    with client(fake, turned=Time(), limits=LIMITS) as live:
        archives = Archives(live) if world.wheels else wheels
        parts = Together(lists, live=live, archives=archives, known_bad=bad)
        done = _checked(change, head, tree, world, parts)
    return _said(done, change, tuple(fake.paths()), wheels)


def _checked(
    change: Change, head: Files, tree: Memory, world: World, registries: Together
) -> CheckRun:
    texts = {
        file.path: decode(_bytes(head[file.path]))
        for file in change.files
        if file.path in head and file.skip is None and file.path not in world.broken
    }
    setting = Setting(
        tree=tree,
        registries=registries,
        policy=world.policy,
        user=world.user,
        installed=world.installed,
        today=TODAY,
    )

    def given() -> Setting:
        assert not world.nobody, "set up for a change without a new name"
        return setting

    return packages(lambda: tree, world.policy, given).start(Context(change, texts))()


def _said(done: CheckRun, change: Change, sent: tuple[str, ...], wheels: Wheels) -> Said:
    if change.origin is not Origin.ALL:
        _on_new_lines(done, change)
    return Said(done, sent, tuple(wheels.asked))


def _on_new_lines(done: CheckRun, change: Change) -> None:
    """A finding stands on a line that the change wrote, whatever the test is about."""
    files = {file.path: file for file in change.files}
    for one in done.findings:
        file = files.get(one.path)
        assert file is not None, f"a finding in a file that has not changed: {one.path}"
        if one.rule.id != "unread-manifest" and file.old_path is None:
            assert file.adds(one.start_line, one.end_line), (one.path, one.start_line, one.message)


def checked_with(fake: FakeRegistry, cache: str, files: Files, *, days: int) -> Said:
    """Run the check over new files with a cache at a path, some days after the first day of the tests."""
    turned = Time()
    turned.at += days * 86_400
    change = change_of(files, {}, Origin.RANGE, {})
    kept = Cache(cache, lambda: turned.at)
    with client(fake, turned=turned, cache=kept, limits=LIMITS) as live:
        registries = Together(Lists(), live=live)
        done = _checked(change, files, Memory(files, {}), NOTHING, registries)
    return _said(done, change, tuple(fake.paths()), Wheels({}))
