"""`aireview provenance`: who wrote what, over a stream of commits of any length."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from aireview.attribution.change import attribute_change, joined_verdict
from aireview.attribution.judge import attribute_commit
from aireview.model.change import Commit
from aireview.model.provenance import (
    Attribution,
    Authorship,
    CommitAttribution,
    Signal,
)
from aireview.pipeline.line_authorship import LineSources, gather, judge_commit
from aireview.reports import provenance as report

# From a stream of commits to a stream of verdicts, one for each in the same order.
Judge = Callable[[Iterable[Commit]], Iterable[CommitAttribution]]
Classify = Callable[[str], str]

SHADOW = "unknown"
_BATCH = 500


def by_marks(commits: Iterable[Commit]) -> Iterator[CommitAttribution]:
    """Judge commits by what they say themselves: identities and message."""
    return map(attribute_commit, commits)


def with_notes(sources: LineSources, say: Callable[[str], None]) -> Judge:
    """Return a judge that also reads notes, traces and checkpoints, some hundred commits at a time.

    `say` is told what could not be read; it is never taken for absence.
    """

    def judge(commits: Iterable[Commit]) -> Iterator[CommitAttribution]:
        stream = iter(commits)
        while batch := tuple(itertools.islice(stream, _BATCH)):
            gathered = gather(batch, sources)
            for problem in (*gathered.incomplete, *gathered.warnings):
                say(problem)
            for commit in batch:
                yield judge_commit(commit, gathered, attribute_commit)

    return judge


def jsonl_report(commits: Iterable[Commit], judge: Judge = by_marks) -> Iterator[bytes]:
    """Yield one JSON object per commit, each with its line feed."""
    return report.json_lines(judge(commits))


def attribute_whole(
    commits: Iterable[Commit], signals: Sequence[Signal] = (), judge: Judge = by_marks
) -> Attribution:
    """Return who wrote some commits as a whole, each of them included.

    `signals` are about the whole: head branch, pull-request text, environment.
    """
    merges: set[str] = set()
    verdicts = tuple(judge(_noting_merges(commits, merges)))
    return attribute_change(verdicts, signals, (), frozenset(merges))


def _noting_merges(commits: Iterable[Commit], merges: set[str]) -> Iterator[Commit]:
    for commit in commits:
        if len(commit.parents) > 1:
            merges.add(commit.sha)
        yield commit


def json_report(attribution: Attribution, classify: Classify) -> str:
    """Return a change as one JSON object. `classify` maps a tool id to its class in the policy."""
    return report.json_report(attribution, shadow_of(attribution.tools, classify))


def text_report(
    commits: Iterable[Commit],
    signals: Sequence[Signal],
    *,
    classify: Classify,
    as_a_change: bool,
    judge: Judge = by_marks,
) -> Iterator[str]:
    """Yield the lines of a text report while the commits come; memory stays flat.

    `as_a_change` adds the verdict on all of them together.
    """
    tally = _Tally()
    merges: set[str] = set()
    for verdict in judge(_noting_merges(commits, merges)):
        tally.add(verdict, merge=verdict.sha in merges)
        merges.discard(verdict.sha)
        if report.has_something_to_say(verdict):
            yield report.text_line(verdict)
    if as_a_change or signals:
        found = tally.counted or set(tally.authorships)
        yield from report.change_text(joined_verdict(found, tally.tools, signals))
    yield from report.summary_text(tally.summary(classify))


def staged_text(attribution: Attribution, classify: Classify) -> Iterator[str]:
    """Yield the lines of a text report on a change that has no commits yet."""
    yield from report.change_text(attribution)
    yield from report.shadow_text(shadow_of(attribution.tools, classify))


def shadow_of(tools: Iterable[str], classify: Classify) -> tuple[str, ...]:
    """Return the tools that no list of the policy names (shadow AI)."""
    return tuple(tool for tool in tools if classify(tool) == SHADOW)


class _Tally:
    """Running counts: they grow with the number of tools, not of commits."""

    def __init__(self) -> None:
        self.authorships: Counter[Authorship] = Counter()
        self.tools: Counter[str] = Counter()
        self.counted: set[Authorship] = set()
        self.message_only = 0

    def add(self, verdict: CommitAttribution, *, merge: bool) -> None:
        self.authorships[verdict.authorship] += 1
        self.message_only += verdict.message_only
        if verdict.tools:
            self.tools.update(verdict.tools)
        if not merge:
            self.counted.add(verdict.authorship)

    def summary(self, classify: Classify) -> report.Summary:
        ranked = self.tools.most_common()
        return report.Summary(
            commits=self.authorships.total(),
            authorships=dict(self.authorships),
            message_only=self.message_only,
            tools=tuple(ranked),
            shadow=shadow_of((tool for tool, _ in ranked), classify),
        )
