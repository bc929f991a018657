"""Labelled names as imports, with the distribution that provides them declared or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from support.registry import FakeRegistry

from aireview.model.packages import Ecosystem
from benchmarks.packages.corpus import Name, served
from benchmarks.packages.running import Found, Room
from benchmarks.packages.tables import Outcome, scored

_CLOSED = '[project]\nname = "app-of-the-benchmark"\nversion = "1"\ndependencies = []\n'
_OPEN = '[project]\nname = "app-of-the-benchmark"\nversion = "1"\ndynamic = ["dependencies"]\n'


class _Case(NamedTuple):
    """A row of the corpus' table for imports. `alone`: each name has a repository of its own."""

    title: str
    kind: str
    expected: str
    files: Callable[[Name], dict[str, str]]
    alone: bool = False
    ecosystem: Ecosystem = Ecosystem.PYPI
    weaker: bool = False
    suggests: bool = False


def _declaring(row: Name) -> dict[str, str]:
    return {"pyproject.toml": _CLOSED.replace("[]", f'["{row.provider}"]')}


_CASES = (
    _Case("declared", "import-name-of-real", "ok", _declaring, alone=True),
    _Case(
        "not declared",
        "import-name-of-real",
        "undeclared",
        lambda _: {"pyproject.toml": _CLOSED},
        suggests=True,
    ),
    _Case("not declared", "stdlib-name", "ok", lambda _: {"pyproject.toml": _CLOSED}),
    _Case("declared", "pep503-underscore-trap", "ok", _declaring, alone=True),
    _Case("not declared", "invented", "hallucinated", lambda _: {"pyproject.toml": _CLOSED}),
    _Case("dynamic", "invented", "hallucinated", lambda _: {"pyproject.toml": _OPEN}, weaker=True),
    _Case(
        "not declared",
        "invented",
        "hallucinated",
        lambda _: {"package.json": '{"name": "app-of-the-benchmark", "dependencies": {}}\n'},
        ecosystem=Ecosystem.NPM,
    ),
    _Case(
        "not declared",
        "invented",
        "hallucinated",
        lambda _: {"go.mod": "module example.com/app\n\ngo 1.22\n"},
        ecosystem=Ecosystem.GO,
    ),
)
_WRITTEN = {
    Ecosystem.PYPI: ("py", "import {}\n"),
    Ecosystem.NPM: ("js", 'import value from "{}";\n'),
    Ecosystem.GO: ("go", 'package code\n\nimport _ "{}"\n'),
}


def report(names: Sequence[Name], room: Room) -> Iterable[str]:
    """Measure and return the lines to print."""
    outcomes: list[Outcome] = []
    with FakeRegistry(served(list(names))) as fake:
        for case in _CASES:
            rows = [r for r in names if r.kind == case.kind and r.ecosystem is case.ecosystem]
            for together in [[row] for row in rows] if case.alone else [rows]:
                outcomes += _measured(case, together, room, fake)
    return scored("Import context", outcomes)


def _measured(
    case: _Case, rows: Sequence[Name], room: Room, fake: FakeRegistry
) -> Iterator[Outcome]:
    if not rows:
        return
    ending, written = _WRITTEN[case.ecosystem]
    # No module of the repository may be called like a name of the corpus.
    paths = [f"code_of_benchmark/part{number:03}_benchmark.{ending}" for number in range(len(rows))]
    code = {path: written.format(row.module) for path, row in zip(paths, rows, strict=True)}
    run = room.check(room.repository(case.files(rows[0]) | code, fake))
    by_path = {found.path: found for found in run.found}
    for path, row in zip(paths, rows, strict=True):
        found = by_path.get(path)
        suggestion = found.suggestion if found else ""
        yield Outcome(
            group=f"{case.ecosystem.value}: {case.kind}, {case.title}",
            name=row.module,
            expected=case.expected,
            actual=_actual(case, found),
            suggestion=suggestion,
            right_name=row.is_meant(suggestion) if case.suggests else None,
            remark=found.message if found else run.reason,
        )


def _actual(case: _Case, found: Found | None) -> str:
    if found is None:
        return "ok"
    if case.weaker and found.tier == "A":
        return f"{found.word} of tier A"
    return found.word
