"""Files that show a repository set up for agents. They say nothing about any one commit."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable

from aireview.attribution import signatures
from aireview.model.provenance import Effect, Signal
from aireview.model.text import quote


def prior_signals(paths: Iterable[str]) -> tuple[Signal, ...]:
    """Return one signal for each row of agent configuration that a path of the repository matches.

    `paths` are POSIX paths relative to the repository root. The effect is always `prior`.
    """
    table = [row for row in signatures.rows("path") if row.effect is Effect.PRIOR]
    found: dict[str, Signal] = {}
    for path in paths:
        for row in table:
            if row.id not in found and _matches(path, row.pattern):
                found[row.id] = Signal(
                    kind="path",
                    tool=row.tool,
                    strength=row.strength,
                    effect=row.effect,
                    quote=quote(path),
                    where=quote(path),
                    signature=row.id,
                )
    return tuple(found[row.id] for row in table if row.id in found)


def _matches(path: str, glob: str) -> bool:
    if glob.endswith("/**"):
        folder, _, rest = path.partition("/")
        return bool(rest) and fnmatch.fnmatchcase(folder, glob.removesuffix("/**"))
    return fnmatch.fnmatchcase(path, glob)
