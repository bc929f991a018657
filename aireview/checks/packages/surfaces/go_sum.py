"""Modules that go.sum pins (https://go.dev/ref/mod#go-sum-files).

What is used stands in go.mod; go.sum also holds modules that are not. A module whose only hash is
that of its go.mod file was looked at and never unpacked, so that it is left out.
"""

from __future__ import annotations

from aireview.checks.packages.surfaces.readings import few
from aireview.model.packages import Ecosystem, Reading, Reference, Surface, Unread


def read(path: str, text: str) -> Reading:
    """Read the modules whose content a go.sum or go.work.sum has a hash of, each once."""
    found: dict[str, Reference] = {}
    unread: list[Unread] = []
    for number, line in enumerate(text.split("\n"), 1):
        match line.split():
            case [name, version, _] if not version.endswith("/go.mod"):
                found.setdefault(
                    name,
                    Reference(
                        ecosystem=Ecosystem.GO,
                        name=name,
                        surface=Surface.LOCK,
                        path=path,
                        line=number,
                        specifier=version,
                    ),
                )
            case [] | [_, _, _]:
                pass
            case _:
                unread.append(Unread(number, "this is no line of go.sum"))
    return Reading(references=tuple(found.values()), unread=few(unread))
