"""Where line evidence of a range is read from: notes, the trace file, checkpoints, blame."""

from __future__ import annotations

from aireview.adapters.git.added import added_lines
from aireview.adapters.git.blame import blamer
from aireview.adapters.git.command import Git
from aireview.adapters.git.evidence import branch_reader, file_reader
from aireview.adapters.git.notes import Notes
from aireview.attribution import agent_trace, entire
from aireview.pipeline.line_authorship import NOTE_REFS, LineSources


def line_sources(git: Git, base: str | None, head: str) -> LineSources:
    """Return the sources for the range between two commits (full ids)."""
    notes = Notes(git, NOTE_REFS)
    file_at = file_reader(git)
    of_branch = branch_reader(git, entire.REFS)

    return LineSources(
        notes=notes.read,
        problems=notes.problems,
        added=lambda commits: added_lines(git, commits),
        blame=blamer(git, base, head),
        trace=file_at(head, agent_trace.PATH),
        checkpoint=of_branch,
        file_at=file_at,
    )


def has_evidence(git: Git) -> bool:
    """Whether the repository has any note, trace or checkpoint that speaks about authorship."""
    notes = Notes(git, NOTE_REFS)
    if notes.refs() or notes.problems():
        return True
    of_branch = git.try_run(["rev-parse", "--verify", "--quiet", entire.REFS[0]])
    return of_branch.code == 0 or file_reader(git)("HEAD", agent_trace.PATH) is not None
