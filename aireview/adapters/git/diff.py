"""The one `git diff` call that tells what changed, immune to user and repository settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from aireview.adapters.git.command import Git, failure
from aireview.adapters.git.objects import Objects
from aireview.diffs.changed import read_diff, without_patch
from aireview.diffs.lines import encode
from aireview.diffs.raw import Record, parse_records
from aireview.errors import IncompleteError
from aireview.model.change import ChangedFile, FileKind, Skip, SkipReason
from aireview.model.text import quote

# Each option holds off a setting, an attribute or a variable that would change the answer
# (git-config(1), gitattributes(5)). `--text`: the change itself could call its source binary. `-l`:
# comparing every new file with every deleted one is quadratic; above it they stay apart.
_SETTINGS = ("-c", "core.quotepath=off", "-c", "diff.suppressBlankEmpty=false")
_LIST = (
    "--raw", "-z", "--no-abbrev", "-O/dev/null", "--no-color", "--no-ext-diff", "--no-textconv",
    "--no-relative", "--submodule=short", "--ignore-submodules=none",
)  # fmt: skip
_PATCH = (
    "-p", "--full-index", "-U3", "--inter-hunk-context=0", "--text", "--src-prefix=a/",
    "--dst-prefix=b/", "--diff-algorithm=myers", "--indent-heuristic", "--ws-error-highlight=none",
)  # fmt: skip
_RENAMES = ("-M50%", "-l1000")

# What one call of the second try may bring on its command line, in bytes.
_ARGUMENTS = 60_000
# git builds no patch of a file above 1 GB, and nobody reads one of a file far smaller.
_HUGE = 100_000_000


class Listing(msgspec.Struct, frozen=True):
    """The files of a diff, unclassified, and what a person should know about the reading."""

    files: tuple[ChangedFile, ...]
    notices: tuple[str, ...] = ()


def list_changes(git: Git, objects: Objects, sides: Sequence[str]) -> Listing:
    """Return what differs between `sides`: `--cached [COMMIT]` or two commits or trees, by id.

    A file whose objects cannot be read is listed as `UNREADABLE`. Raises IncompleteError when the
    list itself is not to be had, AireviewError outside a repository.
    """
    done = git.try_run([*_SETTINGS, "diff", *_LIST, *_PATCH, *_RENAMES, *sides, "--"])
    if done.code != 0:
        return _salvage(git, objects, sides)
    notices: tuple[str, ...] = ()
    if b"rename detection was skipped" in done.stderr:
        notices = ("too many files to look for renames: moved files are shown as new",)
    return Listing(read_diff(done.stdout), notices)


def _salvage(git: Git, objects: Objects, sides: Sequence[str]) -> Listing:
    """List without looking at contents first, then ask for the patches that git can make."""
    # Looking for renames would read the objects that stopped git.
    listed = git.run([*_SETTINGS, "diff", *_LIST, "--no-renames", *sides, "--"])
    records, _ = parse_records(listed)
    files: dict[str, ChangedFile] = {}
    good: list[str] = []
    for record in records:
        skip = _obstacle(objects, record)
        if skip is None:
            good.append(record.path)
        else:
            files[record.path] = msgspec.structs.replace(without_patch(record), skip=skip)
    for some in _portions(good):
        for file in _patches(git, sides, some):
            files.setdefault(file.path, file)
    if len(files) != len(records):
        raise IncompleteError("git did not show a patch for every file that it lists")
    notice = "objects of this change cannot be read: renames are shown as new files"
    return Listing(tuple(files[path] for path in sorted(files)), (notice,))


def _obstacle(objects: Objects, record: Record) -> Skip | None:
    if record.kind is FileKind.SUBMODULE:
        return None
    for side, blob in (("old", record.old_blob), ("new", record.new_blob)):
        if blob is None:
            continue
        try:
            found = objects.get(blob, limit=_HUGE)
        except IncompleteError as error:
            return Skip(SkipReason.UNREADABLE, f"{side} version: {error.message}")
        if found is None:
            return Skip(SkipReason.UNREADABLE, f"{side} version: object {blob} is missing")
        if found.size > _HUGE:
            return Skip(SkipReason.TOO_LARGE, f"{side} version: {found.size} bytes", by_size=True)
    return None


def _patches(git: Git, sides: Sequence[str], paths: Sequence[bytes]) -> tuple[ChangedFile, ...]:
    done = git.try_run([*_SETTINGS, "diff", *_LIST, *_PATCH, "--no-renames", *sides, "--", *paths])
    if done.code != 0:
        raise failure(done.stderr)
    return read_diff(done.stdout)


def _portions(paths: Iterable[str]) -> Iterator[list[bytes]]:
    portion: list[bytes] = []
    size = 0
    for path in paths:
        spec = b":(top,literal)" + encode(path)
        if portion and size + len(spec) > _ARGUMENTS:
            yield portion
            portion, size = [], 0
        portion.append(spec)
        size += len(spec) + 1
    if portion:
        yield portion


def short(name: str) -> str:
    """Return an object id or revision as people want to see it."""
    return quote(name[:12] if len(name) in (40, 64) else name)
