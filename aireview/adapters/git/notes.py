"""Git notes: read lazily, written without identity, index or work tree, safe under two writers.

A notes ref points to a commit whose tree maps commit ids, cut into folders when there are many, to
blobs (git-notes(1)). Writing goes through `git fast-import`, which keeps that layout, and refuses to
move a ref that somebody else has moved meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from aireview.adapters.git.command import Git, failure
from aireview.adapters.git.objects import Objects
from aireview.errors import AireviewError, IncompleteError
from aireview.model.lines import NoteText
from aireview.model.text import quote

# The newest limit of the formats that we read; each reader has its own below.
MAX_NOTE_BYTES = 4 * 1024 * 1024
_NAMESPACES = ("refs/notes/", "refs/ai/authorship/")
_LEGACY = "refs/ai/authorship/"
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_WRITABLE = re.compile(r"refs/notes/[A-Za-z0-9_][A-Za-z0-9._/-]{0,200}")
_BROKEN = re.compile(r"broken ref (\S+)")
# The tool's own identity: a note needs a committer, and a user may have none configured.
_COMMITTER = "aireview <aireview@localhost> now"
_TRIES = 30


def note_refs(git: Git) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the notes refs that exist with their object ids, and those that git calls broken."""
    done = git.try_run(["for-each-ref", "--format=%(objectname) %(refname)", *_NAMESPACES])
    if done.code != 0:
        raise failure(done.stderr)
    said = done.stderr.decode("utf-8", "surrogateescape")
    lines = done.stdout.decode("utf-8", "surrogateescape").split("\n")
    pairs = [line.partition(" ") for line in lines if line]
    broken = tuple(dict.fromkeys(_BROKEN.findall(said)))
    return {name: target for target, _, name in pairs if name not in broken}, broken


def list_notes(git: Git, ref: str) -> dict[str, str]:
    """Return commit id -> blob id for all notes of a ref; empty where the ref does not exist.

    Raises IncompleteError for a ref or tree that git cannot read.
    """
    done = git.try_run(["ls-tree", "-r", "-z", "--full-tree", f"{ref}^{{tree}}"])
    if done.code == 0:
        return dict(_notes(done.stdout))
    refs, broken = note_refs(git)
    if ref not in refs and ref not in broken:
        return {}
    raise _unreadable(ref)


def _unreadable(ref: str) -> IncompleteError:
    return IncompleteError(
        f"the notes in {quote(ref)} cannot be read",
        "Fetch them again: `git fetch origin 'refs/notes/*:refs/notes/*'`.",
    )


def _notes(listing: bytes) -> Iterable[tuple[str, str]]:
    # Entries that are no notes (a README, a submodule) are allowed in the tree and passed over.
    for entry in listing.split(b"\0"):
        head, _, path = entry.partition(b"\t")
        words = head.split(b" ")
        commit = path.replace(b"/", b"").decode("utf-8", "replace")
        if len(words) == 3 and words[1] == b"blob" and _ID.fullmatch(commit):
            yield commit, words[2].decode("ascii")


class NoteBlob(msgspec.Struct, frozen=True):
    """The content of a note, or why there is none."""

    content: bytes
    problem: str = ""


def read_notes(git: Git, ids: Iterable[str]) -> dict[str, NoteBlob]:
    """Return note blobs by blob id, through one `git cat-file --batch`.

    A blob that is missing, unreadable or larger than 4 MB comes without content and with a problem.
    """
    with Objects(git) as objects:
        return {blob: _blob(objects, blob) for blob in dict.fromkeys(ids)}


def _blob(objects: Objects, blob: str) -> NoteBlob:
    try:
        found = objects.get(blob, limit=MAX_NOTE_BYTES, head=0)
    except IncompleteError as error:
        return NoteBlob(b"", error.message)
    if found is None or found.kind != "blob":
        return NoteBlob(b"", f"the object {blob[:12]} is missing")
    if found.size > MAX_NOTE_BYTES:
        return NoteBlob(b"", f"{found.size} bytes, more than the limit of {MAX_NOTE_BYTES}")
    return NoteBlob(found.content)


class Notes:
    """The notes of a repository under some refs: listed once, read for the commits asked about.

    A ref that ends in `/` stands for all refs below it; below `refs/ai/authorship/` each ref is
    itself a note, named after its commit.
    """

    def __init__(self, git: Git, refs: Sequence[str]) -> None:
        self._git = git
        self._refs = tuple(refs)
        self._listings: dict[str, dict[str, str]] | None = None
        self._problems: list[str] = []

    def refs(self) -> tuple[str, ...]:
        """Return the refs that hold any note."""
        return tuple(ref for ref, listing in self._listed().items() if listing)

    def problems(self) -> tuple[str, ...]:
        """Return what could not be read at all: one sentence per ref."""
        self._listed()
        return tuple(self._problems)

    def read(self, commits: Iterable[str]) -> tuple[NoteText, ...]:
        """Return the notes on these commits (full ids), in order of refs, then of commits."""
        wanted = dict.fromkeys(commits)
        places = [
            (ref, commit, listing[commit])
            for ref, listing in self._listed().items()
            for commit in wanted
            if commit in listing
        ]
        contents = read_notes(self._git, (blob for _, _, blob in places)) if places else {}
        return tuple(
            NoteText(
                ref=ref,
                commit=commit,
                content=contents[blob].content,
                problem=contents[blob].problem,
            )
            for ref, commit, blob in places
        )

    def _listed(self) -> Mapping[str, Mapping[str, str]]:
        if self._listings is None:
            self._listings = {}
            existing, broken = note_refs(self._git)
            self._problems = [f"the ref {quote(ref)} is broken" for ref in broken]
            legacy = {
                name.removeprefix(_LEGACY): blob
                for name, blob in existing.items()
                if name.startswith(_LEGACY)
            }
            for wanted in self._refs:
                if wanted == _LEGACY:
                    self._listings[wanted] = legacy
                    continue
                below = [ref for ref in existing if wanted[-1:] == "/" and ref.startswith(wanted)]
                for ref in (*below, *([wanted] if wanted in existing else [])):
                    self._list(self._listings, ref)
        return self._listings

    def _list(self, listings: dict[str, dict[str, str]], ref: str) -> None:
        try:
            listings[ref] = list_notes(self._git, ref)
        except IncompleteError as error:
            self._problems.append(error.message)


