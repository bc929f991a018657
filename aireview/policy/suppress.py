"""Which findings somebody already answered, and what is wrong with the answers.

Waivers and the baseline come from the base of the change, so somebody accepted them before. A
comment may be part of the very change it excuses: then it is a finding of its own, for somebody
else to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from aireview.model.change import Change, ChangedFile, Origin
from aireview.model.finding import (
    Finding,
    Rule,
    Severity,
    Suppression,
    SuppressionKind,
    Tier,
)
from aireview.model.text import quote
from aireview.policy.fingerprint import assign
from aireview.policy.globs import matches, name_matcher
from aireview.policy.inline import MARK, InlineSuppression, find_inline
from aireview.policy.values import Waiver

CHECK = "suppression"
ADDED = Rule(
    id="suppression-added",
    title="The change silences a finding",
    tier=Tier.B,
    severity=Severity.MEDIUM,
    check=CHECK,
)
WITHOUT_REASON = Rule(
    id="suppression-without-reason",
    title="A suppression comment is not valid and hides nothing",
    tier=Tier.B,
    severity=Severity.LOW,
    check=CHECK,
)
UNUSED = Rule(
    id="suppression-unused",
    title="A suppression comment hides nothing",
    tier=Tier.C,
    severity=Severity.INFO,
    check=CHECK,
)
REUSED = Rule(
    id="suppression-reused",
    title="New code is silenced by an older comment",
    tier=Tier.C,
    severity=Severity.LOW,
    check=CHECK,
)
RULES = (ADDED, WITHOUT_REASON, UNUSED, REUSED)

_ORDER = {Tier.A: 0, Tier.B: 1, Tier.C: 2}
_EXAMPLE = 'aireview: ignore[rule-id] reason="why it is safe here"'


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the findings.

    `findings` are the given ones in their order, `suppressed` set where something answers them.
    `extra` are findings about the suppressions themselves, with fingerprints and `in_change` set.
    `notices` are remarks for a person: waivers that expired.
    """

    findings: tuple[Finding, ...]
    extra: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True):
    """The suppression comments of one file and the lines they stand on."""

    lines: Sequence[str]
    comments: tuple[InlineSuppression, ...]


def apply(  # noqa: PLR0913 - each argument comes from another place
    findings: Sequence[Finding],
    *,
    texts: Mapping[str, str],
    waivers: Sequence[Waiver],
    baseline: Collection[str],
    change: Change,
    today: str,
    report_unused: bool = True,
) -> Judged:
    """Return the findings with what suppresses each, and the findings about suppressions.

    `findings` carry fingerprints (`fingerprint.assign`) and `in_change`. `texts` holds the new
    version of the files under review by path; files without a text have no comments. `baseline`
    holds fingerprints. `today` is an ISO date. `report_unused` is False where a check did not run
    in full: then nobody knows whether a comment is needed.
    """
    files = {path: _read(text) for path, text in texts.items() if MARK in text}
    changed = {file.path: file for file in change.files}
    valid = [waiver for waiver in waivers if not expired(waiver, today)]
    used: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    judged = []
    for finding in findings:
        accepted = _accepted(finding, valid, baseline)
        fresh = _fresh(changed.get(finding.path), change.origin)
        comment = _comment(finding, files.get(finding.path), fresh)
        if comment is not None:
            hidden = used[finding.path, comment.line]
            if accepted is None:
                hidden.append(finding)
                accepted = Suppression(
                    kind=SuppressionKind.INLINE,
                    reason=comment.reason,
                    in_change=fresh(comment.line),
                )
        judged.append(
            msgspec.structs.replace(finding, suppressed=accepted) if accepted else finding
        )
    extra = assign(
        tuple(_about_comments(files, used, changed, change.origin, report_unused=report_unused))
    )
    return Judged(
        findings=tuple(judged),
        extra=tuple(_waived(item, valid) for item in extra),
        notices=tuple(_notices(waivers, today)),
    )


def expired(waiver: Waiver, today: str) -> bool:
    """Whether the last day of a waiver is over."""
    return waiver.expires < today


def waives(waiver: Waiver, rule: str, path: str) -> bool:
    """Whether a waiver speaks about a rule at a path.

    Findings about suppressions are waived only by a rule pattern that starts with `suppression-`:
    a waiver of everything must not switch the guard off.
    """
    if rule.startswith("suppression-") and not waiver.rule.startswith("suppression-"):
        return False
    return name_matcher(waiver.rule)(rule) and matches(path, waiver.paths)


def _read(text: str) -> _File:
    lines = text.split("\n")
    return _File(lines, find_inline(lines))


def _accepted(
    finding: Finding, waivers: Iterable[Waiver], baseline: Collection[str]
) -> Suppression | None:
    for waiver in waivers:
        if waives(waiver, finding.rule.id, finding.path):
            return Suppression(
                kind=SuppressionKind.WAIVER,
                reason=f"{waiver.id}: {waiver.reason}",
                owner=waiver.owner,
                expires=waiver.expires,
            )
    if finding.fingerprint and finding.fingerprint in baseline:
        return Suppression(kind=SuppressionKind.BASELINE, reason="known before, in the baseline")
    return None


