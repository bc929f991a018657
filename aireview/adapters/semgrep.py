"""Semgrep as another process: the native command line, the classic one as its fallback.

The native one (`semgrep scan --experimental`) starts ten times faster and finds the same. Both read
files by name, so the version under review is written to a private folder, under its own path where
that path is plain ASCII (rules may be limited to paths) and under a made-up name otherwise: Semgrep
loses results for names that are not UTF-8. The verdict comes from the JSON alone; its exit codes
differ between the two and between versions.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence

import msgspec

from aireview.adapters import process
from aireview.model.change import LineRange
from aireview.model.engine import EngineMatch, EngineRun, Target, Unparsed
from aireview.model.finding import Outcome
from aireview.model.text import quote

_PLAIN = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*\Z")
_HINT = 'install it with `pip install "aireview[semgrep]"`, or leave it out with `--no-semgrep`'


class Semgrep:
    """Starts scans; satisfies the `RuleEngine` port.

    `timeout_s` bounds one rule on one file, `deadline_s` the whole scan (None: two minutes, and a
    fifth of a second for each file). `classic` asks for the
    classic command line only. `executable` is the program; None looks beside the running Python
    first (its version is the one we were installed with), then on PATH.
    """

    def __init__(
        self,
        *,
        executable: str | None = None,
        timeout_s: int = 5,
        deadline_s: float | None = None,
        classic: bool = False,
    ) -> None:
        self._executable = executable or find()
        self._timeout_s = timeout_s
        self._deadline_s = deadline_s
        self._classic = classic

    def start(
        self, targets: Sequence[Target], rule_folders: Sequence[str]
    ) -> Callable[[], EngineRun]:
        """Start a scan of `targets` with the rules in `rule_folders`; the result waits for it."""
        program = self._executable
        if program is None:
            run = EngineRun(outcome=Outcome.UNAVAILABLE, reason=f"semgrep was not found: {_HINT}")
            return lambda: run
        import tempfile  # noqa: PLC0415 - only a run that scans pays for it

        try:
            folder = tempfile.TemporaryDirectory(prefix="aireview-")
        except OSError as error:
            return _failed(f"no room for a temporary folder: {error.strerror}")
        try:
            names = _write(folder.name, targets)
            running = (
                None if self._classic else self._launch(program, folder.name, names, rule_folders)
            )
        except OSError as error:
            folder.cleanup()
            return _failed(f"the scan could not be started: {error.strerror}")

        deadline = self._deadline_s
        if deadline is None:
            deadline = 120.0 + 0.2 * len(targets)

        def finish() -> EngineRun:
            with folder:
                if running is not None:
                    result = _collect(running, names, "semgrep (native)", deadline)
                    if result is not None:
                        return result
                # The native command line is not there, or does not know an option.
                again = self._launch(program, folder.name, names, rule_folders, native=False)
                result = _collect(again, names, "semgrep (classic)", deadline)
                return result or EngineRun(
                    outcome=Outcome.ERROR, reason="semgrep gave no answer", engine="semgrep"
                )

        return finish

    def _launch(
        self,
        program: str,
        folder: str,
        names: Mapping[str, str],
        rule_folders: Sequence[str],
        *,
        native: bool = True,
    ) -> process.Running:
        argv = [program, "scan", *(["--experimental"] if native else [])]
        argv += ["--metrics", "off", "--disable-version-check", "--quiet", "--json"]
        argv += ["--disable-nosem", "--no-git-ignore", "--max-target-bytes", "0"]
        argv += ["--timeout", str(self._timeout_s)]
        for rules in rule_folders:
            argv += ["--config", rules]
        return process.start([*argv, *names], cwd=folder + "/t", env=_environment(folder))


def _collect(
    running: process.Running, names: Mapping[str, str], engine: str, deadline_s: float
) -> EngineRun | None:
    """Return how the scan ended, or None when this command line did not understand us."""
    try:
        done = running.wait(deadline_s)
    except TimeoutError as error:
        return EngineRun(outcome=Outcome.ERROR, reason=f"semgrep: {error}", engine=engine)
    answer = _decode(done.stdout)
    if answer is None:
        if done.code >= 0 and b"unknown option" in done.stderr:
            return None
        said = quote(os.fsdecode(done.stderr).strip()[-300:], 300)
        reason = f"semgrep ended with code {done.code} and no result: {said}"
        return EngineRun(outcome=Outcome.ERROR, reason=reason, engine=engine)
    return interpret(answer, names, engine)


def find() -> str | None:
    """Return the path of the semgrep program, None when there is none."""
    import shutil  # noqa: PLC0415 - only a run that scans pays for it

    beside = os.path.join(os.path.dirname(sys.executable), "semgrep")  # noqa: PTH118, PTH120
    return beside if os.access(beside, os.X_OK) else shutil.which("semgrep")


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


def _decode(stdout: bytes) -> Answer | None:
    # Paths in the JSON can be invalid UTF-8; ours never are, a rule's message might be.
    try:
        return msgspec.json.decode(stdout.decode("utf-8", "replace"), type=Answer)
    except msgspec.DecodeError:
        return None


def interpret(answer: Answer, names: Mapping[str, str], engine: str) -> EngineRun:
    """Turn Semgrep's answer into ours. `names` maps the names it was given to repository paths."""
    problems: list[str] = []
    unparsed: list[Unparsed] = []
    for error in answer.errors:
        kind = error.type[0] if isinstance(error.type, list) and error.type else error.type
        path = names.get(error.path, "")
        if kind == "PartialParsing":
            unparsed += _spans(error, path)
        elif kind in ("Syntax error", "Lexical error") and path:
            unparsed.append(Unparsed(path, LineRange(1, 2**31 - 1)))
        else:
            problems.append(_problem(str(kind), error, path))
    scanned = set(answer.paths.scanned)
    missing = [path for name, path in names.items() if name not in scanned]
    if missing:
        shown = ", ".join(quote(path, 80) for path in missing[:3])
        problems.append(f"{len(missing)} of {len(names)} files were not scanned ({shown})")
    matches = tuple(_match(result, names) for result in answer.results if result.path in names)
    return EngineRun(
        outcome=Outcome.ERROR if problems else Outcome.PASSED,
        reason="; ".join(dict.fromkeys(problems)),
        engine=engine,
        matches=matches,
        unparsed=tuple(unparsed),
    )


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


