"""pre-commit and pre-merge-commit: check what is staged."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from time import monotonic
from typing import NamedTuple

from msgspec.structs import replace

from aireview import __version__
from aireview.adapters.git.command import Git
from aireview.adapters.git.head import Place, read_place, staged_tree
from aireview.adapters.hook_files import read_hook_file, write_hook_file
from aireview.adapters.processes import started_at
from aireview.cli.endings import ended
from aireview.cli.hook_check import Selection, check
from aireview.cli.hook_facts import here, say
from aireview.errors import ExitCode
from aireview.pipeline.last_check import LastCheck, decode, encode, same_run
from aireview.policy.values import FILE_NAME

_STATE = "last-check"
_NO_SEMGREP = "--no-semgrep"
_ABOVE = "the answer of the check that this run has just made: its report stands above"


class Call(NamedTuple):
    """What the words after `aireview hook commit` ask for."""

    files: tuple[str, ...]
    semgrep: bool


def read_words(words: Sequence[str]) -> Call | None:
    """Read the words after `aireview hook commit`: options end at the first `--`.

    None where click must have them: help, and options that do not exist.
    """
    end = words.index("--") if "--" in words else len(words)
    before = words[:end]
    files = tuple(word for word in before if word == "-" or not word.startswith("-"))
    if len(files) + before.count(_NO_SEMGREP) != len(before):
        return None
    return Call((*files, *words[end + 1 :]), semgrep=_NO_SEMGREP not in before)


def main(call: Call) -> int:
    """Run `aireview hook commit` and return its exit code, also that of an error."""
    return ended(lambda: run(call.files, semgrep=call.semgrep))


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
        return _staged(git, files, semgrep=semgrep)
    whole = check(Selection(paths=extra), semgrep=semgrep).code
    return whole if len(extra) == len(files) else max(whole, _staged(git, files, semgrep=semgrep))


def _staged(git: Git, files: Sequence[str], *, semgrep: bool) -> int:
    place = read_place(git)
    # Only a runner that hands over names calls again for the same tree: when they did not all fit.
    outside = _outside(git, os.environ) if files else ""
    now = _this_run(git, place, outside, semgrep=semgrep)
    last = decode(read_hook_file(place.git_folder, _STATE)) if files else None
    if last is not None and same_run(last, now):
        if last.code != ExitCode.PASS:
            say(_ABOVE)
        return last.code
    done = check(Selection(staged=True), semgrep=semgrep)
    ended = replace(now, code=int(done.code), warnings=done.warnings, at=monotonic())
    write_hook_file(place.git_folder, _STATE, encode(ended))
    return done.code


def _this_run(git: Git, place: Place, outside: str, *, semgrep: bool) -> LastCheck:
    parent = os.getppid()
    start = started_at(parent)
    return LastCheck(
        tree=staged_tree(git),
        head=place.head or "",
        version=__version__,
        runner=f"{parent}@{start}" if start else "",
        options="semgrep" if semgrep else "no-semgrep",
        outside=outside,
        at=monotonic(),
        code=int(ExitCode.INCOMPLETE),
    )


def _outside(git: Git, environ: Mapping[str, str]) -> str:
    """Return a digest of what judges a change beside HEAD and the tree, which hold most policies.

    It covers the environment (evidence of an agent, the engines on PATH) and a policy on the disk,
    which counts until one is added.
    """
    import hashlib  # noqa: PLC0415 - 3 ms that only calls with names need

    try:
        with open(os.path.join(git.directory, FILE_NAME), "rb") as file:  # noqa: PTH118, PTH123 - start-up
            policy = file.read()
    except OSError:
        policy = b""
    variables = sorted(f"{name}={value}" for name, value in environ.items())
    digest = hashlib.sha256(os.fsencode("\0".join(variables)))
    digest.update(b"\0\0" + policy)
    return digest.hexdigest()


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
