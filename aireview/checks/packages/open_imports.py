"""Imports that the repository does not settle: candidates, and what registries say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from aireview.checks.packages.asking import ask
from aireview.checks.packages.facts import Facts
from aireview.checks.packages.importing import Answers, holds, judge_import
from aireview.checks.packages.names import Name, normalise, valid
from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Candidate, Certainty, Resolution, Settled
from aireview.checks.packages.resolvers import resolver_of
from aireview.checks.packages.sources import Sources, Way, way_to
from aireview.checks.packages.verdicts import Judged
from aireview.model.packages import (
    Depth,
    Ecosystem,
    Existence,
    Provided,
    Question,
    Reference,
    Standing,
    Surface,
)
from aireview.ports import Registries

T = TypeVar("T")


class _Open(NamedTuple):
    reference: Reference
    resolution: Resolution
    ways: Mapping[str, Way]


def judge_imports(
    references: Sequence[Reference],
    project: Project,
    known: Sources,
    facts: Facts,
    registries: Registries,
    *,
    absent: frozenset[Name] = frozenset(),
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
    provided = _declared_files(opened, project, known, facts, registries)
    standings = _candidate_standings(opened, provided, facts, registries)
    lonely = {
        id(one.reference): _with_guesses(one, known, facts)
        for one in opened
        if _is_lonely(one, standings, provided, facts)
    }
    opened = [lonely.get(id(one.reference), one) for one in opened]
    more = [one for one in opened if id(one.reference) in lonely][:_MOST_GUESSES]
    standings = {**_candidate_standings(more, provided, facts, registries), **standings}
    provided = {**provided, **_namesake_files(opened, standings, facts, registries)}
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


def _without(resolution: Resolution, ecosystem: Ecosystem, absent: frozenset[Name]) -> Resolution:
    """Take the packages that do not exist out of those that may provide an import."""
    if not absent or not resolution.unread:
        return resolution
    there = tuple(name for name in resolution.unread if (ecosystem, name) not in absent)
    return msgspec.structs.replace(resolution, unread=there)


def _with_alike(resolution: Resolution, reference: Reference, facts: Facts) -> Resolution:
    """Add known packages that are spelled like a module, `x-y` for `xy`, or begin with it.

    Their files will tell whether they hold it.
    """
    curated = any(c.certainty is Certainty.CURATED for c in resolution.candidates)
    if (
        resolution.settled is not Settled.OPEN
        or reference.ecosystem is not Ecosystem.PYPI
        or curated
    ):
        return resolution
    top = normalise(Ecosystem.PYPI, resolution.module.partition(".")[0])
    near = facts.similar(Ecosystem.PYPI, top)
    alike = [near] if near and near.replace("-", "") == top.replace("-", "") else []
    # A vendor's namespace: `x-y` and `x-z` install parts of `x`.
    added = [Candidate(n, Certainty.GUESS) for n in (*alike, *facts.family(Ecosystem.PYPI, top))]
    return msgspec.structs.replace(resolution, candidates=(*resolution.candidates, *added))


# A name is not called invented before the usual ways of naming its package were tried, up to here.
_MOST_GUESSES = 100


def _is_lonely(
    one: _Open,
    standings: Mapping[Name, Standing],
    provided: Mapping[Name, Provided],
    facts: Facts,
) -> bool:
    """Whether nothing is left for a Python import but that somebody made it up."""
    ecosystem = one.reference.ecosystem
    if ecosystem is not Ecosystem.PYPI or not one.ways:
        return False
    if any(
        holds(provided.get((ecosystem, name)), one.resolution.module)
        for name in one.resolution.unread
    ):
        return False
    return all(
        (standing := standings.get((ecosystem, name))) is not None
        and standing.existence is Existence.ABSENT
        and not facts.listed(ecosystem, name).known
        for name in one.ways
    )


def _with_guesses(one: _Open, known: Sources, facts: Facts) -> _Open:
    """Add every package that is usually called after such a module, if it may be asked about."""
    guesses = _ways(one.reference, one.resolution, known, facts, guesses=True)
    may = {name: way for name, way in guesses.items() if way.ask}
    return one._replace(ways={**may, **one.ways})


def _ways(
    reference: Reference,
    resolution: Resolution,
    known: Sources,
    facts: Facts,
    *,
    guesses: bool = False,
) -> Mapping[str, Way]:
    ways = {}
    for candidate in resolution.candidates:
        if _is_worth(reference, candidate, facts, guesses=guesses):
            package = Reference(
                ecosystem=reference.ecosystem,
                name=candidate.name,
                surface=Surface.IMPORT,
                path=reference.path,
            )
            listed = facts.listed(reference.ecosystem, candidate.name).known
            ways[candidate.name] = way_to(package, known, is_listed=listed)
    return ways


def _is_worth(reference: Reference, candidate: Candidate, facts: Facts, *, guesses: bool) -> bool:
    """Whether a candidate is asked about: of mere guesses, at first, those that are known to exist."""
    if not valid(reference.ecosystem, candidate.name):
        return False
    if guesses or candidate.certainty is not Certainty.GUESS:
        return True
    return facts.listed(reference.ecosystem, candidate.name).known


def _declared_files(
    opened: Sequence[_Open],
    project: Project,
    known: Sources,
    facts: Facts,
    registries: Registries,
) -> Mapping[Name, Provided]:
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
) -> Mapping[Name, Provided]:
    found = {}
    for ecosystem, wanted in names.items():
        if many := tuple(wanted):
            for name, provided in registries.modules(ecosystem, many).items():
                found[ecosystem, name] = provided
    return found


def _candidate_standings(
    opened: Sequence[_Open],
    provided: Mapping[Name, Provided],
    facts: Facts,
    registries: Registries,
) -> Mapping[Name, Standing]:
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
    standings = ask(registries, questions.values())
    return {name: standings[question] for name, question in questions.items()}


def _namesake_files(
    opened: Sequence[_Open],
    standings: Mapping[Name, Standing],
    facts: Facts,
    registries: Registries,
) -> Mapping[Name, Provided]:
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


def _by_ecosystem(found: Mapping[Name, T]) -> Mapping[Ecosystem, Mapping[str, T]]:
    apart: dict[Ecosystem, dict[str, T]] = {}
    for (ecosystem, name), value in found.items():
        apart.setdefault(ecosystem, {})[name] = value
    return apart
