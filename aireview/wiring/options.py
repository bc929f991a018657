"""The words of `aireview check`, as one value."""

from __future__ import annotations

import msgspec


class CheckOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of `aireview check`; see its help. `in_hook`: a git hook runs it, not a command."""

    paths: tuple[str, ...] = ()
    staged: bool = False
    revisions: str | None = None
    everything: bool = False
    scope: str = "all"
    checks: str | None = None
    no_semgrep: bool = False
    offline: bool = False
    in_hook: bool = False
    config: str | None = None
    branch: str | None = None
    pull_request: str | None = None
    format_name: str = "text"
    output: str | None = None
    write_baseline: bool = False
    verbose: bool = False
