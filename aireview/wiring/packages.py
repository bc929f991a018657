"""What the packages check needs from outside: indexes, registries, lists, the environment."""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import posixpath
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from aireview.errors import AireviewError, IncompleteError
from aireview.model.change import Origin
from aireview.model.text import quote
from aireview.policy.values import PackagePolicy, Policy
from aireview.wiring.opening import Opened, open_change, root_of
from aireview.wiring.options import CheckOptions
from aireview.wiring.settings import find_policy, today

if TYPE_CHECKING:
    from aireview.adapters.registries.configuration import UserIndexes
    from aireview.adapters.registries.lists import Lists
    from aireview.adapters.registries.together import Together
    from aireview.checks.packages.check import Setting
    from aireview.checks.packages.verdicts import Judged
    from aireview.model.packages import Ecosystem, Index, Reference
    from aireview.ports import Tree
    from aireview.wiring.checking import Temporary

# Set, it means `--offline` for every command and hook.
OFFLINE = "AIREVIEW_OFFLINE"
# Seconds for all look-ups of a run: somebody waits for the hook.
_HOOK_S = 10.0
_CI_S = 60.0


def setting_for(
    policy: Policy, options: CheckOptions, opened: Opened, temporary: Temporary
) -> Setting:
    """Return what one run of the check is given."""
    from aireview.checks.packages.check import Setting

    top = root_of(opened.git) if opened.git is not None else opened.root
    budget = _HOOK_S if options.in_hook or opened.origin is Origin.STAGED else _CI_S
    user = user_configuration()
    settings = _of_base(policy.packages, opened, top, temporary)
    known = registries(
        settings, user.indexes, offline=_is_offline(options), budget_s=budget, root=top
    )
    return Setting(
        tree=opened.source.tree(),
        registries=known,
        policy=settings,
        user=user.indexes,
        installed=_installed(opened, top),
        today=today(),
        notices=lambda: (*user.notices, *known.notices),
    )


def _of_base(
    policy: PackagePolicy, opened: Opened, top: str, temporary: Temporary
) -> PackagePolicy:
    """Return the settings with the files that they name as the base of a range has them.

    What lies in the work tree of CI is the head's, and would judge itself. A path that the base does
    not have counts only where the head does not have it either: CI put it there.
    """
    if opened.git is None or opened.origin is not Origin.RANGE:
        return policy
    base = opened.source.base()
    found = {}
    for name in ("snapshot", "osv"):
        path = getattr(policy, name)
        if not path or os.path.isabs(path):  # noqa: PTH117 - surrogate paths
            continue
        from aireview.adapters.git.export import export_path

        path = posixpath.normpath(path)  # as git spells it
        into = f"{temporary.path()}/{name}"
        exported = None if base is None else export_path(opened.git, base, path, into)
        if exported is not None:
            found[name] = exported
        elif any(_overlap(path, listed) for listed in opened.source.tree().paths()):
            raise AireviewError(
                f"`packages.{name}` names {quote(path)}, which this change adds",
                "Commit the file first; a change is not judged by what it brings along.",
            )
        else:
            found[name] = os.path.join(top, path)  # noqa: PTH118 - surrogate paths
    return msgspec.structs.replace(policy, **found)


def _overlap(path: str, listed: str) -> bool:
    """Whether a file of the repository is a path, lies below it, or is a link that leads to it."""
    return f"{listed}/".startswith(f"{path}/") or path.startswith(f"{listed}/")


def _is_offline(options: CheckOptions) -> bool:
    return options.offline or os.environ.get(OFFLINE, "").lower() not in ("", "0", "false", "no")


def judge_for(
    project: str | None, *, offline: bool
) -> Callable[[Sequence[Reference]], tuple[Judged, ...]]:
    """Return what judges single names, with the declarations of a folder if one is named.

    The policy is that folder's, or the one of the current folder.
    """
    from aireview.adapters.disk import Disk, DiskTree
    from aireview.checks.packages.check import Setting, judge_names
    from aireview.checks.packages.project import Project
    from aireview.checks.packages.repository import project_of

    if project is not None and not os.path.isdir(project):  # noqa: PTH112 - surrogate paths
        raise AireviewError(f"{quote(project)} is no folder", "Name the folder of a project.")
    options = CheckOptions(everything=True, paths=(project or ".",), offline=offline)
    opened = open_change(options)
    policy, _ = find_policy(opened, options)
    top = root_of(opened.git) if opened.git is not None else opened.root
    tree = opened.source.tree() if project is not None else DiskTree(Disk(top), ())
    user = user_configuration().indexes

    def judge(references: Sequence[Reference]) -> tuple[Judged, ...]:
        setting = Setting(
            tree=tree,
            registries=registries(
                policy.packages, user, offline=_is_offline(options), budget_s=_CI_S, root=top
            ),
            policy=policy.packages,
            user=user,
            installed=_installed(opened, top) if project else {},
            today=today(),
        )
        found = Project((), {})
        if project:
            references = [_placed(reference, project, top) for reference in references]
            found = project_of(
                tree.paths(), _texts(tree), policy.packages, changed={}, installed=setting.installed
            )
        return judge_names(references, found, setting)

    return judge


def _placed(reference: Reference, project: str, top: str) -> Reference:
    """Return a reference as one of a file in the project's folder, which may be a part of a repository."""
    inside = os.path.relpath(os.path.realpath(project), os.path.realpath(top))
    path = reference.path if inside == "." else f"{inside}/{reference.path}"
    return msgspec.structs.replace(reference, path=path)


def _texts(tree: Tree) -> Callable[[str], str | None]:
    from aireview.checks.packages.changed import LARGEST, text_of

    def read(path: str) -> str | None:
        try:
            content = tree.new(path, LARGEST)
        except IncompleteError:
            return None
        return None if content is None else text_of(content)

    return read


def registries(
    policy: PackagePolicy, user: tuple[Index, ...], *, offline: bool, budget_s: float, root: str
) -> Together:
    """Return what answers about names. Nothing is connected to before a question is asked."""
    from aireview.adapters.registries.together import Together

    lists = _lists(policy, root)
    known_bad = None
    if policy.osv:
        from aireview.adapters.registries.cache import location
        from aireview.adapters.registries.osv import Osv

        known_bad = Osv(Path(root, policy.osv), os.path.dirname(location(os.environ)))  # noqa: PTH120 - a text
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


def user_configuration() -> UserIndexes:
    """Return the indexes that the user's own configuration names, and what could not be read."""
    from aireview.adapters.registries.configuration import user_indexes
    from aireview.adapters.registries.local_indexes import with_names

    home = os.path.expanduser("~")  # noqa: PTH111 - the other one raises for a user without a home
    at_home = os.path.isabs(home)  # noqa: PTH117 - as above
    found = user_indexes(os.environ, Path(home if at_home else "/nonexistent"))
    return found._replace(indexes=with_names(found.indexes))


def _installed(opened: Opened, top: str) -> Mapping[str, tuple[str, ...]]:
    """Return the project's environment, which lies beside a work tree that somebody works in.

    In CI the head decides what lies there, so that it says nothing.
    """
    if opened.origin is Origin.RANGE:
        return {}
    from aireview.adapters.installed import installed_modules

    # A folder that is no repository has nothing that git could track.
    tracked = opened.source.tree().paths() if opened.git is not None else ()
    return installed_modules(Path(top), os.environ, tracked)
