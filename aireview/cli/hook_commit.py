"""pre-commit and pre-merge-commit: check what is staged."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from time import monotonic

from msgspec.structs import replace

from aireview import __version__
from aireview.adapters.git.command import Git
from aireview.adapters.git.head import Place, read_place, staged_tree
from aireview.adapters.hook_files import read_hook_file, write_hook_file
from aireview.adapters.processes import started_at
from aireview.cli.endings import ended
from aireview.cli.hook_check import Selection, check
from aireview.cli.hook_facts import here
from aireview.errors import ExitCode
from aireview.pipeline.last_check import LastCheck, decode, encode, same_run

_STATE = "last-check"
_NO_SEMGREP = "--no-semgrep"


def main(words: Sequence[str]) -> int:
    """Run `aireview hook commit` from its words and return its exit code."""
    files = tuple(word for word in words if word != _NO_SEMGREP)
    return ended(lambda: run(files, semgrep=_NO_SEMGREP not in words))


def run(files: Sequence[str], *, semgrep: bool) -> int:
    """Check the staged change, a range handed over by a runner, or whole files."""
    git = here()
    environ = os.environ
    ranged = _from_to(git, environ)
    if ranged is not None:
        return check(ranged, semgrep=semgrep).code
    # git names the index to its hooks; without it somebody runs a hook by hand, over any files.
    extra = () if "GIT_INDEX_FILE" in environ else _not_staged(git, files)
    if not extra:
        return _staged(git, semgrep=semgrep)
    whole = check(Selection(paths=extra), semgrep=semgrep).code
    return whole if len(extra) == len(files) else max(whole, _staged(git, semgrep=semgrep))


def _staged(git: Git, *, semgrep: bool) -> int:
    place = read_place(git)
    now = _this_run(git, place, semgrep=semgrep)
    last = decode(read_hook_file(place.git_folder, _STATE))
    if last is not None and same_run(last, now):
        return last.code
    done = check(Selection(staged=True), semgrep=semgrep)
    ended = replace(now, code=int(done.code), warnings=done.warnings, at=monotonic())
    write_hook_file(place.git_folder, _STATE, encode(ended))
    return done.code


def _this_run(git: Git, place: Place, *, semgrep: bool) -> LastCheck:
    parent = os.getppid()
    start = started_at(parent)
    return LastCheck(
        tree=staged_tree(git),
        head=place.head or "",
        version=__version__,
        runner=f"{parent}@{start}" if start else "",
        options="semgrep" if semgrep else "no-semgrep",
        at=monotonic(),
        code=int(ExitCode.INCOMPLETE),
    )


def _from_to(git: Git, environ: Mapping[str, str]) -> Selection | None:
    """Return the range that a runner was asked for (`pre-commit run --from-ref A --to-ref B`)."""
    base = environ.get("PRE_COMMIT_FROM_REF") or environ.get("PRE_COMMIT_ORIGIN")
    head = environ.get("PRE_COMMIT_TO_REF") or environ.get("PRE_COMMIT_SOURCE")
    if not (base and head):
        return None
    done = git.try_run(["merge-base", "--end-of-options", base, head])
    parting = done.stdout.decode("ascii").strip() if done.code == 0 else ""
    return Selection(base=parting or base, head=head)


def _not_staged(git: Git, files: Sequence[str]) -> tuple[str, ...]:
    if not files:
        return ()
    listed = git.run(["diff", "--cached", "--name-only", "--no-relative", "-z"])
    staged = set(os.fsdecode(listed).split("\0"))
    return tuple(file for file in files if file not in staged)
