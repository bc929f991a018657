"""What Semgrep answers (its JSON output), and what that means in our words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from aireview.model.change import LineRange
from aireview.model.engine import EngineMatch, EngineRun, Target, Unparsed
from aireview.model.finding import Outcome
from aireview.model.text import quote


class _Position(msgspec.Struct, frozen=True):
    line: int
    col: int = 1


class _Extra(msgspec.Struct):
    message: str = ""
    severity: str = ""
    metadata: dict[str, object] = {}
    fix: str = ""


class _Result(msgspec.Struct):
    check_id: str
    path: str
    start: _Position
    end: _Position
    extra: _Extra


class _Span(msgspec.Struct):
    file: str = ""
    start: _Position = _Position(1)
    end: _Position = _Position(1)


class _Error(msgspec.Struct):
    level: str = "error"
    type: object = ""
    message: str = ""
    path: str = ""
    rule_id: str = ""
    spans: list[_Span] = []


class _Paths(msgspec.Struct):
    scanned: list[str] = []


class Answer(msgspec.Struct):
    """The part of Semgrep's JSON output that we rely on."""

    results: list[_Result]
    errors: list[_Error]
    paths: _Paths


def decode(stdout: bytes) -> Answer | None:
    """Return what Semgrep printed as values, None when it is no answer."""
    # Paths in the JSON can be invalid UTF-8; ours never are, a rule's message might be.
    try:
        return msgspec.json.decode(stdout.decode("utf-8", "replace"), type=Answer)
    except msgspec.DecodeError:
        return None


def interpret(
    answers: Sequence[Answer],
    names: Mapping[str, Target],
    *,
    engine: str,
    failures: Sequence[str] = (),
) -> EngineRun:
    """Turn Semgrep's answers, one for each batch of files, into one run.

    `names` maps the names that Semgrep was given, of all batches, to targets; `failures`
    say why a batch has no answer. A file that no answer names as scanned is a problem of the run.
    """
    problems = list(failures)
    unparsed: list[Unparsed] = []
    for error in (error for answer in answers for error in answer.errors):
        kind = error.type[0] if isinstance(error.type, list) and error.type else error.type
        path = names[error.path].path if error.path in names else ""
        if kind == "PartialParsing":
            unparsed += _spans(error, path)
        elif kind in ("Syntax error", "Lexical error") and path:
            unparsed.append(Unparsed(path, LineRange(1, 2**31 - 1)))
        else:
            problems.append(_problem(str(kind), error, path))
    problems += _missing(answers, names)
    results = (result for answer in answers for result in answer.results)
    return EngineRun(
        outcome=Outcome.ERROR if problems else Outcome.PASSED,
        reason="; ".join(dict.fromkeys(problems)),
        engine=engine,
        matches=tuple(_match(result, names) for result in results if result.path in names),
        unparsed=tuple(unparsed),
    )


def _missing(answers: Sequence[Answer], names: Mapping[str, Target]) -> list[str]:
    scanned = {name for answer in answers for name in answer.paths.scanned}
    missing = [t.path for name, t in names.items() if name not in scanned and not t.optional]
    if not missing:
        return []
    shown = ", ".join(quote(path, 80) for path in missing[:3])
    return [f"{len(missing)} of {len(names)} files were not scanned ({shown})"]


def _spans(error: _Error, path: str) -> list[Unparsed]:
    spans = [LineRange(s.start.line, max(s.start.line, s.end.line)) for s in error.spans]
    return [Unparsed(path, span) for span in spans or [LineRange(1, 2**31 - 1)]]


def _problem(kind: str, error: _Error, path: str) -> str:
    rule = _rule_id(error.rule_id)
    if kind == "Timeout":
        return f"rule {quote(rule, 80)} timed out on {quote(path, 80)}"
    if kind.startswith("Rule parse error"):
        first = error.message.strip().split("\n")[1:2]
        return f"rule {quote(rule, 80)} does not parse: {quote(''.join(first).strip(), 160)}"
    return f"{kind}: {quote(error.message.strip(), 200)}"


def _match(result: _Result, names: Mapping[str, Target]) -> EngineMatch:
    return EngineMatch(
        rule_id=_rule_id(result.check_id),
        path=names[result.path].path,
        start_line=result.start.line,
        end_line=result.end.line,
        start_column=result.start.col,
        end_column=result.end.col,
        message=result.extra.message,
        severity=result.extra.severity,
        metadata=result.extra.metadata,
        fix=result.extra.fix,
    )


def _rule_id(check_id: str) -> str:
    # Semgrep puts the folder of the rule file, dotted, before the id.
    return check_id.rsplit(".", 1)[-1]