def read_note(git: Git, ref: str, commit: str) -> bytes | None:
    """Return the note on one commit, None without one. Raises IncompleteError for a broken one."""
    done = git.try_run(["notes", f"--ref={ref}", "list", commit])
    if done.code != 0:
        return None
    blob = done.stdout.strip().decode("ascii")
    note = read_notes(git, [blob])[blob]
    if note.problem:
        raise _unreadable(ref)
    return note.content


def write_note(
    git: Git, ref: str, commit: str, content: bytes, *, only_if_absent: bool = False
) -> bool:
    """Put a note on a commit (full id), in place of any that is there; returns whether it did.

    With `only_if_absent`, a note that is there stays and the answer is False; so it is for empty
    content, which would state nothing. Works in a work tree,
    a linked one or a bare repository, without a configured identity. Raises AireviewError for
    `refs/notes/commits` or another ref that is not ours to write, IncompleteError when git cannot
    write it.
    """

    def change(old: str | None) -> Mapping[str, bytes]:
        if not content:
            return {}
        if only_if_absent and old is not None and read_note(git, ref, commit) is not None:
            return {}
        return {commit: content}

    return _write(git, ref, change)


def copy_notes(
    git: Git,
    ref: str,
    pairs: Sequence[tuple[str, str]],
    combine: Callable[[Sequence[bytes], Sequence[str]], bytes],
) -> int:
    """Carry notes from old commits to the new ones that replaced them; returns how many it wrote.

    `pairs` are (old id, new id). For each new commit with notes to carry, `combine` gets the
    contents, first the new commit's own, then one per old commit (empty for a commit without note),
    and the old ids; what it returns becomes the note, unless it is empty. Raises as
    `write_note` does, IncompleteError also for notes that cannot be read.
    """
    by_new: dict[str, list[str]] = {}
    for old, new in pairs:
        if old != new:
            by_new.setdefault(new, []).append(old)
    written: Mapping[str, bytes] = {}

    def change(tip: str | None) -> Mapping[str, bytes]:
        nonlocal written
        written = _combined(git, tip, by_new, combine) if tip else {}
        return written

    _write(git, ref, change)
    return len(written)


def _combined(
    git: Git,
    tip: str,
    by_new: Mapping[str, Sequence[str]],
    combine: Callable[[Sequence[bytes], Sequence[str]], bytes],
) -> dict[str, bytes]:
    listing = list_notes(git, tip)
    known = {sha for new, olds in by_new.items() for sha in (new, *olds)} & listing.keys()
    blobs = read_notes(git, (listing[sha] for sha in known))
    if any(blob.problem for blob in blobs.values()):
        raise _unreadable(tip[:12])
    texts = {sha: blobs[listing[sha]].content for sha in known}
    results = {
        new: combine([texts.get(new, b""), *(texts.get(old, b"") for old in olds)], olds)
        for new, olds in by_new.items()
        if any(old in texts for old in olds)
    }
    return {new: note for new, note in results.items() if note and note != texts.get(new)}


def _write(git: Git, ref: str, change: Callable[[str | None], Mapping[str, bytes]]) -> bool:
    """Write the notes that `change` wants on top of the tip it is given; False when it wants none.

    Whoever moves the ref in between makes git refuse, and everything is asked for anew.
    """
    if ref == "refs/notes/commits" or not _WRITABLE.fullmatch(ref) or ".." in ref:
        raise AireviewError(
            f"aireview does not write notes to {quote(ref)}",
            "Use a ref such as refs/notes/aireview.",
        )
    said = b""
    for _ in range(_TRIES):
        old = _tip(git, ref)
        notes = change(old)
        if not notes:
            return False
        done = git.try_run(
            ["fast-import", "--quiet", "--date-format=now"], stdin=_stream(ref, old, notes)
        )
        if done.code == 0:
            return True
        said = done.stderr
        if _tip(git, ref) == old and b"lock" not in said and b"Not updating" not in said:
            break
    raise IncompleteError(
        f"the note in {ref} was not written (git: {quote(said.decode('utf-8', 'replace').strip())})",
        "Check that the repository is writable and that no ref stands in the way of this one.",
    )


def _tip(git: Git, ref: str) -> str | None:
    done = git.try_run(["rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}"])
    return done.stdout.strip().decode("ascii") or None if done.code == 0 else None


def _stream(ref: str, old: str | None, notes: Mapping[str, bytes]) -> bytes:
    """Return a git-fast-import(1) stream with one commit on top of `old`."""
    for commit in notes:
        if not _ID.fullmatch(commit):
            raise AireviewError(f"{quote(commit)} is no commit id", "Give the full id.")
    parts = [f"commit {ref}\ncommitter {_COMMITTER}\ndata 0\n".encode()]
    if old is not None:
        parts.append(f"from {old}\n".encode())
    for commit, content in notes.items():
        parts.append(f"N inline {commit}\ndata {len(content)}\n".encode() + content + b"\n")
    return b"".join(parts)
