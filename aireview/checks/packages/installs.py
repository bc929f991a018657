"""Names at places that install them: which are asked about, how deeply, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aireview.checks.packages.asking import ask
from aireview.checks.packages.changed import exact_version
from aireview.checks.packages.facts import Facts
from aireview.checks.packages.judging import (
    INSTALLS,
    confusable,
    judge,
    needs_registry,
    own,
    undeclared_plugin,
)
from aireview.checks.packages.names import named, normalise, valid
from aireview.checks.packages.project import Project
from aireview.checks.packages.sources import Sources, Way, way_to
from aireview.checks.packages.verdicts import Judged, Word
from aireview.model.packages import (
    Depth,
    Ecosystem,
    Existence,
    Question,
    Reference,
    Standing,
    Surface,
)
from aireview.ports import Registries


def judge_installs(
    references: Sequence[Reference],
    project: Project,
    known: Sources,
    facts: Facts,
    registries: Registries,
) -> list[Judged]:
    """Return the verdict over each name; the registries are asked for all of them at once."""
    ways = [
        way_to(r, known, is_listed=facts.listed(*named(r)).known) if _is_open(r, project) else None
        for r in references
    ]
    many = _are_many(references, facts)
    questions = {
        index: tuple(_questions(reference, way, facts, _depth(reference, many=many)))
        for index, (reference, way) in enumerate(zip(references, ways, strict=True))
        if way is not None
        and not way.settled
        and (way.ask or _may_be_confused(reference, known))
        and _is_asked(reference, facts)
    }
    standings = ask(registries, (one for many in questions.values() for one in many))
    judged = []
    for index, (reference, way) in enumerate(zip(references, ways, strict=True)):
        if way is None:
            judged.append(own(reference, facts))
            continue
        standing = _best([standings[question] for question in questions.get(index, ())])
        result = judge(reference, way, standing, facts)
        if standing is not None and not way.ask:
            result = confusable(result, standing)
        if result.verdict is Word.OK and reference.surface is Surface.CONFIG:
            result = _configured(result, project)
        judged.append(result)
    return judged


def _may_be_confused(reference: Reference, known: Sources) -> bool:
    """Whether the policy has private names looked up in public, against dependency confusion."""
    return known.policy.dependency_confusion and reference.surface in INSTALLS


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
    return reference.surface is not Surface.LOCK or not facts.listed(*named(reference)).known


# Transitive names that one change brings, up to which each is worth all that a registry tells.
_FEW_LOCKED = 25


def _are_many(references: Iterable[Reference], facts: Facts) -> bool:
    """Whether the lock files of a change bring more names to ask for than there is time for."""
    locked = (r for r in references if r.surface is Surface.LOCK)
    return len({named(r) for r in locked if _is_asked(r, facts)}) > _FEW_LOCKED


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
                # A name that we only remember may have been registered yesterday.
                known=bool(facts.listed(reference.ecosystem, name).as_of)
                and facts.listed(reference.ecosystem, name).known
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


def _configured(judged: Judged, project: Project) -> Judged:
    """Turn the verdict over a plugin that exists into `undeclared` where nothing declares it."""
    reference = judged.reference
    names = [normalise(reference.ecosystem, n) for n in (reference.name, *reference.alternatives)]
    known = (project.declared(reference.ecosystem), project.locked(reference.ecosystem))
    if reference.runs or any(name in many for name in names for many in known):
        return judged
    return undeclared_plugin(judged)
