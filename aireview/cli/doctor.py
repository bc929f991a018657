"""`aireview doctor`: what is installed here, and what would not run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from aireview.errors import AireviewError

if TYPE_CHECKING:
    from aireview.model.engine import EngineRun
    from aireview.pipeline.doctor import Config, Setup
    from aireview.reports.doctor import Item

_RUNNER_FILES = (
    ".pre-commit-config.yaml", ".pre-commit-config.yml", "prek.toml",
    "lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml",
    ".husky/pre-commit", ".husky/prepare-commit-msg", ".husky/commit-msg", ".husky/pre-push",
    ".husky/post-commit",
)  # fmt: skip


@click.command("doctor")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")
def command(format_name: str) -> int:
    """Say what is installed, what is degraded and what would be skipped.

    Exit codes: 0 all checks would run, 2 the configuration is not valid, 3 a check that the policy
    asks for would not run.
    """
    from aireview.pipeline.doctor import exit_code  # noqa: PLC0415 - `--help` is quick
    from aireview.reports import doctor as report  # noqa: PLC0415

    items = tuple(_items())
    click.echo(report.json(items) if format_name == "json" else report.text(items), nl=False)
    return exit_code(items)


def _items() -> Iterator[Item]:
    from aireview import __version__, wiring  # noqa: PLC0415 - `--help` is quick
    from aireview.adapters import installation  # noqa: PLC0415
    from aireview.pipeline import doctor  # noqa: PLC0415
    from aireview.policy.profiles import defaults  # noqa: PLC0415
    from aireview.policy.values import FILE_NAME  # noqa: PLC0415

    git = installation.git()
    python = installation.python()
    yield from doctor.programs(
        {"aireview": __version__, "python": f"{python.version} ({python.path})", "git": git.version}
    )
    root = installation.root_of(".") if git.version else None
    config = _config(root)
    yield from doctor.configuration(config, FILE_NAME)
    yield from doctor.checks(config.policy or defaults(), wiring.CHECK_NAMES, _probe)
    yield from doctor.repository(_setup(root))


def _config(root: str | None) -> Config:
    """Load the configuration: as HEAD has it, or as the work tree has it where HEAD has none."""
    from msgspec.structs import replace  # noqa: PLC0415 - as above

    from aireview import wiring  # noqa: PLC0415
    from aireview.adapters import installation  # noqa: PLC0415
    from aireview.pipeline.doctor import Config  # noqa: PLC0415
    from aireview.policy.load import parse  # noqa: PLC0415
    from aireview.policy.values import FILE_NAME  # noqa: PLC0415

    text = installation.read(root or ".", FILE_NAME)
    committed = installation.committed(root, FILE_NAME) if root else None
    config = Config(
        policy=None,
        committed=committed is not None,
        present=text is not None,
        pending=root is not None and text != committed,
    )
    # The one that a check uses comes last: what it says is what stands.
    for version, source in ((text, FILE_NAME), (committed, f"{FILE_NAME} at HEAD")):
        if version is None and (config.policy or config.error or source == FILE_NAME):
            continue
        try:
            policy = parse(
                version or b"",
                name=source,
                known_checks=wiring.CHECK_NAMES,
                today=wiring.today(),
            )
        except AireviewError as error:
            config = replace(config, policy=None, error=error.message, hint=error.hint)
        else:
            config = replace(config, policy=policy)
    return config


def _probe() -> tuple[EngineRun, str]:
    """Scan one small file with the Python rules; return how that went, and by which program."""
    from aireview.adapters import installation, rules_folder, semgrep  # noqa: PLC0415 - as above
    from aireview.model.engine import EngineRun, Target  # noqa: PLC0415
    from aireview.model.finding import Outcome  # noqa: PLC0415

    try:
        rules = f"{rules_folder.rules_root()}/python"
    except AireviewError as error:
        return EngineRun(outcome=Outcome.UNAVAILABLE, reason=error.message), ""
    run = semgrep.Semgrep().start([Target("probe.py", b"x = 1\n")], [rules])()
    program = installation.semgrep(semgrep.find())
    return run, f"{program.version} at {program.path}"


def _setup(root: str | None) -> Setup:
    from aireview.adapters import installation  # noqa: PLC0415 - as above
    from aireview.pipeline.doctor import Hook, Setup, agent_files  # noqa: PLC0415

    if root is None:
        return Setup(is_repository=False)
    found = installation.repository(root)
    texts = {path: installation.read(root, path) for path in _RUNNER_FILES}
    return Setup(
        hooks=tuple(Hook(one.name, one.text, one.executable) for one in found.hooks),
        hooks_path=found.hooks_path,
        runner_files={
            path: text.decode("utf-8", "replace")
            for path, text in texts.items()
            if text is not None
        },
        remotes=found.remotes,
        fetch=found.fetch,
        push=found.push,
        note_refs=found.note_refs,
        shallow=found.shallow,
        agent_files=agent_files(found.paths),
    )
