"""Who wrote which lines of a range: notes and traces read, held against the commits, and blamed.

Everything that reaches outside is handed in. Evidence that exists and cannot be read is listed as
incomplete; it is never taken for absence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from aireview.attribution import agent_trace, entire, git_ai, own_record, qwen
from aireview.attribution.lines import attribute_file, attribute_unblamed, check_evidence
from aireview.attribution.ranges import size
from aireview.attribution.trace_export import write_trace
from aireview.diffs.lines import common
from aireview.errors import AireviewError
from aireview.model.change import Change, ChangedFile, Commit
from aireview.model.finding import Outcome
from aireview.model.lines import (
    AddedLines,
    BlamedLines,
    CommitEvidence,
    LineAuthorship,
    LineEvidence,
    NoteReading,
    NoteText,
)
from aireview.model.provenance import (
    Attribution,
    Authorship,
    CommitAttribution,
    FileAttribution,
    Signal,
)
from aireview.model.text import quote
from aireview.ports import Blame

# Notes ref -> reader. A ref that ends in `/` stands for all below it. A new format is one line.
READERS: tuple[tuple[str, Callable[[bytes], NoteReading]], ...] = (
    (git_ai.REF, git_ai.read_note),
    ("refs/notes/ai-remote/", git_ai.read_note),
    (git_ai.LEGACY_REFS, git_ai.read_legacy),
    (qwen.REF, qwen.read_note),
    (own_record.REF, own_record.read_record),
)
NOTE_REFS = tuple(ref for ref, _ in READERS)

# Files of one range that are blamed line by line; each costs one or two calls of git.
MAX_BLAMED = 400
_CLAIMING = (Authorship.AI, Authorship.MIXED)


def _nothing(_: str) -> bytes | None:
    return None


def _no_file(_commit: str, _path: str) -> bytes | None:
    return None


class LineSources(NamedTuple):
    """What the evidence is read from.

    `notes` returns the notes on some commits, `problems` what notes cannot be read at all; `added`
    what some commits added, by commit, without those it cannot read; `blame` where the lines of a
    head file come from;
    `trace` the content of the head's trace file; `checkpoint` a file of the branch with Entire's checkpoints;
    `file_at` a file as a commit has it.
    """

    notes: Callable[[Sequence[str]], Sequence[NoteText]]
    problems: Callable[[], Sequence[str]]
    added: Callable[[Sequence[str]], Mapping[str, Sequence[AddedLines]]]
    blame: Blame
    trace: bytes | None = None
    checkpoint: Callable[[str], bytes | None] = _nothing
    file_at: Callable[[str, str], bytes | None] = _no_file


class Gathered(NamedTuple):
    """Evidence by commit id, and what went wrong. `resolved`: commits whose checkpoint was read."""

    evidence: Mapping[str, CommitEvidence]
    warnings: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()
    resolved: frozenset[str] = frozenset()

    def signals(self, commit: str) -> tuple[Signal, ...]:
        """Return the extra signals to judge a commit by."""
        found = self.evidence.get(commit)
        return found.signals if found else ()


def line_authorship(
    commits: Sequence[Commit],
    files: Sequence[ChangedFile],
    judge: Callable[[Commit, Sequence[Signal]], CommitAttribution],
    sources: LineSources,
) -> LineAuthorship:
    """Judge the commits of a range with their notes, then ascribe the added lines of its files.

    `judge` is `attribute_commit`: a commit and the signals found elsewhere in, a verdict out.
    """
    gathered = gather(commits, sources)
    verdicts = tuple(judge_commit(commit, gathered, judge) for commit in commits)
    found, warnings = ascribe_files(files, commits, verdicts, gathered, sources.blame)
    return LineAuthorship(
        commits=verdicts,
        files=found,
        warnings=(*gathered.warnings, *warnings),
        incomplete=gathered.incomplete,
    )


def judge_commit(
    commit: Commit,
    gathered: Gathered,
    judge: Callable[[Commit, Sequence[Signal]], CommitAttribution],
) -> CommitAttribution:
    """Judge one commit by its own marks and what was gathered about it.

    A checkpoint trailer is a pointer: where its target was read, the target speaks instead.
    """
    if commit.sha in gathered.resolved:
        commit = msgspec.structs.replace(commit, message=entire.without_trailer(commit.message))
    return judge(commit, gathered.signals(commit.sha))


def gather(commits: Sequence[Commit], sources: LineSources) -> Gathered:
    """Read all notes, traces and checkpoints about some commits and check them against the diffs.

    For a long history call it for some hundred commits at a time: the notes of one call are in
    memory together.
    """
    readings: dict[str, list[NoteReading]] = defaultdict(list)
    warnings: list[str] = []
    incomplete = list(sources.problems())
    _read_notes(commits, sources, readings, incomplete)
    resolved = _read_checkpoints(commits, sources, readings, warnings)
    placed, unread = _read_trace(commits, sources)
    incomplete.extend(unread)
    about = [sha for sha, found in readings.items() if any(reading.evidence for reading in found)]
    added = sources.added(tuple(dict.fromkeys((*about, *placed))))
    for sha, entries in _best_places(placed, added, sources).items():
        readings[sha].append(NoteReading(evidence=tuple(entries)))
    evidence = {}
    for sha, found in readings.items():
        if sha not in added and any(reading.evidence for reading in found):
            incomplete.append(f"{sha[:12]}: its notes could not be compared with what it added")
        evidence[sha] = check_evidence(sha, found, added.get(sha, ()))
        said = (*evidence[sha].warnings, *(w for reading in found for w in reading.warnings))
        warnings.extend(f"{sha[:12]}: {warning}" for warning in said)
    return Gathered(evidence, tuple(warnings), tuple(incomplete), resolved)


def _read_notes(
    commits: Sequence[Commit],
    sources: LineSources,
    readings: Mapping[str, list[NoteReading]],
    incomplete: list[str],
) -> None:
    for note in sources.notes([commit.sha for commit in commits]):
        reader = _reader(note.ref)
        if note.problem or reader is None:
            reason = note.problem or "no reader for this ref"
            incomplete.append(f"{note.commit[:12]}: note in {note.ref}: {reason}")
            continue
        reading = reader(note.content)
        if reading.outcome in (Outcome.UNAVAILABLE, Outcome.ERROR):
            incomplete.append(f"{note.commit[:12]}: note in {note.ref}: {reading.reason}")
        readings[note.commit].append(reading)


def _reader(ref: str) -> Callable[[bytes], NoteReading] | None:
    for known, reader in READERS:
        if ref == known or (known.endswith("/") and ref.startswith(known)):
            return reader
    return None


def _read_checkpoints(
    commits: Iterable[Commit],
    sources: LineSources,
    readings: Mapping[str, list[NoteReading]],
    warnings: list[str],
) -> frozenset[str]:
    resolved = set()
    for commit in commits:
        ids = entire.checkpoint_ids(commit.message)
        found = [entire.resolve_checkpoint(name, sources.checkpoint) for name in ids]
        usable = [reading for reading in found if reading.outcome is Outcome.PASSED]
        if found and len(usable) == len(found):
            resolved.add(commit.sha)
            readings[commit.sha].extend(usable)
        elif found:
            warnings.append(f"{commit.sha[:12]}: {found[0].reason or 'a checkpoint is missing'}")
    return frozenset(resolved)


def _read_trace(
    commits: Sequence[Commit], sources: LineSources
) -> tuple[dict[str, list[LineEvidence]], tuple[str, ...]]:
    """Return trace evidence by each commit that it may be about, and what could not be read."""
    if sources.trace is None:
        return {}, ()
    reading = agent_trace.read_traces(sources.trace)
    if reading.outcome in (Outcome.UNAVAILABLE, Outcome.ERROR):
        return {}, (f"{agent_trace.PATH}: {reading.reason}",)
    after: dict[str, list[str]] = defaultdict(list)
    for commit in commits:
        after[commit.sha].insert(0, commit.sha)
        for parent in commit.parents:
            after[parent].append(commit.sha)
    placed: dict[str, list[LineEvidence]] = defaultdict(list)
    for entry in reading.evidence:
        for sha in after.get(entry.revision, ()):
            placed[sha].append(entry)
    return placed, tuple(f"{agent_trace.PATH}: {warning}" for warning in reading.warnings)


def _best_places(
    placed: Mapping[str, Sequence[LineEvidence]],
    added: Mapping[str, Sequence[AddedLines]],
    sources: LineSources,
) -> dict[str, list[LineEvidence]]:
    """Give each trace entry to the commit whose added lines it fits best.

    A trace names the commit that was HEAD when the lines were written: mostly the parent.
    """
    choices: dict[LineEvidence, tuple[int, str, LineEvidence]] = {}
    for sha, entries in placed.items():
        lines = {file.path: file.lines for file in added.get(sha, ())}
        for entry in entries:
            content = sources.file_at(sha, entry.path) if entry.content_hash else None
            there = agent_trace.locate(entry, content) if content is not None else entry
            fit = size(common(there.lines, lines.get(entry.path, ())))
            best = choices.get(entry)
            if best is None or fit > best[0] or (fit == best[0] and sha == entry.revision):
                choices[entry] = (fit, sha, there)
    found: dict[str, list[LineEvidence]] = defaultdict(list)
    for _, sha, there in choices.values():
        found[sha].append(there)
    return found


def ascribe_files(
    files: Sequence[ChangedFile],
    commits: Sequence[Commit],
    verdicts: Sequence[CommitAttribution],
    gathered: Gathered,
    blame: Blame,
) -> tuple[tuple[FileAttribution, ...], tuple[str, ...]]:
    """Say who wrote the added lines of each file of a range, and what could not be found out.

    git is asked only about files that add lines, only when some commit has something to claim, and
    about no more than `MAX_BLAMED` files.
    """
    by_sha = {verdict.sha: verdict for verdict in verdicts}
    merges = {commit.sha for commit in commits if len(commit.parents) > 1}
    plain = [verdict for verdict in verdicts if verdict.sha not in merges] or list(verdicts)
    claimed = any(verdict.authorship in _CLAIMING for verdict in verdicts)
    ask = _single(plain[0].sha, files) if len(verdicts) == 1 and not merges else blame
    found: list[FileAttribution] = []
    warnings: list[str] = []
    asked = left = 0
    for file in files:
        if not claimed or not file.added:
            found.append(attribute_unblamed(file, plain))
        elif asked >= MAX_BLAMED:
            left += 1
            found.append(attribute_unblamed(file, plain))
        else:
            asked += 1
            try:
                found.append(_ascribe(file, by_sha, gathered.evidence, ask))
            except AireviewError as error:
                warnings.append(f"{quote(file.path)}: no line authorship: {error.message}")
                found.append(attribute_unblamed(file, plain))
    if left:
        warnings.append(
            f"only the first {MAX_BLAMED} files were blamed line by line: {left} more were not"
        )
    return tuple(found), tuple(warnings)


def _ascribe(
    file: ChangedFile,
    verdicts: Mapping[str, CommitAttribution],
    evidence: Mapping[str, CommitEvidence],
    blame: Blame,
) -> FileAttribution:
    exact = blame(file.path)
    first = attribute_file(file, [exact], verdicts, evidence)
    if first.authorship is Authorship.AI or len(verdicts) == 1:
        return first
    # A later commit that only re-indents a tool's lines does not make them its own.
    loose = blame(file.path, ignore_whitespace=True)
    return attribute_file(file, [exact, loose], verdicts, evidence)


def _single(sha: str, files: Sequence[ChangedFile]) -> Blame:
    """Answer for git where a range is one commit: every added line is that commit's."""
    added = {file.path: file.added for file in files}

    def ask(path: str, *, ignore_whitespace: bool = False) -> tuple[BlamedLines, ...]:  # noqa: ARG001 - the port's signature
        return tuple(
            BlamedLines(lines=span, commit=sha, path=path, start=span.start)
            for span in added.get(path, ())
        )

    return ask


def export_agent_trace(
    change: Change, attribution: Attribution, *, timestamp: str, tool_version: str
) -> bytes:
    """Return a judged range as one Agent Trace record: one JSON line, UTF-8."""
    return write_trace(change, attribution, timestamp=timestamp, tool_version=tool_version)
