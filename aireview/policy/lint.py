"""What is allowed in a policy and probably not meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from aireview.model.provenance import Authorship
from aireview.model.text import quote
from aireview.policy.globs import matches, name_matcher
from aireview.policy.values import Policy

# Paths that no sensible pattern matches all of.
_ANYTHING = ("q9/zz/plural.alpha", "q9.beta", "zz/q9/gamma/x")


def warnings(
    policy: Policy,
    *,
    known_rules: Collection[str],
    known_tools: Collection[str],
    exists: Callable[[str], bool],
) -> tuple[str, ...]:
    """Return remarks on a policy, the loader's own first.

    `exists` says whether a path from the repository's root is there. Rules of the repository's own
    folders are not known here, so with such folders unknown rules are not remarked on.
    """
    return (
        *policy.warnings,
        *_scope(policy),
        *_tools(policy, known_tools),
        *_waivers(policy, known_rules),
        *_packages(policy),
        *_files(policy, exists),
    )


def _scope(policy: Policy) -> Iterator[str]:
    for pattern in policy.exclude:
        if all(matches(path, (pattern,)) for path in _ANYTHING):
            yield f"paths.exclude: `{quote(pattern)}` excludes every file: nothing is checked"
    if not policy.checks:
        yield "checks.disable: every check is disabled"
    for authorship in (Authorship.AI, Authorship.MIXED):
        if policy.block.get(authorship) is None:
            yield f"findings.block.{authorship.value}: no finding on such lines fails a change"
    if policy.block_on_missing_record and not policy.record:
        yield "provenance: records are required and `record: false` writes none"


def _tools(policy: Policy, known: Collection[str]) -> Iterator[str]:
    lists = {
        "sanctioned": policy.sanctioned,
        "tolerated": policy.tolerated,
        "unsanctioned": policy.unsanctioned,
    }
    seen: dict[str, str] = {}
    for name, patterns in lists.items():
        for pattern in patterns:
            if pattern in seen:
                yield f"ai_tools: `{quote(pattern)}` is both {seen[pattern]} and {name}"
            seen[pattern] = name
            if not any(map(name_matcher(pattern), known)):
                yield f"ai_tools.{name}: aireview knows no tool `{quote(pattern)}`"


def _waivers(policy: Policy, known: Collection[str]) -> Iterator[str]:
    for waiver in policy.waivers:
        what = f"waiver {quote(waiver.id, 60)}"
        if not policy.rule_folders and not any(map(name_matcher(waiver.rule), known)):
            yield f"{what}: there is no rule `{quote(waiver.rule)}`"
        everywhere = all(matches(path, waiver.paths) for path in _ANYTHING)
        if everywhere and not waiver.rule.strip("*"):
            yield f"{what} covers every rule on every path"


def _packages(policy: Policy) -> Iterator[str]:
    settings = policy.packages
    for name in ("private_names", "first_party", "host_modules"):
        if any(not pattern.strip("*") for pattern in getattr(settings, name)):
            yield f"packages.{name}: `*` takes every name out of the look-up"
    if any(not entry.name.strip("*") for entry in settings.allow):
        yield "packages.allow: `*` accepts every name"
    for name, url in settings.registries.items():
        if url.startswith("http://") and not _LOOPBACK.match(url):
            yield f"packages.registries.{name}: answers over http:// can be forged on the way"


_LOOPBACK = re.compile(r"http://(?:localhost|127\.|\[::1\])")


def _files(policy: Policy, exists: Callable[[str], bool]) -> Iterator[str]:
    for folder in policy.rule_folders:
        if not exists(folder):
            yield f"semgrep.rules: there is no folder `{quote(folder)}`"
    for name in ("snapshot", "osv"):
        path = getattr(policy.packages, name)
        if path and not path.startswith("/") and not exists(path):
            yield f"packages.{name}: there is no `{quote(path)}`"
