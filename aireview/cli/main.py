"""The `aireview` command: finds the subcommand and runs it."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import cast

import click
from click.exceptions import NoArgsIsHelpError

from aireview import __version__
from aireview.cli.endings import ended
from aireview.errors import AireviewError, ExitCode

# Subcommand -> module under aireview.cli that holds it as `command`. Loaded only when it is called:
# a hook must not pay for the rest.
COMMANDS = {
    "check": "check",
    "provenance": "provenance",
    "explain": "explain",
    "init": "init",
    "doctor": "doctor",
    "policy": "policy",
    "packages": "packages",
    "hook": "hook",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        loaded = importlib.import_module(f"aireview.cli.{module}")
        return cast(click.Command, loaded.command)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aireview")
def cli() -> None:
    """Review AI-authored code: who wrote a change, what is wrong with it, who must look at it."""


def run(argv: Sequence[str]) -> int:
    """Run one command line and return its exit code; never raises for what we know."""
    return ended(lambda: _run(argv))


def _run(argv: Sequence[str]) -> int:
    try:
        result = cli.main(args=list(argv), prog_name="aireview", standalone_mode=False)
    except NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return ExitCode.USAGE
    except click.UsageError as error:
        hint = f"See `{error.ctx.command_path} --help`." if error.ctx else "See `aireview --help`."
        raise AireviewError(error.format_message(), hint) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return result if isinstance(result, int) else ExitCode.PASS
