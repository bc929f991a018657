"""`aireview policy`: read, show and explain the configuration file of the work tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from aireview.errors import AireviewError, ExitCode

if TYPE_CHECKING:
    from aireview.policy.document import Document
    from aireview.policy.values import Policy

_CONFIG = click.option("--config", metavar="FILE", help="Read FILE instead of .aireview.yml.")
_FORMAT = click.option(
    "--format", "format_name", type=click.Choice(["text", "json"]), default="text"
)


class _Loaded(NamedTuple):
    name: str
    document: Document
    policy: Policy


@click.group("policy")
def command() -> None:
    """Look at the policy as it lies in the work tree.

    A check reads it from the base of the change instead: what is not committed does not count yet.
    """


@command.command("lint")
@_CONFIG
@_FORMAT
def lint(config: str | None, format_name: str) -> int:
    """Say whether the file is valid, and what in it is probably not meant.

    Exit codes: 0 valid (with or without warnings), 2 not valid or not there.
    """
    from aireview.adapters import installation, rules_folder  # noqa: PLC0415 - `--help` is quick
    from aireview.pipeline.explain import catalogue, known_tools  # noqa: PLC0415
    from aireview.policy.lint import warnings  # noqa: PLC0415
    from aireview.reports import policy as report  # noqa: PLC0415

    loaded = _load(config, required=True)
    files = rules_folder.rule_files(rules_folder.rules_root())
    rules = catalogue((path, rules_folder.read(path)) for path in files)
    top = installation.root_of(".") or "."
    remarks = warnings(
        loaded.policy,
        known_rules=rules,
        known_tools=known_tools(),
        exists=lambda path: installation.exists(top, path),
    )
    show_it = report.lint_json if format_name == "json" else report.lint
    click.echo(show_it(loaded.name, remarks), nl=False)
    return ExitCode.PASS


@command.command("show")
@_CONFIG
@_FORMAT
def show(config: str | None, format_name: str) -> int:
    """Print every setting with its value and where it comes from: the file or the profile."""
    from aireview.policy.settings import settings  # noqa: PLC0415 - `--help` is quick
    from aireview.reports import policy as report  # noqa: PLC0415

    loaded = _load(config)
    render = report.show_json if format_name == "json" else report.show
    click.echo(render(loaded.policy.source, settings(loaded.document, loaded.policy)), nl=False)
    return ExitCode.PASS


@command.command("explain")
@click.argument("path")
@_CONFIG
@_FORMAT
def explain(path: str, config: str | None, format_name: str) -> int:
    """Print what holds for PATH (from the repository's root): checks, thresholds, waivers."""
    from aireview import wiring  # noqa: PLC0415 - `--help` is quick
    from aireview.policy.settings import about_path  # noqa: PLC0415
    from aireview.reports import policy as report  # noqa: PLC0415

    loaded = _load(config)
    answer = about_path(path.removeprefix("./"), loaded.document, loaded.policy, wiring.today())
    render = report.path_json if format_name == "json" else report.path
    click.echo(render(answer), nl=False)
    return ExitCode.PASS


def _load(config: str | None, *, required: bool = False) -> _Loaded:
    """Read the file named, or the one at the root of the work tree."""
    from aireview import wiring  # noqa: PLC0415 - `--help` is quick
    from aireview.adapters import installation  # noqa: PLC0415
    from aireview.policy.load import missing, parse, parse_document  # noqa: PLC0415
    from aireview.policy.values import FILE_NAME  # noqa: PLC0415

    name = config or FILE_NAME
    top = "." if config else installation.root_of(".") or "."
    text = installation.read(top, name)
    if text is None and config:
        raise AireviewError(f"there is no file {config}", "Name an existing file.")
    if text is None and required:
        raise missing()
    known = wiring.CHECK_NAMES
    given = text or b""
    document, _ = parse_document(given, name=name, known_checks=known)
    policy = parse(
        given,
        name=name,
        known_checks=known,
        today=wiring.today(),
        source=name if text is not None else "built-in",
    )
    return _Loaded(name, document, policy)
