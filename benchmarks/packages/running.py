"""Runs of the real command in repositories of a temporary folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from support.registry import FakeRegistry

from aireview.model.packages import Ecosystem
from benchmarks.packages.corpus import MALICIOUS, Name

_PROGRAM = str(Path(sys.executable).parent / "aireview")
_OSV = {Ecosystem.PYPI: "PyPI", Ecosystem.NPM: "npm", Ecosystem.GO: "Go"}
_SUGGESTED = re.compile(
    r"(?:Declare|Use) `([^`]+)` (?:in the|if)|provided by `([^`]+)`: use that name"
)
_ALSO = re.compile(r"also on line ([\d, ]+)")


class Found(NamedTuple):
    """One finding; `word` is its verdict."""

    word: str
    path: str
    line: int
    tier: str
    symbol: str
    message: str
    suggestion: str
    also: tuple[int, ...]


class Run(NamedTuple):
    """One run: its findings, how the check ended, and the wall time."""

    found: tuple[Found, ...]
    outcome: str
    reason: str
    seconds: float

    def at(self) -> Mapping[tuple[str, int], Found]:
        """Return the findings by place; what is reported once for many lines is at each of them."""
        return {(f.path, line): f for f in self.found for line in (f.line, *f.also)}


class Room:
    """A temporary folder with a home of its own, so that no run sees the user's configuration."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0

    def fresh(self) -> Path:
        """Return a new empty folder."""
        self._count += 1
        made = self.folder / f"repository{self._count}"
        made.mkdir()
        return made

    def osv(self, names: Sequence[Name]) -> Path:
        """Write the advisories of an OSV export for the names that are labelled malicious."""
        folder = self.folder / "osv"
        folder.mkdir(exist_ok=True)
        for number, row in enumerate(row for row in names if row.label == MALICIOUS):
            package = {"ecosystem": _OSV[row.ecosystem], "name": row.name}
            ranges = [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]
            record = {
                "id": f"MAL-2026-{number:04}",
                "modified": "2026-01-01T00:00:00Z",
                "affected": [{"package": package, "ranges": ranges}],
            }
            (folder / f"{record['id']}.json").write_text(json.dumps(record), encoding="utf-8")
        return folder

    def repository(
        self, files: Mapping[str, str], fake: FakeRegistry, osv: Path | None = None
    ) -> Path:
        """Make a repository of one commit that asks a registry on this machine."""
        repo = self.fresh()
        for path, text in files.items():
            at = repo / path
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_text(text, encoding="utf-8")
        self.begin(repo, fake, osv)
        return repo

    def begin(self, repo: Path, fake: FakeRegistry, osv: Path | None = None) -> None:
        """Commit a folder as it is, with a policy that names the registry."""
        (repo / ".aireview.yml").write_text("\n".join(_policy(fake, osv)) + "\n", encoding="utf-8")
        self.git(repo, "init", "-q", "-b", "main")
        self.commit(repo)

    def commit(self, repo: Path) -> None:
        """Commit everything in a repository."""
        self.git(repo, "add", "-A", "-f")
        self.git(repo, "commit", "-qm", "a change", "--no-verify")

    def git(self, repo: Path, *words: str) -> str:
        """Run git without the user's configuration."""
        who = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (("NAME", "B"), ("EMAIL", "b@example.com"))
        }
        env = self._environment() | who
        return subprocess.run(
            ["git", *words], cwd=repo, env=env, check=True, capture_output=True, text=True
        ).stdout

    def check(self, repo: Path, *words: str) -> Run:
        """Run the packages check alone, over the whole tree if no words say else."""
        argv = [_PROGRAM, "check", *(words or ("--all",)), "--checks", "packages"]
        # Each run learns everything anew: what one asked must not answer the next.
        env = self._environment() | {"XDG_CACHE_HOME": str(repo.parent / f"{repo.name}.cache")}
        began = time.perf_counter()
        done = subprocess.run(
            [*argv, "--format", "json"],
            cwd=repo,
            env=env,
            check=False,
            capture_output=True,
            text=True,
        )
        seconds = time.perf_counter() - began
        if done.returncode not in (0, 1, 3) or not done.stdout.startswith("{"):
            raise RuntimeError(f"{' '.join(argv)} ended with {done.returncode}:\n{done.stderr}")
        return _run(json.loads(done.stdout), seconds)

    def _environment(self) -> dict[str, str]:
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "CI": "1"}


def _run(report: dict[str, list[dict[str, object]]], seconds: float) -> Run:
    ended = next(one for one in report["checks"] if one["name"] == "packages")
    found = tuple(_found(one) for one in report["findings"])
    return Run(found, str(ended["outcome"]), str(ended["reason"]), seconds)


def _found(finding: dict[str, object]) -> Found:
    fix, evidence = str(finding["fix"]), finding["evidence"]
    named = _SUGGESTED.search(fix)
    return Found(
        word=str(finding["rule"]).partition("-")[0],
        path=str(finding["path"]),
        line=int(str(finding["start_line"])),
        tier=str(finding["tier"]),
        symbol=str(finding["symbol"]),
        message=str(finding["message"]),
        suggestion=next((name for name in named.groups() if name), "") if named else "",
        also=tuple(_also(evidence)) if isinstance(evidence, list) else (),
    )


def _also(evidence: Sequence[object]) -> Iterator[int]:
    for line in evidence:
        if found := _ALSO.match(str(line)):
            yield from (int(number) for number in found.group(1).split(",") if number.strip())


def _policy(fake: FakeRegistry, osv: Path | None) -> Iterator[str]:
    yield "packages:"
    yield "  registries:"
    for ecosystem, base in fake.bases.items():
        yield f"    {ecosystem.value}: {base}"
    if osv is not None:
        yield f"  osv: {osv}"
