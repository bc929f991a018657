"""The shape of `.aireview.yml`. Every key is optional; unknown keys are errors.

The descriptions below become the JSON Schema that editors use (docs/schemas/).
"""

from __future__ import annotations

import enum
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

from aireview.model.packages import Ecosystem
from aireview.policy.values import OnUnsanctioned, OnUnverified, Profile, ToolClass, Trailer

Text: TypeAlias = Annotated[str, Meta(min_length=1)]
Day: TypeAlias = Annotated[
    str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="A day, YYYY-MM-DD.")
]
Glob: TypeAlias = Annotated[
    str,
    Meta(
        min_length=1,
        description="A path pattern as in .gitignore: `*` stays in a folder, `**` crosses folders.",
    ),
]


class Threshold(enum.Enum):
    """The weakest tier that fails a change; `off` and `none` never fail it."""

    A = "A"
    B = "B"
    C = "C"
    OFF = "off"
    NONE = "none"


class _Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping of the file: keyword-only, and no key that we do not know."""


class Checks(_Section, frozen=True, kw_only=True):
    """Which checks run."""

    disable: Annotated[
        tuple[Text, ...] | None,
        Meta(description="Names of checks that do not run; `aireview policy show` lists all."),
    ] = None


class Block(_Section, frozen=True, kw_only=True):
    """Which findings fail a change, by who wrote the lines."""

    ai: Annotated[Threshold | None, Meta(description="For lines that an AI tool wrote.")] = None
    mixed: Annotated[
        Threshold | None, Meta(description="For lines that a person and a tool wrote together.")
    ] = None
    unknown: Annotated[
        Threshold | None, Meta(description="For lines without evidence of authorship.")
    ] = None
    bot: Annotated[
        Threshold | None, Meta(description="For lines of automation such as dependency updates.")
    ] = None


class Findings(_Section, frozen=True, kw_only=True):
    """What findings do."""

    block: Annotated[Block | None, Meta(description="Which tiers fail a change.")] = None
    baseline: Annotated[
        Text | None,
        Meta(description="File of accepted old findings, from the repository's root."),
    ] = None


class Paths(_Section, frozen=True, kw_only=True):
    """Which files are looked at."""

    exclude: Annotated[
        tuple[Glob, ...] | None, Meta(description="Files that no check looks at.")
    ] = None


class Limits(_Section, frozen=True, kw_only=True):
    """How much is read."""

    max_file_bytes: Annotated[
        Annotated[int, Meta(ge=1_000, le=100_000_000)] | None,
        Meta(description="Longer files are reported as not reviewable."),
    ] = None


class SemgrepSettings(_Section, frozen=True, kw_only=True):
    """The rule engine."""

    rules: Annotated[
        tuple[Text, ...] | None,
        Meta(description="Folders of this repository with Semgrep rules to run besides ours."),
    ] = None
    timeout: Annotated[
        Annotated[int, Meta(ge=1, le=600)] | None,
        Meta(description="Seconds for one rule on one file."),
    ] = None


class ToolEntry(_Section, frozen=True, kw_only=True):
    """One AI tool, and what the organisation wants to remember about it."""

    id: Annotated[Text, Meta(description="The tool's id or a pattern with `*`.")]
    vendor: str | None = None
    owner: Annotated[str | None, Meta(description="Who answers for the use of this tool.")] = None
    plan: str | None = None
    evaluated_on: Day | None = None
    reevaluate_by: Day | None = None
    until: Day | None = None
    trains_on_data: bool | None = None
    retention_days: Annotated[int, Meta(ge=0)] | None = None
    data_max: Annotated[
        str | None, Meta(description="The most confidential class of data it may see.")
    ] = None
    users: tuple[Text, ...] | None = None
    modes: tuple[Text, ...] | None = None
    extra_approvals: Annotated[int, Meta(ge=0)] | None = None


class AiTools(_Section, frozen=True, kw_only=True):
    """How the organisation stands to AI tools."""

    default: Annotated[
        ToolClass | None, Meta(description="The class of a tool that no list below names.")
    ] = None
    sanctioned: Annotated[
        tuple[Text | ToolEntry, ...] | None, Meta(description="Tools that may be used.")
    ] = None
    tolerated: Annotated[
        tuple[Text | ToolEntry, ...] | None, Meta(description="Tools that may be used for now.")
    ] = None
    unsanctioned: Annotated[
        tuple[Text | ToolEntry, ...] | None, Meta(description="Tools that may not be used.")
    ] = None
    on_unsanctioned: Annotated[
        OnUnsanctioned | None, Meta(description="What an unsanctioned tool does to a change.")
    ] = None


class Provenance(_Section, frozen=True, kw_only=True):
    """What is written down at commit time about who wrote a commit."""

    trailer: Annotated[
        Trailer | None, Meta(description="The trailer that the message hook adds for an agent.")
    ] = None
    record: Annotated[
        bool | None, Meta(description="Write a record in refs/notes/aireview after each commit.")
    ] = None
    git_ai_note: Annotated[
        bool | None, Meta(description="Also write a git-ai note where a commit has none.")
    ] = None
    required: Annotated[
        bool | None,
        Meta(description="Stop a commit whose trailer the message hook could not write."),
    ] = None


class RegistryUrls(_Section, frozen=True, kw_only=True):
    """Which registry is asked in each ecosystem, in place of the configured or the public one."""

    pypi: Annotated[Text | None, Meta(description="A simple index (PEP 503).")] = None
    npm: Text | None = None
    go: Annotated[Text | None, Meta(description="A module proxy.")] = None
    cargo: Annotated[Text | None, Meta(description="A sparse index.")] = None
    maven: Text | None = None
    rubygems: Text | None = None
    packagist: Text | None = None
    nuget: Annotated[Text | None, Meta(description="A flat container (v3).")] = None


class AllowEntry(_Section, frozen=True, kw_only=True):
    """A package name that is accepted as it is."""

    name: Annotated[Text, Meta(description="A package name or a pattern with `*`.")]
    reason: Annotated[Text, Meta(description="Why it is accepted.")]
    until: Annotated[Day | None, Meta(description="The last day on which the entry counts.")] = None
    ecosystem: Annotated[
        Ecosystem | None, Meta(description="Where it counts; everywhere when left out.")
    ] = None


class PackageSettings(_Section, frozen=True, kw_only=True):
    """Package names: what is private, what is accepted, who is asked."""

    private_scopes: Annotated[
        tuple[Text, ...] | None,
        Meta(description="npm scopes such as `@acme` that no public registry is asked about."),
    ] = None
    private_names: Annotated[
        tuple[Text, ...] | None,
        Meta(description="Package names (with `*`) that no public registry is asked about."),
    ] = None
    first_party: Annotated[
        tuple[Text, ...] | None,
        Meta(description="Import names (with `*`) that are this project's own."),
    ] = None
    host_modules: Annotated[
        tuple[Text, ...] | None,
        Meta(description="Import names (with `*`) that the runtime provides, not a package."),
    ] = None
    allow: Annotated[
        tuple[AllowEntry, ...] | None, Meta(description="Names that are accepted as they are.")
    ] = None
    registries: Annotated[
        RegistryUrls | None, Meta(description="Which registry is asked in each ecosystem.")
    ] = None
    min_age_days: Annotated[
        Annotated[int, Meta(ge=0, le=3650)] | None,
        Meta(description="Younger packages are suspicious."),
    ] = None
    snapshot: Annotated[
        Text | None,
        Meta(description="Folder of `aireview packages snapshot`, from the repository's root."),
    ] = None
    osv: Annotated[
        Text | None,
        Meta(description="OSV export (folder, .zip or .jsonl) with malicious-package ids."),
    ] = None
    dependency_confusion: Annotated[
        bool | None,
        Meta(description="Ask public registries whether private names are free to take there."),
    ] = None
    unverified: Annotated[
        OnUnverified | None,
        Meta(description="What a new name does that no registry could confirm; the hook warns."),
    ] = None


class WaiverEntry(_Section, frozen=True, kw_only=True):
    """A finding that somebody accepts until a day."""

    id: Annotated[Text, Meta(description="A name of your own for this waiver.")]
    rule: Annotated[Text, Meta(description="A rule id or a pattern with `*`.")]
    owner: Annotated[Text, Meta(description="Who answers for it.")]
    reason: Annotated[Text, Meta(description="Why the finding is accepted.")]
    expires: Annotated[Day, Meta(description="The last day on which the waiver holds.")]
    paths: Annotated[
        tuple[Glob, ...] | None, Meta(description="Where it holds; everywhere when left out.")
    ] = None
    ticket: str | None = None
    approved_by: str | None = None
    created: Day | None = None


class Document(_Section, frozen=True, kw_only=True):
    """What aireview asks of changes to this repository."""

    version: Annotated[Literal[1] | None, Meta(description="The version of this format.")] = None
    profile: Annotated[
        Profile | None, Meta(description="A set of defaults; single settings override it.")
    ] = None
    checks: Annotated[Checks | None, Meta(description="Which checks run.")] = None
    findings: Annotated[Findings | None, Meta(description="What findings do.")] = None
    paths: Annotated[Paths | None, Meta(description="Which files are looked at.")] = None
    limits: Annotated[Limits | None, Meta(description="How much is read.")] = None
    semgrep: Annotated[SemgrepSettings | None, Meta(description="The rule engine.")] = None
    ai_tools: Annotated[AiTools | None, Meta(description="Which AI tools may be used.")] = None
    provenance: Annotated[
        Provenance | None, Meta(description="What is recorded at commit time.")
    ] = None
    packages: Annotated[
        PackageSettings | None, Meta(description="Package names: what is private, who is asked.")
    ] = None
    waivers: Annotated[
        tuple[WaiverEntry, ...] | None, Meta(description="Findings accepted until a day.")
    ] = None
