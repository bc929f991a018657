"""The part of SARIF 2.1.0 that we write, as types (OASIS Standard, section numbers below)."""

from __future__ import annotations

from typing import Literal

import msgspec

Level = Literal["error", "warning", "note", "none"]


ROOT = "SRCROOT"  # the base that every path is relative to
_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def path_uri(path: str) -> str:
    """Return a repository path as a relative URI reference: its bytes, percent-encoded."""
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a surrogate that stands for no byte: no path of git has one
        raw = path.encode("utf-8", "surrogatepass")
    return "".join(chr(byte) if byte in _SAFE else f"%{byte:02X}" for byte in raw)


class _Object(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """Camel case names; what is empty is left out."""


class Text(_Object, frozen=True):
    """A message (3.11) or a multiformat message string (3.12)."""

    text: str
    markdown: str | None = None


class ArtifactLocation(_Object, frozen=True):
    """Where a file is (3.4): a percent-encoded path relative to a base."""

    uri: str
    uri_base_id: str


class UriBase(_Object, frozen=True):
    """What a base stands for (3.14.14); the reader knows its address."""

    description: Text


class Region(_Object, frozen=True, kw_only=True):
    """A part of a file (3.30); columns count code points, the end column is exclusive."""

    start_line: int
    end_line: int
    start_column: int | None = None
    end_column: int | None = None
    snippet: Text | None = None


class PhysicalLocation(_Object, frozen=True):
    """A place in a file (3.29)."""

    artifact_location: ArtifactLocation
    region: Region | None = None


class LogicalLocation(_Object, frozen=True):
    """A function or class (3.33)."""

    fully_qualified_name: str


class Location(_Object, frozen=True):
    """A place (3.28)."""

    physical_location: PhysicalLocation
    logical_locations: tuple[LogicalLocation, ...] = ()


class Suppression(_Object, frozen=True, kw_only=True):
    """Why a result does not count (3.35)."""

    kind: Literal["inSource", "external"]
    justification: str
    properties: dict[str, object]
    status: Literal["accepted"]


class Result(_Object, frozen=True, kw_only=True):
    """A finding (3.27)."""

    rule_id: str
    rule_index: int
    level: Level
    message: Text
    locations: tuple[Location, ...]
    partial_fingerprints: dict[str, str] = {}
    suppressions: tuple[Suppression, ...] = ()
    properties: dict[str, object] = {}


class Configuration(_Object, frozen=True):
    """What a rule does unless told otherwise (3.50)."""

    level: Level


class Descriptor(_Object, frozen=True, kw_only=True):
    """A rule (3.49)."""

    id: str
    name: str | None = None
    short_description: Text
    full_description: Text
    help_uri: str
    help: Text
    default_configuration: Configuration
    properties: dict[str, object]


class NotificationDescriptor(_Object, frozen=True, kw_only=True):
    """A kind of notification (3.49)."""

    id: str
    name: str
    short_description: Text
    full_description: Text
    help: Text


class Reference(_Object, frozen=True):
    """Which descriptor is meant (3.52)."""

    id: str


class Notification(_Object, frozen=True, kw_only=True):
    """Something about the run itself (3.58)."""

    descriptor: Reference
    level: Level
    message: Text
    locations: tuple[Location, ...] = ()


class Invocation(_Object, frozen=True):
    """How the run went (3.20)."""

    execution_successful: bool
    exit_code: int
    tool_execution_notifications: tuple[Notification, ...] = ()


class Driver(_Object, frozen=True, kw_only=True):
    """The tool and what it can say (3.19)."""

    name: str
    semantic_version: str
    information_uri: str
    rules: tuple[Descriptor, ...]
    notifications: tuple[NotificationDescriptor, ...]


class Tool(_Object, frozen=True):
    """The tool (3.18)."""

    driver: Driver


class Run(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One run (3.14). `results` is written even when empty: nothing found is not nothing run."""

    tool: Tool
    invocations: tuple[Invocation, ...]
    original_uri_base_ids: dict[str, UriBase]
    column_kind: Literal["unicodeCodePoints"] = "unicodeCodePoints"
    results: tuple[Result, ...]
    properties: dict[str, object]


class Log(msgspec.Struct, frozen=True, kw_only=True):
    """The file (3.13)."""

    schema: str = msgspec.field(
        name="$schema",
        default="https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    )
    version: Literal["2.1.0"] = "2.1.0"
    runs: tuple[Run, ...]
