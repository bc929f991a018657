"""The verdict over a name that stands where packages are named: manifest, lock, command, document."""

from __future__ import annotations

import re

import msgspec

from aireview.checks.packages.changed import exact_version
from aireview.checks.packages.doubts import doubts_about
from aireview.checks.packages.facts import Facts
from aireview.checks.packages.names import normalise, valid
from aireview.checks.packages.sources import Way, registry_named
from aireview.checks.packages.verdicts import PLACES, REGISTRIES, Judged, Word
from aireview.model.finding import Tier
from aireview.model.packages import (
    Ecosystem,
    Existence,
    Listed,
    Reference,
    Source,
    Standing,
    Surface,
)
from aireview.model.text import quote

_AGENT_FILES = re.compile(
    r"(?:.*/)?(?:skill|agents|claude|gemini|copilot-instructions)\.md"
    r"|(?:.*/)?\.(?:cursorrules|windsurfrules|clinerules|goosehints)|(?:.*/)?\.(?:cursor|claude)/.*"
)
# Places that install what they name, without anybody reading it again.
INSTALLS = (Surface.MANIFEST, Surface.COMMAND)
# Places where a name of one's own packages is written before it is published, or after its end.
_BY_HAND = (Surface.COMMAND, Surface.DOCS)
# Names of conda are another namespace: they declare, and no registry here knows them.
CONDA = "conda"
_TIER_BELOW = {Tier.A: Tier.B, Tier.B: Tier.C, Tier.C: Tier.C}


def judge(reference: Reference, way: Way, standing: Standing | None, facts: Facts) -> Judged:
    """Return the verdict over a name at a place that names packages.

    `standing` is None where nobody was asked.
    """
    settled = _settled(reference, way, facts)
    if settled is not None:
        return settled
    if standing is None:
        return Judged(reference=reference, verdict=Word.OK)
    match standing.existence:
        case Existence.EXISTS:
            return _existing(reference, standing, way, facts)
        case Existence.ABSENT:
            return _absent(reference, standing, way, facts)
        case Existence.UNKNOWN | Existence.WITHHELD:
            return _unanswered(reference, standing, facts)


def _settled(reference: Reference, way: Way, facts: Facts) -> Judged | None:
    """Return the verdict that needs no registry, None where one has to be asked."""
    if reference.source is Source.DYNAMIC:
        return _open(reference, "it is computed when the file is run", "")
    if not needs_registry(reference):
        return Judged(reference=reference, verdict=Word.OK)
    if not valid(reference.ecosystem, reference.name):
        return _no_name(reference)
    name = normalise(reference.ecosystem, reference.name)
    if ids := facts.advisories(reference.ecosystem, name, exact_version(reference)):
        return _malicious(reference, f"is listed as malicious ({', '.join(ids[:3])})", None)
    if way.settled:
        return Judged(reference=reference, verdict=Word.OK, evidence=(way.why,))
    if not way.ask:
        return _open(reference, f"{way.why}; no registry was asked", "", fix=_ELSEWHERE_FIX)
    return None


# Where a version asks the registry, whatever lies in the repository; elsewhere builds take modules by
# their place.
_LOOSE = (Ecosystem.PYPI, Ecosystem.NPM, Ecosystem.RUBYGEMS)


def own(reference: Reference, facts: Facts) -> Judged:
    """Return the verdict over a name that the repository has a package of.

    A package that the change itself adds proves nothing where a manifest asks for a version: unless
    a workspace links the two, the installer takes the registry's.
    """
    name = normalise(reference.ecosystem, reference.name)
    asks = reference.surface in (Surface.MANIFEST, Surface.LOCK) and reference.ecosystem in _LOOSE
    if asks and needs_registry(reference) and (reference.ecosystem, name) not in facts.own_members:
        why = "this change adds a package of that name, and the registry may have another one"
        return _open(reference, f"{why}; no registry was asked", "")
    said = "this repository has it"
    return Judged(reference=reference, verdict=Word.OK, evidence=(said,))


