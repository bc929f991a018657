"""Objects of the repository, read from one long-lived `git cat-file --batch`."""

from __future__ import annotations

from typing import IO, Self

import msgspec

from aireview.adapters import process
from aireview.adapters.git.command import Git, environment, not_started
from aireview.diffs.lines import decode, encode
from aireview.errors import IncompleteError
from aireview.model.text import quote

# An answer that is longer than what the caller wants is read and thrown away up to here; above it,
# ending the process and starting another one is cheaper.
_DRAIN = 32 * 1024 * 1024
# Each unreadable object may cost a process. A repository with this many is not going to be judged.
_MAX_DEATHS = 50


class GitObject(msgspec.Struct, frozen=True):
    """An object: its id, its kind (`blob`, `commit`, `tree`, `tag`), its full size in bytes.

    `content` is cut where the reader asked for less.
    """

    id: str
    kind: str
    size: int
    content: bytes


class Objects:
    """Reads objects of one repository. Owns a process: use as a context manager, or `close()`.

    The process starts with the first question and is started anew when an object ends it.
    """

    def __init__(self, git: Git) -> None:
        self._git = git
        self._dialogue: process.Dialogue | None = None
        self._answered = False
        self._deaths = 0

    def close(self) -> None:
        """End the process."""
        if self._dialogue is not None:
            self._dialogue.end()
            self._dialogue = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def __del__(self) -> None:
        """End the process that nobody ended."""
        self.close()

    def get(self, name: str, *, limit: int | None = None, head: int = 0) -> GitObject | None:
        """Return the object that `name` (an id or a revision) means, None where there is none.

        Of an object above `limit` bytes only the first `head` bytes are kept. Raises
        IncompleteError for an object that is there but cannot be read, AireviewError when the
        directory is no repository that git accepts.
        """
        if "\n" in name or "\0" in name or not name:
            return None
        if self._deaths >= _MAX_DEATHS:
            raise IncompleteError("too many objects of this repository cannot be read")
        dialogue = self._start()
        dialogue.ask(encode(name) + b"\n")
        line = dialogue.answer.readline()
        if not line.endswith(b"\n"):
            raise self._died(name)
        self._answered = True
        words = line.split(b" ")
        if len(words) != 3 or not words[2].strip().isdigit():
            return None  # "<name> missing", "<name> ambiguous"
        size = int(words[2])
        wanted = size if limit is None or size <= limit else min(size, head)
        content = dialogue.answer.read(wanted)
        if len(content) != wanted or not self._skip(dialogue.answer, size - wanted):
            raise self._died(name)
        return GitObject(words[0].decode(), words[1].decode(), size, content)

    def _skip(self, answer: IO[bytes], rest: int) -> bool:
        """Pass over the rest of an object and the newline after it; False when they do not come."""
        if rest > _DRAIN:
            self.close()
            return True
        return len(answer.read(rest + 1)) == rest + 1

    def _start(self) -> process.Dialogue:
        if self._dialogue is None:
            argv = ["git", "cat-file", "--batch"]
            try:
                self._dialogue = process.dialogue(argv, cwd=self._git.directory, env=environment())
            except OSError as error:
                raise not_started(self._git.directory) from error
        return self._dialogue

    def _died(self, name: str) -> IncompleteError:
        self.close()
        if not self._answered:
            self._git.run(["rev-parse", "--git-dir"])  # says why, if it is about the repository
        self._deaths += 1
        return IncompleteError(
            f"git cannot read the object {quote(name)}",
            "It may be corrupt (`git fsck`), or missing in a partial clone (`git fetch`).",
        )


class TreeEntry(msgspec.Struct, frozen=True):
    """What a tree says about a path: its mode and the id of its object."""

    mode: int
    id: str


def tree_entry(objects: Objects, tree: str, path: str) -> TreeEntry | None:
    """Return the entry of a POSIX path in a tree or commit (`tree` is its id), None without one.

    Raises IncompleteError when a tree on the way cannot be read: that is not "no such file".
    """
    entry: TreeEntry | None = None
    name = tree + "^{tree}"
    for part in path.split("/"):
        if entry is not None and entry.mode != 0o040000:
            return None
        found = objects.get(name if entry is None else entry.id)
        if found is None or found.kind != "tree":
            raise IncompleteError(
                f"a folder of {quote(tree)} is missing in this repository",
                "Fetch the missing objects: `git fetch`.",
            )
        entry = _entries(found, len(found.id) // 2).get(encode(part))
        if entry is None:
            return None
    return entry


def _entries(tree: GitObject, id_size: int) -> dict[bytes, TreeEntry]:
    # "<mode> <name>\0<id>" one after the other, the id in binary.
    entries: dict[bytes, TreeEntry] = {}
    at = 0
    while at < len(tree.content):
        end = tree.content.index(b"\0", at)
        mode, _, name = tree.content[at:end].partition(b" ")
        at = end + 1 + id_size
        entries[name] = TreeEntry(int(mode, 8), tree.content[end + 1 : at].hex())
    return entries


def parents_of(commit: GitObject) -> tuple[str, ...]:
    """Return the parents that a commit object names, whether or not the repository has them."""
    header = commit.content.split(b"\n\n", 1)[0]
    return tuple(decode(line[7:]) for line in header.split(b"\n") if line.startswith(b"parent "))
