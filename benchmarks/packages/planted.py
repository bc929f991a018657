"""Invented names planted in real repositories as a change: each is to be found, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from support.registry import FakeRegistry

from benchmarks.packages.corpus import Repository
from benchmarks.packages.running import Found, Room
from benchmarks.packages.tables import table
from benchmarks.packages.trees import TreeNames

_HEAD = ("repository", "declarations", "planted", "found", "missed", "else", "seconds", "outcome")
_AUXILIARY = re.compile(
    r"(?:^|/)(?:\.[^/]*|node_modules|vendor|third_party|tests?|__tests__|fixtures?|migrations|"
    r"snapshots|examples?)/|(?:test|spec|config|conftest|setup|__init__|\.d)\.[a-z]+$|_test\.go$|"
    r"(?:^|/)test_"
)


class _Plant(NamedTuple):
    """A line to add that names something invented; `where` says what kind of place it is."""

    where: str
    path: str
    line: str


Edit = Callable[[Path, Sequence[str]], Iterator[_Plant]]


def report(repositories: Sequence[Repository], room: Room) -> Iterable[str]:
    """Measure and yield the lines to print."""
    rows: list[tuple[str, ...]] = []
    details: list[str] = []
    is_opened = False
    for repository in repositories:
        repo = room.fresh()
        shutil.copytree(repository.tree, repo, symlinks=True, dirs_exist_ok=True)
        # One repository whose declarations are a list is made one that computes them.
        opened = not is_opened and _make_dynamic(repo)
        is_opened = is_opened or opened
        with FakeRegistry() as fake:
            room.begin(repo, fake)
            names = TreeNames(repo)
            for ecosystem, packages in names.registry(repository.proto_unresolved).items():
                for package in packages:
                    fake.add(ecosystem, package)
            plants = [plant for edit in _EDITS for plant in edit(repo, names.paths)]
            room.commit(repo)
            run = room.check(repo, "--range", "HEAD~1..HEAD")
        places = {_place(repo, plant): plant for plant in plants}
        at = run.at()
        missed = [plant for place, plant in places.items() if not _is_hit(at.get(place))]
        others = [
            each
            for each in run.found
            if not any(_is_hit(each) and (each.path, n) in places for n in (each.line, *each.also))
        ]
        rows.append(
            (
                repository.repo,
                "dynamic" if opened else "as they are",
                str(len(places)),
                str(len(places) - len(missed)),
                str(len(missed)),
                str(len(others)),
                f"{run.seconds:.1f}",
                run.outcome,
            )
        )
        details += [f"- {repository.repo}: missed {p.where} in {p.path}: {p.line}" for p in missed]
        details += [
            f"- {repository.repo}: else {o.word} in {o.path}:{o.line}: {o.message}" for o in others
        ]
        shutil.rmtree(repo)
    yield from table("Planted names", _HEAD, rows)
    yield from details
    yield ""


def _is_hit(found: Found | None) -> bool:
    return found is not None and found.word == "hallucinated"


def _place(repo: Path, plant: _Plant) -> tuple[str, int]:
    lines = (repo / plant.path).read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if plant.line in line)
    return plant.path, number


def _make_dynamic(repo: Path) -> bool:
    """Turn the list of a pyproject.toml into a computed one, with a requirement from git."""
    file = repo / "pyproject.toml"
    if not file.is_file():
        return False
    text = file.read_text(encoding="utf-8")
    listed = tomllib.loads(text).get("project", {}).get("dependencies", ())
    computed = re.sub(
        r"^dependencies = \[\n.*?^\]$",
        'dynamic = ["dependencies"]',
        text,
        flags=re.DOTALL | re.MULTILINE,
    )
    if not listed or computed == text:
        return False
    file.write_text(computed, encoding="utf-8")
    requirements = [*listed, "git+https://git.example.org/team/shared-tools.git"]
    (repo / "requirements.txt").write_text("\n".join(requirements) + "\n", encoding="utf-8")
    return True


def _middle(paths: Sequence[str], *endings: str) -> str:
    """Return an ordinary source file, always the same of a repository."""
    fitting = [p for p in sorted(paths) if p.endswith(endings) and not _AUXILIARY.search(p)]
    return fitting[len(fitting) // 2] if fitting else ""


def _shallow(paths: Sequence[str], name: str) -> str:
    fitting = [p for p in paths if p.rpartition("/")[2].lower() == name.lower()]
    return min(fitting, key=lambda path: (path.count("/"), path), default="")


def _append(repo: Path, path: str, *lines: str) -> None:
    file = repo / path
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    between = "" if not text or text.endswith("\n") else "\n"
    file.write_text(text + between + "\n".join(lines) + "\n", encoding="utf-8")


def _insert(repo: Path, path: str, after: str, line: str) -> bool:
    """Put a line below the first one that a pattern matches."""
    file = repo / path
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next((n for n, each in enumerate(lines) if re.search(after, each)), None)
    if at is None:
        return False
    file.write_text("\n".join([*lines[: at + 1], line, *lines[at + 1 :]]) + "\n", encoding="utf-8")
    return True


def _python(repo: Path, paths: Sequence[str]) -> Iterator[_Plant]:
    path = _middle(paths, ".py")
    if not path:
        return
    lines = (
        "import nimbusgraph_xtr",
        "from fastledger_xtr.models import Row",
        '__import__("quietqueue_xtr")',
    )
    _append(repo, path, "", *lines)
    _append(repo, path, "try:", "    import speedups_bright_xtr", "except ImportError:", "    pass")
    _append(repo, "added_by_benchmark.py", "import google.cloud.quantumvault_xtr as vault")
    yield from (_Plant("Python import", path, line) for line in lines)
    yield _Plant("optional Python import", path, "import speedups_bright_xtr")
    yield _Plant("Python import in a new file", "added_by_benchmark.py", "quantumvault_xtr")


def _notebook(repo: Path, paths: Sequence[str]) -> Iterator[_Plant]:
    path = _middle(paths, ".ipynb")
    if not path:
        return
    notebook = json.loads((repo / path).read_text(encoding="utf-8"))
    lines = ["%pip install -q solarframe-xtr", "import lunartable_xtr as lt"]
    notebook["cells"].append(
        {
            "cell_type": "code",
            "execution_count": None,
            "metadata": {},
            "outputs": [],
            "source": [f"{line}\n" for line in lines],
        }
    )
    text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    (repo / path).write_text(text, encoding="utf-8")
    yield from (_Plant("notebook", path, line) for line in lines)


def _script(repo: Path, paths: Sequence[str]) -> Iterator[_Plant]:
    path = _middle(paths, ".ts", ".tsx", ".js", ".mjs")
    if not path:
        return
    lines = (
        'import { grid } from "left-grid-xtr";',
        'export { core } from "@nimbus-xtr/core/sub";',
        'const tools = require("pad-tools-xtr/lib/x.js");',
        'const lazy = import("lazy-view-xtr");',
        'import type { Shape } from "shape-types-xtr";',
    )
    _append(repo, path, *lines)
    yield from (_Plant("script import", path, line) for line in lines)


def _go(repo: Path, paths: Sequence[str]) -> Iterator[_Plant]:
    path = _middle(paths, ".go")
    line = 'import _ "github.com/nobody-xtr/quicklog-xtr/v2/log"'
    if path and _insert(repo, path, r"^package \w+", line):
        yield _Plant("Go import", path, line)


def _manifests(repo: Path, paths: Sequence[str]) -> Iterator[_Plant]:
    if path := _shallow(paths, "requirements.txt"):
        _append(repo, path, "plainhttp-xtr>=1.2")
        yield _Plant("requirements.txt", path, "plainhttp-xtr>=1.2")
    path, line = _shallow(paths, "pyproject.toml"), '    "deepvault-xtr",'
    if path and _insert(repo, path, r"^dependencies = \[$|^dev = \[$", line):
        yield _Plant("pyproject.toml", path, line)
    path, line = _shallow(paths, "package.json"), '    "grid-kit-xtr": "^1.0.0",'
    if path and _insert(repo, path, r'"(?:devD|d)ependencies": \{$', line):
        yield _Plant("package.json", path, line)
    if path := _shallow(paths, "go.mod"):
        line = "require github.com/nobody-xtr/minirouter-xtr v1.0.0"
        _append(repo, path, line)
        yield _Plant("go.mod", path, line)


def _commands(repo: Path, paths: Sequence[str]) -> Iterator[_Plant]:
    path = _shallow(paths, "Dockerfile") or "Dockerfile"
    if path not in paths:
        _append(repo, path, "FROM debian:12")
    docker = (
        "RUN pip install --no-cache-dir dockhelper-xtr",
        "RUN npm install -g dock-cli-xtr@2 && echo done",
    )
    _append(repo, path, *docker)
    yield from (_Plant("Dockerfile", path, line) for line in docker)
    path = _shallow(paths, "README.md") or "README.md"
    shown = ("pip install readmekit-xtr", "npx readme-runner-xtr init .")
    _append(repo, path, "", "```bash", *shown, "```")
    yield from (_Plant("README", path, line) for line in shown)


_EDITS: tuple[Edit, ...] = (_python, _notebook, _script, _go, _manifests, _commands)
