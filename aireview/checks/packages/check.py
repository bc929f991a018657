"""The packages check from end to end: what is new, what it is, what to say about it.

Everything that can be settled here is; a registry is asked for the rest, in at most three rounds:
the files of declared packages that no table knows, the names themselves, and the files of packages
that are only called like an imported module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple, TypeVar

import msgspec

from aireview.checks.packages.changed import (
    LARGEST,
    Changed,
    compare,
    exact_version,
    text_of,
)
from aireview.checks.packages.findings import Seen, findings, outcome, placed
from aireview.checks.packages.importing import Answers, holds, judge_import
from aireview.checks.packages.judging import (
    INSTALLS,
    Facts,
    confusable,
    judge,
    needs_registry,
    scope_of,
    undeclared_plugin,
)
from aireview.checks.packages.judging import bumped as judged_bumped
from aireview.checks.packages.locks import judge_locks, misplaced
from aireview.checks.packages.names import normalise, valid
from aireview.checks.packages.project import Project
from aireview.checks.packages.redirects import redirect_findings, redirected
from aireview.checks.packages.repository import included, may_include, project_of
from aireview.checks.packages.resolution import Candidate, Certainty, Resolution, Settled
from aireview.checks.packages.resolvers import resolver_of
from aireview.checks.packages.sources import Sources, Way, is_public, sources, way_to
from aireview.checks.packages.surfaces.table import may_be_included, readers_of
from aireview.checks.packages.verdicts import NAME, Judged, Word
from aireview.checks.seam import Context
from aireview.errors import IncompleteError
from aireview.model.change import Origin
from aireview.model.finding import CheckRun, Finding
from aireview.model.packages import (
    Depth,
    Ecosystem,
    Existence,
    Index,
    Provided,
    Question,
    Reading,
    Reference,
    Standing,
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
    """Check the names that are new in a change; `setting` is asked for once there is one."""
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
    found = tuple(placed(one, context.change, texts.line) for one in every)
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
    facts = _facts(setting, project.readings, in_hook=False)
    known = sources(setting.policy, indexes, indexes, setting.user)
    passed = [r for r in references if _allowed(r, setting)]
    judged = [r for r in references if r not in passed]
    installs = [r for r in judged if r.surface is not Surface.IMPORT]
    imports = [r for r in judged if r.surface is Surface.IMPORT]
    return (
        *(Judged(reference=r, verdict=Word.IGNORED, evidence=(_ALLOWED,)) for r in passed),
        *_judge_installs(installs, project, known, facts, setting),
        *_judge_imports(imports, project, known, facts, setting),
    )


class _Texts:
    """The text of both sides of every path, read once."""

    def __init__(self, context: Context, tree: Tree) -> None:
        self._context = context
        self._tree = tree
        self._read: dict[str, str | None] = {}
        # The file that was quoted last: it may have as many findings as lines.
        self._split: tuple[str, list[str]] = ("", [])

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
        texts.quietly,
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
    facts = _facts(setting, base, in_hook=context.change.origin is Origin.STAGED)
    installs, imports, passed = [], [], []
    bumped = {id(reference) for reference in changed.bumped}
    for reference in (*changed.new, *changed.bumped):
        if _allowed(reference, setting):
            passed.append(Judged(reference=reference, verdict=Word.IGNORED))
        elif reference.surface is Surface.IMPORT:
            imports.append(reference)
        elif _name(reference) in old and id(reference) not in bumped:
            said = f"{old[_name(reference)]} has it already"
            passed.append(Judged(reference=reference, verdict=Word.OK, evidence=(said,)))
        else:
            installs.append(reference)
    judged = [
        judged_bumped(one) if id(one.reference) in bumped else one
        for one in _judge_installs(installs, project, known, facts, setting)
    ]
    absent = frozenset(_name(one.reference) for one in judged if one.absent)
    verdicts = (
        *passed,
        *judge_locks(misplaced(changed), known, {} if everything else base, texts.quietly),
        *judged,
        *_judge_imports(imports, project, known, facts, setting, absent),
    )
    added = () if everything else redirect_findings(redirected(changed), before, texts.line)
    return verdicts, added


def _facts(setting: Setting, base: Mapping[str, Reading], *, in_hook: bool) -> Facts:
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
    members = (member for reading in base.values() for member in reading.members)
    scopes = {scope_of(one.name) for one in members if one.ecosystem is Ecosystem.NPM}
    return Facts(
        today=setting.today,
        min_age_days=asked if asked is not None else max(ages, default=DEFAULT_AGE_DAYS),
        listed=setting.registries.listed,
        similar=setting.registries.similar,
        advisories=setting.registries.advisories,
        distribution_for=distribution_for_module,
        is_standard=is_standard,
        in_hook=in_hook,
        own_scopes=frozenset(scopes - {""}),
    )


def _unchanged(changed: Changed, project: Project) -> dict[str, Reading]:
    return {path: r for path, r in project.readings.items() if path not in changed.after}


def _base_indexes(changed: Changed, project: Project) -> list[Index]:
    readings = (*_unchanged(changed, project).values(), *changed.before.values())
    return [index for reading in readings for index in reading.indexes]


_Name = tuple[Ecosystem, str]
T = TypeVar("T")


def _name(reference: Reference) -> _Name:
    return reference.ecosystem, normalise(reference.ecosystem, reference.name)


def _trusted(changed: Changed, project: Project) -> dict[_Name, str]:
    """Return the names that the base declares or locks already, with the file that has them."""
    found: dict[_Name, str] = {}
    for path, reading in {**_unchanged(changed, project), **changed.before}.items():
        for reference in reading.references:
            # What is pinned to a private index says nothing about the name elsewhere.
            pinned = reference.index and not is_public(reference.ecosystem, reference.index)
            declares = reference.surface in (Surface.MANIFEST, Surface.LOCK)
            if declares and not pinned and needs_registry(reference):
                found.setdefault(_name(reference), path)
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


def _judge_installs(
    references: Sequence[Reference],
    project: Project,
    known: Sources,
    facts: Facts,
    setting: Setting,
) -> list[Judged]:
    ways = [
        way_to(r, known, is_listed=facts.listed(*_name(r)).known) if _is_open(r, project) else None
        for r in references
    ]
    many = _are_many(references, facts)
    questions = {
        index: tuple(_questions(reference, way, facts, _depth(reference, many=many)))
        for index, (reference, way) in enumerate(zip(references, ways, strict=True))
        if way is not None
        and not way.settled
        and (way.ask or _may_be_confused(reference, setting))
        and _is_asked(reference, facts)
    }
    standings = _ask(setting.registries, (one for many in questions.values() for one in many))
    judged = []
    for index, (reference, way) in enumerate(zip(references, ways, strict=True)):
        if way is None:
            said = "this repository has it"
            judged.append(Judged(reference=reference, verdict=Word.OK, evidence=(said,)))
            continue
        standing = _best([standings[question] for question in questions.get(index, ())])
        result = judge(reference, way, standing, facts)
        if standing is not None and not way.ask:
            result = confusable(result, standing)
        if result.verdict is Word.OK and reference.surface is Surface.CONFIG:
            result = _configured(result, project)
        judged.append(result)
    return judged


def _may_be_confused(reference: Reference, setting: Setting) -> bool:
    """Whether the policy has private names looked up in public, against dependency confusion."""
    return setting.policy.dependency_confusion and reference.surface in INSTALLS


def _is_open(reference: Reference, project: Project) -> bool:
    """Whether a name is not the repository's own: a workspace, a local binary."""
    members = project.members(reference.ecosystem)
    names = (reference.name, *reference.alternatives)
    if any(normalise(reference.ecosystem, name) in members for name in names):
        return False
    if reference.prefers_local and reference.ecosystem is Ecosystem.NPM:
        from aireview.checks.packages.resolving.javascript import (  # noqa: PLC0415 - its data
            local_binary,
        )

        return not local_binary(reference.name, project)
    return True


