"""The commit hook against a bare interpreter, the native Semgrep scan alone, and the classic CLI."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import Ratio, compare, run

_FILES = 2000
_CODE = '''\
"""Module {n}."""

from app.db import session
from app.models import Order{n}


def list_orders_{n}(user):
    """Orders of a user."""
    rows = session.query(Order{n}).filter(Order{n}.user_id == user.id).all()
    return [row.as_dict() for row in rows]


def total_{n}(rows):
    return sum(row.price * row.count for row in rows)
'''
_EDIT = '''

def newest_{n}(user, limit=10):
    """The newest orders of a user."""
    rows = session.query(Order{n}).filter(Order{n}.user_id == user.id)
    return rows.order_by(Order{n}.id.desc()).limit(limit).all()
'''


def report(times: int) -> list[str]:
    """Measure and return the lines to print."""
    with tempfile.TemporaryDirectory(prefix="aireview-bench-") as folder:
        repo = Path(folder)
        _build(repo)
        python = [sys.executable, "-c", "pass"]
        hook = [str(Path(sys.executable).parent / "aireview"), "hook", "commit"]
        (repo / "README.md").write_text("# Shop, again\n", encoding="utf-8")
        _git(repo, "add", "-A")

        def forget() -> None:
            # The hook answers at once when its runner calls it again for the same tree.
            (repo / ".git/aireview/last-check").unlink(missing_ok=True)

        docs = compare(hook, python, repo, times=times, before=forget)
        lines = [_line("hook, docs only / bare interpreter", docs, 8.0)]
        _git(repo, "commit", "-qm", "docs", "--no-verify")
        names = [f"app/m{n}.py" for n in range(0, 500, 100)]
        for n in range(0, 500, 100):
            with (repo / f"app/m{n}.py").open("a", encoding="utf-8") as file:
                file.write(_EDIT.format(n=n))
        _git(repo, "add", "-A")
        agent = {"CLAUDECODE": "1", "CLAUDE_CODE_CHILD_SESSION": "1"}
        native = compare(
            hook, _semgrep(names, native=True), repo, times=times, env=agent, before=forget
        )
        lines.append(_line("hook, 5 files of an agent / native Semgrep alone", native, 1.5))
        classic = compare(
            hook,
            _semgrep(names, native=False),
            repo,
            times=max(3, times // 3),
            env=agent,
            before=forget,
        )
        lines.append(_line("hook, 5 files of an agent / classic Semgrep CLI", classic, 0.25))
        forget()
        lines.append(
            f"{'memory of the hook (largest process)':58} {run(hook, repo, agent).peak_mb:6.0f} MB"
        )
        return lines


def _semgrep(names: list[str], *, native: bool) -> list[str]:
    from aireview.adapters.rules_folder import rules_root  # noqa: PLC0415 - as the product finds it

    program = str(Path(sys.executable).parent / "semgrep")
    argv = [program, "scan", *(["--experimental"] if native else []), "--metrics", "off"]
    argv += ["--disable-version-check", "--quiet", "--json", "--max-target-bytes", "0"]
    for folder in ("python", "regex"):
        argv += ["--config", f"{rules_root()}/{folder}"]
    return [*argv, *names]


def _build(repo: Path) -> None:
    _git(repo, "init", "-q", "-b", "main")
    (repo / "app").mkdir()
    for n in range(_FILES):
        (repo / f"app/m{n}.py").write_text(_CODE.format(n=n), encoding="utf-8")
    (repo / "README.md").write_text("# Shop\n", encoding="utf-8")
    _git(repo, "add", "-A")
    _git(repo, "commit", "-qm", "start")


def _git(repo: Path, *args: str) -> None:
    who = {
        f"GIT_{w}_{k}": v
        for w in ("AUTHOR", "COMMITTER")
        for k, v in (("NAME", "B"), ("EMAIL", "b@example.com"))
    }
    subprocess.run(["git", *args], cwd=repo, check=True, env=os.environ | who)


def _line(what: str, measured: Ratio, bar: float) -> str:
    mark = "ok" if measured.ratio <= bar else "OVER"
    return (
        f"{what:58} {measured.ratio:6.2f}x  (bar {bar}x, {mark}; "
        f"{measured.ours_s * 1000:.0f} ms / {measured.theirs_s * 1000:.0f} ms)"
    )
