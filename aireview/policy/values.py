"""What a repository asks for, resolved: every setting has a value, whoever it came from."""

from __future__ import annotations

import enum

import msgspec

from aireview.model.finding import Tier
from aireview.model.provenance import Authorship

FILE_NAME = ".aireview.yml"
# A package that was published less than this many days ago is looked at twice.
DEFAULT_AGE_DAYS = 14


class Profile(enum.Enum):
    """A named set of defaults; single settings override it."""

    STARTER = "starter"
    SOC2 = "soc2"
    STRICT = "strict"


class ToolClass(enum.Enum):
    """How the organisation stands to a tool. `UNKNOWN`: the policy does not name it (shadow AI)."""

    SANCTIONED = "sanctioned"
    TOLERATED = "tolerated"
    UNSANCTIONED = "unsanctioned"
    UNKNOWN = "unknown"


class OnUnsanctioned(enum.Enum):
    """What an unsanctioned tool in a change does to its verdict."""

    BLOCK = "block"
    WARN = "warn"
    RECORD = "record"


class Trailer(enum.Enum):
    """Which trailer the message hook writes when an agent commits."""

    OFF = "off"
    ASSISTED_BY = "assisted-by"


class Waiver(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that somebody accepted until a day. `rule` and `paths` are globs; dates ISO."""

    id: str
    rule: str
    owner: str
    reason: str
    expires: str
    paths: tuple[str, ...] = ("**",)
    ticket: str = ""


class OnUnverified(enum.Enum):
    """What a new package name does outside of the hook when no registry could confirm it."""

    BLOCK = "block"
    WARN = "warn"


class AllowedPackage(msgspec.Struct, frozen=True, kw_only=True):
    """A package name that somebody accepted. `name` is a glob, `until` a day or empty."""

    name: str
    reason: str
    until: str = ""
    ecosystem: str = ""


class PackagePolicy(msgspec.Struct, frozen=True, kw_only=True):
    """What the repository says about package names.

    `private_scopes` (`@acme`) and `private_names` (globs) are never sent to a public registry.
    `first_party` and `host_modules` are globs of import names that no package provides.
    `registries` maps an ecosystem to the URL that is asked. `min_age_days` is None where the
    repository's own cool-down or the default counts. `snapshot` and `osv` are paths.
    """

    private_scopes: tuple[str, ...] = ()
    private_names: tuple[str, ...] = ()
    first_party: tuple[str, ...] = ()
    host_modules: tuple[str, ...] = ()
    allow: tuple[AllowedPackage, ...] = ()
    registries: dict[str, str] = {}
    min_age_days: int | None = None
    snapshot: str = ""
    osv: str = ""
    dependency_confusion: bool = False
    unverified: OnUnverified = OnUnverified.BLOCK


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """The settings that judge a change.

    `source` says where they were read from, in words (`.aireview.yml at 1234abcd`, `built-in`).
    `checks` are the names of the checks to run. `block` maps an authorship to the weakest tier
    that fails the verdict for lines of that authorship; None never fails. `exclude` are path globs
    that no check sees. `rule_folders` are further Semgrep rule folders in the repository.
    `warnings` are remarks about the file it was read from.
    """

    profile: Profile = Profile.STARTER
    source: str = "built-in"
    checks: tuple[str, ...] = ("content", "hidden-text", "packages", "semgrep")
    block: dict[Authorship, Tier | None] = {}
    unknown_is_ai: bool = False
    exclude: tuple[str, ...] = ()
    max_file_bytes: int = 1_000_000
    rule_folders: tuple[str, ...] = ()
    semgrep_timeout_s: int = 5
    baseline: str = ".aireview-baseline.json"
    sanctioned: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()
    unsanctioned: tuple[str, ...] = ()
    default_tool_class: ToolClass = ToolClass.UNKNOWN
    on_unsanctioned: OnUnsanctioned = OnUnsanctioned.RECORD
    trailer: Trailer = Trailer.OFF
    record: bool = True
    git_ai_note: bool = False
    block_on_missing_record: bool = False
    packages: PackagePolicy = PackagePolicy()
    waivers: tuple[Waiver, ...] = ()
    warnings: tuple[str, ...] = ()
