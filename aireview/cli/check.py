"""`aireview check`: the main job."""

from __future__ import annotations

import click
import msgspec

from aireview.cli.endings import show
from aireview.errors import ExitCode
from aireview.model.finding import Verdict

_FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab")


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--staged", is_flag=True, help="Check what is staged for commit (the default).")
@click.option("--range", "revisions", metavar="BASE..HEAD", help="Check a range, or one commit.")
@click.option("--all", "everything", is_flag=True, help="Check whole files, changed or not.")
@click.option(
    "--scope",
    type=click.Choice(["ai", "all"]),
    default="all",
    show_default=True,
    help="Let only AI-authored code fail the check, or all code.",
)
@click.option(
    "--checks",
    metavar="A,B",
    help="Run these checks only: content, hidden-text, packages, semgrep.",
)
@click.option("--no-semgrep", is_flag=True, help="Leave the Semgrep rules out.")
@click.option(
    "--offline",
    is_flag=True,
    help="Make no network connection; names that only a registry knows stay unverified.",
)
@click.option("--config", metavar="FILE", help="Read the policy from FILE, whatever the base has.")
@click.option("--branch", metavar="NAME", help="Head branch, where git does not know it.")
@click.option(
    "--pull-request",
    metavar="FILE",
    help="JSON with what the forge knows: branch, title, body, author, labels.",
)
@click.option("--format", "format_name", type=click.Choice(_FORMATS), default="text")
@click.option("--output", metavar="FILE", help="Write the report to FILE instead of stdout.")
@click.option("--write-baseline", is_flag=True, help="Accept today's findings on record.")
@click.option("-v", "--verbose", is_flag=True, help="Say more, also when all is well.")
def command(**words: object) -> int:
    """Check a change: who wrote it, what is wrong with it, and whether it may go on.

    Exit codes: 0 pass, 1 policy violation, 2 usage or configuration, 3 incomplete.
    """
    from aireview import wiring  # noqa: PLC0415 - `--help` needs none of it

    options = msgspec.convert(words, wiring.CheckOptions)
    report = wiring.check(options)
    if options.write_baseline:
        click.echo(wiring.write_baseline(report, options), err=True)
        incomplete = report.verdict is Verdict.INCOMPLETE
        return ExitCode.INCOMPLETE if incomplete else ExitCode.PASS
    text = wiring.render(report, options)
    if options.output is not None:
        wiring.write_report(text, options.output)
    else:
        show(text)
    return report.verdict.exit_code
