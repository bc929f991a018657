"""Semgrep as another process: the native command line, the classic one as its fallback.

The native one (`semgrep scan --experimental`) starts ten times faster and finds the same. Both read
files by name, so the version under review is written to a private folder, under its own path where
that path is plain ASCII (rules may be limited to paths) and under a made-up name otherwise: Semgrep
loses results for names that are not UTF-8. The verdict comes from the JSON alone; its exit codes
differ between the two and between versions.

The files are named on the command line, because Semgrep leaves out much of a folder that it walks
itself. A command line has a limit, so that many files are scanned in batches.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from aireview.adapters import process
from aireview.adapters.semgrep_answer import Answer, decode, interpret
from aireview.model.engine import EngineRun, Target
from aireview.model.finding import Outcome
from aireview.model.text import quote

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

_PART = r"(?!\.{1,2}(?:/|\Z))[A-Za-z0-9_.][A-Za-z0-9_.-]*"
_PLAIN = re.compile(rf"(?:{_PART}/)*{_PART}\Z")
# Bytes of names on one command line: half of the least that a system allows (macOS: 1 MiB for words,
# environment and a pointer to each).
_BATCH = 500_000
_POINTER = 9  # and the zero at a word's end
_HINT = 'install it with `pip install "aireview[semgrep]"`, or leave it out with `--no-semgrep`'


class Semgrep:
    """Starts scans; satisfies the `RuleEngine` port.

    `timeout_s` bounds one rule on one file, `deadline_s` the whole scan (None: two minutes, and a
    fifth of a second for each file). `classic` asks for the classic command line only. `executable`
    is the program; None looks beside the running Python first (its version is the one we were
    installed with), then on PATH.
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
            folder = tempfile.TemporaryDirectory(prefix="aireview-", ignore_cleanup_errors=True)
        except OSError as error:
            return _failed(f"no room for a temporary folder: {error.strerror}")
        deadline_s = self._deadline_s
        if deadline_s is None:
            deadline_s = 120.0 + 0.2 * len(targets)
        try:
            names = _write(folder.name, targets)
            command = _Command(program, folder.name, tuple(rule_folders), self._timeout_s)
            scan = _Scan(command, names, folder, deadline_s, native=not self._classic)
        except OSError as error:
            folder.cleanup()
            return _failed(f"the scan could not be started: {error.strerror}")
        return scan.finish


class _Command(NamedTuple):
    """The command line of a scan, but for the names of the files."""

    program: str
    folder: str
    rule_folders: tuple[str, ...]
    timeout_s: int

    def start(self, names: Iterable[str], *, native: bool) -> process.Running:
        argv = [self.program, "scan", *(["--experimental"] if native else [])]
        argv += ["--metrics", "off", "--disable-version-check", "--quiet", "--json"]
        argv += ["--disable-nosem", "--no-git-ignore", "--max-target-bytes", "0"]
        argv += ["--timeout", str(self.timeout_s)]
        for rules in self.rule_folders:
            argv += ["--config", rules]
        env = _environment(self.folder)
        return process.start([*argv, *names], cwd=self.folder + "/t", env=env)


class _Scan:
    """A scan under way: its first batch runs from the start, the others when it is waited for."""

    def __init__(
        self,
        command: _Command,
        names: Mapping[str, Target],
        folder: TemporaryDirectory[str],
        deadline_s: float,
        *,
        native: bool,
    ) -> None:
        self._command = command
        self._names = names
        self._deadline_s = deadline_s
        self._native = native
        self._batches = _batches(names)
        self._first: process.Running | None = command.start(self._batches[0], native=native)
        # After the program: a scan that nobody waits for lets go of them in this order.
        self._folder = folder

    def finish(self) -> EngineRun:
        """Wait for the first batch, scan the others, and return all that came out."""
        with self._folder:
            return self._finish()

    def _finish(self) -> EngineRun:
        until = monotonic() + self._deadline_s
        answers: list[Answer] = []
        failures: list[str] = []
        for batch in self._batches:
            try:
                answer = self._scan(batch, until)
            except TimeoutError:
                failures.append(f"semgrep: no end after {self._deadline_s:g} s")
                break
            except OSError as error:
                answer = f"the scan could not be started: {error.strerror}"
            if isinstance(answer, Answer):
                answers.append(answer)
            else:
                failures.append(answer)
        engine = f"semgrep ({'native' if self._native else 'classic'})"
        return interpret(answers, self._names, engine=engine, failures=failures)

    def _scan(self, batch: Sequence[str], until: float) -> Answer | str:
        """Return the answer for a batch, or why there is none."""
        running, self._first = self._first, None
        answer = _collect(running or self._start(batch, until), until)
        if answer is None and self._native:
            # The native command line is not there, or does not know an option.
            self._native = False
            answer = _collect(self._start(batch, until), until)
        return answer or "semgrep does not understand our command line"

    def _start(self, batch: Sequence[str], until: float) -> process.Running:
        if monotonic() >= until:
            raise TimeoutError
        return self._command.start(batch, native=self._native)


def _batches(names: Iterable[str]) -> list[list[str]]:
    """Return names in batches that fit on a command line each; at least one."""
    batches: list[list[str]] = [[]]
    size = 0
    for name in names:
        size += len(name) + _POINTER  # plain ASCII
        if size > _BATCH:
            batches.append([])
            size = len(name) + _POINTER
        batches[-1].append(name)
    return batches


def _collect(running: process.Running, until: float) -> Answer | str | None:
    """Return the answer, why there is none, or None when this command line did not understand us.

    Raises TimeoutError when there is no end `until` then.
    """
    done = running.wait(max(0.0, until - monotonic()))
    answer = decode(done.stdout)
    if answer is not None:
        return answer
    if done.code >= 0 and b"unknown option" in done.stderr:
        return None
    said = quote(os.fsdecode(done.stderr).strip()[-300:], 300)
    return f"semgrep ended with code {done.code} and no result: {said}"


def find() -> str | None:
    """Return the path of the semgrep program, None when there is none."""
    import shutil  # noqa: PLC0415 - only a run that scans pays for it

    beside = os.path.join(os.path.dirname(sys.executable), "semgrep")  # noqa: PTH118, PTH120
    return beside if os.access(beside, os.X_OK) else shutil.which("semgrep")


def _write(folder: str, targets: Sequence[Target]) -> dict[str, Target]:
    """Write `targets` below `folder`/t; return each by the name it was given."""
    names: dict[str, Target] = {}
    for number, target in enumerate(targets):
        name = target.path + target.suffix
        if not _is_plain(name) or name in names:
            name = _made_up(number, name)
        full = f"{folder}/t/{name}"
        os.makedirs(os.path.dirname(full), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        with open(full, "wb") as file:  # noqa: PTH123
            file.write(target.content)
        names[name] = target
    os.makedirs(f"{folder}/t", mode=0o700, exist_ok=True)  # noqa: PTH103
    return names


def _is_plain(path: str) -> bool:
    return len(path) < 200 and _PLAIN.match(path) is not None and not path.startswith("_/")


def _made_up(number: int, path: str) -> str:
    # The name itself is kept where it can be: rules may be limited to names.
    name = path.rpartition("/")[2]
    if _is_plain(name):
        return f"_/{number:05}/{name}"
    suffix = os.path.splitext(name)[1]  # noqa: PTH122
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
