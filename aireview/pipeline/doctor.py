"""`aireview doctor`: facts about an installation and a repository to a list of judged items."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import msgspec

from aireview.attribution.signatures import rows
from aireview.errors import ExitCode
from aireview.model.engine import EngineRun
from aireview.model.finding import Outcome
from aireview.model.provenance import Effect
from aireview.model.text import quote
from aireview.policy.globs import matcher
from aireview.policy.values import Policy
from aireview.reports.doctor import Item, State


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """The configuration: what a check would use, and what lies in the work tree.

    `error` says what is wrong with either; `policy` is None where the one to use is wrong.
    `pending`: the file in the work tree is not the one that HEAD has.
    """

    policy: Policy | None
    error: str = ""
    hint: str = ""
    committed: bool = False
    present: bool = False
    pending: bool = False


class Hook(msgspec.Struct, frozen=True):
    """A hook file that git would look at."""

    name: str
    text: str
    executable: bool


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """How a repository is set up; `runner_files` are the texts of hook runners' files by path."""

    hooks: tuple[Hook, ...] = ()
    hooks_path: str = ""
    runner_files: Mapping[str, str] = {}
    remotes: tuple[str, ...] = ()
    fetch: tuple[str, ...] = ()
    push: tuple[str, ...] = ()
    note_refs: tuple[str, ...] = ()
    shallow: bool = False
    agent_files: tuple[str, ...] = ()
    is_repository: bool = True


# The job, the git hooks it needs (any of them), the hook ids and the words that run it.
_JOBS = (
    ("commit", ("pre-commit",), r"aireview(?:-light)?(?![\w-])", "checks what is committed"),
    ("message", ("prepare-commit-msg", "commit-msg"), "aireview-message", "marks AI commits"),
    ("push", ("pre-push",), "aireview-push", "checks what is pushed"),
    ("record", ("post-commit",), "aireview-record", "records who wrote a commit"),
)
# What only a runner's own hook files hold -> the runner, and how its files begin. The first decides.
_RUNNERS = (
    ("prek", "prek", (".pre-commit-config", "prek.toml")),
    ("lefthook", "lefthook", ("lefthook.", ".lefthook.")),
    ("pre-commit.com", "pre-commit", (".pre-commit-config",)),
    ("pre_commit", "pre-commit", (".pre-commit-config",)),
)


def exit_code(items: Collection[Item]) -> ExitCode:
    """Return 3 where a check could not run in full, 2 for a bad configuration, otherwise 0."""
    states = {item.state for item in items}
    if State.FAIL in states:
        return ExitCode.INCOMPLETE
    return ExitCode.USAGE if State.BAD in states else ExitCode.PASS


def programs(versions: Mapping[str, str]) -> Iterator[Item]:
    """Yield an item for each program we need: name to version, empty where it is not there."""
    for name, version in versions.items():
        if version:
            yield Item(name=name, state=State.OK, detail=quote(version))
        else:
            yield Item(
                name=name, state=State.FAIL, detail="not found", hint=f"Install {name} on PATH."
            )


def configuration(config: Config, name: str) -> Iterator[Item]:
    """Yield how the configuration file is."""
    if config.error:
        yield Item(name="config", state=State.BAD, detail=config.error, hint=config.hint)
    if config.policy is None:
        return
    profile = f"profile {config.policy.profile.value}"
    if not config.present and not config.committed:
        yield Item(
            name="config",
            state=State.NOTE,
            detail=f"no {name}: {profile} with its defaults",
            hint="Run `aireview init`.",
        )
        return
    yield Item(
        name="config", state=State.OK, detail=f"{quote(config.policy.source)} is valid, {profile}"
    )
    if config.pending:
        yield Item(
            name="config",
            state=State.NOTE,
            detail=f"{name} in the work tree is not what HEAD has",
            hint="A check reads it from the base of the change: commit it to make it count.",
        )
    for warning in config.policy.warnings:
        yield Item(name="config", state=State.WARN, detail=warning)


def checks(
    policy: Policy, known: Sequence[str], probe: Callable[[], tuple[EngineRun, str]]
) -> Iterator[Item]:
    """Yield which checks would run.

    `probe` scans one small file with our rules and says which program that is, in words.
    """
    for name in known:
        if name not in policy.checks:
            yield Item(name=name, state=State.NOTE, detail="off: checks.disable names it")
        elif name == "semgrep":
            yield _engine(*probe())
        else:
            yield Item(name=name, state=State.OK, detail="would run")


