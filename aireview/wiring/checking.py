"""Which checks run, each with what it needs from outside."""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from aireview.errors import AireviewError
from aireview.model.change import Origin
from aireview.model.finding import CheckRun, Outcome
from aireview.model.text import quote
from aireview.policy.values import Policy
from aireview.wiring.opening import Opened, root_of
from aireview.wiring.options import CheckOptions
from aireview.wiring.settings import CHECK_NAMES

if TYPE_CHECKING:
    from aireview.checks.packages.check import Setting
    from aireview.checks.seam import Check
    from aireview.ports import RuleEngine


def choose_checks(
    policy: Policy, options: CheckOptions, opened: Opened, temporary: Temporary
) -> tuple[Check, ...]:
    """Return every check by name: built, or as a run that says why it was left out."""
    wanted = _wanted(policy, options)
    return tuple(
        _build(name, policy, options, opened, temporary)
        if name in wanted
        else _left_out(name, options)
        for name in CHECK_NAMES
    )


def _wanted(policy: Policy, options: CheckOptions) -> tuple[str, ...]:
    names = policy.checks
    if options.checks is not None:
        names = tuple(name.strip() for name in options.checks.split(",") if name.strip())
        unknown = [name for name in names if name not in CHECK_NAMES]
        if unknown or not names:
            raise AireviewError(
                f"unknown check {quote(', '.join(unknown)) or '(none given)'}",
                f"The checks are {', '.join(CHECK_NAMES)}.",
            )
    return tuple(name for name in names if not (options.no_semgrep and name == "semgrep"))


def _left_out(name: str, options: CheckOptions) -> Check:
    from aireview.checks.seam import Check

    if options.no_semgrep and name == "semgrep":
        reason = "left out by --no-semgrep"
    else:
        reason = "left out by --checks" if options.checks is not None else "left out by the policy"
    run = CheckRun(name=name, outcome=Outcome.SKIPPED, reason=reason)
    return Check(name, lambda _context: lambda: run)


def _build(
    name: str, policy: Policy, options: CheckOptions, opened: Opened, temporary: Temporary
) -> Check:
    match name:
        case "content":
            from aireview.checks.content import CONTENT

            return CONTENT
        case "hidden-text":
            from aireview.checks.hidden_text import HIDDEN_TEXT

            return HIDDEN_TEXT
        case "packages":
            return _packages(policy, options, opened, temporary)
        case "semgrep":
            return _semgrep(policy, opened, temporary)
        case _:
            raise AssertionError(name)


def _packages(policy: Policy, options: CheckOptions, opened: Opened, temporary: Temporary) -> Check:
    from aireview.checks.packages import packages

    def setting() -> Setting:
        from aireview.wiring.packages import setting_for

        return setting_for(policy, options, opened, temporary)

    # In CI nobody looks again after the hook.
    in_hook = options.in_hook and not os.environ.get("CI")
    return packages(opened.source.tree, policy.packages, setting, in_hook=in_hook)


def _semgrep(policy: Policy, opened: Opened, temporary: Temporary) -> Check:
    from aireview.checks.semgrep import semgrep

    def open_engine() -> tuple[RuleEngine, str]:
        from aireview.adapters.rules_folder import rules_root
        from aireview.adapters.semgrep import Semgrep

        return Semgrep(timeout_s=policy.semgrep_timeout_s), rules_root()

    folders = [
        _rule_folder(folder, opened, f"rules-{number}", temporary)
        for number, folder in enumerate(policy.rule_folders)
    ]
    return semgrep(open_engine, folders)


def _rule_folder(folder: str, opened: Opened, name: str, temporary: Temporary) -> str:
    """Return where a rule folder of the repository can be read: as the base has it, in a copy.

    Before the base has it, a commit in the making uses the one on the disk, as with the policy; so
    does a look at a whole tree. Raises AireviewError for a folder without rules.
    """
    from aireview.adapters.git.export import export_folder

    if opened.git is not None and opened.origin is not Origin.ALL:
        base = opened.source.base()
        if base is not None:
            into = f"{temporary.path()}/{name}"
            if export_folder(opened.git, base, folder, into):
                return into
        if opened.origin is Origin.RANGE:
            raise _no_rules(folder, "at the base")
    top = root_of(opened.git) if opened.git is not None else opened.root
    path = os.path.join(top, folder)  # noqa: PTH118 - surrogate paths
    if not _has_rules(path):
        raise _no_rules(folder, "on disk")
    return path


def _has_rules(folder: str) -> bool:
    return any(
        name.endswith((".yaml", ".yml")) for _, _, names in os.walk(folder) for name in names
    )


def _no_rules(folder: str, where: str) -> AireviewError:
    return AireviewError(
        f"the rule folder {quote(folder)} holds no .yaml or .yml file {where}",
        "Correct `semgrep.rules` in .aireview.yml, or commit the rules first.",
    )


class Temporary:
    """A folder that is made when somebody asks for it and removed at the end."""

    def __init__(self) -> None:
        self._folder: str | None = None

    def path(self) -> str:
        """Return the folder, made for this run."""
        if self._folder is None:
            import tempfile

            self._folder = tempfile.mkdtemp(prefix="aireview-")
        return self._folder

    def __enter__(self) -> Self:
        """Hand over the folder, not made yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the folder and what is in it."""
        if self._folder is not None:
            import shutil

            shutil.rmtree(self._folder, ignore_errors=True)