def _match(result: _Result, names: Mapping[str, str]) -> EngineMatch:
    return EngineMatch(
        rule_id=_rule_id(result.check_id),
        path=names[result.path],
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


def _write(folder: str, targets: Sequence[Target]) -> dict[str, str]:
    """Write `targets` below `folder`/t; return the name each was given, and its own path."""
    names: dict[str, str] = {}
    for number, target in enumerate(targets):
        name = target.path + target.suffix
        if not _is_plain(name) or name in names:
            name = _made_up(number, name)
        full = f"{folder}/t/{name}"
        os.makedirs(os.path.dirname(full), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        with open(full, "wb") as file:  # noqa: PTH123
            file.write(target.content)
        names[name] = target.path
    os.makedirs(f"{folder}/t", mode=0o700, exist_ok=True)  # noqa: PTH103
    return names


def _is_plain(path: str) -> bool:
    return len(path) < 200 and _PLAIN.match(path) is not None and not path.startswith("_/")


def _made_up(number: int, path: str) -> str:
    suffix = os.path.splitext(path)[1]  # noqa: PTH122
    return f"_/{number:05}{suffix if _PLAIN.match('x' + suffix) else ''}"


def _environment(folder: str) -> dict[str, str]:
    # An unusable HOME makes the classic command line end as if it had found something.
    kept = ("PATH", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV", "SYSTEMROOT", "LD_LIBRARY_PATH")
    env = {name: os.environ[name] for name in kept if name in os.environ}
    return env | {
        "HOME": folder,
        "SEMGREP_ENABLE_VERSION_CHECK": "0",
        "SEMGREP_SEND_METRICS": "off",
        "SEMGREP_SETTINGS_FILE": f"{folder}/settings.yml",
        "SEMGREP_LOG_FILE": f"{folder}/semgrep.log",
    }


def _failed(reason: str) -> Callable[[], EngineRun]:
    run = EngineRun(outcome=Outcome.ERROR, reason=reason, engine="semgrep")
    return lambda: run
