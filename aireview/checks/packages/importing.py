"""The verdict over an imported module: declared or not, joined with what registries know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from aireview.checks.packages.doubts import days_since
from aireview.checks.packages.facts import Facts
from aireview.checks.packages.judging import absent_tier, asked, lower
from aireview.checks.packages.names import normalise
from aireview.checks.packages.resolution import Candidate, Certainty, Resolution, Settled
from aireview.checks.packages.sources import Way, registry_named
from aireview.checks.packages.verdicts import Judged, Word
from aireview.model.finding import Tier
from aireview.model.packages import Ecosystem, Existence, Provided, Reference, Standing
from aireview.model.text import quote


class Answers(NamedTuple):
    """What was learned about the candidates of one open import, all by normalised name.

    `ways` says how each may be asked for, `standings` what a registry said, `provided` which
    modules a package installs.
    """

    ways: Mapping[str, Way]
    standings: Mapping[str, Standing]
    provided: Mapping[str, Provided]


_FINE = (Settled.PROVIDED, Settled.FIRST_PARTY, Settled.STANDARD, Settled.VIRTUAL)


def judge_import(
    reference: Reference, resolution: Resolution, answers: Answers, facts: Facts
) -> Judged:
    """Return the verdict over an import that was resolved, or whose candidates were asked about."""
    if resolution.settled is Settled.OPEN:
        judged = _judge_open(reference, resolution, answers, facts)
        return msgspec.structs.replace(judged, subject=_subject(reference, resolution))
    if resolution.settled in _FINE:
        by = (f"provided by {resolution.by}",) if resolution.by else ()
        provider = ""
        if resolution.settled is Settled.PROVIDED:
            provider = normalise(reference.ecosystem, resolution.by)
        return Judged(reference=reference, verdict=Word.OK, evidence=by, provider=provider)
    if resolution.settled is Settled.NO_NAME:
        return Judged(reference=reference, verdict=Word.IGNORED)
    shown = written(reference)
    if resolution.settled is Settled.LEGACY:
        return Judged(
            reference=reference,
            verdict=Word.LEGACY,
            tier=Tier.C,
            message=f"{shown}: {resolution.remark or 'the standard library no longer has it'}.",
            fix="Use what replaced it.",
        )
    either = next((f"or the package `{c.name}`" for c in resolution.candidates), "no package does")
    why = {
        Settled.HOST: f"a runtime provides it, {either}",
        Settled.UNMATCHED_ALIAS: "it looks like an alias and no configuration maps it",
    }[resolution.settled]
    return Judged(
        reference=reference,
        verdict=Word.UNVERIFIED,
        tier=Tier.C,
        message=f"{shown} could not be verified: {why}{_by(resolution)}.",
        fix="If that is right, add it to `packages.host_modules` or `packages.first_party`.",
    )


def _subject(reference: Reference, resolution: Resolution) -> str:
    """Return what several imports of one file are one finding about: the likeliest package."""
    named = [c for c in resolution.candidates if c.certainty is not Certainty.GUESS]
    if not named:
        return normalise(reference.ecosystem, reference.name)
    if named[0].certainty is Certainty.CURATED and not _is_path(reference):
        # One package may install many modules, each of which is a name of its own.
        top, package = reference.name.partition(".")[0], named[0].name
        return package if normalise(Ecosystem.PYPI, top) == package else f"{top} of {package}"
    return named[0].name


def _by(resolution: Resolution) -> str:
    return f" ({resolution.by})" if resolution.by else ""


def written(reference: Reference) -> str:
    """Return an import as its language writes it, short, for a message."""
    name = quote(reference.name, 80)
    if reference.ecosystem is Ecosystem.PYPI:
        if reference.members:
            taken = quote(", ".join(reference.members[:3]), 60)
            return f"`from {name} import {taken}`"
        return f"`import {name}`"
    if reference.ecosystem is Ecosystem.CARGO:
        return f"`use {name}`"
    return f'`import "{name}"`'


def holds(provided: Provided | None, module: str) -> bool:
    """Whether a package's files are known and hold a module or something below it."""
    if provided is None or provided.modules is None:
        return False
    low = module.lower()
    return any(
        low == name.lower()
        or name.lower().startswith(f"{low}.")
        or low.startswith(f"{name.lower()}.")
        for name in provided.modules
    )