def needs_registry(reference: Reference) -> bool:
    """Whether a declaration names a package of a registry, and not a path, a URL or conda's."""
    return reference.source is Source.REGISTRY and reference.index != CONDA


def _unanswered(reference: Reference, standing: Standing, facts: Facts) -> Judged:
    listed = facts.listed(reference.ecosystem, normalise(reference.ecosystem, reference.name))
    if listed.known:
        said = f"{_list_of(listed)}; {standing.why}"
        return Judged(reference=reference, verdict=Word.OK, evidence=(said,))
    return _open(reference, standing.why, asked(standing), silence=standing.why)


def _list_of(listed: Listed) -> str:
    """Return in words where a name is known from; a list of our own has no date."""
    return f"in the list of known packages of {listed.as_of}" if listed.as_of else _WELL_KNOWN


_WELL_KNOWN = "a well-known package"


def _no_name(reference: Reference) -> Judged:
    return Judged(
        reference=reference,
        verdict=Word.SUSPICIOUS,
        tier=Tier.B,
        message=f"`{quote(reference.name, 80)}` is not a name that "
        f"{REGISTRIES[reference.ecosystem]} can hold; no registry was asked.",
        fix="Write the name of a package, or remove the entry.",
    )


def _open(reference: Reference, why: str, said: str, *, silence: str = "", fix: str = "") -> Judged:
    installs = reference.surface in INSTALLS
    return Judged(
        reference=reference,
        verdict=Word.UNVERIFIED,
        tier=Tier.B if silence and installs else Tier.C,
        message=f"`{quote(reference.name, 80)}` in this {PLACES[reference.surface]} could not be "
        f"verified: {why}.",
        evidence=(said,) if said else (),
        fix=fix
        or f"{_AGAIN if silence else 'Check the name by hand'}; if it is private, add it to "
        "`packages.private_names` in .aireview.yml.",
        silence=silence,
    )


_ELSEWHERE_FIX = (
    "Look whether that source has it; `packages.allow` in .aireview.yml accepts a name for good."
)
_AGAIN = (
    "Check again where the registry can be reached, or with a list of all its names "
    "(`aireview packages snapshot`)"
)


def bumped(judged: Judged) -> Judged:
    """Return the verdict over a name that was there before, and now asks for something new.

    Nobody invented the name: that its new version was not looked up is a note.
    """
    if not judged.silence:
        return judged
    reference = judged.reference
    version = exact_version(reference)
    what = (
        f"version {quote(version, 40)}"
        if version
        else f"extras {quote(', '.join(reference.extras), 80)}"
    )
    return msgspec.structs.replace(
        judged,
        tier=Tier.C,
        message=f"{what} of `{quote(reference.name, 80)}` could not be verified: {judged.silence}.",
        bumped=True,
    )


def _malicious(reference: Reference, what: str, standing: Standing | None) -> Judged:
    return Judged(
        reference=reference,
        verdict=Word.MALICIOUS,
        tier=Tier.A,
        message=f"`{quote(reference.name, 80)}` {what}.",
        evidence=(asked(standing),) if standing and standing.url else (),
        fix="Remove it. If it was ever installed, treat that machine's secrets as stolen.",
    )


def _existing(reference: Reference, standing: Standing, way: Way, facts: Facts) -> Judged:
    registry = registry_named(reference.ecosystem, standing.url)
    for sign, what in (
        (standing.quarantined, f"is quarantined by {registry}"),
        (
            standing.placeholder,
            f"is a security placeholder on {registry}: malware was removed there",
        ),
        (standing.tombstone, f"was unpublished from {registry}: the name is free to take"),
    ):
        if sign:
            return _malicious(reference, what, standing)
    if wrong := _wrong_version(reference, standing, way):
        return wrong
    if doubts := tuple(doubts_about(reference, standing, facts)):
        other = next((other for _, other in doubts if other), "")
        said = "; ".join(said for said, _ in doubts)
        return Judged(
            reference=reference,
            verdict=Word.SUSPICIOUS,
            tier=Tier.B,
            message=f"`{quote(reference.name, 80)}` exists on {registry}, but {said}.",
            evidence=(asked(standing),),
            fix=f"Use `{other}` if that is what you mean." if other else _LOOK,
            suggestion=other,
        )
    return Judged(reference=reference, verdict=Word.OK, evidence=(asked(standing),))


