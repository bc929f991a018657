"""`aireview provenance`: who wrote what, per commit and as a whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

from aireview.errors import AireviewError, ExitCode

if TYPE_CHECKING:
    from aireview.adapters.git.command import Git
    from aireview.model.change import Commit
    from aireview.model.provenance import Signal
    from aireview.pipeline.provenance import Judge

_BATCH = 512
_QUIET = ("CI", "PRE_COMMIT", "PREK_HOOK_STAGE")
_T = TypeVar("_T")


@click.command("provenance")
@click.option("--staged", is_flag=True, help="Judge the commit in the making by its surroundings.")
@click.option("--range", "revisions", metavar="BASE..HEAD", help="Judge a range of commits.")
@click.option("--rev", "revs", metavar="SHA", multiple=True, help="Judge this commit (repeatable).")
@click.option(
    "--branch", metavar="NAME", help="Head branch of the change, where git does not know."
)
@click.option(
    "--pull-request",
    metavar="FILE",
    help="JSON with what the forge knows: branch, title, body, author, labels.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "jsonl", "agent-trace"]),
    default="text",
    help="agent-trace exports a range as an Agent Trace record (https://agent-trace.dev).",
)
def command(
    *,
    staged: bool,
    revisions: str | None,
    revs: tuple[str, ...],
    branch: str | None,
    pull_request: str | None,
    format_name: str,
) -> int:
    """Tell who wrote what: each commit, and the change as a whole.

    Without --staged, --range and --rev the whole history of HEAD is read. Commits without evidence
    are counted, not listed, in the text format. `unknown` is not `human`: it means that nothing was
    found. With --format jsonl each commit is one object on its own line.
    """
    if sum((staged, revisions is not None, bool(revs))) > 1:
        raise AireviewError(
            "--staged, --range and --rev exclude each other", "Give one of them, or none."
        )
    from aireview.cli.hook_facts import here  # noqa: PLC0415 - `--help` needs none of it

    git = here()
    if staged:
        return _staged(git, branch, pull_request, format_name)
    if format_name == "agent-trace" or (format_name == "json" and revisions is not None):
        return _range(git, revisions, branch, pull_request, format_name)
    if format_name == "jsonl" and (branch or pull_request):
        raise AireviewError(
            "--branch and --pull-request speak of a change, jsonl of single commits",
            "Use --format json or text.",
        )
    if revisions is not None and ".." not in revisions:
        revs = (revisions,)  # one commit, as for `aireview check`
    wanted = revs or ((revisions,) if revisions is not None else ("HEAD",))
    commits = _commits(git, wanted, no_walk=bool(revs), quiet=format_name == "text")
    judge = _judge(git)
    if format_name == "jsonl":
        return _jsonl(commits, judge)
    around = _around(branch, pull_request)
    from aireview.pipeline import provenance  # noqa: PLC0415 - as above

    classify = _classifier(git)
    if format_name == "json":
        attribution = provenance.attribute_whole(commits, around, judge)
        click.echo(provenance.json_report(attribution, classify), nl=False)
    else:
        as_a_change = bool(revs) or revisions is not None
        for line in provenance.text_report(
            commits, around, classify=classify, as_a_change=as_a_change, judge=judge
        ):
            click.echo(line)
    return ExitCode.PASS


def _judge(git: Git) -> Judge:
    """Return what judges a stream: with notes where the repository has any, else by marks alone."""
    from aireview.pipeline.provenance import by_marks, with_notes  # noqa: PLC0415 - as above
    from aireview.wiring.line_sources import has_evidence, line_sources  # noqa: PLC0415 - as above

    if not has_evidence(git):
        return by_marks
    from aireview.cli.hook_facts import say  # noqa: PLC0415 - as above

    return with_notes(line_sources(git, None, "HEAD"), say)


def _range(
    git: Git,
    revisions: str | None,
    branch: str | None,
    pull_request: str | None,
    format_name: str,
) -> int:
    """Print a range as one object, with the lines of its files."""
    from aireview import wiring  # noqa: PLC0415 - as above
    from aireview.pipeline import provenance  # noqa: PLC0415 - as above

    if revisions is None:
        raise AireviewError("agent-trace exports a range", "Add --range BASE..HEAD.")
    change, attribution = wiring.attributed_range(revisions, branch, pull_request)
    if format_name == "agent-trace":
        click.echo(wiring.agent_trace(change, attribution), nl=False)
    else:
        click.echo(provenance.json_report(attribution, _classifier(git)), nl=False)
    return ExitCode.PASS


def _commits(git: Git, wanted: tuple[str, ...], *, no_walk: bool, quiet: bool) -> Iterable[Commit]:
    from aireview.adapters.git.log import count_commits, stream_commits  # noqa: PLC0415 - as above

    commits = stream_commits(git, wanted, no_walk=no_walk)
    if not sys.stderr.isatty() or any(os.environ.get(name) for name in _QUIET):
        return commits
    if quiet and sys.stdout.isatty():
        return commits  # lines of the report and a bar would overwrite each other
    total = len(wanted) if no_walk else count_commits(git, wanted)
    return _with_bar(commits, total)


def _with_bar(items: Iterable[_T], total: int) -> Iterator[_T]:
    with click.progressbar(length=total, label="commits", file=sys.stderr) as bar:
        for number, item in enumerate(items, 1):
            if number % _BATCH == 0:
                bar.update(_BATCH)
            yield item
        bar.update(total % _BATCH)


def _around(branch: str | None, pull_request: str | None) -> tuple[Signal, ...]:
    from aireview.attribution.branch import branch_signals  # noqa: PLC0415 - as above
    from aireview.attribution.pull_request import pull_request_signals  # noqa: PLC0415 - as above
    from aireview.wiring.authorship import read_pull_request  # noqa: PLC0415 - as above

    named = branch_signals(branch) if branch else ()
    told = pull_request_signals(read_pull_request(pull_request)) if pull_request else ()
    return tuple(dict.fromkeys((*named, *told)))


def _classifier(git: Git) -> Callable[[str], str]:
    from aireview.cli.hook_facts import committed_policy  # noqa: PLC0415 - only to name tools
    from aireview.policy.tools import classify  # noqa: PLC0415 - as above

    policy = committed_policy(git)
    return lambda tool: classify(tool, policy).value


def _jsonl(commits: Iterable[Commit], judge: Judge) -> int:
    from aireview.pipeline.provenance import jsonl_report  # noqa: PLC0415 - as above

    out = click.get_binary_stream("stdout")
    pending: list[bytes] = []
    for line in jsonl_report(commits, judge):
        pending.append(line)
        if len(pending) == _BATCH:
            out.write(b"".join(pending))
            pending.clear()
    out.write(b"".join(pending))
    out.flush()
    return ExitCode.PASS


def _staged(git: Git, branch: str | None, pull_request: str | None, format_name: str) -> int:
    from aireview.adapters.git.head import read_place  # noqa: PLC0415 - as above
    from aireview.attribution.change import attribute_change  # noqa: PLC0415 - as above
    from aireview.pipeline import provenance  # noqa: PLC0415 - as above
    from aireview.reports.provenance import json_line  # noqa: PLC0415 - as above
    from aireview.wiring.surroundings import surroundings  # noqa: PLC0415 - as above

    named = branch or read_place(git).branch
    signals = (*surroundings(os.environ).signals, *_around(named, pull_request))
    attribution = attribute_change((), tuple(dict.fromkeys(signals)))
    if format_name == "jsonl":
        click.echo(json_line(attribution), nl=False)
    elif format_name == "json":
        click.echo(provenance.json_report(attribution, _classifier(git)), nl=False)
    else:
        for line in provenance.staged_text(attribution, _classifier(git)):
            click.echo(line)
    return ExitCode.PASS
