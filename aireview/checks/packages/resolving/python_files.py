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
_FAR = 400  # characters after a change of the path in which its folder is named
_MOST_CHANGES = 20


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


def _is_of_tests(folder: str) -> bool:
    return _TESTS.fullmatch(folder.rpartition("/")[2]) is not None


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
    def _parents(self) -> Mapping[str, tuple[Mapping[str, None], tuple[str, ...]]]:
        """The folders that hold a module or a package of a name, and the source roots of them."""
        found: dict[str, dict[str, None]] = {}
        for path in (*self._modules, *self._code):
            folder, _, name = path.rpartition("/")
            if name:
                found.setdefault(name, {})[folder] = None
        roots = self._roots
        return {
            name: (folders, tuple(folder for folder in folders if folder in roots))
            for name, folders in found.items()
        }

    @cached_property
    def _by_end(self) -> Mapping[str, tuple[str, ...]]:
        """The modules and packages by the last two parts of their path."""
        found: dict[str, list[str]] = {}
        for path in (*self._modules, *self._packages):
            found.setdefault("/".join(path.rsplit("/", 2)[-2:]), []).append(path)
        return {end: tuple(paths) for end, paths in found.items()}

    @cached_property
    def _roots(self) -> Mapping[str, frozenset[str]]:
        """The source roots, each with the folders whose files import from it."""
        found: dict[str, set[str]] = {}
        for folder in self._written_roots():
            found.setdefault(folder, set()).add(scope_of(folder))
        for folder in self._code:
            name = folder.rpartition("/")[2]
            if _VENDOR.fullmatch(name):
                found.setdefault(folder, set()).add(_parent(folder))
            elif _TESTS.fullmatch(name) and folder not in self._packages:
                found.setdefault(folder, set()).add(folder)
        return {folder: frozenset(scopes) for folder, scopes in found.items()}

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

    def _reached(self, top: str, importer: str) -> Iterator[str]:
        """Yield the folders that hold a top-level module and that a file imports from."""
        if top not in self._parents:
            return
        parents, rooted = self._parents[top]
        yield from (
            folder
            for folder in _ancestors(importer)
            if folder in parents and folder not in self._packages
        )
        in_tests = any(True for _ in _folders(importer, _TESTS))
        for folder in rooted:
            scopes = self._roots[folder]
            if any(below(each, importer) or (in_tests and _is_of_tests(each)) for each in scopes):
                yield folder

    def find(self, module: str, members: Iterable[str], importer: str) -> Found | None:
        """Find a module below the source roots that count for an importing file."""
        return self._first(self._reached(_top(module), importer), module, members, importer)

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
        top = _top(module)
        for folder in self._reached(top, importer):
            path = _joined(folder, top)
            if path in self._holding or (path in self._code and top != module):
                return Found(path, "a folder without `__init__.py`")
        return None

    def find_anywhere(self, module: str, importer: str) -> Found | None:
        """Find a dotted module by the whole of its path, under a root that nothing tells."""
        path = module.replace(".", "/")
        for at in self._by_end.get("/".join(path.rsplit("/", 2)[-2:]), ()) if "." in module else ():
            if (at == path or at.endswith(f"/{path}")) and self._is_shared(at, importer):
                remark = "found below a folder that is no known source root"
                return Found(self._modules.get(at, at), remark)
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
    if "sys.path" not in text and "addsitedir" not in text:
        return
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
    """Return the module that a line of `.gitignore` may stand for."""
    name = line.strip().lstrip("!").rstrip("/*").rpartition("/")[2]
    return name.removesuffix(".py").removesuffix(".pyi").partition(".*")[0]


def _top(module: str) -> str:
    return module.partition(".")[0]