def _is_asked(reference: Reference, facts: Facts) -> bool:
    if not needs_registry(reference) or not valid(reference.ecosystem, reference.name):
        return False
    # A lock file brings hundreds of names at once; the well-known ones are as they are.
    return reference.surface is not Surface.LOCK or not facts.listed(*_name(reference)).known


# Transitive names that one change brings, up to which each is worth all that a registry tells.
_FEW_LOCKED = 25


def _are_many(references: Iterable[Reference], facts: Facts) -> bool:
    """Whether the lock files of a change bring more names to ask for than there is time for."""
    locked = (r for r in references if r.surface is Surface.LOCK)
    return len({_name(r) for r in locked if _is_asked(r, facts)}) > _FEW_LOCKED


def _depth(reference: Reference, *, many: bool) -> Depth:
    """Return how much is asked about a name.

    A new lock file names hundreds of packages at once. Whether they exist is one small answer each;
    their ages would use up the time of the run, and leave the names of the manifests unanswered. The
    API of crates.io answers once a second: 25 crates would take half a minute, so it is never asked
    for locked ones.
    """
    locked = reference.surface is Surface.LOCK
    if locked and (many or reference.ecosystem is Ecosystem.CARGO):
        return Depth.EXISTENCE
    return Depth.DETAILS


