"""`aireview provenance`: who wrote what, over a stream of commits of any length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from aireview.attribution.judge import attribute_change, attribute_commit
from aireview.model.change import Commit
from aireview.model.provenance import (
    Attribution,
    Authorship,
    CommitAttribution,
    FileAttribution,
    Signal,
)

SHADOW = "unknown"


class Tally:
    """Counts over a stream of verdicts; grows with the number of tools, not of commits."""

    def __init__(self) -> None:
        self.commits = 0
        self.authorships: Counter[Authorship] = Counter()
        self.tools: Counter[str] = Counter()
        self.message_only = 0
        self.partial_tools: Counter[str] = Counter()

    def add(self, verdict: CommitAttribution) -> None:
        """Count one commit."""
        self.commits += 1
        self.authorships[verdict.authorship] += 1
        self.message_only += verdict.message_only
        self.tools.update(verdict.tools)
        if verdict.authorship is Authorship.MIXED:
            self.partial_tools.update(verdict.tools)

    def shadow(self, classify: Callable[[str], str]) -> tuple[str, ...]:
        """Return the tools that the policy does not name, most frequent first.

        `classify` maps a tool id to its class in the policy, `unknown` where it has none.
        """
        return tuple(tool for tool, _ in self.tools.most_common() if classify(tool) == SHADOW)


def no_evidence(_commit: Commit) -> Sequence[Signal]:
    """Return nothing: no notes or records are read."""
    return ()


def attribute_stream(
    commits: Iterable[Commit],
    evidence: Callable[[Commit], Sequence[Signal]] = no_evidence,
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
    evidence: Callable[[Commit], Sequence[Signal]] = no_evidence,
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