def _waived(finding: Finding, waivers: Iterable[Waiver]) -> Finding:
    accepted = _accepted(finding, waivers, ())
    return msgspec.structs.replace(finding, suppressed=accepted) if accepted else finding


def _fresh(file: ChangedFile | None, origin: Origin) -> Callable[[int], bool]:
    """Return a function that says whether a line came with this change; a whole tree is none."""
    if file is None or origin is Origin.ALL:
        return lambda _line: False
    return lambda line: file.adds(line, line)


def _comment(
    finding: Finding, file: _File | None, fresh: Callable[[int], bool]
) -> InlineSuppression | None:
    """Return the valid comment that hides a finding: an older one before one of this change."""
    hits = [
        comment
        for comment in (file.comments if file else ())
        if not comment.problem
        and finding.rule.id in comment.rules
        and (
            finding.start_line <= comment.line <= finding.end_line
            or comment.target == finding.start_line
        )
    ]
    return min(hits, key=lambda comment: fresh(comment.line), default=None)


def _about_comments(
    files: Mapping[str, _File],
    used: Mapping[tuple[str, int], Sequence[Finding]],
    changed: Mapping[str, ChangedFile],
    origin: Origin,
    *,
    report_unused: bool,
) -> Iterator[Finding]:
    for path, file in files.items():
        fresh = _fresh(changed.get(path), origin)
        for comment in file.comments:
            is_new = fresh(comment.line)
            in_scope = is_new or origin is Origin.ALL
            if comment.problem:
                yield _invalid(path, file, comment, in_change=in_scope)
            elif (path, comment.line) not in used:
                if in_scope and report_unused:
                    yield _unused(path, file, comment)
            elif is_new:
                if hidden := used[path, comment.line]:
                    yield _added(path, file, comment, hidden, origin)
            elif origin is not Origin.ALL:
                yield from _reused(path, file, comment, used[path, comment.line])


def _added(
    path: str,
    file: _File,
    comment: InlineSuppression,
    hidden: Sequence[Finding],
    origin: Origin,
) -> Finding:
    worst = min(hidden, key=lambda item: _ORDER[item.rule.tier])
    tier, severity = worst.rule.tier, worst.rule.severity
    if origin is Origin.STAGED or not worst.in_change:
        tier = max(tier, Tier.B, key=_ORDER.__getitem__)
    names = sorted({item.rule.id for item in hidden})
    return _finding(
        msgspec.structs.replace(ADDED, tier=tier, severity=severity),
        path,
        file,
        comment,
        message=f"This change silences {', '.join(names)} with the reason "
        f"“{quote(comment.reason)}”. Somebody other than its author has to agree.",
        evidence=tuple(
            f"line {item.start_line}: {item.rule.id} (tier {item.rule.tier.value}): "
            f"{quote(item.message)}"
            for item in hidden
        ),
        fix="Fix the finding, or put a waiver with an owner and an expiry date into .aireview.yml "
        "in a change of its own.",
    )


def _reused(
    path: str, file: _File, comment: InlineSuppression, hidden: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield a note where the code under an old comment is new: its reason was for other code."""
    new = [item for item in hidden if item.in_change]
    if new:
        yield _finding(
            REUSED,
            path,
            file,
            comment,
            message=f"{new[0].rule.id} on new code is silenced by an older comment: "
            f"does its reason, “{quote(comment.reason)}”, still hold?",
            fix="If it does, nothing is to be done; otherwise fix the finding, remove the comment.",
        )


def _invalid(path: str, file: _File, comment: InlineSuppression, *, in_change: bool) -> Finding:
    finding = _finding(
        WITHOUT_REASON,
        path,
        file,
        comment,
        message=f"This suppression comment hides nothing: {comment.problem}.",
        fix=f"Write `{_EXAMPLE}`.",
    )
    return msgspec.structs.replace(finding, in_change=in_change)


def _unused(path: str, file: _File, comment: InlineSuppression) -> Finding:
    return _finding(
        UNUSED,
        path,
        file,
        comment,
        message=f"No finding of {', '.join(comment.rules)} is here to be silenced.",
        fix="Remove the comment, or move it to the line of the finding or alone above it.",
    )


def _finding(  # noqa: PLR0913 - a finding has this many parts
    rule: Rule,
    path: str,
    file: _File,
    comment: InlineSuppression,
    *,
    message: str,
    fix: str,
    evidence: tuple[str, ...] = (),
) -> Finding:
    return Finding(
        rule=rule,
        path=path,
        start_line=comment.line,
        end_line=comment.line,
        message=message,
        snippet=file.lines[comment.line - 1][:1_000],
        evidence=evidence,
        fix=fix,
    )


def _notices(waivers: Iterable[Waiver], today: str) -> Iterator[str]:
    for waiver in waivers:
        if expired(waiver, today):
            yield (
                f"waiver {quote(waiver.id, 60)} for {quote(waiver.rule, 60)} expired on "
                f"{waiver.expires} and no longer counts (owner: {quote(waiver.owner, 60)})"
            )