def _questions(reference: Reference, way: Way, facts: Facts, depth: Depth) -> Iterator[Question]:
    for written in (reference.name, *reference.alternatives):
        name = normalise(reference.ecosystem, written)
        if valid(reference.ecosystem, written):
            yield Question(
                ecosystem=reference.ecosystem,
                name=name,
                index=way.url,
                depth=depth,
                known=facts.listed(reference.ecosystem, name).known
                and not _is_called_like_another(reference, name, facts),
                extras=bool(reference.extras),
                versions=bool(exact_version(reference)),
            )


def _is_called_like_another(reference: Reference, name: str, facts: Facts) -> bool:
    """Whether a package has the name of another one's module: what it says of itself is wanted."""
    if reference.ecosystem is not Ecosystem.PYPI:
        return False
    provider = facts.distribution_for(reference.name)
    return bool(provider) and normalise(Ecosystem.PYPI, provider) != name


_ORDER = (Existence.EXISTS, Existence.UNKNOWN, Existence.WITHHELD, Existence.ABSENT)


def _best(standings: Sequence[Standing]) -> Standing | None:
    """Return the answer that counts where a place means any of several packages."""
    return min(standings, key=lambda one: _ORDER.index(one.existence), default=None)


def _ask(registries: Registries, questions: Iterable[Question]) -> Mapping[Question, Standing]:
    wanted = tuple(dict.fromkeys(questions))
    return registries.ask(wanted) if wanted else {}


def _configured(judged: Judged, project: Project) -> Judged:
    """Turn the verdict over a plugin that exists into `undeclared` where nothing declares it."""
    reference = judged.reference
    names = [normalise(reference.ecosystem, n) for n in (reference.name, *reference.alternatives)]
    known = (project.declared(reference.ecosystem), project.locked(reference.ecosystem))
    if reference.runs or any(name in many for name in names for many in known):
        return judged
    return undeclared_plugin(judged)


class _Open(NamedTuple):
    reference: Reference
    resolution: Resolution
    ways: Mapping[str, Way]


def _judge_imports(
    references: Sequence[Reference],
    project: Project,
    known: Sources,
    facts: Facts,
    setting: Setting,
    absent: frozenset[_Name] = frozenset(),
) -> list[Judged]:
    """Return the verdict over imports. `absent` are declared packages that do not exist."""
    resolved = [
        (
            r,
            _with_alike(
                _without(resolver_of(r.ecosystem)(r, project), r.ecosystem, absent), r, facts
            ),
        )
        for r in references
    ]
    opened = [
        _Open(reference, resolution, _ways(reference, resolution, known, facts))
        for reference, resolution in resolved
        if resolution.settled is Settled.OPEN
    ]
    provided = _declared_files(opened, project, known, facts, setting.registries)
    standings = _candidate_standings(opened, provided, facts, setting.registries)
    provided = {**provided, **_namesake_files(opened, standings, facts, setting.registries)}
    said, held = _by_ecosystem(standings), _by_ecosystem(provided)
    answers = {
        id(one.reference): Answers(
            one.ways,
            said.get(one.reference.ecosystem, {}),
            held.get(one.reference.ecosystem, {}),
        )
        for one in opened
    }
    nothing = Answers({}, {}, {})
    return [
        judge_import(reference, resolution, answers.get(id(reference), nothing), facts)
        for reference, resolution in resolved
    ]


def _without(resolution: Resolution, ecosystem: Ecosystem, absent: frozenset[_Name]) -> Resolution:
    """Take the packages that do not exist out of those that may provide an import."""
    if not absent or not resolution.unread:
        return resolution
    there = tuple(name for name in resolution.unread if (ecosystem, name) not in absent)
    return msgspec.structs.replace(resolution, unread=there)


def _with_alike(resolution: Resolution, reference: Reference, facts: Facts) -> Resolution:
    """Add the known package that is spelled like a module, `x-y` for `xy`: its files will tell."""
    curated = any(c.certainty is Certainty.CURATED for c in resolution.candidates)
    if (
        resolution.settled is not Settled.OPEN
        or reference.ecosystem is not Ecosystem.PYPI
        or curated
    ):
        return resolution
    top = normalise(Ecosystem.PYPI, resolution.module.partition(".")[0])
    near = facts.similar(Ecosystem.PYPI, top)
    if not near or near.replace("-", "") != top.replace("-", ""):
        return resolution
    candidates = (*resolution.candidates, Candidate(near, Certainty.GUESS))
    return msgspec.structs.replace(resolution, candidates=candidates)


