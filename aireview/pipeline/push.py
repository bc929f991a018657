"""What a push brings to the remote: one range per ref, each checked, the worst code wins.

Input is what git hands to `pre-push` on stdin (githooks(5)): `<local ref> <local id> <remote ref>
<remote id>` per line; an id of zeros means that the side does not exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

from aireview.errors import AireviewError, ExitCode
from aireview.model.text import quote


class PushedRef(msgspec.Struct, frozen=True, kw_only=True):
    """One ref of a push. `local` is None for a deletion, `remote` for a ref that is new there."""

    local_ref: str
    local: str | None
    remote_ref: str
    remote: str | None


class PushRange(msgspec.Struct, frozen=True):
    """The commits of one ref that the remote does not have. `base` None: from the first commit."""

    ref: str
    base: str | None
    head: str


class Skipped(msgspec.Struct, frozen=True):
    """A ref with nothing to check, and why."""

    ref: str
    reason: str


class History(Protocol):
    """What a push needs to know about commits."""

    def commit(self, name: str) -> str | None:
        """Return the id of the commit that `name` stands for; None if it is none or not here."""
        ...

    def merge_base(self, commit: str, others: Sequence[str]) -> str | None:
        """Return the best common ancestor of `commit` and a merge of `others`, if any."""
        ...

    def footing(self, commit: str, remote: str) -> tuple[str, ...] | None:
        """Return the commits known of `remote` on which the new history of `commit` stands.

        None: `commit` brings nothing new. Empty: it is new down to its first commit.
        """
        ...


def parse(lines: bytes) -> tuple[tuple[PushedRef, ...], tuple[str, ...]]:
    """Read what git says on stdin. Returns the refs, and the lines that make no sense."""
    refs: list[PushedRef] = []
    broken: list[str] = []
    for line in lines.decode("utf-8", "surrogateescape").split("\n"):
        # What is pushed may be any revision, `HEAD^{/two words}` too: count from the right.
        words = line.rsplit(" ", 3)
        if not line.strip():
            continue
        if len(words) != 4 or not (_is_id(words[1]) and _is_id(words[3])):
            broken.append(line)
            continue
        local, remote = _existing(words[1]), _existing(words[3])
        refs.append(PushedRef(local_ref=words[0], local=local, remote_ref=words[2], remote=remote))
    return tuple(refs), tuple(broken)


def from_runner(environ: Mapping[str, str]) -> PushedRef | None:
    """Return the one ref that a hook runner hands over in variables, None when there is none.

    pre-commit and prek read stdin themselves and set `PRE_COMMIT_FROM_REF`, `PRE_COMMIT_TO_REF`
    (older: `PRE_COMMIT_ORIGIN`, `PRE_COMMIT_SOURCE`) and `PRE_COMMIT_LOCAL_BRANCH` for the first
    ref. Without a from-ref everything up to the first commit is new.
    """
    branch = environ.get("PRE_COMMIT_LOCAL_BRANCH", "")
    head = environ.get("PRE_COMMIT_TO_REF") or environ.get("PRE_COMMIT_SOURCE") or branch
    if not head:
        return None
    return PushedRef(
        local_ref=branch or head,
        local=head,
        remote_ref=environ.get("PRE_COMMIT_REMOTE_BRANCH", ""),
        remote=environ.get("PRE_COMMIT_FROM_REF") or environ.get("PRE_COMMIT_ORIGIN") or None,
    )


def plan(ref: PushedRef, history: History, remote: str) -> PushRange | Skipped:
    """Return the range of one ref. Raises AireviewError when its commit is not there."""
    name = ref.local_ref or ref.remote_ref
    if ref.local is None:
        return Skipped(name, "the ref is deleted")
    head = history.commit(ref.local)
    if head is None:
        if ref.local_ref.startswith("refs/tags/"):
            return Skipped(name, "the tag is not on a commit")
        raise AireviewError(
            f"{quote(name)} points to {quote(ref.local, 64)}, which is not a commit here",
            "Fetch it, or run `git fsck` if it should be here.",
        )
    known = history.commit(ref.remote) if ref.remote else None
    if known == head:
        return Skipped(name, "nothing new")
    if known is not None:
        # Three dots: after a rewrite the old tip is no ancestor of the new one.
        base = history.merge_base(head, (known,))
        if base == head:
            return Skipped(name, "the ref moves back; nothing new")
        if base is not None:
            return PushRange(name, base, head)
    footing = history.footing(head, remote)
    if footing is None:
        return Skipped(name, "nothing new")
    return PushRange(name, history.merge_base(head, footing) if footing else None, head)


def check_refs(
    refs: Iterable[PushedRef],
    history: History,
    remote: str,
    *,
    check: Callable[[PushRange], int],
    say: Callable[[str], None],
) -> int:
    """Check every ref of a push and return the worst exit code; one bad ref stops no other.

    `check` is called once per distinct range; `say` is told what is skipped or went wrong.
    """
    worst = int(ExitCode.PASS)
    done: set[tuple[str | None, str]] = set()
    for ref in refs:
        try:
            step = plan(ref, history, remote)
            if isinstance(step, Skipped):
                say(f"{quote(step.ref)}: not checked: {step.reason}")
                continue
            if (step.base, step.head) in done:
                continue
            done.add((step.base, step.head))
            worst = max(worst, check(step))
        except AireviewError as error:
            say(f"{quote(ref.local_ref)}: {error.message}")
            worst = max(worst, int(error.exit_code))
    return worst


def _is_id(word: str) -> bool:
    return len(word) in {40, 64} and all(c in "0123456789abcdef" for c in word)


def _existing(word: str) -> str | None:
    return None if not word.strip("0") else word
