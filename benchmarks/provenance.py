"""`aireview provenance` over a history, against `git log` printing the same fields.

The history is made with `git fast-import`: messages of 100 to 600 bytes, thousands of identities, one
commit in ten marked by an AI tool. git is measured twice: with its output thrown away, which no
consumer can have, and read by a program that does nothing with it.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Ratio, compare, run

_BAR = 2.0
_FIELDS = "%H%x00%P%x00%an%x00%ae%x00%as%x00%cn%x00%ce%x00%B"
_WORDS = (
    "add",
    "fix",
    "update",
    "remove",
    "parser",
    "handler",
    "test",
    "cache",
    "index",
    "stream",
    "reader",
    "writer",
    "config",
    "value",
    "error",
    "branch",
    "retry",
    "queue",
    "token",
    "model",
    "view",
    "route",
    "guard",
    "the",
    "of",
    "when",
    "with",
    "from",
    "into",
    "after",
    "before",
    "and",
    "only",
    "new",
    "old",
    "request",
    "response",
    "user",
    "session",
    "table",
    "column",
    "field",
    "record",
    "log",
    "line",
    "file",
    "path",
    "time",
)
_BOTS = (
    ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"),
    ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com"),
)
_MARKS = (
    (
        "🤖 Generated with [Claude Code](https://claude.com/claude-code)\n\n"
        "Co-Authored-By: Claude <noreply@anthropic.com>"
    ),
    "Co-authored-by: Cursor <cursoragent@cursor.com>",
    "Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>",
    "Implemented with Codex.",
)


def report(times: int = 5, commits: int = 100_000) -> list[str]:
    """Measure and return the lines to print."""
    with tempfile.TemporaryDirectory(prefix="aireview-bench-") as folder:
        repo = Path(folder)
        build(repo, commits)
        ours = [str(Path(sys.executable).parent / "aireview"), "provenance", "--format", "jsonl"]
        log = ["git", "log", "-z", f"--format={_FIELDS}"]
        # GIT_FLUSH=0 is how we call git, too.
        read = ["sh", "-c", f"git log -z --format='{_FIELDS}' | cat"]
        thrown = compare(ours, log, repo, times=times)
        piped = compare(ours, read, repo, times=times, env={"GIT_FLUSH": "0"})
        peak = run(ours, repo).peak_mb
    return [
        _line(f"provenance, {commits} commits / git log into a pipe", piped),
        _line(f"provenance, {commits} commits / git log thrown away", thrown),
        f"{'memory of provenance (largest process)':58} {peak:6.0f} MB",
    ]


def _line(what: str, measured: Ratio) -> str:
    mark = "ok" if measured.ratio <= _BAR else "OVER"
    return (
        f"{what:58} {measured.ratio:6.2f}x  (bar {_BAR}x, {mark}; "
        f"{measured.ours_s:.2f} s / {measured.theirs_s:.2f} s)"
    )


def build(repo: Path, commits: int) -> None:
    """Make a bare repository with a history of `commits` commits on `main`."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main"], cwd=repo, check=True)
    with subprocess.Popen(
        ["git", "fast-import", "--quiet"], cwd=repo, stdin=subprocess.PIPE
    ) as importer:
        if importer.stdin is None:
            raise AssertionError("stdin is a pipe")
        for chunk in _commits(commits):
            importer.stdin.write(chunk)
        importer.stdin.close()
        if importer.wait() != 0:
            raise RuntimeError("git fast-import failed")


def _commits(count: int) -> Iterator[bytes]:
    dice = random.Random(7)
    people = [(f"Ada Stone{n}", f"ada.stone{n}@company{n % 37}.example") for n in range(4000)]
    people += [(f"user{n}", f"{1000 + n}+user{n}@users.noreply.github.com") for n in range(4000)]
    for number in range(count):
        name, address = dice.choice(_BOTS if dice.random() < 0.05 else people)
        words = [dice.choice(_WORDS) for _ in range(dice.randint(15, 95))]
        lines = [" ".join(words[at : at + 12]) for at in range(8, len(words), 12)]
        message = "\n".join([" ".join(words[:8]), "", *lines])
        if dice.random() < 0.10:
            message += f"\n\n{dice.choice(_MARKS)}\n"
        body = message.encode()
        when = 1_500_000_000 + number * 600
        yield (
            (
                f"commit refs/heads/main\nauthor {name} <{address}> {when} +0000\n"
                f"committer GitHub <noreply@github.com> {when} +0000\ndata {len(body)}\n"
            ).encode()
            + body
            + b"\n"
        )


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print("\n".join(report(commits=size)))
