"""The types of `aireview/packages/v1`, the output of `aireview packages check --format json`.

They are versioned apart from the model: a field may be added within the version, none may go or
change its meaning. docs/schemas/packages.v1.schema.json is generated from them.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from aireview.model.finding import Tier
from aireview.model.packages import Ecosystem

Context = Literal["install", "import"]
Verdict = Literal[
    "ok",
    "undeclared",
    "hallucinated",
    "suspicious",
    "malicious",
    "legacy",
    "unverified",
    "ignored",
]


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict over one name, as it was written.

    `tier` is null where there is nothing to report. `suggestion` is the package that is probably
    meant, empty where none is sure enough. `evidence` says what was asked and answered.
    """

    name: str
    ecosystem: Ecosystem
    context: Context
    verdict: Verdict
    tier: Tier | None
    message: str
    suggestion: str
    evidence: tuple[str, ...]
    fix: str


class PackagesReport(msgspec.Struct, frozen=True, kw_only=True):
    """The answer for all names, in the order in which they were given."""

    schema: Literal["aireview/packages/v1"] = "aireview/packages/v1"
    names: tuple[Name, ...]
