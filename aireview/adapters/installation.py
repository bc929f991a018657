"""What `init`, `doctor` and `policy` look at and write: files of a work tree, git's set-up, programs."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence

import msgspec

from aireview.adapters import process
from aireview.adapters.git.command import Git, environment
from aireview.errors import AireviewError
from aireview.model.text import quote

_CAP = 1_000_000
HOOK_NAMES = (
    "pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg",
    "pre-push", "post-commit", "post-rewrite",
)  # fmt: skip


class HookFile(msgspec.Struct, frozen=True):
    """A hook that git would look at: its name, text, and whether git may run it."""

    name: str
    text: str
    executable: bool


class Repository(msgspec.Struct, frozen=True, kw_only=True):
    """How a repository is set up.

    `hooks_path` is `core.hooksPath`, empty when not set. `note_refs` are local note refs,
    `fetch` and `push` the refspecs of all remotes, `paths` the tracked files.
    """

    root: str
    remotes: tuple[str, ...] = ()
    fetch: tuple[str, ...] = ()
    push: tuple[str, ...] = ()
    note_refs: tuple[str, ...] = ()
    hooks_path: str = ""
    hooks: tuple[HookFile, ...] = ()
    paths: tuple[str, ...] = ()
    shallow: bool = False


class Program(msgspec.Struct, frozen=True):
    """A program we rely on: its version (empty when it is not there) and where it is."""

    version: str
    path: str


def root_of(directory: str) -> str | None:
    """Return the root of the work tree around `directory`, None outside of one."""
    done = Git(directory).try_run(["rev-parse", "--show-toplevel"])
    if done.code != 0:
        return None
    return os.fsdecode(done.stdout).rstrip("\n") or None


def read(root: str, path: str) -> bytes | None:
    """Return a regular file below `root`, None where there is none. Raises AireviewError."""
    try:
        with open(os.path.join(root, path), "rb") as file:  # noqa: PTH118, PTH123 - surrogates
            return file.read(_CAP)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise AireviewError(
            f"{quote(path)} cannot be read: {error.strerror}", "Check its permissions."
        ) from error


def exists(root: str, path: str) -> bool:
    """Whether something lies at `path`, a dangling link included."""
    return os.path.lexists(os.path.join(root, path))  # noqa: PTH118 - surrogates


def create(root: str, path: str, content: bytes) -> bool:
    """Write a new file, whole or not at all; False where something lies there already.

    Never overwrites, also when another process is faster. Folders on the way are made; a link
    among them is refused, because it may lead out of the repository. Raises AireviewError.
    """
    target = os.path.join(root, path)  # noqa: PTH118 - surrogates
    folder = os.path.dirname(target)  # noqa: PTH120 - surrogates
    if os.path.islink(folder) and folder != root:  # noqa: PTH114 - surrogates
        raise AireviewError(f"{quote(path)}: its folder is a link", "Write the file by hand.")
    try:
        if not os.path.isdir(folder):  # noqa: PTH112 - surrogates
            os.makedirs(folder)  # noqa: PTH103 - surrogates
        return _placed(target, content)
    except OSError as error:
        raise AireviewError(
            f"{quote(path)} cannot be written: {error.strerror}", "Check its folder."
        ) from error


def _placed(target: str, content: bytes) -> bool:
    """Write beside the target and link it into place: a link never replaces what is there."""
    draft = f"{target}.{os.getpid()}.new"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.link(draft, target)
    except FileExistsError:
        return False
    finally:
        os.unlink(draft)  # noqa: PTH108 - surrogates
    return True


def repository(root: str) -> Repository:
    """Return how the repository at `root` is set up. Raises AireviewError."""
    git = Git(root)
    folder = os.fsdecode(git.run(["rev-parse", "--git-path", "hooks"])).rstrip("\n")
    paths = git.run(["ls-files", "-z"])
    notes = git.run(["for-each-ref", "--format=%(refname)", "refs/notes"])
    return Repository(
        root=root,
        remotes=_lines(git.run(["remote"])),
        fetch=_config(git, r"^remote\..*\.fetch$"),
        push=_config(git, r"^remote\..*\.push$"),
        note_refs=_lines(notes),
        hooks_path=next(iter(_config(git, r"^core\.hookspath$")), ""),
        hooks=_hooks(os.path.join(root, folder)),  # noqa: PTH118 - surrogates
        paths=tuple(os.fsdecode(path) for path in paths.split(b"\0") if path),
        shallow=git.run(["rev-parse", "--is-shallow-repository"]).strip() == b"true",
    )


def committed(root: str, path: str) -> bytes | None:
    """Return a file as HEAD has it, None where HEAD (or the file in it) does not exist."""
    done = Git(root).try_run(["cat-file", "blob", f"HEAD:{path}"])
    return done.stdout if done.code == 0 else None


def _hooks(folder: str) -> tuple[HookFile, ...]:
    found = []
    for name in HOOK_NAMES:
        path = os.path.join(folder, name)  # noqa: PTH118 - surrogates
        text = read(folder, name) if os.path.isfile(path) else None  # noqa: PTH113 - surrogates
        if text is not None:
            found.append(HookFile(name, text.decode("utf-8", "replace"), os.access(path, os.X_OK)))
    return tuple(found)


def _config(git: Git, pattern: str) -> tuple[str, ...]:
    done = git.try_run(["config", "-z", "--get-regexp", pattern])
    entries = [entry for entry in os.fsdecode(done.stdout).split("\0") if entry]
    return tuple(entry.partition("\n")[2] for entry in entries)


def _lines(output: bytes) -> tuple[str, ...]:
    return tuple(line for line in os.fsdecode(output).split("\n") if line)


def python() -> Program:
    """Return the Python that runs us."""
    return Program(platform.python_version(), sys.executable)


def git() -> Program:
    """Return the git on PATH; an empty version when there is none."""
    words = _said(["git", "--version"]).split()
    return Program(words[2] if len(words) > 2 else "", "git")


def semgrep(path: str | None) -> Program:
    """Return the Semgrep at `path` (None: there is none) with its version."""
    if path is None:
        return Program("", "")
    said = _said([path, "--version"], {"SEMGREP_ENABLE_VERSION_CHECK": "0"})
    return Program(said.split("\n")[0].strip() or "unknown", path)


def _said(argv: Sequence[str], extra: dict[str, str] | None = None) -> str:
    try:
        done = process.run(argv, env={**environment(), **(extra or {})}, timeout=30)
    except (OSError, TimeoutError):
        return ""
    return os.fsdecode(done.stdout).strip() if done.code == 0 else ""
