"""`aireview init`: set a repository up."""

from __future__ import annotations

import click

from aireview.errors import AireviewError, ExitCode
from aireview.model.text import printable


@click.command("init")
@click.option(
    "--profile",
    type=click.Choice(["starter", "soc2", "strict"]),
    default="starter",
    show_default=True,
    help="How strict to be.",
)
@click.option(
    "--hooks",
    type=click.Choice(["pre-commit", "lefthook", "husky", "none"]),
    help="Hook runner to write entries for (default: the one in use, or pre-commit).",
)
def command(profile: str, hooks: str | None) -> int:
    """Write .aireview.yml and the hook entries; existing files are never changed."""
    from aireview.adapters import installation  # noqa: PLC0415 - `--help` is quick
    from aireview.pipeline import init  # noqa: PLC0415
    from aireview.policy.values import Profile  # noqa: PLC0415

    root = installation.root_of(".")
    if root is None:
        raise AireviewError(
            "this is not a git work tree", "Run `git init` first, or change into a repository."
        )
    files = init.Files(
        read=lambda path: installation.read(root, path),
        exists=lambda path: installation.exists(root, path),
        create=lambda path, content: installation.create(root, path, content),
    )
    lines = init.init(
        files,
        profile=Profile(profile),
        runner=hooks or init.runner_in_use(files.exists),
        remotes=installation.repository(root).remotes,
    )
    click.echo("\n".join(map(printable, lines)))
    return ExitCode.PASS