def _judge_open(
    reference: Reference, resolution: Resolution, answers: Answers, facts: Facts
) -> Judged:
    for name in resolution.unread:
        if holds(answers.provided.get(name), resolution.module):
            return Judged(reference=reference, verdict=Word.OK, evidence=(f"provided by {name}",))
    if resolution.inline and any(
        _exists(c.name, answers, reference, facts) for c in resolution.candidates
    ):
        return Judged(reference=reference, verdict=Word.OK)
    there = [c for c in resolution.candidates if _exists(c.name, answers, reference, facts)]
    for candidate in there:
        judged = _undeclared(reference, resolution, candidate, answers, facts)
        if judged is not None:
            return judged
    withheld = [way.why for way in answers.ways.values() if not way.ask]
    if withheld:
        return _unverified(reference, f"{withheld[0]}; no registry was asked")
    named = [c for c in resolution.candidates if c.certainty is not Certainty.GUESS]
    open_ones = [
        standing
        for c in named
        if (standing := answers.standings.get(c.name)) is not None
        and standing.existence in (Existence.UNKNOWN, Existence.WITHHELD)
    ]
    if open_ones:
        why = open_ones[0].why
        judged = _unverified(reference, why, asked(open_ones[0]))
        return msgspec.structs.replace(judged, silence=why)
    if not named:
        return _unverified(reference, "there is no package to look for")
    return _invented(reference, resolution, answers, facts)


def _exists(name: str, answers: Answers, reference: Reference, facts: Facts) -> bool:
    standing = answers.standings.get(name)
    if standing is None or standing.existence in (Existence.UNKNOWN, Existence.WITHHELD):
        return facts.listed(reference.ecosystem, name).known
    return standing.existence is Existence.EXISTS


def _undeclared(
    reference: Reference,
    resolution: Resolution,
    candidate: Candidate,
    answers: Answers,
    facts: Facts,
) -> Judged | None:
    """Return the verdict that a candidate which exists leads to, None where it proves nothing."""
    provided = answers.provided.get(candidate.name)
    proven = holds(provided, resolution.module)
    read = provided is not None and provided.modules is not None
    standing = answers.standings.get(candidate.name)
    registry = registry_named(reference.ecosystem, standing.url if standing else "")
    evidence = (asked(standing),) if standing is not None and standing.url else ()
    shown, name = written(reference), candidate.name
    if candidate.certainty is Certainty.GUESS and not proven:
        return None
    if candidate.certainty is Certainty.NAMESAKE and read and not proven:
        return Judged(
            reference=reference,
            verdict=Word.SUSPICIOUS,
            tier=Tier.B,
            message=f"{shown}: nothing declares it, and the package `{name}` of {registry} does "
            "not hold that module.",
            evidence=evidence,
            fix="Do not install a package because it is called like a module.",
        )
    if standing is not None and (young := _young(standing, facts)):
        return Judged(
            reference=reference,
            verdict=Word.SUSPICIOUS,
            tier=Tier.B,
            message=f"{shown}: nothing declares it, and the package `{name}` of {registry} {young}.",
            evidence=evidence,
            fix="Look at its source and its history before it is declared.",
        )
    name = _spelled(reference, name, facts)
    sure = candidate.certainty is Certainty.CURATED or proven or _is_path(reference)
    where = f" ({resolution.open_ended})" if resolution.open_ended else ""
    if sure:
        message = f"{shown} is provided by `{name}`, which the project does not declare{where}."
    else:
        message = f"{shown}: nothing declares it{where}; {registry} has a package `{name}`."
    return Judged(
        reference=reference,
        verdict=Word.UNDECLARED,
        tier=Tier.C,
        message=message,
        evidence=evidence,
        fix=f"Declare `{name}` in the manifest." if sure else "Declare the package that is meant.",
        suggestion=name if sure else "",
    )


