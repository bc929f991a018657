"""`aireview packages`: one-off answers about names, and the list of all names of a registry."""

from __future__ import annotations

import click

from aireview.cli.endings import show
from aireview.errors import ExitCode
from aireview.model.packages import Ecosystem

_ECOSYSTEM = click.option(
    "--ecosystem",
    "ecosystem_name",
    type=click.Choice([one.value for one in Ecosystem]),
    required=True,
    help="The registry that the names belong to.",
)


@click.group("packages")
def command() -> None:
    """Ask about package names, or keep a list of all of a registry's."""


@command.command("check")
@click.argument("names", nargs=-1, metavar="NAME…")
@_ECOSYSTEM
@click.option(
    "--context",
    type=click.Choice(["install", "import"]),
    required=True,
    help="Whether NAME is installed (a package) or imported (a module).",
)
@click.option(
    "--project", metavar="PATH", help="Resolve imports with what the folder PATH declares."
)
@click.option(
    "--offline",
    is_flag=True,
    help="Make no network connection; names that only a registry knows stay unverified.",
)
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")
def check(
    names: tuple[str, ...],
    ecosystem_name: str,
    context: str,
    project: str | None,
    format_name: str,
    *,
    offline: bool,
) -> int:
    """Say of each NAME whether it is right, undeclared, invented or dangerous.

    Packages may carry versions and extras as their tools write them: requests[socks]==2.31.0,
    lodash@4, github.com/x/y@v1.

    Exit codes: 0 nothing of the following, 1 an invented or malicious name, 2 usage or configuration,
    3 a name that no registry answered for.
    """
    from aireview.pipeline.packages import check_names  # noqa: PLC0415 - `--help` is quick
    from aireview.reports import packages as report  # noqa: PLC0415
    from aireview.wiring.packages import judge_for  # noqa: PLC0415

    rows, ending = check_names(
        Ecosystem(ecosystem_name),
        "import" if context == "import" else "install",
        names,
        judge_for(project, offline=offline),
    )
    show((report.json if format_name == "json" else report.text)(rows))
    return ending


@command.command("snapshot")
@_ECOSYSTEM
@click.option(
    "--from", "source", metavar="URL|FILE", required=True, help="An index, or a list of its names."
)
@click.option("--output", metavar="DIR", help="Write into DIR instead of the user's data folder.")
def snapshot(ecosystem_name: str, source: str, output: str | None) -> int:
    """Write all names of an index as hashes, for answers without a network.

    An index is the root of a simple index (JSON or HTML), npm's _all_docs, RubyGems' names or
    Packagist's list.json; a file may also have a name on each line, or be a JSON list of strings.
    A check finds the snapshot by itself in the user's data folder, elsewhere through
    `packages.snapshot` in .aireview.yml.

    Exit codes: 0 written, 2 usage, or a list that cannot be used, 3 no answer.
    """
    from aireview.wiring.snapshots import take_snapshot  # noqa: PLC0415 - `--help` is quick

    click.echo(take_snapshot(Ecosystem(ecosystem_name), source, output), err=True)
    return ExitCode.PASS