_LOOK = "Open its page, its source and its history before it is installed anywhere."


def _wrong_version(reference: Reference, standing: Standing, way: Way) -> Judged | None:
    version = exact_version(reference)
    if not version or standing.versions is None or reference.surface is Surface.DOCS:
        return None
    wanted = _canonical(reference.ecosystem, version)
    name = quote(reference.name, 80)
    registry = registry_named(reference.ecosystem, standing.url)
    if wanted in {_canonical(reference.ecosystem, one) for one in standing.withdrawn}:
        return Judged(
            reference=reference,
            verdict=Word.SUSPICIOUS,
            tier=Tier.B,
            message=f"version {quote(version, 40)} of `{name}` was withdrawn from {registry}.",
            evidence=(asked(standing),),
            fix="Ask for a version that was not withdrawn.",
        )
    if wanted in {_canonical(reference.ecosystem, one) for one in standing.versions}:
        return None
    if way.elsewhere:
        why = f"{registry} has no version {quote(version, 40)}, but {way.elsewhere} may"
        return _open(reference, why, asked(standing))
    latest = f" The latest is {quote(standing.latest, 40)}." if standing.latest else ""
    return Judged(
        reference=reference,
        verdict=Word.HALLUCINATED,
        tier=absent_tier(reference),
        message=f"{registry} has no version {quote(version, 40)} of `{name}`.{latest}",
        evidence=(asked(standing),),
        fix="Ask for a version that exists.",
    )


def _canonical(ecosystem: Ecosystem, version: str) -> str:
    if ecosystem is not Ecosystem.PYPI:
        return version
    from packaging.utils import canonicalize_version  # noqa: PLC0415 - only for pinned versions

    return canonicalize_version(version)


def _absent(reference: Reference, standing: Standing, way: Way, facts: Facts) -> Judged:
    registry = registry_named(reference.ecosystem, standing.url)
    if way.elsewhere:
        why = f"{registry} has no such package, but {way.elsewhere} may"
        return _open(reference, why, asked(standing))
    if (
        listed := facts.listed(reference.ecosystem, normalise(reference.ecosystem, reference.name))
    ).known:
        return _gone(reference, standing, listed)
    scope = scope_of(reference.name)
    if scope in facts.own_scopes and reference.surface in _BY_HAND:
        why = (
            f"{registry} has no such package, but `{quote(scope, 60)}` is the scope of this "
            "repository's own packages: nobody but the owner of the scope can publish in it"
        )
        return _open(reference, why, asked(standing))
    suggestion = _meant(reference, facts)
    return Judged(
        reference=reference,
        verdict=Word.HALLUCINATED,
        tier=absent_tier(reference),
        message=f"No package `{quote(reference.name, 80)}` on {registry}: this "
        f"{PLACES[reference.surface]} installs whatever somebody registers under that name.",
        evidence=tuple(line for line in (asked(standing), _hint(reference, facts)) if line),
        fix=_fix(reference, suggestion, facts)
        + (
            f" If `{quote(scope, 60)}` is your own scope, add it to `packages.private_scopes`."
            if scope
            else ""
        ),
        suggestion=suggestion,
        absent=True,
    )


def scope_of(name: str) -> str:
    """Return the scope of an npm name with its `@`, empty where it has none."""
    return name.partition("/")[0] if name.startswith("@") else ""


def confusable(judged: Judged, standing: Standing) -> Judged:
    """Return the verdict over a private name that the public registry was asked for as well.

    A name that is free there, or taken by somebody else, can be installed instead of the private one.
    """
    registry = REGISTRIES[judged.reference.ecosystem]
    said = {
        Existence.ABSENT: f"nobody has it on {registry}: whoever registers it there may be installed",
        Existence.EXISTS: f"{registry} has a package of that name, which may be installed instead",
    }.get(standing.existence)
    if said is None:
        return judged
    return msgspec.structs.replace(
        judged, tier=Tier.B, message=f"{judged.message} Dependency confusion: {said}."
    )


