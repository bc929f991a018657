"""The packages check from end to end: what is new, what it is, what to say about it.

Everything that can be settled here is; a registry is asked for the rest, in at most three rounds:
the files of declared packages that no table knows, the names themselves, and the files of packages
that are only called like an imported module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

import msgspec

from aireview.checks.packages.changed import (
    LARGEST,
    Changed,
    compare,
    text_of,
)
from aireview.checks.packages.facts import Facts
from aireview.checks.packages.findings import Seen, findings, outcome, placed
from aireview.checks.packages.installs import judge_installs
from aireview.checks.packages.judging import bumped as judged_bumped
from aireview.checks.packages.judging import needs_registry, scope_of
from aireview.checks.packages.locks import judge_locks, misplaced
from aireview.checks.packages.names import Name, named, normalise
from aireview.checks.packages.open_imports import judge_imports
from aireview.checks.packages.project import Project
from aireview.checks.packages.redirects import redirect_findings, redirected
from aireview.checks.packages.repository import included, may_include, project_of
from aireview.checks.packages.sources import is_public, sources
from aireview.checks.packages.surfaces.table import may_be_included, readers_of
from aireview.checks.packages.verdicts import NAME, Judged, Word
from aireview.checks.seam import Context
from aireview.errors import IncompleteError
from aireview.model.change import Origin
from aireview.model.finding import CheckRun, Finding, Outcome
from aireview.model.packages import (
    Ecosystem,
    Index,
    Reading,
    Reference,
    Surface,
)
from aireview.policy.values import DEFAULT_AGE_DAYS, PackagePolicy
from aireview.ports import Registries, Tree


class Setting(NamedTuple):
    """What the check is given from outside.

    `tree` are all files of the repository, `user` the indexes that the user's own configuration
    names, `installed` what the project's environment holds, where one may be looked at. `today` is
    an ISO date. `notices` tells, once all is asked, what went wrong beside the questions.
    """

    tree: Tree
    registries: Registries
    policy: PackagePolicy
    user: Sequence[Index]
    installed: Mapping[str, tuple[str, ...]]
    today: str
    notices: Callable[[], Sequence[str]] = tuple


def run(context: Context, setting: Setting) -> CheckRun:
    """Check the names that are new in a change."""
    return check_change(context, setting.tree, setting.policy, lambda: setting)


def check_change(
    context: Context,
    tree: Tree,
    policy: PackagePolicy,
    setting: Callable[[], Setting],
    *,
    in_hook: bool = False,
) -> CheckRun:
    """Check the names that are new in a change; `setting` is asked for once there is one.

    Where a file of the repository is there and cannot be read, the check ends with an error: it may be
    the one that says which names are private.
    """
    try:
        return _checked(context, tree, policy, setting, in_hook=in_hook)
    except IncompleteError as error:
        return CheckRun(name=NAME, outcome=Outcome.ERROR, reason=error.message)


def _checked(
    context: Context,
    tree: Tree,
    policy: PackagePolicy,
    setting: Callable[[], Setting],
    *,
    in_hook: bool,
) -> CheckRun:
    texts = _Texts(context, tree)
    changed = compare(context.change, texts.new, texts.old, also=_also(context, tree, texts))
    judged: tuple[Judged, ...] = ()
    added: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    if changed.new or changed.bumped or misplaced(changed) or redirected(changed):
        given = setting()
        judged, added = _judge_all(changed, context, given, texts)
        notices = tuple(given.notices())
    waits = in_hook or context.change.origin is Origin.STAGED
    seen = Seen(judged, changed.unread, changed.ignored)
    every = (*findings(seen, texts.line), *added)
    files = {file.path: file for file in context.change.files}
    found = tuple(placed(one, files, texts.line) for one in every)
    ended = outcome(NAME, seen, found, in_hook=waits, policy=policy)
    return msgspec.structs.replace(ended, notices=notices)


def _also(context: Context, tree: Tree, texts: _Texts) -> frozenset[str]:
    """Return changed files that are requirements because another file includes them."""
    paths = [file.path for file in context.change.files]
    unknown = {path for path in paths if not readers_of(path)}
    if not unknown or not any(
        may_include(path) or may_be_included(path, context.texts.get(path, "")) for path in paths
    ):
        return frozenset()
    return frozenset(unknown.intersection(included(tree.paths(), texts.quietly)))


_ALLOWED = "`packages.allow` in .aireview.yml has it"


def judge_names(
    references: Sequence[Reference], project: Project, setting: Setting
) -> tuple[Judged, ...]:
    """Return the verdict over names that stand on their own, such as those of a command line."""
    indexes = [index for reading in project.readings.values() for index in reading.indexes]
    facts = _facts(setting, project.readings)
    known = sources(setting.policy, indexes, indexes, setting.user)
    passed = [r for r in references if _allowed(r, setting)]
    judged = [r for r in references if r not in passed]
    installs = [r for r in judged if r.surface is not Surface.IMPORT]
    imports = [r for r in judged if r.surface is Surface.IMPORT]
    return (
        *(Judged(reference=r, verdict=Word.IGNORED, evidence=(_ALLOWED,)) for r in passed),
        *judge_installs(installs, project, known, facts, setting.registries),
        *judge_imports(imports, project, known, facts, setting.registries),
    )


class _Texts:
    """The text of both sides of every path, read once."""

    def __init__(self, context: Context, tree: Tree) -> None:
        self._context = context
        self._tree = tree
        self._read: dict[str, str | None] = {}
        # The file that was quoted last: it may have as many findings as lines.
        self._split: tuple[str, list[str]] = ("", [])
        # What the change brings and nobody can read is told of as a finding, or by the run itself.
        self._changed = frozenset(file.path for file in context.change.files)

    def new(self, path: str) -> str | None:
        if path in self._context.texts:
            return self._context.texts[path].removeprefix("\ufeff")
        if path not in self._read:
            content = self._tree.new(path, LARGEST)
            self._read[path] = None if content is None else text_of(content)
        return self._read[path]

    def old(self, path: str) -> str | None:
        content = self._tree.old(path, LARGEST)
        return None if content is None else text_of(content)

    def unchanged(self, path: str) -> str | None:
        """Return the text of a path, and raise only for one that the change leaves as it is."""
        return self.quietly(path) if path in self._changed else self.new(path)

    def quietly(self, path: str) -> str | None:
        try:
            return self.new(path)
        except IncompleteError:
            return None

    def line(self, path: str, number: int) -> str:
        if self._split[0] != path:
            self._split = path, (self.quietly(path) or "").split("\n")
        lines = self._split[1]
        return lines[number - 1].strip()[:300] if number <= len(lines) else ""


def _judge_all(
    changed: Changed, context: Context, setting: Setting, texts: _Texts
) -> tuple[tuple[Judged, ...], tuple[Finding, ...]]:
    """Return the verdict over each name, and findings about indexes that the change adds."""
    project = project_of(
        setting.tree.paths(),
        texts.unchanged,
        setting.policy,
        changed=changed.after,
        installed=setting.installed,
    )
    everything = context.change.origin is Origin.ALL
    after = [index for reading in project.readings.values() for index in reading.indexes]
    before = after if everything else _base_indexes(changed, project)
    known = sources(setting.policy, before, after, setting.user)
    old = {} if everything else _trusted(changed, project)
    base = project.readings if everything else {**_unchanged(changed, project), **changed.before}
    facts = _facts(setting, base)
    installs, imports, passed = [], [], []
    bumped = {id(reference) for reference in changed.bumped}
    for reference in (*changed.new, *changed.bumped):
        if _allowed(reference, setting):
            passed.append(Judged(reference=reference, verdict=Word.IGNORED))
        elif reference.surface is Surface.IMPORT:
            imports.append(reference)
        elif named(reference) in old and id(reference) not in bumped:
            said = f"{old[named(reference)]} has it already"
            passed.append(Judged(reference=reference, verdict=Word.OK, evidence=(said,)))
        else:
            installs.append(reference)
    judged = [
        judged_bumped(one) if id(one.reference) in bumped else one
        for one in judge_installs(installs, project, known, facts, setting.registries)
    ]
    absent = frozenset(named(one.reference) for one in judged if one.absent)
    verdicts = (
        *passed,
        *judge_locks(misplaced(changed), known, {} if everything else base, texts.quietly),
        *judged,
        *judge_imports(imports, project, known, facts, setting.registries, absent=absent),
    )
    added = () if everything else redirect_findings(redirected(changed), before, texts.line)
    return verdicts, added


def _facts(setting: Setting, base: Mapping[str, Reading]) -> Facts:
    from aireview.checks.packages.data.node_builtins import BUILTINS  # noqa: PLC0415 - data
    from aireview.checks.packages.resolving.python import (  # noqa: PLC0415 - as above
        distribution_for_module,
        is_stdlib,
    )

    def is_standard(ecosystem: Ecosystem, name: str) -> bool:
        if ecosystem is Ecosystem.PYPI:
            return is_stdlib(name)
        return ecosystem is Ecosystem.NPM and name in BUILTINS

    ages = [r.cool_down_days for r in base.values() if r.cool_down_days is not None]
    asked = setting.policy.min_age_days
    members = [member for reading in base.values() for member in reading.members]
    scopes = {scope_of(one.name) for one in members if one.ecosystem is Ecosystem.NPM}
    return Facts(
        today=setting.today,
        min_age_days=asked if asked is not None else max(ages, default=DEFAULT_AGE_DAYS),
        listed=setting.registries.listed,
        similar=setting.registries.similar,
        family=setting.registries.family,
        advisories=setting.registries.advisories,
        distribution_for=distribution_for_module,
        is_standard=is_standard,
        own_members=frozenset((m.ecosystem, normalise(m.ecosystem, m.name)) for m in members),
        own_scopes=frozenset(scopes - {""}),
    )


def _unchanged(changed: Changed, project: Project) -> dict[str, Reading]:
    return {path: r for path, r in project.readings.items() if path not in changed.after}


def _base_indexes(changed: Changed, project: Project) -> list[Index]:
    readings = (*_unchanged(changed, project).values(), *changed.before.values())
    return [index for reading in readings for index in reading.indexes]


def _trusted(changed: Changed, project: Project) -> dict[Name, str]:
    """Return the names that the base declares or locks already, with the file that has them."""
    found: dict[Name, str] = {}
    for path, reading in {**_unchanged(changed, project), **changed.before}.items():
        for reference in reading.references:
            # What is pinned to a private index says nothing about the name elsewhere.
            pinned = reference.index and not is_public(reference.ecosystem, reference.index)
            declares = reference.surface in (Surface.MANIFEST, Surface.LOCK)
            if declares and not pinned and needs_registry(reference):
                found.setdefault(named(reference), path)
    return found


def _allowed(reference: Reference, setting: Setting) -> bool:
    name = normalise(reference.ecosystem, reference.name)
    return any(
        (not entry.ecosystem or entry.ecosystem == reference.ecosystem.value)
        and (not entry.until or entry.until >= setting.today)
        and (
            fnmatchcase(name, normalise(reference.ecosystem, entry.name))
            or fnmatchcase(reference.name, entry.name)
        )
        for entry in setting.policy.allow
    )
