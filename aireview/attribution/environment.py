"""What the environment of a running command says: agents mark the shells they start.

Only listed names are read, and values are quoted only where they are ids or names of agents. The
environment is advisory: it adds evidence and clears nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from aireview.attribution import signatures, tools
from aireview.attribution.signatures import Row
from aireview.model.provenance import Effect, Signal, Strength
from aireview.model.text import quote

MOST_ANCESTORS = 15

# Variables whose meaning depends on another one: name -> what must hold beside it.
_BESIDE = {
    ("HOME", "jules.env.1"): ("USER", "swebot"),
    ("TERM_PROGRAM", "copilot.env.6"): ("GIT_PAGER", "cat"),
}
# Rows that a terminal with a person at it makes worthless or weak.
_NOT_AT_A_TERMINAL = frozenset({"kiro.env.3"})
_WEAK_AT_A_TERMINAL = frozenset({"claude-code.env.1"})
_QUOTED_VALUES = frozenset({"AI_AGENT", "AGENT", "AWS_EXECUTION_ENV", "TERM_PROGRAM"})
_HOOK_VALUE = "_harness"
_CLOUD = "CLOUD_AGENT_"


def environment_signals(
    environ: Mapping[str, str], processes: Sequence[str] = (), *, terminal: bool = False
) -> tuple[Signal, ...]:
    """Return what the environment says about who runs the command.

    `environ` is the process environment; `processes` are the executable base names of the parent
    processes, nearest first; `terminal` says that a person's terminal is attached.
    """
    found = [*_variables(environ, terminal=terminal), *_identities(environ), *_parents(processes)]
    return tuple(dict.fromkeys(found))


def machine_paths() -> tuple[str, ...]:
    """Return the absolute paths that exist only on the machines of an agent."""
    return tuple(row.pattern for row in _machine_rows())


def machine_signals(existing: Iterable[str]) -> tuple[Signal, ...]:
    """Return a signal for each path of `machine_paths` that exists."""
    there = frozenset(existing)
    return tuple(
        Signal(
            kind="path",
            tool=row.tool,
            strength=row.strength,
            effect=row.effect,
            quote=quote(row.pattern),
            where="machine",
            signature=row.id,
        )
        for row in _machine_rows()
        if row.pattern in there
    )


def _machine_rows() -> tuple[Row, ...]:
    return tuple(
        row
        for row in signatures.rows("path")
        if row.effect is Effect.AI and row.pattern.startswith("/")
    )


def _variables(environ: Mapping[str, str], *, terminal: bool) -> Iterator[Signal]:
    for row in signatures.rows("env"):
        if row.match != "var" or row.effect is Effect.NOT_AI:
            continue
        value = environ.get(row.pattern)
        if not value or not _holds(row, value, environ, terminal=terminal):
            continue
        tool = _tool(row, value)
        if not tool:
            continue
        weak = terminal and row.id in _WEAK_AT_A_TERMINAL
        yield _signal(row, value, tool, Strength.WEAK if weak else row.strength)
    cloud = next((name for name in environ if name.startswith(_CLOUD)), "")
    if cloud:
        row = signatures.row("any.env.3")
        yield _signal(row, "", tools.UNKNOWN, row.strength, name=cloud)


def _holds(row: Row, value: str, environ: Mapping[str, str], *, terminal: bool) -> bool:
    if row.value and not signatures.regex(row.value).fullmatch(value[:1000]):
        return False
    if terminal and row.id in _NOT_AT_A_TERMINAL:
        return False
    if row.id == "any.env.2" and value == "1":
        return "OPENCODE" in environ
    beside = _BESIDE.get((row.pattern, row.id))
    return beside is None or environ.get(beside[0]) == beside[1]


def _tool(row: Row, value: str) -> str:
    if row.id == "any.env.1":
        if value.lower().endswith(_HOOK_VALUE):
            return ""
        return tools.tool_in(value.replace("_", " ")) or tools.UNKNOWN
    if row.id == "any.env.2":
        return tools.tool_in(value) or "opencode"
    return row.tool if row.tool != "any" else tools.UNKNOWN


def _signal(row: Row, value: str, tool: str, strength: Strength, *, name: str = "") -> Signal:
    variable = name or row.pattern
    shown = f"{variable}={value}" if variable in _QUOTED_VALUES or value in ("0", "1") else variable
    return Signal(
        kind="environment",
        tool=tool,
        strength=strength,
        effect=row.effect,
        quote=quote(shown),
        where="environment",
        signature=row.id,
    )


def _identities(environ: Mapping[str, str]) -> Iterator[Signal]:
    """Judge the identity that git will use, where the environment sets it."""
    for role, prefix in (("author", "GIT_AUTHOR"), ("committer", "GIT_COMMITTER")):
        email = environ.get(f"{prefix}_EMAIL", "")
        if not email:
            continue
        from aireview.attribution.identities import (  # noqa: PLC0415 - most runs have none
            identity_signal,
        )

        signal = identity_signal(environ.get(f"{prefix}_NAME", ""), email, role)
        if signal is not None:
            yield Signal(
                kind="environment",
                tool=signal.tool,
                strength=signal.strength,
                effect=signal.effect,
                quote=signal.quote,
                where=f"{prefix}_EMAIL",
                signature=signal.signature,
                model=signal.model,
            )


def _parents(processes: Sequence[str]) -> Iterator[Signal]:
    if not processes:
        return
    table = {row.pattern: row for row in signatures.rows("process")}
    for name in processes[:MOST_ANCESTORS]:
        row = table.get(name.strip().lower().rpartition("/")[2].removesuffix(".exe"))
        if row is not None:
            yield Signal(
                kind="process",
                tool=row.tool,
                strength=row.strength,
                effect=row.effect,
                quote=quote(name.strip()),
                where="parent process",
                signature=row.id,
            )


def is_never_evidence(name: str) -> bool:
    """Whether a variable is on the list of those that prove nothing, whatever their value."""
    import fnmatch  # noqa: PLC0415 - no hook asks

    return any(
        fnmatch.fnmatchcase(name, row.pattern)
        for row in signatures.rows("env")
        if row.effect is Effect.NOT_AI
    )