def _spelled(reference: Reference, name: str, facts: Facts) -> str:
    """Return a package as it writes itself (`PyYAML`), where a table knows that."""
    if reference.ecosystem is not Ecosystem.PYPI:
        return name
    usual = facts.distribution_for(reference.name.partition(".")[0])
    return usual if normalise(Ecosystem.PYPI, usual) == name else name


def _is_path(reference: Reference) -> bool:
    """Whether imports of the ecosystem are written with the package's own name."""
    return reference.ecosystem is not Ecosystem.PYPI


def _young(standing: Standing, facts: Facts) -> str:
    days = days_since(standing.first_published, facts.today)
    if days is None or days >= facts.min_age_days:
        return ""
    return f"was first published {days} days ago"


def _unverified(reference: Reference, why: str, said: str = "") -> Judged:
    return Judged(
        reference=reference,
        verdict=Word.UNVERIFIED,
        tier=Tier.C,
        message=f"{written(reference)} could not be verified: nothing in this repository provides "
        f"it, and {why}.",
        evidence=(said,) if said else (),
        fix="Declare its package, or say in .aireview.yml (`packages.first_party`, "
        "`packages.private_names`) what it is.",
    )


def _invented(
    reference: Reference, resolution: Resolution, answers: Answers, facts: Facts
) -> Judged:
    unreadable = [
        name
        for name in resolution.unread
        if (provided := answers.provided.get(name)) is None or provided.modules is None
    ]
    doubts = [resolution.open_ended] if resolution.open_ended else []
    if _is_path(reference):
        doubts += [resolution.remark] if resolution.unread and resolution.remark else []
    elif near := [name for name in unreadable if _could_hold(name, resolution.module)]:
        why = f"the files of the declared `{near[0]}` could not be read, and it may hold the module"
        return _unverified(reference, why)
    elif unreadable:
        shown = ", ".join(unreadable[:3]) + (" …" if len(unreadable) > 3 else "")
        doubts.append(f"the files of declared packages could not be read: {shown}")
    tier = absent_tier(reference)
    first = answers.standings.get(resolution.candidates[0].name)
    registry = registry_named(reference.ecosystem, first.url if first else "")
    names = _none_of([c.name for c in resolution.candidates if c.certainty is not Certainty.GUESS])
    said = [
        asked(standing)
        for c in resolution.candidates
        if c.certainty is not Certainty.GUESS
        and (standing := answers.standings.get(c.name)) is not None
        and standing.url
    ]
    near_name = facts.similar(
        reference.ecosystem, normalise(reference.ecosystem, resolution.candidates[0].name)
    )
    return Judged(
        reference=reference,
        verdict=Word.HALLUCINATED,
        tier=lower(tier) if doubts and tier is Tier.A else tier,
        message=f"{written(reference)}: nothing in this repository provides it, and {registry} has "
        f"{names}.",
        evidence=(
            *(f"less sure: {doubt}" for doubt in doubts),
            *said[:3],
            *((f"did you mean `{near_name}`?",) if near_name else ()),
        ),
        fix="Find out which module was meant. Do not install a package of that name.",
    )


def _none_of(names: Sequence[str]) -> str:
    """Return in words that a registry has none of some packages."""
    if len(names) == 1:
        return f"no package `{names[0]}`"
    return f"none of the packages {', '.join(f'`{name}`' for name in names)}"


def _could_hold(distribution: str, module: str) -> bool:
    """Whether a package whose files nobody could read may be called after a module."""
    package = distribution.replace("-", "").replace(".", "")
    squashed = module.replace("_", "").replace(".", "").replace("-", "").lower()
    return squashed in package or (len(package) > 3 and package in squashed)
