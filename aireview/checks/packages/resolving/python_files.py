"""The modules of a repository's own files: source roots and what an importing file reaches.

Sources: "The import system" of the Python language reference (packages, PEP 420 namespaces), pytest's
"import modes and sys.path", the src layout of the Python Packaging User Guide. Nothing is imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from aireview.checks.packages.project import Project, below
from aireview.checks.packages.resolving.python_distributions import is_known, is_namespace
from aireview.model.packages import Ecosystem

_COMPILED = (".so", ".pyd", ".pyx", ".dylib")
_NATIVE = (".c", ".cc", ".cpp", ".cxx", ".cu", ".rs", ".zig", ".f90", ".i")
_HOMES = ("pyproject.toml", "setup.py", "setup.cfg", "manage.py", "Pipfile", "environment.yml")
_BELOW_HOME = ("src", "lib", "python")
_VENDOR = re.compile(
    r"_?vendor(?:ed|ing)?(?:_packages)?|third[_-]?party|_?externs?|_?externals?|_?thirdparty"
)
_TESTS = re.compile(
    r"_?tests?|testing|specs?|.*[_-]tests?|tests?[_-].*|e2e|integration", re.IGNORECASE
)
_ASIDE = re.compile(
    r"docs?|documentation|examples?|samples?|demos?|tutorials?|snippets|notebooks?|benchmarks?"
    r"|playground|templates?|cookiecutter.*",
    re.IGNORECASE,
)
_FIXTURES = re.compile(
    r"_*fixtures?_*|.*[_-]fixtures?|test[_-]?data|testdata|test[_-]?files|test[_-]?cases|cassettes"
    r"|snapshots?|mocks?|data|resources|golden|corpus|corpora",
    re.IGNORECASE,
)
# `sys.path.insert(0, …)`, `sys.path.append(…)`, `site.addsitedir(…)`, `sys.path = […]`
_PATH_CHANGE = re.compile(
    r"(?:sys\.path\.(?:insert|append|extend)|addsitedir)\s*\(|sys\.path\s*\+?="
)
_LITERAL = re.compile(r"""(["'])((?:[\w .@-]|/)*)\1""")
# What the usual `.gitignore` of a Python project holds anyway.
_TEMPLATE = (
    "ENV", "bin", "build", "cover", "cython_debug", "develop-eggs", "dist", "docs", "downloads",
    "eggs", "env", "instance", "lib", "lib64", "logs", "node_modules", "parts", "public", "sdist",
    "share", "site", "site-packages", "target", "tmp", "var", "venv", "wheels",
)  # fmt: skip
_FAR = 400  # characters after a change of the path in which its folder is named
_MOST_CHANGES = 20


class _Root(NamedTuple):
    """A folder that modules are imported from, and the folder whose files may do so."""

    folder: str
    scope: str


class Found(NamedTuple):
    """A file or folder of the repository that is a module, and a fact for the reader."""

    path: str
    remark: str = ""


def is_fixture(path: str, importer: str) -> bool:
    """Whether a path lies in test data that an importing file is no part of."""
    return any(not below(folder, importer) for folder in _folders(path, _FIXTURES))


def scope_of(folder: str) -> str:
    """Return the folder of tests, documents or examples that a folder is in, "" for none."""
    found = (
        each for pattern in (_TESTS, _ASIDE, _FIXTURES) for each in _folders(f"{folder}/x", pattern)
    )
    return min(found, key=len, default="")


def _folders(path: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield the folders of a path whose own name matches, the highest first."""
    at = path.find("/")
    start = 0
    while at >= 0:
        if pattern.fullmatch(path, start, at):
            yield path[:at]
        start = at + 1
        at = path.find("/", start)


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _ancestors(path: str) -> Iterator[str]:
    """Yield the folders above a path, the nearest first, down to the root."""
    while path:
        path = _parent(path)
        yield path


class Files:
    """The Python modules of one repository."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._modules: dict[str, str] = {}
        self._packages: set[str] = set()
        self._holding: set[str] = set()
        self._native: dict[str, str] = {}
        generated = {path for reading in project.readings.values() for path in reading.generated}
        for path in (*project.paths, *generated):
            self._add(path)
        self._code = {folder for path in self._holding for folder in (path, *_ancestors(path))}
        self._reached: dict[str, frozenset[str]] = {}
        self._changes: dict[str, tuple[str, ...]] = {}

    def _add(self, path: str) -> None:
        folder, _, name = path.rpartition("/")
        stem, dot, ending = name.partition(".")
        last = f".{name.rpartition('.')[2]}" if dot else ""
        if last in (".py", ".pyi") and ending in ("py", "pyi"):
            self._holding.add(folder)
            if stem == "__init__":
                self._packages.add(folder)
            else:
                self._modules.setdefault(_joined(folder, stem), path)
        elif last in _COMPILED:
            self._holding.add(folder)
            self._modules.setdefault(_joined(folder, stem), path)
        elif last == ".proto":
            for made in (f"{stem}_pb2", f"{stem}_pb2_grpc"):
                self._modules.setdefault(_joined(folder, made), path)
                self._native.setdefault(made, path)
        elif last in _NATIVE:
            self._native.setdefault(stem, path)
            self._native.setdefault(stem.removesuffix("module"), path)

    @cached_property
    def _parents(self) -> Mapping[str, tuple[str, ...]]:
        """The folders that hold a module or a package of a name."""
        found: dict[str, dict[str, None]] = {}
        for path in (*self._modules, *self._code):
            folder, _, name = path.rpartition("/")
            if name:
                found.setdefault(name, {})[folder] = None
        return {name: tuple(folders) for name, folders in found.items()}

    @cached_property
    def _roots(self) -> tuple[_Root, ...]:
        found: dict[_Root, None] = {}
        for folder in self._written_roots():
            found[_Root(folder, scope_of(folder))] = None
        for folder in self._code:
            name = folder.rpartition("/")[2]
            if _VENDOR.fullmatch(name):
                found[_Root(folder, _parent(folder))] = None
            elif _TESTS.fullmatch(name) and folder not in self._packages:
                found[_Root(folder, folder)] = None
        return tuple(found)

    def _written_roots(self) -> Iterator[str]:
        yield ""
        homes = [""]
        for path in self._project.paths:
            folder, _, name = path.rpartition("/")
            if name in _HOMES:
                homes.append(folder)
            elif name == "conftest.py" and folder not in self._packages:
                yield folder
        for path, reading in self._project.readings.items():
            yield from reading.roots
            if any(member.ecosystem is Ecosystem.PYPI for member in reading.members):
                homes.append(_parent(path))
        for home in dict.fromkeys(homes):
            yield home
            for name in _BELOW_HOME:
                if _joined(home, name) in self._code and _joined(home, name) not in self._packages:
                    yield _joined(home, name)

    def _reach(self, importer: str) -> frozenset[str]:
        """Return the roots that count for a file: those of its project and its own folders."""
        folder = _parent(importer)
        if folder not in self._reached:
            in_tests = any(True for _ in _folders(importer, _TESTS))
            roots = {
                root.folder
                for root in self._roots
                if below(root.scope, importer)
                or (in_tests and _TESTS.fullmatch(root.scope.rpartition("/")[2]))
            }
            roots.update(each for each in (folder, *_ancestors(folder)) if self._is_plain(each))
            self._reached[folder] = frozenset(roots)
        return self._reached[folder]

    def _is_plain(self, folder: str) -> bool:
        return folder not in self._packages

    def find(self, module: str, members: Iterable[str], importer: str) -> Found | None:
        """Find a module below the source roots that count for an importing file."""
        reach = self._reach(importer)
        folders = (each for each in self._parents.get(_top(module), ()) if each in reach)
        return self._first(folders, module, members, importer)

    def find_near(self, module: str, members: Iterable[str], importer: str) -> Found | None:
        """Find a module in the importing file's package or above it, where only a script would.

        A single file there that is called like a module of a distribution is not what is meant.
        """
        folders = [each for each in _ancestors(importer) if each in self._packages]
        found = self._first(folders, module, members, importer)
        if found is None or (is_known(module) and found.path not in self._packages):
            return None
        return found._replace(remark="found beside the importing file")

    def find_changed(self, module: str, members: Iterable[str], importer: str) -> Found | None:
        """Find a module in a folder that the importing file puts on `sys.path`."""
        found = self._first(self._added_paths(importer), module, members, importer)
        return (
            found._replace(remark="the importing file adds its folder to sys.path")
            if found
            else None
        )

    def find_folder(self, module: str, importer: str) -> Found | None:
        """Find a top-level folder of Python files that has no `__init__.py`."""
        reach = self._reach(importer)
        top = _top(module)
        for folder in self._parents.get(top, ()):
            path = _joined(folder, top)
            if folder in reach and (
                path in self._holding or (path in self._code and top != module)
            ):
                return Found(path, "a folder without `__init__.py`")
        return None

    def find_anywhere(self, module: str, importer: str) -> Found | None:
        """Find a dotted module by the whole of its path, under a root that nothing tells."""
        if "." not in module:
            return None
        path = module.replace(".", "/")
        for folder in self._parents.get(module.rpartition(".")[2], ()):
            at = _joined(folder, module.rpartition(".")[2])
            if (at == path or at.endswith(f"/{path}")) and self._is_shared(at, importer):
                hit = self._modules.get(at) or (at if at in self._packages else "")
                if hit:
                    return Found(hit, "found below a folder that is no known source root")
        return None

    def _is_shared(self, path: str, importer: str) -> bool:
        scope = scope_of(_parent(path))
        return below(scope, importer) and not is_fixture(path, importer)

    def find_built(self, module: str) -> Found | None:
        """Find the source that a build makes a top-level module of: C, Rust, protocol buffers."""
        source = self._native.get(_top(module))
        return Found(source, "a build makes it") if source else None

    def find_ignored(self, module: str, importer: str) -> Found | None:
        """Find a module among the outputs that `.gitignore` files name."""
        for folder in _ancestors(importer):
            path = _joined(folder, ".gitignore")
            if path in self._project.paths and _top(module) in self._outputs(path):
                return Found(path, "git ignores a file or folder of that name")
        return None

    def _outputs(self, path: str) -> frozenset[str]:
        found = self._project.memo.get(("python ignored", path))
        if not isinstance(found, frozenset):
            lines = (self._project.read(path) or "").splitlines()
            found = frozenset(_output(line) for line in lines[:5000])
            self._project.memo["python ignored", path] = found
        return found

    def _first(
        self, folders: Iterable[str], module: str, members: Iterable[str], importer: str
    ) -> Found | None:
        for folder in folders:
            hit = self._at(folder, module, members)
            if hit and hit != importer:
                return Found(hit)
        return None

    def _at(self, root: str, module: str, members: Iterable[str]) -> str:
        """Return what a module is below a root: a file, a package, "" if it is none there."""
        at, dotted = root, ""
        for part in module.split("."):
            at, dotted = _joined(at, part), f"{dotted}.{part}" if dotted else part
            if at in self._packages and not is_namespace(dotted):
                return at
            if at in self._modules and (dotted == module or not is_namespace(dotted)):
                return self._modules[at]
            if at not in self._code:
                return ""
        for member in members:
            inner = _joined(at, member)
            if inner in self._modules:
                return self._modules[inner]
            if inner in self._code:
                return inner
        return ""

    def _added_paths(self, importer: str) -> tuple[str, ...]:
        if importer not in self._changes:
            text = self._project.read(importer) or ""
            self._changes[importer] = tuple(dict.fromkeys(_added(text, _parent(importer))))
        return self._changes[importer]


def _added(text: str, folder: str) -> Iterator[str]:
    """Yield the folders that literals near a change of `sys.path` may mean."""
    for count, change in enumerate(_PATH_CHANGE.finditer(text)):
        if count >= _MOST_CHANGES:
            return
        near = text[max(0, change.start() - _FAR) : change.end() + _FAR]
        named = [found.group(2).strip("/ ") for found in _LITERAL.finditer(near)]
        for base in (folder, *_ancestors(folder)):
            yield base
            for name in named:
                yield _resolved(base, name)


def _resolved(folder: str, name: str) -> str:
    parts = folder.split("/") if folder else []
    for part in name.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _output(line: str) -> str:
    """Return the module that a line of `.gitignore` may stand for; lines of templates tell nothing."""
    name = line.strip().lstrip("!").rstrip("/*").rpartition("/")[2]
    module = name.removesuffix(".py").removesuffix(".pyi").partition(".*")[0]
    return "" if module in _TEMPLATE else module


def _top(module: str) -> str:
    return module.partition(".")[0]
