"""`aireview provenance`: who wrote what, over a stream of commits of any length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from aireview.attribution.judge import attribute_change, attribute_commit, joined_verdict
from aireview.model.change import Commit
from aireview.model.provenance import (
    Attribution,
    Authorship,
    CommitAttribution,
    FileAttribution,
    Signal,
)
from aireview.reports import provenance as report

Evidence = Callable[[Commit], Sequence[Signal]]
Classify = Callable[[str], str]

SHADOW = "unknown"


def no_evidence(_commit: Commit) -> Sequence[Signal]:
    """Return nothing: no notes, traces or records are read."""
    return ()


def attribute_stream(
    commits: Iterable[Commit], evidence: Evidence = no_evidence
) -> Iterator[CommitAttribution]:
    """Yield the verdict on each commit as it comes.

    `evidence` gives the signals that notes, traces and records hold about a commit.
    """
    if evidence is no_evidence:
        yield from map(attribute_commit, commits)
        return
    for commit in commits:
        yield attribute_commit(commit, evidence(commit))


def attribute_whole(
    commits: Iterable[Commit],
    signals: Sequence[Signal] = (),
    *,
    files: Sequence[FileAttribution] = (),
    evidence: Evidence = no_evidence,
) -> Attribution:
    """Return who wrote a range as a whole, its commits included.

    `signals` are about the range: head branch, pull-request text, environment.
    """
    verdicts = []
    merges = set()
    for commit in commits:
        verdicts.append(attribute_commit(commit, evidence(commit)))
        if len(commit.parents) > 1:
            merges.add(commit.sha)
    return attribute_change(verdicts, signals, files, frozenset(merges))


def jsonl_report(commits: Iterable[Commit], evidence: Evidence = no_evidence) -> Iterator[bytes]:
    """Yield one JSON object per commit, each with its line feed."""
    return report.json_lines(attribute_stream(commits, evidence))


def json_report(attribution: Attribution, classify: Classify) -> str:
    """Return a change as one JSON object. `classify` maps a tool id to its class in the policy."""
    return report.json_report(attribution, shadow_of(attribution.tools, classify))


def text_report(
    commits: Iterable[Commit],
    signals: Sequence[Signal],
    *,
    classify: Classify,
    as_a_change: bool,
    evidence: Evidence = no_evidence,
) -> Iterator[str]:
    """Yield the lines of a text report while the commits come; memory stays flat.

    `as_a_change` adds the verdict on all of them together.
    """
    tally = _Tally()
    for commit in commits:
        verdict = attribute_commit(commit, evidence(commit))
        tally.add(verdict, merge=len(commit.parents) > 1)
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