def _engine(run: EngineRun, program: str) -> Item:
    if run.outcome is not Outcome.PASSED:
        return Item(
            name="semgrep",
            state=State.FAIL,
            detail=f"would not run: {quote(run.reason, 400)}",
            hint="Until then every check of a change ends incomplete (exit code 3).",
        )
    if "classic" in run.engine:
        return Item(
            name="semgrep",
            state=State.WARN,
            detail=f"would run by {run.engine} {quote(program)}, which starts slowly",
            hint="Update semgrep: its native command line is ten times faster.",
        )
    return Item(
        name="semgrep", state=State.OK, detail=f"would run by {run.engine} {quote(program)}"
    )


def repository(setup: Setup) -> Iterator[Item]:
    """Yield how the repository is set up: hooks, notes, history."""
    if not setup.is_repository:
        yield Item(name="repository", state=State.NOTE, detail="this is not a git work tree")
        return
    found = {job: _hook(setup, stages, marker, job) for job, stages, marker, _ in _JOBS}
    for job, stages, _, purpose in _JOBS:
        runner = found[job]
        yield Item(
            name=f"hook {job}",
            state=State.OK if runner else State.NOTE,
            detail=f"installed ({runner}): {purpose}" if runner else f"not installed: {purpose}",
            hint="" if runner else f"See `aireview init`; it needs {' or '.join(stages)}.",
        )
    yield from _hooks_path(setup)
    if setup.agent_files and not found["record"]:
        shown = ", ".join(quote(path, 60) for path in setup.agent_files[:3])
        yield Item(
            name="agents",
            state=State.WARN,
            detail=f"set up for AI agents ({shown}) and nothing records who writes a commit",
            hint="Install the record hook: most AI commits carry no other mark later.",
        )
    yield from _notes(setup)
    if setup.shallow:
        yield Item(
            name="history",
            state=State.WARN,
            detail="shallow clone: commits below the cut are not seen",
            hint="Run `git fetch --unshallow`, or fetch with full depth in CI.",
        )


def agent_files(paths: Sequence[str]) -> tuple[str, ...]:
    """Return the tracked files that tell AI agents how to work here."""
    patterns = tuple(row.pattern for row in rows("path") if row.effect is Effect.PRIOR)
    anchored = matcher(tuple(f"/{pattern}" for pattern in patterns))
    return tuple(path for path in paths if anchored(path))


def _hook(setup: Setup, stages: Sequence[str], marker: str, job: str) -> str:
    """Return what runs a job ("" when nothing does): a runner's name or `git`."""
    words = re.compile(rf"(?<![\w/-]){marker}|aireview hook {job}\b")
    for hook in setup.hooks:
        if hook.name not in stages or not hook.executable:
            continue
        if f"aireview hook {job}" in hook.text:
            return "git"
        runner, prefixes = _runner(hook, setup.hooks_path)
        for path, text in setup.runner_files.items():
            if path.startswith(prefixes) and words.search(_code(text)):
                return runner
    return ""


def _runner(hook: Hook, hooks_path: str) -> tuple[str, tuple[str, ...]]:
    """Return the runner that a hook file belongs to, and how its configuration files begin."""
    if "husky" in hooks_path:
        return "husky", (f".husky/{hook.name}",)
    for word, runner, prefixes in _RUNNERS:
        if word in hook.text:
            return runner, prefixes
    return "", ()


def _code(text: str) -> str:
    """Return a file without whole-line comments."""
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("#"))


def _hooks_path(setup: Setup) -> Iterator[Item]:
    if setup.hooks_path and not setup.hooks_path.startswith(".husky"):
        yield Item(
            name="core.hooksPath",
            state=State.NOTE,
            detail=f"git takes hooks from {quote(setup.hooks_path)}",
            hint="pre-commit refuses to install hooks while this is set.",
        )


def _notes(setup: Setup) -> Iterator[Item]:
    ref = "refs/notes/aireview"
    here = "is here" if ref in setup.note_refs else "does not exist yet"
    fetched = any(_covers(spec, ref) for spec in setup.fetch)
    ways = "fetched" if fetched else "not fetched"
    if not setup.remotes:
        yield Item(name="notes", state=State.NOTE, detail=f"{ref} {here}; there is no remote")
        return
    yield Item(
        name="notes",
        state=State.OK if fetched else State.NOTE,
        detail=f"{ref} {here}, {ways} from {quote(', '.join(setup.remotes))}, "
        f"{'pushed with each push' if any(_covers(s, ref) for s in setup.push) else 'pushed by hand'}",
        hint="" if fetched else "`aireview init` prints how to share records.",
    )


def _covers(refspec: str, ref: str) -> bool:
    source = refspec.removeprefix("+").partition(":")[0]
    return source == ref or (source.endswith("*") and ref.startswith(source[:-1]))
