"""History as a stream: one `git log`, commits as git stores them, flat memory."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import IO

from aireview.adapters import process
from aireview.adapters.git.command import Git, environment, failure
from aireview.errors import AireviewError, IncompleteError
from aireview.model.change import Commit
from aireview.model.text import quote

MESSAGE_CAP = 256 * 1024

_CHUNK = 1024 * 1024
_ID_LENGTHS = (40, 64)
_FIELDS = ("%H", "%P", "%an", "%ae", "%as", "%cn", "%ce", "%B")
_WIDTH = len(_FIELDS)
# Mail maps, notes and signatures are left out: `.mailmap` is content of the head, and the rest
# would be printed between the fields. Replacement refs are not what the commit says.
_LOG = (
    "git", "--no-replace-objects", "-c", "log.showSignature=false", "log", "-z", "--no-color",
    "--no-mailmap", "--no-notes", "--no-decorate", "--encoding=UTF-8",
    "--format=" + "%x00".join(_FIELDS), "--stdin",
)  # fmt: skip
_ID = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_HINT = "Give commits that exist here; `git fetch` may help."
_DEEPEN = "Fetch the history: `git fetch --unshallow`, or `fetch-depth: 0` in actions/checkout."


def stream_commits(
    git: Git, revisions: Sequence[str], *, no_walk: bool = False
) -> Iterator[Commit]:
    """Yield commits, newest first, or with `no_walk` exactly those named, in the order given.

    A revision is a commit, `^A`, `A..B`, or `A...B` (the same commits as `A..B`: those a pull
    request of B into A shows). Raises AireviewError, before the first commit, for a revision that
    does not exist and for a walk that a shallow clone cuts; IncompleteError when git stops early.
    """
    ids = resolve(git, revisions)
    if not no_walk:
        _whole(git, ids)
    return _stream(git, ids, no_walk=no_walk)


def count_commits(git: Git, revisions: Sequence[str]) -> int:
    """Return how many commits a walk over the revisions will yield."""
    said = git.run(["rev-list", "--count", "--stdin"], stdin=_lines(resolve(git, revisions)))
    return int(said)


def resolve(git: Git, revisions: Sequence[str]) -> tuple[str, ...]:
    """Return the revisions as commit ids (`<id>` or `^<id>`) in the order given.

    Raises AireviewError that names the first one that is unknown.
    """
    names = [name for revision in revisions for name in _sides(revision)]
    asked = b"".join(os.fsencode(name.removeprefix("^")) + b"^{commit}\n" for name in names)
    done = git.try_run(["cat-file", "--batch-check=%(objectname)"], stdin=asked)
    if done.code != 0:
        raise failure(done.stderr)
    ids = []
    for name, answer in zip(names, done.stdout.split(b"\n"), strict=False):
        if not _ID.fullmatch(answer):
            raise _unknown(git, name.removeprefix("^"))
        ids.append(("^" if name.startswith("^") else "") + answer.decode("ascii"))
    return tuple(ids)


def _sides(revision: str) -> tuple[str, ...]:
    text = revision.strip()
    if not text or "\n" in text or "\0" in text or text.startswith("-"):
        raise AireviewError(f"{quote(revision)} is no revision", _HINT)
    base, dots, head = text.partition("..")
    if not dots:
        return (text,)
    return (head.removeprefix(".") or "HEAD", f"^{base or 'HEAD'}")


def _unknown(git: Git, name: str) -> AireviewError:
    if name == "HEAD":
        return AireviewError("this repository has no commit yet", "Make the first commit.")
    if set(name) == {"0"}:
        return AireviewError(
            "the base is no commit: this push created the branch",
            "Compare with the branch it is for, such as origin/main..HEAD.",
        )
    if _shallow_file(git):
        return AireviewError(f"unknown revision {quote(name)} in this shallow clone", _DEEPEN)
    return AireviewError(f"unknown revision {quote(name)}", _HINT)


def _shallow_file(git: Git) -> str:
    """Return where git lists the commits at which a shallow clone is cut, empty for a whole one."""
    done = git.try_run(["rev-parse", "--is-shallow-repository", "--git-path", "shallow"])
    answer, _, path = os.fsdecode(done.stdout).partition("\n")
    if answer != "true":
        return ""
    return os.path.join(git.directory, path.removesuffix("\n"))  # noqa: PTH118 - surrogate paths


def _whole(git: Git, ids: Sequence[str]) -> None:
    path = _shallow_file(git)
    if not path:
        return
    with open(path, "rb") as file:  # noqa: PTH123 - surrogate paths
        cut = frozenset(file.read().split())
    walked = git.run(["rev-list", "--stdin"], stdin=_lines(ids)).split()
    if reached := next((sha for sha in walked if sha in cut), None):
        raise AireviewError(
            f"this shallow clone ends at {reached[:12].decode('ascii')}: history is missing",
            _DEEPEN,
        )


def _lines(ids: Sequence[str]) -> bytes:
    return b"".join(sha.encode("ascii") + b"\n" for sha in ids)


def _stream(git: Git, ids: Sequence[str], *, no_walk: bool) -> Iterator[Commit]:
    argv = [*_LOG, "--no-walk=unsorted"] if no_walk else _LOG
    # Without it git flushes a pipe after every commit, which costs as much as the walk itself.
    env = {**environment(), "GIT_FLUSH": "0"}
    with process.stream(argv, cwd=git.directory, env=env, stdin=_lines(ids)) as (output, program):
        left: list[str] = []
        for tokens in _tokens(output):
            left += tokens
            whole = len(left) - len(left) % _WIDTH
            yield from _commits(left[:whole])
            del left[:whole]
        if program.wait() != 0 or left:
            raise IncompleteError(
                "git log stopped before the end of the history",
                "What git said stands above. `git fsck` finds objects that are corrupt or missing.",
            )


def _tokens(output: IO[bytes]) -> Iterator[list[str]]:
    """Yield the NUL-terminated tokens of one read after the other; a huge one is cut at the cap.

    Decoding a whole read at once is what makes the stream as fast as git itself.
    """
    rest = b""
    while chunk := output.read(_CHUNK):
        end = chunk.rfind(b"\0")
        if end < 0:
            rest = (rest + chunk)[: MESSAGE_CAP + 1]
            continue
        yield (rest + chunk[:end]).decode("utf-8", "surrogateescape").split("\0")
        rest = chunk[end + 1 :][: MESSAGE_CAP + 1]


def _commits(tokens: Sequence[str]) -> Iterator[Commit]:
    token = iter(tokens)
    for sha, parents, name, email, date, committer, address, message in zip(
        token, token, token, token, token, token, token, token, strict=True
    ):
        if len(sha) not in _ID_LENGTHS:
            raise IncompleteError(
                "the output of git log could not be followed", "Report this with `git --version`."
            )
        yield Commit(
            sha=sha,
            parents=tuple(parents.split()),
            author_name=name,
            author_email=email,
            author_date=date,
            committer_name=committer,
            committer_email=address,
            message=message if len(message) <= MESSAGE_CAP else message[:MESSAGE_CAP],
            message_cut=len(message) > MESSAGE_CAP,
        )
