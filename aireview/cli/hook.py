"""`aireview hook …`: what git hooks and hook runners call (docs/hooks.md)."""

from __future__ import annotations

import click

# The record never stops git, whatever words it is handed.
_AS_GIVEN = {"ignore_unknown_options": True}


@click.group("hook")
def command() -> None:
    """Run as a git hook: commit, message, push, record."""


@command.command("commit")
@click.option("--no-semgrep", is_flag=True, help="Leave the Semgrep rules out.")
@click.argument("files", nargs=-1, metavar="[--] [FILE]…")
def commit(*, no_semgrep: bool, files: tuple[str, ...]) -> int:
    """Check what is staged (pre-commit, pre-merge-commit).

    With FILEs that are not staged, check those files as they are. Whatever adds file names to this
    command must write `--` before them: a file may be named like an option.
    """
    from aireview.cli import hook_commit  # noqa: PLC0415 - each hook loads only its own

    return hook_commit.run(files, semgrep=not no_semgrep)


@command.command("message")
@click.argument("file")
@click.argument("source", default="")
@click.argument("commit", default="")
@click.option(
    "--stage",
    type=click.Choice(("prepare-commit-msg", "commit-msg")),
    help="Which hook this is; found out where it can be.",
)
def message(file: str, source: str, commit: str, stage: str | None) -> int:
    """Add the trailer the policy asks for (prepare-commit-msg, commit-msg).

    FILE, SOURCE and COMMIT are what git hands to the hook.
    """
    del commit  # git names the amended commit; the message it has is in the file already
    from aireview.cli import hook_message  # noqa: PLC0415 - as above

    return hook_message.run(file, source, stage or "")


@command.command("push")
@click.argument("remote", default="")
@click.argument("url", default="")
@click.option("--semgrep/--no-semgrep", default=True, help="Run the Semgrep rules, or not.")
def push(remote: str, url: str, *, semgrep: bool) -> int:
    """Check the commits that every ref of a push brings (pre-push).

    Reads the lines that git writes to the hook's stdin.
    """
    from aireview.cli import hook_push  # noqa: PLC0415 - as above

    return hook_push.run(remote or url, semgrep=semgrep)


@command.command("record", context_settings=_AS_GIVEN)
@click.option("--rewritten", is_flag=True, help="Carry records over from rewritten commits.")
@click.argument("words", nargs=-1, metavar="[amend|rebase]")
def record(*, rewritten: bool, words: tuple[str, ...]) -> int:
    """Write down who wrote the commit (post-commit, post-rewrite). Always exits 0.

    As post-rewrite, hand over git's argument, or say --rewritten.
    """
    from aireview.cli import hook_record  # noqa: PLC0415 - as above

    return hook_record.run(words, rewritten=rewritten)
