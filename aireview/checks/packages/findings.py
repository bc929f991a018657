"""Verdicts over names to findings: one for a name in a file, and how the check ended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from aireview.checks.packages.judging import INSTALLS
from aireview.checks.packages.names import normalise
from aireview.checks.packages.surfaces.table import readers_of
from aireview.checks.packages.verdicts import RULE_OF, UNREAD, Judged, Word
from aireview.model.change import ChangedFile
from aireview.model.finding import CheckRun, Finding, Outcome, Tier
from aireview.model.packages import Ecosystem, Surface, Unread
from aireview.model.text import quote
from aireview.policy.values import OnUnverified, PackagePolicy

_SHOWN = 5
_NAMED = 3  # in a message; the evidence has more
_NEAR = 30  # lines; an entry of a manifest or of a lock file is shorter


class Seen(NamedTuple):
    """What a run saw: a verdict for each new name, the files it could not read, what was no name."""

    judged: tuple[Judged, ...]
    unread: tuple[tuple[str, Unread], ...]
    ignored: int = 0


Line = Callable[[str, int], str]
_Group = tuple[str, Ecosystem, str, Word]


def findings(seen: Seen, line: Line) -> tuple[Finding, ...]:
    """Return the findings of a run. `line` returns the text of a line of the new version.

    A name is reported once in a file. One that a manifest has wrong is reported there, and the lock
    files and imports that repeat it are named as evidence.
    """
    groups: dict[_Group, list[Judged]] = {}
    silent: dict[tuple[str, Tier, bool], list[Judged]] = {}
    unheard = {_package(one) for one in seen.judged if _is_silent(one)}
    for judged in seen.judged:
        if judged.tier is not None and judged.silence:
            if judged.reference.surface is Surface.LOCK and _package(judged) in unheard:
                continue
            place = (judged.reference.path, judged.tier, judged.bumped)
            silent.setdefault(place, []).append(judged)
        elif judged.tier is not None:
            groups.setdefault(_group(judged), []).append(judged)
    users = _users(seen.judged)
    declared = {
        (ecosystem, name, word)
        for (_, ecosystem, name, word), many in groups.items()
        if any(judged.reference.surface is Surface.MANIFEST for judged in many)
    }
    found = [
        _finding(many, users, line)
        for (_, ecosystem, name, word), many in groups.items()
        if not (_is_echo(many) and (ecosystem, name, word) in declared)
    ]
    open_ones = [_unheard(many, line) for many in silent.values()]
    return (*found, *open_ones, *_unread(seen.unread, line))


def _package(judged: Judged) -> tuple[Ecosystem, str]:
    return judged.reference.ecosystem, _subject(judged)


def _group(judged: Judged) -> _Group:
    reference = judged.reference
    return reference.path, reference.ecosystem, _subject(judged), judged.verdict


def _subject(judged: Judged) -> str:
    """Return what is reported once: a package, or for an import the top of what it names."""
    reference = judged.reference
    if judged.subject:
        return judged.subject
    return normalise(reference.ecosystem, reference.name)


def _is_echo(many: Sequence[Judged]) -> bool:
    return all(judged.reference.surface is Surface.LOCK for judged in many)


def _users(judged: Iterable[Judged]) -> Mapping[tuple[Ecosystem, str], tuple[str, ...]]:
    """Return the places that import or lock a package, by its normalised name."""
    found: dict[tuple[Ecosystem, str], list[str]] = {}
    for one in judged:
        reference = one.reference
        place = f"{quote(reference.path)}:{reference.line}"
        if reference.surface is Surface.IMPORT and one.provider:
            found.setdefault((reference.ecosystem, one.provider), []).append(f"imported at {place}")
        elif reference.surface is Surface.LOCK and one.tier is not None:
            found.setdefault((reference.ecosystem, _subject(one)), []).append(f"locked at {place}")
    return {key: tuple(dict.fromkeys(places)) for key, places in found.items()}


def _finding(
    many: Sequence[Judged],
    users: Mapping[tuple[Ecosystem, str], tuple[str, ...]],
    line: Line,
) -> Finding:
    first = min(many, key=_order)
    reference, tier = first.reference, first.tier or Tier.C
    rule = msgspec.structs.replace(RULE_OF[first.verdict], tier=tier)
    others = sorted({one.reference.line for one in many} - {reference.line})
    back: tuple[str, ...] = ()
    if reference.surface is Surface.MANIFEST:
        back = users.get((reference.ecosystem, _subject(first)), ())
    return Finding(
        rule=rule,
        path=reference.path,
        start_line=reference.line,
        end_line=reference.line,
        symbol=quote(_subject(first), 120),
        message=first.message,
        snippet=line(reference.path, reference.line),
        evidence=(*first.evidence, *_also(others), *_shortened(back)),
        fix=first.fix,
    )


def _order(judged: Judged) -> tuple[int, str, int]:
    return _RANK[judged.tier or Tier.C], judged.reference.path, judged.reference.line


def _unheard(many: Sequence[Judged], line: Line) -> Finding:
    """Return one finding for all names of a file that no registry answered for."""
    ordered = sorted(many, key=lambda judged: judged.reference.line)
    first = ordered[0]
    places: dict[str, str] = {}
    for judged in ordered:
        name = f"`{quote(judged.reference.name, 80)}`"
        places.setdefault(_subject(judged), f"{name} on line {judged.reference.line}")
    alone = _finding([first], {}, line)
    if len(places) == 1:
        return alone
    what = "versions" if first.bumped else "package names"
    return msgspec.structs.replace(
        alone,
        symbol="",
        message=f"{len(places)} {what} in this file could not be verified "
        f"({_listed(judged.reference.name for judged in ordered)}): {first.silence}.",
        evidence=tuple(_shortened(tuple(places.values()))),
    )


def _listed(names: Iterable[str]) -> str:
    """Return the first names in a few words."""
    every = tuple(dict.fromkeys(f"`{quote(name, 60)}`" for name in names))
    return ", ".join(every[:_NAMED]) + (", …" if len(every) > _NAMED else "")


_RANK = {Tier.A: 0, Tier.B: 1, Tier.C: 2}


def _also(lines: Sequence[int]) -> Iterator[str]:
    if lines:
        more = f" and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
        yield f"also on line {', '.join(str(number) for number in lines[:_SHOWN])}{more}"


def _shortened(places: Sequence[str]) -> Iterator[str]:
    yield from places[:_SHOWN]
    if len(places) > _SHOWN:
        yield f"and {len(places) - _SHOWN} more"


def _unread(unread: Iterable[tuple[str, Unread]], line: Line) -> Iterator[Finding]:
    by_path: dict[str, list[Unread]] = {}
    for path, part in unread:
        by_path.setdefault(path, []).append(part)
    for path, parts in by_path.items():
        first = parts[0]
        yield Finding(
            rule=msgspec.structs.replace(UNREAD, tier=_unread_tier(path, parts)),
            path=path,
            start_line=first.line,
            end_line=first.line,
            message=f"Package names in this file could not be read: {quote(first.why, 200)}.",
            snippet=line(path, first.line),
            evidence=tuple(f"line {p.line}: {quote(p.why, 120)}" for p in parts[1 : _SHOWN + 1]),
            fix="Correct the file, or exclude it in .aireview.yml if it is meant to be like that.",
        )


# Readers of configuration that names no dependency of its own.
_SETTINGS = ("bundler_config", "js_config", "notebook", "ts_config")
# Reading stopped at a limit: what lies behind it may be a name that somebody wants nobody to see.
_CUT = re.compile(r"\btoo (?:big|deep|large|long|many)\b|\bmore than\b")


def _unread_tier(path: str, parts: Sequence[Unread]) -> Tier:
    declaring = [entry.reader for entry in readers_of(path) if entry.declares]
    if not declaring:
        return Tier.C
    is_cut = any(_CUT.search(part.why) for part in parts)
    return Tier.A if is_cut and not all(reader in _SETTINGS for reader in declaring) else Tier.B


def placed(found: Finding, files: Mapping[str, ChangedFile], line: Line) -> Finding:
    """Return a finding on a line that the change wrote: the nearest one, if its own is an old one.

    What makes a name new may stand beside it: a group, a version, the target of an alias.
    """
    file = files.get(found.path)
    if file is None or found.rule.id == UNREAD.id or file.adds(found.start_line, found.end_line):
        return found
    near = [
        min(max(found.start_line, span.start), span.end)
        for span in file.added
        if span.overlaps(found.start_line - _NEAR, found.start_line + _NEAR)
    ]
    if not near:
        return found
    number = min(near, key=lambda one: abs(one - found.start_line))
    return msgspec.structs.replace(
        found, start_line=number, end_line=number, snippet=line(found.path, number)
    )


def outcome(
    name: str,
    seen: Seen,
    found: tuple[Finding, ...],
    *,
    in_hook: bool,
    policy: PackagePolicy,
) -> CheckRun:
    """Return how the check ended: a name that no registry answered for is not a name that passed.

    The hook only warns about it: CI looks again.
    """
    silent = list(
        dict.fromkeys(
            quote(judged.reference.name, 60) for judged in seen.judged if _is_silent(judged)
        )
    )
    if silent and not in_hook and policy.unverified is OnUnverified.BLOCK:
        shown = ", ".join(silent[:_SHOWN]) + (" …" if len(silent) > _SHOWN else "")
        why = next(judged.silence for judged in seen.judged if _is_silent(judged))
        reason = f"{_new(len(silent))} could not be verified ({shown}): {why}"
        return CheckRun(name=name, outcome=Outcome.UNAVAILABLE, reason=reason, findings=found)
    ended = Outcome.FAILED if found else Outcome.PASSED
    return CheckRun(name=name, outcome=ended, reason=_summary(seen), findings=found)


def _is_silent(judged: Judged) -> bool:
    new = bool(judged.silence) and not judged.bumped
    return new and judged.reference.surface in INSTALLS


def _summary(seen: Seen) -> str:
    """Return in words how much was looked at, and what was kept from the registries."""
    if not seen.judged:
        return ""
    counts: dict[Word, int] = {}
    for judged in seen.judged:
        counts[judged.verdict] = counts.get(judged.verdict, 0) + 1
    parts = [f"{counts[word]} {word.value}" for word in Word if word in counts]
    return f"{_new(len(seen.judged))}: {', '.join(parts)}"


def _new(number: int) -> str:
    return f"{number} new name{'' if number == 1 else 's'}"
