"""The packages check: a name in a change is right, undeclared, invented or dangerous."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from aireview.checks.packages.surfaces.table import may_be_included, readers_of
from aireview.checks.seam import Check, Context, completed
from aireview.model.change import FileStatus
from aireview.model.finding import CheckRun

if TYPE_CHECKING:
    from aireview.checks.packages.check import Setting
    from aireview.policy.values import PackagePolicy
    from aireview.ports import Tree

NAME = "packages"


def packages(
    tree: Callable[[], Tree],
    policy: PackagePolicy,
    setting: Callable[[], Setting],
    *,
    in_hook: bool = False,
) -> Check:
    """Return the check. `tree` is asked for once a change may name a package, `setting` when it does.

    `in_hook`: a name that no registry answered for is a warning, because CI looks again.
    """

    def start(context: Context) -> Callable[[], CheckRun]:
        if not may_name_packages(context):
            return lambda: completed(NAME, ())

        def wait() -> CheckRun:
            from aireview.checks.packages.check import (  # noqa: PLC0415 - only where needed
                check_change,
            )

            return check_change(context, tree(), policy, setting, in_hook=in_hook)

        return wait

    return Check(NAME, start)


def may_name_packages(context: Context) -> bool:
    """Whether any file of the change can hold a package name: the cheap first look."""
    for file in context.change.files:
        if file.status is FileStatus.DELETED:
            continue
        text = context.texts.get(file.path)
        if text is not None and may_be_included(file.path, text):
            return True
        for entry in readers_of(file.path):
            if text is None or entry.may_name(text):
                return True
    return False
