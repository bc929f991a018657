"""Labelled names where packages are named: in a manifest, and in an install command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from support.registry import FakeRegistry

from aireview.model.packages import Ecosystem
from benchmarks.packages.corpus import HALLUCINATED, MALICIOUS, STANDARD, Name, served
from benchmarks.packages.running import Found, Room, Run
from benchmarks.packages.tables import Outcome, scored


class _Place(NamedTuple):
    """A file that names packages, one on each line between a head and a foot."""

    title: str
    path: str
    line: Callable[[str], str]
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    command: bool = False

    def text(self, names: Sequence[str]) -> str:
        return "\n".join((*self.head, *map(self.line, names), *self.foot)) + "\n"


_PLACES = {
    Ecosystem.PYPI: (
        _Place("pypi, requirements.txt", "requirements.txt", str),
        _Place(
            "pypi, Dockerfile",
            "Dockerfile",
            lambda name: f"RUN pip install --no-cache-dir {name}",
            head=("FROM python:3.12-slim",),
            command=True,
        ),
    ),
    Ecosystem.NPM: (
        _Place(
            "npm, package.json",
            "package.json",
            lambda name: f'    "{name}": "^1.0.0",',
            head=("{", '  "name": "app-of-the-benchmark",', '  "dependencies": {'),
            foot=('    "express": "^1.0.0"', "  }", "}"),
        ),
        _Place(
            "npm, shell script",
            "install.sh",
            lambda name: f"npm install {name}",
            head=("#!/bin/sh",),
            command=True,
        ),
    ),
    Ecosystem.GO: (
        _Place(
            "go, go.mod",
            "go.mod",
            lambda name: f"\t{name} v1.0.0",
            head=("module example.com/app", "", "go 1.22", "", "require ("),
            foot=(")",),
        ),
        _Place(
            "go, shell script",
            "install.sh",
            lambda name: f"go get {name}",
            head=("#!/bin/sh",),
            command=True,
        ),
    ),
}


def report(names: Sequence[Name], room: Room) -> Iterable[str]:
    """Measure and return the lines to print."""
    outcomes: list[Outcome] = []
    with FakeRegistry(served(list(names))) as fake:
        osv = room.osv(names)
        for ecosystem, places in _PLACES.items():
            for place in places:
                rows = [
                    row
                    for row in names
                    if row.ecosystem is ecosystem
                    # What starts with a hyphen is a flag in a command.
                    and not (place.command and row.name.startswith("-"))
                ]
                text = place.text([row.name for row in rows])
                repo = room.repository({place.path: text}, fake, osv)
                outcomes += _outcomes(place, rows, room.check(repo))
    return scored("Install context", outcomes)


def _outcomes(place: _Place, rows: Sequence[Name], run: Run) -> Iterator[Outcome]:
    at = run.at()
    for number, row in enumerate(rows, len(place.head) + 1):
        found = at.get((place.path, number))
        kind = row.kind or "any"
        yield Outcome(
            group=f"{place.title}: {row.label}, {kind}",
            name=row.name,
            expected=_expected(row),
            actual=found.word if found else "ok",
            suggestion=found.suggestion if found else "",
            right_name=_right_name(row, found),
            remark=found.message if found else run.reason,
        )


def _right_name(row: Name, found: Found | None) -> bool | None:
    """Whether a suggestion is right, where the corpus says what was meant."""
    if found is None or not row.real or row.real == STANDARD:
        return None
    return row.is_meant(found.suggestion)


def _expected(row: Name) -> str:
    if row.kind == "deprecated-decoy":
        return "suspicious"
    return row.label if row.label in (HALLUCINATED, MALICIOUS) else "ok"
