"""The `text` format: one screen for a person at a terminal, nothing at all when all is well."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from aireview.model.finding import Finding, Outcome, Report, Severity, Tier, Verdict
from aireview.model.provenance import Attribution, Authorship, Effect, Signal, Strength
from aireview.model.text import printable, quote
from aireview.reports import log_safe
from aireview.reports.gaps import gaps, skipped_files
from aireview.reports.passage import clip, count, passage
from aireview.reports.selection import Selection, notices, reasons, select

MAX_SHOWN = 10
_MAX_LISTED = 5  # files that could not be read, signals, notices: the rest is counted
_MAX_LINES = 4
_MAX_TEXT = 1_000  # characters of one text, should it have no place to break a line
_MESSAGE_LINES = 3
_FIX_LINES = 8
_MAX_FIX = 4_000
_EVIDENCE = 2
_MIN_WIDTH = 40
_INDENT = "  "
_GLUE = (
    "\u00b7"  # stands for a space that must not break; printable, and none that textwrap splits at
)

_RED, _YELLOW, _GREEN, _BOLD, _DIM = "31", "33", "32", "1", "2"
_WROTE = {
    Authorship.AI: "written by AI",
    Authorship.MIXED: "partly written by AI",
    Authorship.BOT: "written by a bot",
    Authorship.UNKNOWN: "",
}
_NO_COMMENTS = (
    *(".json", ".md", ".txt", ".xlf", ".po", ".html", ".xml", ".csv", ".svg", ".ipynb"),
    *(".lock", ".locked", ".lockfile", "go.sum", "pnpm-lock.yaml"),  # written by a tool
    *(".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".config", ".nuspec"),
)
_HASH_COMMENTS = (
    *(".py", ".pyi", ".rb", ".yml", ".yaml", ".toml", ".sh", ".ex", ".exs", ".tf"),
    *(".bash", ".zsh", ".fish", ".ps1", ".cfg", ".ini", ".conf", ".mk", ".gemspec", ".in"),
    *("dockerfile", "containerfile", "makefile", "gemfile", "pipfile", "justfile", "procfile"),
)
# Text in which a line that starts with `#` is a comment.
_HASH_TEXT = re.compile(r"(?:.*[/._-])?(?:requirements|constraints).*\.txt|(?:.*/)?dockerfile\.\w+")


def render(report: Report, *, color: bool = False, width: int = 80, verbose: bool = False) -> str:
    """Return `report` as text; empty for a pass that has nothing to tell unless `verbose`.

    `width` is the columns to wrap prose at (source and code are never wrapped, so that they can
    be pasted). Without `color` there is no escape code in the result, whatever the report holds.
    """
    page = _Page(color=color, width=max(width, _MIN_WIDTH))
    chosen = select(report)
    told = _notices(report, page)
    not_checked = _not_checked(report, page, verbose=verbose)
    if report.verdict is Verdict.PASS and not verbose and not chosen.counted:
        return _join([not_checked, told])
    full = verbose or report.verdict is not Verdict.PASS
    blocks = [
        _verdict(report, chosen, page),
        *_findings(report, chosen, page, full=full),
        _left_out(chosen, page),
        _looked_at(report, page) if verbose else [],
        not_checked,
        _who(report.attribution, page) if full else [],
        _disagree(chosen, page),
        told,
    ]
    return _join(blocks)


class _Page:
    """Colours and wrapping, bound to one terminal."""

    def __init__(self, *, color: bool, width: int) -> None:
        self._color = color
        self.width = width

    def paint(self, text: str, *codes: str) -> str:
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self._color else text

    def wrap(self, text: str, indent: str = "", *, limit: int = _MAX_LINES) -> list[str]:
        """Return `text` as indented lines; cut with an ellipsis after `limit` lines."""
        return textwrap.wrap(
            printable(clip(text, _MAX_TEXT)),
            self.width,
            initial_indent=indent,
            subsequent_indent=indent,
            max_lines=limit,
            placeholder=" …",
            break_on_hyphens=False,
            break_long_words=False,
        )


def _join(blocks: Iterable[list[str]]) -> str:
    text = "\n\n".join("\n".join(block) for block in blocks if block)
    return f"{log_safe.plain(text)}\n" if text else ""


def _verdict(report: Report, chosen: Selection, page: _Page) -> list[str]:
    why = [printable(reason) for reason in reasons(report)]
    if report.verdict is Verdict.PASS:
        return [page.paint(_passed(report, chosen), _BOLD)]
    if report.verdict is Verdict.FAIL:
        head, code = "aireview: blocked", _RED
    else:
        head, code = "aireview: incomplete, so there is no verdict", _YELLOW
    if len(why) == 1 and len(head) + len(why[0]) + 2 <= page.width:
        return [page.paint(f"{head}: {why[0]}", _BOLD, code)]
    lines = [line for reason in why for line in page.wrap(f"- {reason}", _INDENT)]
    return [page.paint(head, _BOLD, code), *lines]


def _passed(report: Report, chosen: Selection) -> str:
    notes = sum(finding.rule.tier is Tier.C for finding in chosen.counted)
    warnings = len(chosen.counted) - notes
    found = [count(n, noun) for n, noun in ((warnings, "warning"), (notes, "note")) if n]
    if found:
        return f"aireview: passed with {' and '.join(found)}"
    return (
        f"aireview: passed, {count(len(report.change.readable), 'file')} read,"
        f" {count(sum(run.outcome is Outcome.PASSED for run in report.checks), 'check')} run"
    )


def _findings(report: Report, chosen: Selection, page: _Page, *, full: bool) -> list[list[str]]:
    """Return one block per finding (`full`), or one block for the short list."""
    shown = _by_file(chosen.counted[:MAX_SHOWN])
    blocking = set(report.blocking)
    items = [_finding(item, page, blocks=item.fingerprint in blocking, full=full) for item in shown]
    rest = len(chosen.counted) - len(shown)
    more = [page.paint(f"{count(rest, 'more finding')}, see --format json", _DIM)] if rest else []
    if full:
        return [*items, more]
    return [[line for item in items for line in item] + more]


def _by_file(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return findings grouped by file; the file of the worst one first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.path, []).append(finding)
    return [finding for group in groups.values() for finding in group]


def _finding(finding: Finding, page: _Page, *, blocks: bool, full: bool) -> list[str]:
    rule = finding.rule
    tags = ", ".join(tag for tag in ("blocks" if blocks else "", _WROTE[finding.authorship]) if tag)
    head = "  ".join(
        part
        for part in (
            page.paint(f"{printable(finding.path)}:{finding.start_line}", _BOLD),
            page.paint(
                f"{rule.tier.value}/{rule.severity.value} {printable(rule.id)}", _hue(rule.severity)
            ),
            page.paint(f"({tags})", _DIM) if tags else "",
        )
        if part
    )
    message = page.wrap(finding.message or rule.title, _INDENT, limit=_MESSAGE_LINES)
    if not full:
        return [head, *message]
    return [
        head,
        *message,
        *_source(finding, page),
        *_evidence(finding, page),
        *_fix(finding, page),
    ]


def _hue(severity: Severity) -> str:
    return _RED if severity in (Severity.CRITICAL, Severity.HIGH) else _YELLOW


def _source(finding: Finding, page: _Page) -> list[str]:
    """Return the first line of source that is not blank, with its number."""
    for offset, line in enumerate(finding.snippet.split("\n")):
        if line.strip():
            number = f"{finding.start_line + offset} | "
            shown = quote(clip(line.strip(), _MAX_TEXT), page.width - len(_INDENT) - len(number))
            return [f"{_INDENT}{page.paint(number, _DIM)}{shown}"]
    return []


def _evidence(finding: Finding, page: _Page) -> list[str]:
    room = page.width - len("  why: ")
    lines = [f"{_INDENT}why: {quote(fact, room)}" for fact in finding.evidence[:_EVIDENCE]]
    rest = len(finding.evidence) - _EVIDENCE
    if rest > 0:
        lines[-1] = (
            f"{_INDENT}why: {quote(finding.evidence[_EVIDENCE - 1], room - 12)} (+{rest} more)"
        )
    return lines


def _fix(finding: Finding, page: _Page) -> list[str]:
    lines = passage(clip(finding.fix, _MAX_FIX)).split("\n")
    label = page.paint("fix:", _GREEN)
    if len(lines) == 1:
        return _advice(lines[0].strip(), label, page)
    cut = ["…"] if len(lines) > _FIX_LINES else []
    return [f"{_INDENT}{label}", *(f"{_INDENT}{_INDENT}{x}" for x in (*lines[:_FIX_LINES], *cut))]


def _advice(text: str, label: str, page: _Page) -> list[str]:
    """Return advice in prose, wrapped; code between backticks stays on one line to be pasted."""
    parts = text.split("`")
    parts[1::2] = (part.replace(" ", _GLUE) for part in parts[1::2])
    wrapped = page.wrap(f"fix: {'`'.join(parts)}", _INDENT, limit=_FIX_LINES) if text else []
    return [line.replace(_GLUE, " ").replace("fix:", label, 1) for line in wrapped[:1]] + [
        line.replace(_GLUE, " ") for line in wrapped[1:]
    ]


def _left_out(chosen: Selection, page: _Page) -> list[str]:
    groups = (
        (len(chosen.suppressed), "suppressed with a reason"),
        (len(chosen.outside), "on lines that this change does not touch"),
    )
    parts = [f"{number} {what}" for number, what in groups if number]
    return page.wrap(f"Not shown: {', '.join(parts)}.") if parts else []


def _looked_at(report: Report, page: _Page) -> list[str]:
    """Return what the checks that ran say about what they saw."""
    ran = [run for run in report.checks if run.outcome in (Outcome.PASSED, Outcome.FAILED)]
    lines = [
        line
        for run in ran
        if run.reason
        for line in page.wrap(f"{run.name}: {run.reason}", _INDENT)
    ]
    return [page.paint("Looked at:", _BOLD), *lines] if lines else []


def _not_checked(report: Report, page: _Page, *, verbose: bool) -> list[str]:
    missed = gaps(report)
    quiet = report.verdict is Verdict.PASS and not verbose
    # What somebody left out on purpose is no news on a pass.
    checks = [gap for gap in missed if gap.check and not (quiet and gap.outcome is Outcome.SKIPPED)]
    files = [gap for gap in missed if gap.path]
    shown = [*checks, *files[:_MAX_LISTED]]
    lines = [line for gap in shown for line in page.wrap(gap.sentence, _INDENT)]
    if len(files) > _MAX_LISTED:
        lines.append(f"{_INDENT}{count(len(files) - _MAX_LISTED, 'more unreadable file')}")
    if verbose or report.verdict is not Verdict.PASS:
        counts = ", ".join(f"{number} {reason.value}" for reason, number in skipped_files(report))
        lines += page.wrap(f"files without content to check: {counts}", _INDENT) if counts else []
    return [page.paint("Not checked:", _BOLD), *lines] if lines else []


def _who(attribution: Attribution, page: _Page) -> list[str]:
    tools = ", ".join(printable(tool) for tool in attribution.tools)
    who = {
        Authorship.AI: f"AI ({tools})" if tools else "AI",
        Authorship.MIXED: f"partly AI ({tools})" if tools else "partly AI",
        Authorship.BOT: f"an automation bot ({tools})" if tools else "an automation bot",
        Authorship.UNKNOWN: "unknown; no AI tool left a mark",
    }[attribution.authorship]
    lines = page.wrap(f"Who wrote it: {who}")
    if attribution.authorship is not Authorship.UNKNOWN:
        lines += [
            f"{_INDENT}“{quote(signal.quote, page.width - 6)}”{_where(signal)}"
            for signal in _proofs(attribution)[:2]
        ]
    for warning in attribution.warnings[:_MAX_LISTED]:
        lines += page.wrap(warning, _INDENT)
    return lines


def _where(signal: Signal) -> str:
    return f" ({quote(signal.where or signal.kind, 40)})"


def _proofs(attribution: Attribution) -> list[Signal]:
    """Return the signals that decided, in order and each quote once."""
    everywhere = (*attribution.signals, *(s for c in attribution.commits for s in c.signals))
    decisive = {
        signal.quote: signal
        for signal in reversed(everywhere)
        if signal.quote
        and signal.vetoed_by is None
        and signal.strength in (Strength.EXPLICIT, Strength.STRONG)
        and signal.effect in (Effect.AI, Effect.PARTIAL, Effect.LINES, Effect.BOT)
    }
    return list(reversed(decisive.values()))


def _disagree(chosen: Selection, page: _Page) -> list[str]:
    """Return how to disagree, with the first finding as the example; once per report."""
    if not chosen.counted:
        return []
    first = chosen.counted[0]
    rule = printable(first.rule.id)
    meaning = f"What a rule means: aireview explain {rule}"
    if any(finding.rule.id.startswith("suppression-") for finding in chosen.counted):
        return [meaning]  # the comment is there already, and somebody else has to agree
    name = first.path.lower()
    hashed = _HASH_TEXT.fullmatch(name) is not None
    if name.endswith(_NO_COMMENTS) and not hashed:
        how = "Wrong? A waiver in .aireview.yml says so, with an owner and an expiry date."
        return [*page.wrap(how), meaning]
    mark = "#" if hashed or name.endswith(_HASH_COMMENTS) else "//"
    return [
        "Wrong? Say why on that line, and the reason is kept:",
        page.paint(f'{_INDENT}{mark} aireview: ignore[{rule}] reason="…"', _DIM),
        meaning,
    ]


def _notices(report: Report, page: _Page) -> list[str]:
    told = notices(report)
    lines = [line for notice in told[:_MAX_LISTED] for line in page.wrap(f"aireview: {notice}")]
    if len(told) > _MAX_LISTED:
        lines.append(f"{count(len(told) - _MAX_LISTED, 'more notice')}, see --format json")
    return lines
