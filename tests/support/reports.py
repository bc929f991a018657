"""Reports as `aireview check` makes them, for tests of formats. All names are invented."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from aireview.model.change import (
    Change,
    ChangedFile,
    FileKind,
    FileStatus,
    LineRange,
    Origin,
    Skip,
    SkipReason,
)
from aireview.model.finding import (
    CheckRun,
    Finding,
    Outcome,
    Report,
    Rule,
    Severity,
    Suppression,
    SuppressionKind,
    Tier,
    Verdict,
)
from aireview.model.provenance import (
    Attribution,
    AuthoredLines,
    Authorship,
    CommitAttribution,
    Effect,
    FileAttribution,
    Signal,
    Strength,
)

BASE = "1" * 40
HEAD = "2" * 40

JWT = Rule(
    id="jwt-not-verified",
    title="Token read without checking its signature",
    tier=Tier.A,
    severity=Severity.CRITICAL,
    check="semgrep",
    cwe="CWE-347",
    owasp="API2:2023",
    references=("https://www.rfc-editor.org/rfc/rfc8725",),
)
UNUSED = Rule(
    id="principal-unused",
    title="Handler takes the user and never looks at it",
    tier=Tier.B,
    severity=Severity.MEDIUM,
    check="semgrep",
    cwe="CWE-639",
    cwe_related=("CWE-862",),
    owasp="API1:2023",
)
HIDDEN = Rule(
    id="hidden-characters",
    title="Character that a reviewer cannot see",
    tier=Tier.C,
    severity=Severity.INFO,
    check="hidden-text",
    cwe="CWE-1007",
)

# Everything that a terminal, a log, a runner or a parser could stumble over.
HOSTILE_PATH = "caf\udce9/::error::x,y:z/\u202emoc.py"
HOSTILE = (
    "\x1b[31mred\x1b[0m ]]> <b>&amp;\r\n::error file=app.py::owned\n##[add-mask]a "
    "\u202e\u2066rtl %0A::warning::x \x00\x07\ufeff \udcff\ud800 @everyone `a` ${{ x }}"
)


def finding(rule: Rule = JWT, path: str = "app/auth.py", line: int = 12) -> Finding:
    """Return a plain finding; its fingerprint follows from rule, path and line."""
    return Finding(
        rule=rule,
        path=path,
        start_line=line,
        end_line=line,
        message=f"{rule.title}.",
        symbol="read_token",
        snippet="    claims = jwt.decode(token, options={'verify_signature': False})",
        evidence=("the key is never passed to the decoder",),
        fix='claims = jwt.decode(token, KEY, algorithms=["HS256"])',
        start_column=14,
        end_column=67,
        fingerprint=f"{rule.id}-{path.encode('utf-8', 'backslashreplace').hex()[:12]}-{line:04}",
        authorship=Authorship.AI,
    )


def _failed(run: CheckRun, findings: tuple[Finding, ...]) -> CheckRun:
    return msgspec.structs.replace(run, outcome=Outcome.FAILED, findings=findings)


def changed(path: str, *lines: tuple[int, int], skip: Skip | None = None) -> ChangedFile:
    """Return a modified file whose new lines are `lines`."""
    return ChangedFile(
        path=path,
        status=FileStatus.MODIFIED,
        added=tuple(LineRange(start, end) for start, end in lines),
        skip=skip,
    )


SIGNAL = Signal(
    kind="trailer",
    tool="codewright",
    strength=Strength.EXPLICIT,
    effect=Effect.AI,
    quote="Assisted-by: Codewright <bot@codewright.example>",
    where="commit 2222222",
    signature="codewright-assisted-by",
    model="cw-3",
)
AI = Attribution(
    authorship=Authorship.AI,
    tools=("codewright",),
    signals=(SIGNAL,),
    commits=(
        CommitAttribution(
            sha=HEAD, authorship=Authorship.AI, tools=("codewright",), signals=(SIGNAL,)
        ),
    ),
    files=(
        FileAttribution(
            path="app/auth.py",
            authorship=Authorship.AI,
            tools=("codewright",),
            lines=(
                AuthoredLines(
                    lines=LineRange(10, 14),
                    tool="codewright",
                    signature="codewright-assisted-by",
                    commit=HEAD,
                ),
            ),
        ),
    ),
)

CHANGE = Change(
    origin=Origin.RANGE,
    base=BASE,
    head=HEAD,
    files=(
        changed("app/auth.py", (10, 14)),
        changed("app/logo.png", skip=Skip(SkipReason.BINARY)),
        changed("app/orders.py", (1, 40)),
    ),
)
SEMGREP = CheckRun(name="semgrep", outcome=Outcome.PASSED, duration_ms=154)
HIDDEN_TEXT = CheckRun(name="hidden-text", outcome=Outcome.PASSED, duration_ms=3)


def passing() -> Report:
    """Return a report of a change with nothing to say about it."""
    return Report(
        change=CHANGE,
        attribution=Attribution(),
        checks=(SEMGREP, HIDDEN_TEXT),
        findings=(),
        verdict=Verdict.PASS,
    )


def warnings() -> Report:
    """Return a report that passes with a warning and a note."""
    found = (
        msgspec.structs.replace(
            finding(UNUSED, "app/orders.py", 7), authorship=Authorship.UNKNOWN, fix=""
        ),
        msgspec.structs.replace(
            finding(HIDDEN, "app/orders.py", 9), authorship=Authorship.UNKNOWN, evidence=()
        ),
    )
    return Report(
        change=CHANGE,
        attribution=Attribution(),
        checks=(_failed(SEMGREP, found[:1]), _failed(HIDDEN_TEXT, found[1:])),
        findings=found,
        verdict=Verdict.PASS,
        notices=("the baseline is empty",),
    )


def blocked() -> Report:
    """Return a report that fails: AI-written code, one suppressed finding, one outside the change."""
    worst = finding()
    warned = msgspec.structs.replace(
        finding(UNUSED, "app/orders.py", 7),
        fix="if order.owner_id != user.id:\n\traise Forbidden\n",
        end_line=9,
    )
    accepted = msgspec.structs.replace(
        finding(UNUSED, "app/orders.py", 20),
        suppressed=Suppression(
            kind=SuppressionKind.WAIVER,
            reason="orders are public until the launch",
            owner="dana@shop.example",
            expires="2026-12-31",
        ),
    )
    inline = msgspec.structs.replace(
        finding(UNUSED, "app/orders.py", 30),
        suppressed=Suppression(
            kind=SuppressionKind.INLINE, reason="checked by the gateway", in_change=True
        ),
    )
    old = msgspec.structs.replace(finding(line=90), in_change=False)
    found = (worst, warned, accepted, inline, old)
    return Report(
        change=CHANGE,
        attribution=AI,
        checks=(_failed(SEMGREP, found), HIDDEN_TEXT),
        findings=found,
        verdict=Verdict.FAIL,
        reasons=("1 tier A finding in code written by AI",),
        blocking=(worst.fingerprint,),
        profile="soc2",
        policy_source=".aireview.yml at 1111111",
    )


def incomplete() -> Report:
    """Return a report without a verdict: no Semgrep, and a file that could not be read."""
    files = (
        changed("app/auth.py", (10, 14)),
        changed("app/broken.py", skip=Skip(SkipReason.UNREADABLE, "object 3333333 is missing")),
        ChangedFile(
            path="lib",
            status=FileStatus.MODIFIED,
            kind=FileKind.SUBMODULE,
            skip=Skip(SkipReason.SUBMODULE),
        ),
    )
    missing = CheckRun(
        name="semgrep",
        outcome=Outcome.UNAVAILABLE,
        reason="the program `semgrep` was not found; install aireview[semgrep]",
    )
    return Report(
        change=msgspec.structs.replace(CHANGE, files=files),
        attribution=AI,
        checks=(missing, HIDDEN_TEXT),
        findings=(finding(HIDDEN, "app/auth.py", 11),),
        verdict=Verdict.INCOMPLETE,
        reasons=("semgrep did not run", "1 file could not be read"),
    )


def hostile() -> Report:
    """Return a failing report whose every text comes from an attacker."""
    rule = msgspec.structs.replace(JWT, title=HOSTILE, references=(HOSTILE,))
    found = msgspec.structs.replace(
        finding(rule, HOSTILE_PATH),
        message=HOSTILE,
        symbol=HOSTILE,
        snippet=HOSTILE,
        evidence=(HOSTILE,),
        fix=HOSTILE,
        end_line=13,
    )
    accepted = msgspec.structs.replace(
        found,
        suppressed=Suppression(kind=SuppressionKind.INLINE, reason=HOSTILE, owner=HOSTILE),
    )
    signal = msgspec.structs.replace(SIGNAL, quote=HOSTILE, where=HOSTILE, tool=HOSTILE)
    return Report(
        change=Change(
            origin=Origin.STAGED,
            files=(
                ChangedFile(path=HOSTILE_PATH, old_path=HOSTILE, status=FileStatus.RENAMED),
                changed(f"{HOSTILE_PATH}.txt", skip=Skip(SkipReason.UNREADABLE, HOSTILE)),
            ),
            notices=(HOSTILE,),
        ),
        attribution=Attribution(
            authorship=Authorship.MIXED, tools=(HOSTILE,), signals=(signal,), warnings=(HOSTILE,)
        ),
        checks=(
            _failed(SEMGREP, (found,)),
            CheckRun(name="custom", outcome=Outcome.ERROR, reason=HOSTILE),
        ),
        findings=(found, accepted),
        verdict=Verdict.FAIL,
        reasons=(HOSTILE,),
        blocking=(found.fingerprint,),
        policy_source=HOSTILE,
    )


def many() -> Report:
    """Return a failing report with 60 findings in three files, twelve of them blocking."""
    found = tuple(
        finding(JWT if number < 12 else UNUSED, f"app/part{number % 3}.py", number + 1)
        for number in range(60)
    )
    return Report(
        change=msgspec.structs.replace(
            CHANGE, files=tuple(changed(f"app/part{n}.py", (1, 99)) for n in range(3))
        ),
        attribution=AI,
        checks=(_failed(SEMGREP, found), HIDDEN_TEXT),
        findings=found,
        verdict=Verdict.FAIL,
        reasons=("12 tier A findings in code written by AI",),
        blocking=tuple(item.fingerprint for item in found[:12]),
    )


def ended(outcome: Outcome) -> Report:
    """Return a report whose only check, `semgrep`, ended with `outcome` for the reason `because`."""
    blocking = {Outcome.PASSED: Verdict.PASS, Outcome.SKIPPED: Verdict.PASS}
    blocking[Outcome.FAILED] = Verdict.FAIL
    return Report(
        change=CHANGE,
        attribution=Attribution(),
        checks=(CheckRun(name="semgrep", outcome=outcome, reason="because"),),
        findings=(),
        verdict=blocking.get(outcome, Verdict.INCOMPLETE),
    )


CASES: Mapping[str, Report] = {
    "pass": passing(),
    "warnings": warnings(),
    "blocked": blocked(),
    "incomplete": incomplete(),
    "hostile": hostile(),
    "many": many(),
}
