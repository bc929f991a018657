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
    from aireview.checks.seam import Check
    from aireview.ports import RuleEngine


def choose_checks(
    policy: Policy, options: CheckOptions, opened: Opened, temporary: Temporary
) -> tuple[Check, ...]:
    """Return every check by name: built, or as a run that says why it was left out."""
    wanted = _wanted(policy, options)
    return tuple(
        _build(name, policy, opened, temporary) if name in wanted else _left_out(name, options)
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


def _build(name: str, policy: Policy, opened: Opened, temporary: Temporary) -> Check:
    match name:
        case "content":
            from aireview.checks.content import CONTENT

            return CONTENT
        case "hidden-text":
            from aireview.checks.hidden_text import HIDDEN_TEXT

            return HIDDEN_TEXT
        case "semgrep":
            return _semgrep(policy, opened, temporary)
        case _:
            raise AssertionError(name)


def _semgrep(policy: Policy, opened: Opened, temporary: Temporary) -> Check:
    from aireview.checks.semgrep import semgrep

    def open_engine() -> tuple[RuleEngine, str]:
        from aireview.adapters.rules_folder import rules_root
        from aireview.adapters.semgrep import Semgrep

        return Semgrep(timeout_s=policy.semgrep_timeout_s), rules_root()

    folders = [_rule_folder(folder, opened, temporary) for folder in policy.rule_folders]
    return semgrep(open_engine, folders)


def _rule_folder(folder: str, opened: Opened, temporary: Temporary) -> str:
    """Return where a rule folder of the repository can be read, as the base has it in a range."""
    if opened.origin is Origin.RANGE and opened.git is not None:
        from aireview.adapters.git.export import export_folder

        base = opened.source.change().base
        into = f"{temporary.path()}/rules-{folder.replace('/', '-')}"
        if base is None:
            raise AireviewError(
                f"the range has no base to read {quote(folder)} from", "Give BASE..HEAD."
            )
        export_folder(opened.git, base, folder, into)
        return into
    top = root_of(opened.git) if opened.git is not None else opened.root
    path = os.path.join(top, folder)  # noqa: PTH118 - surrogate paths
    if not os.path.isdir(path):  # noqa: PTH112 - surrogate paths
        raise AireviewError(
            f"the rule folder {quote(folder)} does not exist", "Correct `semgrep.rules`."
        )
    return path


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
