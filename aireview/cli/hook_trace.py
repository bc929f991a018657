"""Which lines of a new commit an agent's trace file claims (Agent Trace)."""

from __future__ import annotations

import os

from msgspec.structs import replace

from aireview.adapters.git.command import Git
from aireview.adapters.git.head import Head
from aireview.attribution.agent_trace import MAX_BYTES, PATH
from aireview.model.lines import BlamedLines, CommitEvidence


def traced(git: Git, head: Head) -> CommitEvidence:
    """Return the traced lines that the commit at HEAD added; nothing without a trace file.

    git starts hooks at the top of the work tree, where the file lies.
    """
    nothing = CommitEvidence(commit=head.commit.sha)
    try:
        with open(os.path.join(git.directory, PATH), "rb") as file:  # noqa: PTH118, PTH123 - start-up
            content = file.read(MAX_BYTES + 1)
    except OSError:
        return nothing
    from aireview.adapters.git.added import added_lines  # noqa: PLC0415 - only with a trace
    from aireview.pipeline.line_authorship import LineSources, gather  # noqa: PLC0415 - as above

    def file_at(commit: str, path: str) -> bytes | None:
        done = git.try_run(["cat-file", "blob", f"{commit}:{path}"])
        return done.stdout if done.code == 0 else None

    def blame(path: str, *, ignore_whitespace: bool = False) -> tuple[BlamedLines, ...]:
        raise AssertionError((path, ignore_whitespace))  # one commit needs none

    sources = LineSources(
        notes=lambda _commits: (),
        problems=lambda: (),
        added=lambda commits: added_lines(git, commits),
        blame=blame,
        trace=content,
        file_at=file_at,
    )
    # A trace names the commit that was HEAD when the lines were written: before an amend, the one
    # that the amend replaces.
    before = (head.before,) if head.before else ()
    commit = replace(head.commit, parents=(*head.commit.parents, *before))
    return gather((commit,), sources).evidence.get(head.commit.sha, nothing)