def _gone(reference: Reference, standing: Standing, listed: Listed) -> Judged:
    """Return the verdict over a name that was there once: nobody made it up."""
    registry = REGISTRIES[reference.ecosystem]
    was = f"was on {registry} on {listed.as_of}" if listed.as_of else f"is {_WELL_KNOWN}"
    there = "there" if listed.as_of else f"on {registry}"
    return Judged(
        reference=reference,
        verdict=Word.SUSPICIOUS,
        tier=Tier.B,
        message=f"`{quote(reference.name, 80)}` {was} and is not {there} now: "
        "it was taken down, or the index that was asked does not carry it.",
        evidence=(asked(standing),),
        fix="Find out what became of it before anything is installed under that name.",
        absent=True,
    )


def undeclared_plugin(judged: Judged) -> Judged:
    """Return the verdict over a plugin that exists and that nothing declares."""
    name = judged.reference.name
    return Judged(
        reference=judged.reference,
        verdict=Word.UNDECLARED,
        tier=Tier.C,
        message=f"This configuration needs `{quote(name, 80)}`, which the project does not declare.",
        evidence=judged.evidence,
        fix=f"Declare `{quote(name, 80)}` in the manifest.",
        suggestion=name,
    )


def absent_tier(reference: Reference) -> Tier:
    """Return how sure and how bad an invented name is at its place (research: severity by context)."""
    if reference.surface is Surface.LOCK:
        return Tier.B
    if reference.surface is Surface.DOCS:
        agent = _AGENT_FILES.fullmatch(reference.path.lower()) is not None
        return Tier.A if agent and reference.runs else Tier.B
    if reference.surface is Surface.IMPORT and (reference.optional or reference.type_only):
        return Tier.B
    return Tier.A


def lower(tier: Tier) -> Tier:
    """Return the next weaker tier."""
    return _TIER_BELOW[tier]


def _meant(reference: Reference, facts: Facts) -> str:
    if reference.ecosystem is Ecosystem.PYPI:
        return facts.distribution_for(reference.name)
    return ""


def _fix(reference: Reference, suggestion: str, facts: Facts) -> str:
    if facts.is_standard(reference.ecosystem, reference.name):
        return "It is a module of the standard library: remove it, nothing needs installing."
    if suggestion:
        return f"The module `{quote(reference.name, 60)}` is provided by `{suggestion}`: use that name."
    return "Find out which package was meant, or remove it."


_OTHERS = (Ecosystem.PYPI, Ecosystem.NPM, Ecosystem.CARGO, Ecosystem.RUBYGEMS)
# How bindings of a library are usually called on PyPI.
_LONG_FORMS = ("{}-python", "python-{}", "py{}")


def _hint(reference: Reference, facts: Facts) -> str:
    """Return where else the name is known, or which known name is close to it: a hint, no proof."""
    for other in _OTHERS:
        if (
            other is not reference.ecosystem
            and valid(other, reference.name)
            and facts.listed(other, normalise(other, reference.name)).known
        ):
            return f"a package of that name is known on {REGISTRIES[other]}"
    name = normalise(reference.ecosystem, reference.name)
    forms = _LONG_FORMS if reference.ecosystem is Ecosystem.PYPI else ()
    longer = (form.format(name) for form in forms)
    near = next(
        (each for each in longer if facts.listed(reference.ecosystem, each).known),
        facts.similar(reference.ecosystem, name),
    )
    return f"did you mean `{near}`?" if near else ""


def asked(standing: Standing) -> str:
    """Return in words what was asked and answered, and when."""
    if not standing.url:
        return standing.why
    if not standing.status:
        return f"{standing.url}: {standing.why or 'no answer'}"
    answer = f"HTTP {standing.status}"
    cached = f", {standing.age_s // 60} minutes ago" if standing.age_s >= 60 else ""
    when = f" ({standing.asked_at}{cached})" if standing.asked_at else ""
    return f"{standing.url} answered {answer}{when}"
