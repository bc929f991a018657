"""`.aireview.yml` to a policy, with errors that say where and what would be right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

import msgspec

from aireview.errors import AireviewError
from aireview.model.finding import Tier
from aireview.model.provenance import Authorship
from aireview.model.text import quote
from aireview.policy import globs
from aireview.policy.document import (
    Block,
    Document,
    PackageSettings,
    Threshold,
    ToolEntry,
    WaiverEntry,
)
from aireview.policy.profiles import defaults
from aireview.policy.values import (
    FILE_NAME,
    AllowedPackage,
    PackagePolicy,
    Policy,
    Profile,
    Waiver,
)
from aireview.policy.yaml_tree import Tree, complaint, read


def parse(
    text: bytes, *, name: str, known_checks: Collection[str], today: str, source: str = ""
) -> Policy:
    """Return the policy that a configuration file asks for.

    `name` is the file in error messages, `source` where it came from in reports (default: `name`),
    `known_checks` the names of all checks in the order they run, `today` an ISO date. Warnings
    (a waiver that expired) are in the policy's `warnings`. Raises AireviewError with file, line,
    column and a hint for everything that the format does not allow.
    """
    document, tree = parse_document(text, name=name, known_checks=known_checks)
    policy = resolve(document, known_checks=known_checks, source=source or name)
    return msgspec.structs.replace(
        policy,
        warnings=(
            *_warnings(document.waivers or (), tree, name, today),
            *_lapsed(policy.packages.allow, tree, name, today),
        ),
    )


def parse_document(
    text: bytes, *, name: str, known_checks: Collection[str]
) -> tuple[Document, Tree]:
    """Return what the file says, without defaults, and where it says it. Raises as `parse`."""
    tree = read(text, name)
    try:
        document = msgspec.convert(tree.value, Document)
    except msgspec.ValidationError as error:
        from aireview.policy.complaints import explained  # noqa: PLC0415 - only for bad files

        raise explained(error, tree, name=name, shape=Document) from error
    for steps, problem, hint in _problems(document, known_checks):
        from aireview.policy.complaints import place_of  # noqa: PLC0415 - only for bad files

        raise complaint(name, place_of(tree, *steps), problem, hint)
    return document, tree


def resolve(document: Document, *, known_checks: Collection[str], source: str) -> Policy:
    """Return the policy: the profile's settings, and what the document sets instead."""
    base = defaults(document.profile or Profile.STARTER)
    disabled = (document.checks.disable if document.checks else None) or ()
    changes: dict[str, object] = {
        "source": source,
        "checks": tuple(name for name in known_checks if name not in disabled),
        "block": _block(document.findings.block if document.findings else None, base),
        "waivers": tuple(_waiver(entry) for entry in document.waivers or ()),
        "packages": _packages(document.packages) if document.packages else base.packages,
    }
    if document.findings and document.findings.block and document.findings.block.unknown:
        changes["unknown_is_ai"] = False  # the file has its own answer
    changes |= {key: value for key, value in _overrides(document) if value is not None}
    return msgspec.structs.replace(base, **changes)


def _overrides(document: Document) -> Iterator[tuple[str, object]]:
    """Yield the name of each plain setting of `Policy` and what the document says about it."""
    if document.findings:
        yield "baseline", document.findings.baseline
    if document.paths:
        yield "exclude", document.paths.exclude
    if document.limits:
        yield "max_file_bytes", document.limits.max_file_bytes
    if document.semgrep:
        yield "rule_folders", document.semgrep.rules
        yield "semgrep_timeout_s", document.semgrep.timeout
    if tools := document.ai_tools:
        yield "default_tool_class", tools.default
        yield "on_unsanctioned", tools.on_unsanctioned
        yield "sanctioned", _ids(tools.sanctioned)
        yield "tolerated", _ids(tools.tolerated)
        yield "unsanctioned", _ids(tools.unsanctioned)
    if provenance := document.provenance:
        yield "trailer", provenance.trailer
        yield "record", provenance.record
        yield "git_ai_note", provenance.git_ai_note
        yield "block_on_missing_record", provenance.required


def _packages(given: PackageSettings) -> PackagePolicy:
    plain: dict[str, object] = {
        name: value
        for name in PackagePolicy.__struct_fields__
        if name not in ("allow", "registries") and (value := getattr(given, name)) is not None
    }
    allow = tuple(
        AllowedPackage(
            name=entry.name,
            reason=entry.reason,
            until=entry.until or "",
            ecosystem=entry.ecosystem.value if entry.ecosystem else "",
        )
        for entry in given.allow or ()
    )
    urls = msgspec.to_builtins(given.registries) if given.registries else {}
    registries = {name: url for name, url in urls.items() if url}
    return msgspec.structs.replace(PackagePolicy(), allow=allow, registries=registries, **plain)


def _ids(tools: Sequence[str | ToolEntry] | None) -> tuple[str, ...] | None:
    if tools is None:
        return None
    return tuple(tool if isinstance(tool, str) else tool.id for tool in tools)


def _block(block: Block | None, base: Policy) -> dict[Authorship, Tier | None]:
    given = block or Block()
    result = dict(base.block)
    for authorship, threshold in (
        (Authorship.AI, given.ai),
        (Authorship.MIXED, given.mixed),
        (Authorship.UNKNOWN, given.unknown),
        (Authorship.BOT, given.bot),
    ):
        if threshold is not None:
            result[authorship] = _tier(threshold)
    if base.unknown_is_ai and given.unknown is None:
        result[Authorship.UNKNOWN] = result[Authorship.AI]
    return result