def _ways(
    reference: Reference, resolution: Resolution, known: Sources, facts: Facts
) -> Mapping[str, Way]:
    ways = {}
    for candidate in resolution.candidates:
        if _is_worth(reference, candidate, facts):
            package = Reference(
                ecosystem=reference.ecosystem,
                name=candidate.name,
                surface=Surface.IMPORT,
                path=reference.path,
            )
            listed = facts.listed(reference.ecosystem, candidate.name).known
            ways[candidate.name] = way_to(package, known, is_listed=listed)
    return ways


def _is_worth(reference: Reference, candidate: Candidate, facts: Facts) -> bool:
    """Whether a candidate is asked about: of mere guesses only those that are known to exist."""
    if not valid(reference.ecosystem, candidate.name):
        return False
    if candidate.certainty is not Certainty.GUESS:
        return True
    return facts.listed(reference.ecosystem, candidate.name).known


def _declared_files(
    opened: Sequence[_Open],
    project: Project,
    known: Sources,
    facts: Facts,
    registries: Registries,
) -> Mapping[_Name, Provided]:
    names: dict[Ecosystem, dict[str, None]] = {}
    for one in opened:
        if not _curated(one):
            names.setdefault(one.reference.ecosystem, {}).update(
                dict.fromkeys(one.resolution.unread)
            )
    return _modules(
        {
            ecosystem: [n for n in wanted if _is_public(ecosystem, n, project, known, facts)]
            for ecosystem, wanted in names.items()
        },
        registries,
    )


def _is_public(
    ecosystem: Ecosystem, name: str, project: Project, known: Sources, facts: Facts
) -> bool:
    """Whether no declaration of a package binds it to a source of its own: its files may be had."""
    listed = facts.listed(ecosystem, name).known
    places = (*project.declared(ecosystem).get(name, ()), *project.locked(ecosystem).get(name, ()))
    return all(_is_told(way_to(place, known, is_listed=listed)) for place in places)


def _is_told(way: Way) -> bool:
    """Whether a name may be told to the usual registry, where the files of packages are read."""
    return way.ask and not way.settled and not way.url


def _curated(one: _Open) -> bool:
    return any(c.certainty is Certainty.CURATED for c in one.resolution.candidates)


def _modules(
    names: Mapping[Ecosystem, Iterable[str]], registries: Registries
) -> Mapping[_Name, Provided]:
    found = {}
    for ecosystem, wanted in names.items():
        if many := tuple(wanted):
            for name, provided in registries.modules(ecosystem, many).items():
                found[ecosystem, name] = provided
    return found


def _candidate_standings(
    opened: Sequence[_Open],
    provided: Mapping[_Name, Provided],
    facts: Facts,
    registries: Registries,
) -> Mapping[_Name, Standing]:
    questions = {}
    for one in opened:
        ecosystem = one.reference.ecosystem
        if any(
            holds(provided.get((ecosystem, name)), one.resolution.module)
            for name in one.resolution.unread
        ):
            continue
        for name, way in one.ways.items():
            listed = facts.listed(ecosystem, name).known
            if way.ask and not way.settled and not listed:
                questions[ecosystem, name] = Question(
                    ecosystem=ecosystem, name=name, index=way.url, depth=Depth.DETAILS
                )
    standings = _ask(registries, questions.values())
    return {name: standings[question] for name, question in questions.items()}


def _namesake_files(
    opened: Sequence[_Open],
    standings: Mapping[_Name, Standing],
    facts: Facts,
    registries: Registries,
) -> Mapping[_Name, Provided]:
    names: dict[Ecosystem, dict[str, None]] = {}
    for one in opened:
        ecosystem = one.reference.ecosystem
        if ecosystem is not Ecosystem.PYPI or _curated(one):
            continue  # elsewhere an import is written with the package's own name
        for name, way in one.ways.items():
            if not _is_told(way):
                continue
            standing = standings.get((ecosystem, name))
            exists = standing is not None and standing.existence is Existence.EXISTS
            if exists or facts.listed(ecosystem, name).known:
                names.setdefault(ecosystem, {})[name] = None
    return _modules(names, registries)


def _by_ecosystem(found: Mapping[_Name, T]) -> Mapping[Ecosystem, Mapping[str, T]]:
    apart: dict[Ecosystem, dict[str, T]] = {}
    for (ecosystem, name), value in found.items():
        apart.setdefault(ecosystem, {})[name] = value
    return apart
