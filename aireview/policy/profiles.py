"""The three profiles: what holds where the file says nothing. Documented in docs/configuration.md."""

from __future__ import annotations

from aireview.model.finding import Tier
from aireview.model.provenance import Authorship
from aireview.policy.values import OnUnsanctioned, Policy, Profile

STARTER = Policy(
    profile=Profile.STARTER,
    block={
        Authorship.AI: Tier.A,
        Authorship.MIXED: Tier.A,
        Authorship.UNKNOWN: Tier.A,
        Authorship.BOT: Tier.A,
    },
    on_unsanctioned=OnUnsanctioned.RECORD,
)
SOC2 = Policy(
    profile=Profile.SOC2,
    block={
        Authorship.AI: Tier.B,
        Authorship.MIXED: Tier.B,
        Authorship.UNKNOWN: Tier.A,
        Authorship.BOT: Tier.A,
    },
    on_unsanctioned=OnUnsanctioned.WARN,
)
STRICT = Policy(
    profile=Profile.STRICT,
    block={
        Authorship.AI: Tier.B,
        Authorship.MIXED: Tier.B,
        Authorship.UNKNOWN: Tier.B,
        Authorship.BOT: Tier.A,
    },
    unknown_is_ai=True,
    on_unsanctioned=OnUnsanctioned.BLOCK,
)
PROFILES = {Profile.STARTER: STARTER, Profile.SOC2: SOC2, Profile.STRICT: STRICT}


def defaults(profile: Profile = Profile.STARTER) -> Policy:
    """Return the policy of a repository that only names its profile."""
    return PROFILES[profile]
