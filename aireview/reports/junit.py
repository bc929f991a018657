"""The `junit` format: one suite per check, for the test panels of CI servers.

A finding that counts is a failed test case, a suppressed one a skipped test case; a check that did
not run to its end is an error (or skipped, where it was skipped by choice). The suite `verdict` holds
the answer itself, so that a blocked or incomplete run is never all green. Characters that XML 1.0
cannot hold do not occur: every text is printable.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from aireview.model.finding import CheckRun, Finding, Outcome, Report, Verdict
from aireview.model.text import printable
from aireview.reports import log_safe
from aireview.reports.gaps import Gap, gaps
from aireview.reports.passage import passage
from aireview.reports.selection import Selection, notices, reasons, select


def render(report: Report) -> str:
    """Return the report as an XML document with a `testsuites` root."""
    root = ET.Element("testsuites", name="aireview")
    chosen = select(report)
    root.append(_verdict(report, chosen))
    names = [run.name for run in report.checks]
    others = dict.fromkeys(
        item.rule.check
        for item in (*chosen.counted, *chosen.suppressed)
        if item.rule.check not in names
    )
    root.extend(_check(run, chosen) for run in report.checks)
    root.extend(_suite(name, _cases(name, chosen)) for name in others)
    unreadable = [_unreadable(gap) for gap in gaps(report) if gap.path]
    if unreadable:
        root.append(_suite("files", unreadable))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    body = log_safe.xml(ET.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(name: str, cases: list[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", name=printable(name), tests=str(len(cases)))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
    suite.extend(cases)
    return suite


def _verdict(report: Report, chosen: Selection) -> ET.Element:
    case = ET.Element("testcase", classname="aireview", name="verdict")
    why = "; ".join(printable(reason) for reason in reasons(report))
    if report.verdict is Verdict.FAIL:
        _say(case, "failure", "blocked", why)
    elif report.verdict is Verdict.INCOMPLETE:
        _say(case, "error", "incomplete", why)
    told = [*notices(report), f"suppressed: {len(chosen.suppressed)}"]
    told.append(f"on lines that the change does not touch: {len(chosen.outside)}")
    ET.SubElement(case, "system-out").text = "\n".join(printable(line) for line in told)
    return _suite("verdict", [case])


def _check(run: CheckRun, chosen: Selection) -> ET.Element:
    cases = _cases(run.name, chosen)
    case = ET.Element(
        "testcase", classname="aireview", name=f"{printable(run.name)} ran to its end"
    )
    reason = printable(run.reason) or run.outcome.value
    match run.outcome:
        case Outcome.PASSED:
            pass
        case Outcome.FAILED:
            if not run.findings and not cases:
                _say(case, "failure", "failed", reason)
        case Outcome.SKIPPED:
            _say(case, "skipped", "", reason)
        case Outcome.PENDING | Outcome.UNAVAILABLE | Outcome.ERROR:
            _say(case, "error", run.outcome.value, reason)
    return _suite(run.name, [case, *cases])


def _cases(check: str, chosen: Selection) -> list[ET.Element]:
    counted = [_failed(item) for item in chosen.counted if item.rule.check == check]
    return counted + [_suppressed(item) for item in chosen.suppressed if item.rule.check == check]


def _case(finding: Finding) -> ET.Element:
    path = printable(finding.path)
    return ET.Element(
        "testcase",
        classname=path,
        name=f"{printable(finding.rule.id)} at line {finding.start_line}",
        file=path,
        line=str(finding.start_line),
    )


def _failed(finding: Finding) -> ET.Element:
    rule = finding.rule
    message = printable(finding.message or rule.title)
    body = [f"{printable(finding.path)}:{finding.start_line}: {message}"]
    body += [f"why: {printable(fact)}" for fact in finding.evidence]
    body += [f"fix: {passage(finding.fix)}"] if finding.fix else []
    case = _case(finding)
    _say(case, "failure", f"{rule.tier.value}/{rule.severity.value}", message, "\n".join(body))
    return case


def _suppressed(finding: Finding) -> ET.Element:
    case = _case(finding)
    if finding.suppressed is not None:
        reason = printable(finding.suppressed.reason)
        _say(case, "skipped", "", f"suppressed ({finding.suppressed.kind.value}): {reason}")
    return case


def _unreadable(gap: Gap) -> ET.Element:
    case = ET.Element("testcase", classname="aireview", name=gap.name, file=gap.name)
    _say(case, "error", "unreadable", gap.reason)
    return case


def _say(case: ET.Element, tag: str, kind: str, message: str, body: str = "") -> None:
    child = ET.SubElement(case, tag, message=message)
    if kind:
        child.set("type", kind)
    if body:
        child.text = body
