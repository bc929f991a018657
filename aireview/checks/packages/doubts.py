"""Reasons to look twice at a package that exists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from aireview.checks.packages.facts import Facts
from aireview.checks.packages.names import normalise, valid
from aireview.model.packages import Ecosystem, Reference, Standing, Surface
from aireview.model.text import quote

# A description that sends people elsewhere: "use x instead", "renamed to x", "moved to x".
_ELSEWHERE = re.compile(
    r"\b(?:use|install|switch to|replaced by|superseded by|renamed to|moved to|migrated? to"
    r"|in favou?r of|now (?:called|known as)|please see|available as|published (?:as|under))\s+"
    r"(?:the\s+)?(?:package\s+)?[`'\"<(]*(?:pip install\s+|npm i(?:nstall)?\s+)?"
    r"(@?[A-Za-z0-9][A-Za-z0-9._/-]*[A-Za-z0-9])",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"deprecat|obsolete|dummy|placeholder|renamed|moved to|superseded|do not use|don't use"
    r"|wrong package|security holding|no longer maintained",
    re.IGNORECASE,
)
_NO_NAMES = (
    "a", "an", "and", "any", "at", "for", "from", "github", "http", "https", "in", "instead", "it",
    "its", "latest", "library", "module", "new", "newer", "npm", "of", "on", "one", "other", "our",
    "package", "pip", "pypi", "that", "the", "their", "this", "to", "us", "version", "with", "your",
)  # fmt: skip


def doubts_about(
    reference: Reference, standing: Standing, facts: Facts
) -> Sequence[tuple[str, str]]:
    """Return each reason to look twice, with the package that is rather meant, if one is named."""
    found: list[tuple[str, str]] = []
    name = normalise(reference.ecosystem, reference.name)
    if standing.files == 0:
        found.append(("it has no file to download", ""))
    if other := decoy_for(reference.ecosystem, name, standing):
        found.append((f"its own page sends people to `{other}`", other))
    if age := _youth(standing, name, reference.ecosystem, facts):
        near = facts.similar(reference.ecosystem, name)
        found.append((f"{age}{f' and its name is close to `{near}`' if near else ''}", near))
    born = standing.first_published[:10]
    if standing.absent_on and (not born or born >= standing.absent_on):
        found.append(
            (f"it did not exist on {standing.absent_on}: somebody registered it since", "")
        )
    if standing.extras is not None:
        known = {normalise(reference.ecosystem, extra) for extra in standing.extras}
        odd = [e for e in reference.extras if normalise(reference.ecosystem, e) not in known]
        if odd:
            found.append((f"it has no extra `{quote(odd[0], 40)}`", ""))
    typed = reference.ecosystem is Ecosystem.NPM and name.startswith("types-")
    # What only a lock file names was asked for by the package that needs it, not by the author.
    if typed and reference.surface is not Surface.LOCK:
        scoped = f"@types/{name.removeprefix('types-')}"
        if facts.listed(Ecosystem.NPM, scoped).known:
            found.append((f"type packages are called `{scoped}`", scoped))
    return found


def _youth(standing: Standing, name: str, ecosystem: Ecosystem, facts: Facts) -> str:
    days = days_since(standing.first_published, facts.today)
    if days is not None:
        born = standing.first_published[:10]
        if days >= facts.min_age_days:
            return ""
        return f"it was first published {days} days ago, on {born}"
    listed = facts.listed(ecosystem, name)
    if listed.complete and not listed.known:
        of = f" of {listed.as_of}" if listed.as_of else ""
        return f"it is younger than the snapshot{of}"
    return ""


def days_since(day: str, today: str) -> int | None:
    """Return the days from one ISO date to another, None where one of them is no date."""
    try:
        return (date.fromisoformat(today) - date.fromisoformat(day[:10])).days
    except ValueError:
        return None


def decoy_for(ecosystem: Ecosystem, name: str, standing: Standing) -> str:
    """Return the package that a deprecation notice or a description sends people to, or nothing."""
    for text in (standing.notice, standing.summary if _GIVEN_UP.search(standing.summary) else ""):
        for found in _ELSEWHERE.finditer(text[:2_000]):
            other = found.group(1).rstrip(".")
            if (
                other.lower() not in _NO_NAMES
                and valid(ecosystem, other)
                and normalise(ecosystem, other) != name
            ):
                return other
    return ""
