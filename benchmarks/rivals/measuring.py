"""Runs of one tool over one input, each in a fresh copy and with an empty home folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from aireview.model.packages import Ecosystem
from benchmarks.rivals.cases import Case
from benchmarks.rivals.published import Distribution, Published
from benchmarks.rivals.standin import StandIn
from benchmarks.rivals.tools import Finding, Tool


class Result(NamedTuple):
    """What a tool said about an input; `asked` are the private names that it sent away."""

    invented: int
    found: int
    missed: list[str]
    wrong: list[str]
    others: list[str]
    asked: list[str]
    seconds: float | None
    notes: list[str]
    findings: list[Finding]


class Bench(NamedTuple):
    """Where the tools are, what they are to trust and to see, and how often they run."""

    tools: Path
    folder: Path
    authority: Path
    published: Published
    standin: StandIn
    runs: int
    limit: int

    def measure(self, tool: Tool, case: Case, tree: Path) -> Result:
        """Run a tool and score the last run; seconds are the median."""
        walls: list[float] = []
        notes: list[str] = []
        found: list[Finding] = []
        self.standin.asked.clear()
        for _ in range(self.runs):
            work = self._fresh(tool, case, tree)
            commands = tool.commands(case, work / case.name, work / "out.json")
            if not commands:
                notes = ["nothing to run"]
                break
            wall, stdouts, notes = self._run(tool, case, work, commands)
            walls.append(wall)
            try:
                found = list(tool.reads(stdouts, _value(work / "out.json")))
            except (ValueError, KeyError) as error:
                notes.append(f"could not be read: {error!r}")
        sent = "\n".join(self.standin.asked)
        asked = [name for name in case.private.split() if name in sent]
        return _scored(case, found)._replace(
            asked=asked,
            seconds=round(statistics.median(walls), 2) if walls else None,
            notes=sorted(set(notes)),
        )

    def _fresh(self, tool: Tool, case: Case, tree: Path) -> Path:
        work = self.folder / "work"
        shutil.rmtree(work, ignore_errors=True)
        (work / "home").mkdir(parents=True)
        shutil.copytree(tree, work / case.name, symlinks=True)
        if tool.installed:
            known = self.published[Ecosystem.PYPI]
            _install(work / "site", case.installed.lower().split(), known)
        return work

    def _run(
        self, tool: Tool, case: Case, work: Path, commands: list[list[str]]
    ) -> tuple[float, list[str], list[str]]:
        program = self.tools.resolve() / tool.environment / "bin" / tool.program
        env = self._environment(work) | (
            {"PYTHONPATH": str(work / "site")} if tool.installed else {}
        )
        stdouts: list[str] = []
        notes: list[str] = []
        began = time.perf_counter()
        for words in commands:
            try:
                done = subprocess.run(
                    [str(program), *words],
                    cwd=work / case.name,
                    env=env,
                    capture_output=True,
                    text=True,
                    timeout=self.limit,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                notes.append(f"not finished after {self.limit} s")
                continue
            stdouts.append(done.stdout)
            notes += _notes(done)
        return time.perf_counter() - began, stdouts, notes

    def _environment(self, work: Path) -> dict[str, str]:
        trust = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")
        return dict.fromkeys(trust, str(self.authority)) | {
            "PATH": os.environ["PATH"],
            "HOME": str(work / "home"),
            "XDG_CACHE_HOME": str(work / "home" / ".cache"),
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
        }


def _install(site: Path, names: list[str], known: Mapping[str, Distribution]) -> None:
    """Write the metadata of distributions, which is all that deptry reads of an environment."""
    for name in names:
        about = known[name]
        version = about.versions[-1] if about.versions else "1.0.0"
        info = site / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        tops = sorted({module.partition(".")[0] for module in about.modules})
        (info / "top_level.txt").write_text("".join(f"{top}\n" for top in tops))


def _value(file: Path) -> object:
    return json.loads(file.read_text("utf-8")) if file.exists() and file.stat().st_size else None


def _notes(done: subprocess.CompletedProcess[str]) -> Iterator[str]:
    failed = done.returncode not in (0, 1) or "Traceback" in done.stderr
    yield f"exit {done.returncode} {done.stderr.strip()[-200:] if failed else ''}".strip()
    yield from re.findall(r"ERROR: .*", done.stderr)


def _scored(case: Case, found: list[Finding]) -> Result:
    invented = case.invented.split()
    missed = [name for name in invented if not any(one.names(name) for one in found)]
    rest = [one for one in found if not any(one.names(name) for name in invented)]
    return Result(
        invented=len(invented),
        found=len(invented) - len(missed),
        missed=missed,
        wrong=sorted({f"{one.name} {one.word}" for one in rest if one.is_wrong(case)}),
        others=sorted({f"{one.name} {one.word}" for one in rest if not one.is_wrong(case)}),
        asked=[],
        seconds=None,
        notes=[],
        findings=found,
    )