def _tier(threshold: Threshold) -> Tier | None:
    return None if threshold in (Threshold.OFF, Threshold.NONE) else Tier(threshold.value)


def _waiver(entry: WaiverEntry) -> Waiver:
    return Waiver(
        id=entry.id,
        rule=entry.rule,
        owner=entry.owner,
        reason=entry.reason,
        expires=entry.expires,
        paths=entry.paths if entry.paths is not None else ("**",),
        ticket=entry.ticket or "",
    )


_Problem = tuple[tuple[str | int, ...], str, str]


def _problems(document: Document, known_checks: Collection[str]) -> Iterator[_Problem]:
    """Yield what types cannot say: the path of the value, what is wrong, a hint."""
    for index, name in enumerate((document.checks.disable if document.checks else None) or ()):
        if name not in known_checks:
            from aireview.policy.complaints import one_of  # noqa: PLC0415 - only for bad files

            steps = ("checks", "disable", index)
            yield (
                steps,
                f"there is no check `{quote(name, 60)}`",
                one_of(name, known_checks, "Checks"),
            )
    yield from _glob_problems(
        ("paths", "exclude"), document.paths.exclude if document.paths else None
    )
    for index, folder in enumerate((document.semgrep.rules if document.semgrep else None) or ()):
        yield from _inside(("semgrep", "rules", index), folder)
    if document.findings and document.findings.baseline:
        yield from _inside(("findings", "baseline"), document.findings.baseline)
    yield from _package_problems(document.packages)
    yield from _waiver_problems(document.waivers or ())


def _inside(steps: tuple[str | int, ...], path: str) -> Iterator[_Problem]:
    if path.startswith(("/", "~")) or "\\" in path or ".." in path.split("/"):
        yield (
            steps,
            f"`{quote(path, 60)}` is not a path inside the repository",
            "Write it from the repository's root, with `/` and without `..`.",
        )


def _glob_problems(
    steps: tuple[str | int, ...], patterns: Sequence[str] | None
) -> Iterator[_Problem]:
    for index, pattern in enumerate(patterns or ()):
        if problem := globs.problem(pattern):
            hint = "Patterns are those of .gitignore; see docs/configuration.md."
            yield (*steps, index), f"`{quote(pattern, 60)}`: {problem}", hint


_URL = re.compile(r"https?://[^\s/@]+(?:/\S*)?")


def _package_problems(given: PackageSettings | None) -> Iterator[_Problem]:
    if given is None:
        return
    for index, entry in enumerate(given.allow or ()):
        here: tuple[str | int, ...] = ("packages", "allow", index)
        if not entry.reason.strip():
            yield (*here, "reason"), "`reason` of an allowed package is empty", "Write a text."
        if entry.until is not None and not _is_day(entry.until):
            problem = f"`{entry.until}` is not a day of the calendar"
            yield (*here, "until"), problem, "Write YYYY-MM-DD."
    urls = msgspec.to_builtins(given.registries) if given.registries else {}
    for name, url in urls.items():
        if url and not _URL.fullmatch(url):
            problem = f"`{quote(url, 60)}` is no URL of a registry"
            hint = "Write https://host/path, without a user name or a password."
            yield ("packages", "registries", name), problem, hint
    for index, scope in enumerate(given.private_scopes or ()):
        if not scope.startswith("@") or "/" in scope:
            problem = f"`{quote(scope, 60)}` is no scope"
            hint = "Write it as `@acme`; other names belong into `private_names`."
            yield ("packages", "private_scopes", index), problem, hint


def _waiver_problems(waivers: Sequence[WaiverEntry]) -> Iterator[_Problem]:
    seen: set[str] = set()
    for index, waiver in enumerate(waivers):
        here: tuple[str | int, ...] = ("waivers", index)
        if waiver.id in seen:
            yield (*here, "id"), f"two waivers are called `{quote(waiver.id, 60)}`", "Rename one."
        seen.add(waiver.id)
        for key in ("owner", "reason", "rule"):
            if not getattr(waiver, key).strip():
                yield (*here, key), f"`{key}` of a waiver is empty", "Write a text."
        if waiver.paths == ():
            yield (*here, "paths"), "a waiver for no path", "Remove `paths` to mean every path."
        yield from _glob_problems((*here, "paths"), waiver.paths)
        for key in ("expires", "created"):
            day = getattr(waiver, key)
            if day is not None and not _is_day(day):
                yield (*here, key), f"`{day}` is not a day of the calendar", "Write YYYY-MM-DD."


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _warnings(waivers: Sequence[WaiverEntry], tree: Tree, name: str, today: str) -> Iterator[str]:
    for index, waiver in enumerate(waivers):
        if waiver.expires < today:
            line = tree.below["waivers"].below[index].place.line
            yield (
                f"{name}:{line}: waiver {quote(waiver.id, 60)} expired on {waiver.expires} and "
                "no longer counts; renew it or remove it"
            )


def _lapsed(allow: Sequence[AllowedPackage], tree: Tree, name: str, today: str) -> Iterator[str]:
    for index, entry in enumerate(allow):
        if entry.until and entry.until < today:
            line = tree.below["packages"].below["allow"].below[index].place.line
            yield (
                f"{name}:{line}: the package {quote(entry.name, 60)} was allowed until "
                f"{entry.until}, and no longer is; renew the entry or remove it"
            )


def missing() -> AireviewError:
    """Return the error for a command that needs a configuration file where there is none."""
    return AireviewError(f"there is no {FILE_NAME} here", "Run `aireview init` to write one.")
