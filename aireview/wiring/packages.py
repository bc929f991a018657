"""What the packages check needs from outside: indexes, registries, lists, the environment."""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from aireview.model.change import Origin
from aireview.policy.values import PackagePolicy, Policy
from aireview.wiring.opening import Opened, root_of
from aireview.wiring.options import CheckOptions
from aireview.wiring.settings import today

if TYPE_CHECKING:
    from aireview.adapters.registries.lists import Lists
    from aireview.adapters.registries.together import Together
    from aireview.checks.packages.check import Setting
    from aireview.model.packages import Ecosystem, Index

# Seconds for all look-ups of a run: somebody waits for the hook.
_HOOK_S = 10.0
_CI_S = 60.0


def setting_for(policy: Policy, options: CheckOptions, opened: Opened) -> Setting:
    """Return what one run of the check is given."""
    from aireview.checks.packages.check import Setting

    top = root_of(opened.git) if opened.git is not None else opened.root
    budget = _HOOK_S if opened.origin is Origin.STAGED else _CI_S
    user = _user_indexes()
    return Setting(
        tree=opened.source.tree(),
        registries=registries(
            policy.packages, user, offline=options.offline, budget_s=budget, root=top
        ),
        policy=policy.packages,
        user=user,
        installed=_installed(opened, top),
        today=today(),
    )


def registries(
    policy: PackagePolicy, user: tuple[Index, ...], *, offline: bool, budget_s: float, root: str
) -> Together:
    """Return what answers about names. Nothing is connected to before a question is asked."""
    from aireview.adapters.registries.together import Together

    lists = _lists(policy, root)
    known_bad = None
    if policy.osv:
        from aireview.adapters.registries.osv import Osv

        known_bad = Osv(Path(root, policy.osv))
    if offline:
        return Together(lists, known_bad=known_bad)
    from aireview.adapters.registries.archives import Archives
    from aireview.adapters.registries.cache import Cache, location
    from aireview.adapters.registries.client import Client
    from aireview.adapters.registries.http import Clock

    clock = Clock(time.time, time.monotonic, time.sleep)  # noqa: TID251 - this is wiring
    client = Client(
        bases(policy, user),
        cache=Cache(location(os.environ), clock.now),
        clock=clock,
        budget_s=budget_s,
    )
    return Together(lists, live=client, archives=Archives(client), known_bad=known_bad)


def bases(policy: PackagePolicy, user: tuple[Index, ...]) -> Mapping[Ecosystem, str]:
    """Return the index to ask in each ecosystem where it is not the public one."""
    from aireview.model.packages import Ecosystem

    found = {index.ecosystem: index.url for index in user if index.replaces and not index.names}
    return found | {Ecosystem(name): url for name, url in policy.registries.items()}


def _lists(policy: PackagePolicy, root: str) -> Lists:
    from aireview.adapters.registries.lists import Lists
    from aireview.adapters.registries.snapshots import snapshots_in

    folder = Path(root, policy.snapshot) if policy.snapshot else None
    return Lists(snapshots_in(folder, os.environ))


def _user_indexes() -> tuple[Index, ...]:
    from aireview.adapters.registries.configuration import user_indexes

    return user_indexes(os.environ, Path.home())


def _installed(opened: Opened, top: str) -> Mapping[str, tuple[str, ...]]:
    """Return the project's environment, which lies beside a work tree that somebody works in.

    In CI the head decides what lies there, so that it says nothing.
    """
    if opened.origin is Origin.RANGE:
        return {}
    from aireview.adapters.installed import installed_modules

    tracked = opened.source.tree().paths() if opened.origin is Origin.STAGED else ()
    return installed_modules(Path(top), os.environ, tracked)
