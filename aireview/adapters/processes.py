"""Which programs started us: the parent processes, from `/proc` or `ps`."""

from __future__ import annotations

import os
from typing import NamedTuple

from aireview.adapters import process

# A program run by one of these is named by its script, not by the interpreter.
_INTERPRETERS = ("node", "bun", "deno", "python", "ruby")
_SCRIPT_ENDINGS = (".js", ".mjs", ".cjs", ".py", ".rb")
_DEPTH = 15
_PS_SECONDS = 2.0


class Ancestor(NamedTuple):
    """One parent process: its id, and the names it goes by (executable, script) without folders."""

    pid: int
    names: tuple[str, ...]


def ancestry(pid: int | None = None, depth: int = _DEPTH) -> tuple[Ancestor, ...]:
    """Return the parents of process `pid` (default: ours), nearest first, at most `depth`.

    A parent that is gone or cannot be read ends the walk: no evidence is not an error.
    """
    start = os.getpid() if pid is None else pid
    table = None if os.path.exists("/proc/self/stat") else _listed()  # noqa: PTH110 - start-up
    found: list[Ancestor] = []
    seen = {start}
    current = start
    while len(found) < depth:
        parent = _stat(current).parent if table is None else table.get(current, _NOBODY).parent
        if parent <= 0 or parent in seen:
            break
        seen.add(parent)
        entry = _stat(parent) if table is None else table.get(parent, _NOBODY)
        if not entry.name:
            break
        arguments = _arguments(parent) if table is None else ()
        found.append(Ancestor(parent, names_of(entry.name, arguments)))
        current = parent
    return tuple(found)


def names_of(name: str, arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the base names a process goes by, from what the kernel calls it and its arguments."""
    names = [_base(name)]
    if arguments:
        program = _base(arguments[0])
        names.append(program)
        if program.rstrip("0123456789.") in _INTERPRETERS and len(arguments) > 1:
            script = _base(arguments[1])
            for ending in _SCRIPT_ENDINGS:
                script = script.removesuffix(ending)
            names.append(script)
    return tuple(dict.fromkeys(n for n in names if n and not n.startswith("-")))


def started_at(pid: int) -> str:
    """Return a text that differs between two processes with the same id; empty when unknown."""
    fields = _stat_fields(pid)
    if len(fields) > 19:
        return fields[19]
    if os.path.exists("/proc/self/stat"):  # noqa: PTH110 - start-up
        return ""
    return _ps("-o", "lstart=", "-p", str(pid)).strip()


class _Entry(NamedTuple):
    parent: int
    name: str


_NOBODY = _Entry(0, "")


def _stat(pid: int) -> _Entry:
    """Read parent and name of a process; the name stands in parentheses and may contain some."""
    fields = _stat_fields(pid)
    if len(fields) < 2 or not fields[1].isdigit():
        return _NOBODY
    text = _read(f"/proc/{pid}/stat")
    return _Entry(int(fields[1]), text[text.find("(") + 1 : text.rfind(")")])


def _stat_fields(pid: int) -> list[str]:
    """Return the fields of `/proc/<pid>/stat` behind the name, the state first."""
    return _read(f"/proc/{pid}/stat").rpartition(")")[2].split()


def _arguments(pid: int) -> tuple[str, ...]:
    return tuple(_read(f"/proc/{pid}/cmdline").split("\0")[:2])


def _read(path: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - start-up
            return os.fsdecode(file.read(4096))
    except OSError:
        return ""


def _listed() -> dict[int, _Entry]:
    """Return every process that `ps` lists: where there is no /proc, one call is cheapest."""
    table = {}
    for line in _ps("-A", "-o", "pid=,ppid=,comm=").split("\n"):
        parts = line.split(None, 2)
        if len(parts) == 3 and parts[0].isdigit() and parts[1].isdigit():
            table[int(parts[0])] = _Entry(int(parts[1]), parts[2])
    return table


def _ps(*arguments: str) -> str:
    try:
        return os.fsdecode(process.run(["ps", *arguments], timeout=_PS_SECONDS).stdout)
    except (OSError, TimeoutError):
        return ""


def _base(path: str) -> str:
    return path.rpartition("/")[2].strip()
