"""Line evidence held against reality: what a commit added, and where a line of the head comes from.

Notes get lost, misplaced and forged. A range counts only inside lines that the commit added; human
claims clear nothing; a note narrows an `ai` commit to its lines only when it is an explicit one from
a notes ref that fits in every part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from aireview.attribution.ranges import shift, size, subtract, within, written
from aireview.diffs.lines import common, merge
from aireview.model.change import ChangedFile, LineRange
from aireview.model.lines import (
    AddedLines,
    BlamedLines,
    CommitEvidence,
    Contributor,
    LineEvidence,
    NoteReading,
)
from aireview.model.provenance import (
    AuthoredLines,
    Authorship,
    CommitAttribution,
    Effect,
    FileAttribution,
    Signal,
    Strength,
)
from aireview.model.text import quote

# What AI lines say about their commit when they are all of its added lines, or only some.
COVERS_ALL = Effect.AI
COVERS_SOME = Effect.LINES

_TOOL_WROTE = (Contributor.AI, Contributor.MIXED)
_ORDER = {Strength.EXPLICIT: 0, Strength.STRONG: 1, Strength.WEAK: 2, Strength.NONE: 3}


def check_evidence(
    commit: str, readings: Sequence[NoteReading], added: Sequence[AddedLines]
) -> CommitEvidence:
    """Hold what notes and traces say about `commit` against the lines that it added.

    Returns the ranges that lie inside added lines, and the signals to judge the commit by: effect
    `ai` where AI wrote every substantive added line, `lines` where it wrote some, `partial` where
    tool and person are not told apart; strength `weak` where no range fits at all. Whole-file
    evidence takes the file's added lines.
    """
    by_path = {entry.path: entry for entry in added}
    claims = [_grounded(commit, reading) for reading in readings]
    spans: list[LineEvidence] = []
    misfits: list[LineEvidence] = []
    warnings: list[str] = []
    for entry in (entry for claim in claims for entry in claim if entry.contributor in _TOOL_WROTE):
        kept, dropped = _fitted(entry, by_path.get(entry.path))
        if kept is None:
            misfits.append(entry)
        else:
            spans.append(kept)
        if dropped:
            warnings.append(_outside(entry, dropped, known=entry.path in by_path))
    effect = COVERS_ALL if _covers_all(spans, added) else COVERS_SOME
    signals = _signals(spans, effect)
    if misfits and not spans:
        weakened = [msgspec.structs.replace(entry, strength=Strength.WEAK) for entry in misfits]
        signals = _signals(weakened, COVERS_SOME)
    return CommitEvidence(
        commit=commit,
        spans=tuple(spans),
        signals=(*signals, *(signal for reading in readings for signal in reading.signals)),
        warnings=tuple(dict.fromkeys(warnings)),
        narrows=not warnings and any(_narrowing(entry) for entry in spans),
    )


def _grounded(commit: str, reading: NoteReading) -> tuple[LineEvidence, ...]:
    """Return the evidence, at most `strong` where the note says it is about another commit."""
    if not reading.base_commit or reading.base_commit == commit:
        return reading.evidence
    return tuple(
        msgspec.structs.replace(entry, strength=_weaker(entry.strength, Strength.STRONG))
        for entry in reading.evidence
    )


def _weaker(left: Strength, right: Strength) -> Strength:
    return max(left, right, key=_ORDER.__getitem__)


def _fitted(entry: LineEvidence, added: AddedLines | None) -> tuple[LineEvidence | None, int]:
    """Cut evidence to the added lines; returns it, None if nothing fits, and the lines lost."""
    if added is None:
        return None, size(entry.lines) or 1
    if not entry.lines:
        whole = added.lines if entry.contributor is Contributor.AI else ()
        return msgspec.structs.replace(entry, lines=whole), 0
    inside = common(entry.lines, added.lines)
    if not inside:
        return None, size(entry.lines)
    return msgspec.structs.replace(entry, lines=inside), size(entry.lines) - size(inside)


def _outside(entry: LineEvidence, dropped: int, *, known: bool) -> str:
    what = "the commit did not add" if known else "of a file that the commit did not add to"
    return f"{entry.where}: {dropped} lines {what} ({quote(entry.path, 80)})"


def _covers_all(spans: Iterable[LineEvidence], added: Sequence[AddedLines]) -> bool:
    covered: dict[str, list[LineRange]] = defaultdict(list)
    for entry in spans:
        if entry.contributor is Contributor.AI:
            covered[entry.path].extend(entry.lines)
    judged = [(file.path, file.substantive) for file in added if file.substantive]
    if not judged:
        judged = [(file.path, file.lines) for file in added if file.lines]
    return bool(judged) and not any(subtract(lines, merge(covered[path])) for path, lines in judged)


def _narrowing(entry: LineEvidence) -> bool:
    from_notes = entry.where.startswith("refs/")
    return bool(entry.lines) and from_notes and entry.strength is Strength.EXPLICIT


def _signals(spans: Sequence[LineEvidence], effect: Effect) -> tuple[Signal, ...]:
    """Return one signal per source, tool and model, the strongest of each."""
    best: dict[tuple[str, str, str | None], LineEvidence] = {}
    for entry in spans:
        kept = best.setdefault((entry.where, entry.tool, entry.model), entry)
        if _ORDER[entry.strength] < _ORDER[kept.strength]:
            best[entry.where, entry.tool, entry.model] = entry
    return tuple(
        Signal(
            kind="note" if entry.where.startswith("refs/") else "trace",
            tool=entry.tool,
            model=entry.model,
            strength=entry.strength,
            effect=effect if entry.contributor is Contributor.AI else Effect.PARTIAL,
            quote=quote(f"{entry.key} {entry.path} {written(entry.lines[:20])}".strip()),
            where=entry.where,
            signature=entry.signature,
        )
        for entry in best.values()
    )


def attribute_file(
    file: ChangedFile,
    blames: Sequence[Sequence[BlamedLines]],
    verdicts: Mapping[str, CommitAttribution],
    evidence: Mapping[str, CommitEvidence],
) -> FileAttribution:
    """Say who wrote the added lines of one file of a range.

    `blames` are tried in order, each for the lines that the earlier ones left open: first the exact
    one, then one that looks through changes of whitespace. `verdicts` and `evidence` are by commit
    id. Note and trace ranges mark exactly their lines; the other lines of an `ai` commit are marked
    unless its note narrows it; a `mixed` commit without lines makes the file `mixed`.
    """
    marks: list[AuthoredLines] = []
    kinds: set[Authorship] = set()
    tools: set[str] = set()
    unclaimed: list[LineRange] = []
    added = merge(file.added)
    claims = _by_place(evidence, {place.commit for blame in blames for place in blame})
    for blame in blames:
        left = subtract(added, merge(mark.lines for mark in marks))
        for piece, place in _pieces(left, blame):
            verdict = verdicts.get(place.commit)
            if verdict is None or place.before_range:
                kinds.add(Authorship.UNKNOWN)
                continue
            narrowed = place.commit in evidence and evidence[place.commit].narrows
            spans = claims.get((place.commit, place.path), ())
            found = _marks(piece, place, verdict, spans, narrowed=narrowed)
            marks.extend(found)
            if narrowed and verdict.authorship is Authorship.AI:
                unclaimed += subtract((piece,), merge(mark.lines for mark in found))
            kinds.add(verdict.authorship)
            if verdict.authorship is Authorship.MIXED:
                tools.update(verdict.tools)
    return FileAttribution(
        path=file.path,
        authorship=_file_verdict(added, marks, kinds),
        tools=tuple(sorted(tools | {mark.tool for mark in marks})),
        lines=_joined(marks),
        narrowed=subtract(merge(unclaimed), merge(mark.lines for mark in marks)),
    )


def _by_place(
    evidence: Mapping[str, CommitEvidence], commits: Iterable[str]
) -> dict[tuple[str, str], list[LineEvidence]]:
    """Return the spans of some commits by commit and path."""
    found: dict[tuple[str, str], list[LineEvidence]] = defaultdict(list)
    for commit in commits:
        for entry in evidence[commit].spans if commit in evidence else ():
            found[commit, entry.path].append(entry)
    return found


def _pieces(
    lines: Sequence[LineRange], blame: Sequence[BlamedLines]
) -> Iterator[tuple[LineRange, BlamedLines]]:
    """Pair merged lines with the groups of a blame (sorted, disjoint) that they lie in."""
    for place in blame:
        for piece in within(lines, place.lines):
            yield piece, place


def _marks(
    piece: LineRange,
    place: BlamedLines,
    verdict: CommitAttribution,
    spans: Sequence[LineEvidence],
    *,
    narrowed: bool,
) -> list[AuthoredLines]:
    if verdict.authorship is Authorship.BOT:
        return []
    offset = place.lines.start - place.start
    window = LineRange(piece.start - offset, piece.end - offset)
    left: tuple[LineRange, ...] = (window,)
    found: list[tuple[tuple[LineRange, ...], str, str]] = []
    for entry in spans:
        hit = common(left, within(entry.lines, window))
        left = subtract(left, hit)
        found.append((hit, entry.tool, entry.signature))
    if verdict.authorship is Authorship.AI and not narrowed:
        found.append((left, *deciding(verdict)))
    return [
        AuthoredLines(lines=span, tool=tool, signature=signature, commit=place.commit)
        for lines, tool, signature in found
        for span in shift(lines, offset)
    ]


def deciding(verdict: CommitAttribution) -> tuple[str, str]:
    """Return the tool and the signature of the signal that made a commit `ai`."""
    signals = [
        signal
        for signal in verdict.signals
        if signal.effect is Effect.AI and signal.vetoed_by is None
    ]
    if not signals:
        return (verdict.tools[0] if verdict.tools else "unknown-agent"), ""
    best = min(signals, key=lambda signal: _ORDER[signal.strength])
    return best.tool, best.signature


def _file_verdict(
    added: Sequence[LineRange], marks: Sequence[AuthoredLines], kinds: set[Authorship]
) -> Authorship:
    if marks:
        rest = subtract(added, merge(mark.lines for mark in marks))
        return Authorship.MIXED if rest else Authorship.AI
    if Authorship.MIXED in kinds:
        return Authorship.MIXED
    return Authorship.BOT if kinds == {Authorship.BOT} else Authorship.UNKNOWN


def _joined(marks: Iterable[AuthoredLines]) -> tuple[AuthoredLines, ...]:
    groups: dict[tuple[str, str, str | None], list[LineRange]] = defaultdict(list)
    for mark in marks:
        groups[mark.tool, mark.signature, mark.commit].append(mark.lines)
    spans = (
        AuthoredLines(lines=span, tool=tool, signature=signature, commit=commit)
        for (tool, signature, commit), ranges in groups.items()
        for span in merge(ranges)
    )
    return tuple(sorted(spans, key=lambda span: (span.lines, span.tool, span.signature)))


def attribute_unblamed(file: ChangedFile, verdicts: Iterable[CommitAttribution]) -> FileAttribution:
    """Say what can be said of a file without blame: deleted lines only, or too many files.

    When every commit is of one kind, so is the file (all its added lines, if `ai`). When only some
    are `ai` or `mixed`, a file that adds lines counts as `mixed` and no line is marked.
    """
    judged = tuple(verdicts)
    kinds = {verdict.authorship for verdict in judged}
    tools = tuple(sorted({tool for verdict in judged for tool in verdict.tools}))
    if kinds == {Authorship.AI}:
        tool, signature = deciding(judged[0])
        commit = judged[0].sha if len(judged) == 1 else None
        marks = [
            AuthoredLines(lines=span, tool=tool, signature=signature, commit=commit)
            for span in file.added
        ]
        return FileAttribution(
            path=file.path, authorship=Authorship.AI, tools=tools, lines=_joined(marks)
        )
    if len(kinds) == 1:
        kind = kinds.pop()
        used = tools if kind is Authorship.MIXED else ()
        return FileAttribution(path=file.path, authorship=kind, tools=used)
    if file.added and kinds & {Authorship.AI, Authorship.MIXED}:
        return FileAttribution(path=file.path, authorship=Authorship.MIXED, tools=tools)
    return FileAttribution(path=file.path, authorship=Authorship.UNKNOWN)
