"""`pyproject.toml`: PEP 518, PEP 621, PEP 735 and the tables of the tools that declare packages."""

from __future__ import annotations

from collections.abc import Iterator

from aireview.checks.packages.surfaces import poetry_settings, uv_config
from aireview.checks.packages.surfaces.addresses import folder_of, within
from aireview.checks.packages.surfaces.conda import pixi
from aireview.checks.packages.surfaces.pep508 import Place
from aireview.checks.packages.surfaces.python_index import index
from aireview.checks.packages.surfaces.readings import bound, merged, own_names, parsed
from aireview.checks.packages.surfaces.requirements import read_line
from aireview.checks.packages.surfaces.tox import settings as tox_settings
from aireview.model.packages import Ecosystem, Index, Member, Reading
from aireview.syntax.nodes import Node
from aireview.syntax.toml_nodes import read_toml

# Lists of PEP 508 requirements; `*` is any key. The second value: whether they are optional.
_LISTS: tuple[tuple[str, bool], ...] = (
    ("project.dependencies", False),
    ("project.optional-dependencies.*", True),
    ("dependency-groups.*", False),
    ("build-system.requires", False),
    ("tool.hatch.envs.*.dependencies", False),
    ("tool.hatch.envs.*.extra-dependencies", False),
    ("tool.hatch.build.dependencies", False),
    ("tool.hatch.build.hooks.*.dependencies", False),
    ("tool.hatch.build.targets.*.dependencies", False),
    ("tool.hatch.build.targets.*.hooks.*.dependencies", False),
    ("tool.hatch.metadata.hooks.uv-dynamic-versioning.dependencies", False),
    ("tool.hatch.metadata.hooks.uv-dynamic-versioning.optional-dependencies.*", True),
    ("tool.flit.metadata.requires", False),
    ("tool.flit.metadata.requires-extra.*", True),
    ("tool.rye.dev-dependencies", False),
    ("tool.briefcase.app.*.requires", False),
    ("tool.briefcase.app.*.test_requires", False),
)
_PIP_LISTS = ("tool.pdm.dev-dependencies.*",)  # these may hold `-e file:///…#egg=x`
_MODULE_NAMES = (
    "tool.maturin.module-name",
    "tool.flit.module.name",
    "tool.uv.build-backend.module-name",
)
_ROOTS = (
    "tool.setuptools.packages.find.where",
    "tool.setuptools.package-dir.",
    "tool.pytest.ini_options.pythonpath",
    "tool.pytest.pythonpath",
    "tool.maturin.python-source",
    "tool.pdm.build.package-dir",
    "tool.uv.build-backend.module-root",
)
_LIST_HOOKS = (
    "tool.hatch.metadata.hooks.uv-dynamic-versioning.dependencies",
    "tool.poetry.dependencies",
)
_FILE_HOOKS = (
    "tool.setuptools.dynamic.dependencies.file",
    "tool.setuptools.dynamic.optional-dependencies.*.file",
    "tool.hatch.metadata.hooks.requirements_txt.files",
    "tool.hatch.metadata.hooks.requirements_txt.optional-dependencies.*",
)
_COMPUTED = ("dependencies", "optional-dependencies")


def read(path: str, text: str) -> Reading:
    """Read a `pyproject.toml`."""
    root, unread = parsed(read_toml, text)
    place = Place(path)
    poetry = poetry_settings.settings(root.get("tool", "poetry"), place)
    uv = root.get("tool", "uv")
    lists = merged(
        uv_config.requirements(node, place, optional=optional)
        for where, optional in _LISTS
        for node in at(root, where)
    )
    reading = merged(
        (
            bound(lists, {**poetry_settings.bindings(poetry), **uv_config.bindings(uv)}),
            merged(_pip_lines(root, place)),
            uv_config.settings(uv, place),
            poetry,
            pixi(root.get("tool", "pixi"), place),
            tox_settings(root.get("tool", "tox"), place),
            _own(root, path),
            Reading(unread=unread),
        )
    )
    return own_names(reading)


def includes(path: str, text: str) -> tuple[str, ...]:
    """Return the requirement files that a build takes the dependencies from."""
    root, _ = parsed(read_toml, text)
    found = (
        within(folder_of(path), name)
        for where in _FILE_HOOKS
        for node in at(root, where)
        for name, _ in node.texts()
    )
    return tuple(dict.fromkeys(each for each in found if each))


def at(node: Node, where: str) -> Iterator[Node]:
    """Yield the values below a dotted path of keys; `*` is any key."""
    key, dot, rest = where.partition(".")
    for name, _, value in node.pairs:
        if key in (name, "*"):
            if dot:
                yield from at(value, rest)
            else:
                yield value


def _pip_lines(root: Node, place: Place) -> Iterator[Reading]:
    for where in _PIP_LISTS:
        for node in at(root, where):
            for text, line in node.texts():
                yield read_line(text, place, line)


def _own(root: Node, path: str) -> Reading:
    project, folder = root.get("project"), folder_of(path)
    return Reading(
        members=tuple(_members(root, folder)),
        indexes=tuple(_indexes(root, path)),
        roots=tuple(_roots(root, folder)),
        open_ended=_open_ended(root),
        language=project.get("requires-python").text,
    )


def _members(root: Node, folder: str) -> Iterator[Member]:
    project = root.get("project")
    name = project.get("name").text or root.get("tool", "flit", "metadata", "module").text
    modules = tuple(dict.fromkeys(_modules(root)))
    if name or modules:
        yield Member(
            ecosystem=Ecosystem.PYPI,
            name=name or modules[0],
            folder=folder,
            modules=modules,
            binaries=tuple(
                key
                for table in ("scripts", "gui-scripts")
                for key, _, _ in project.get(table).pairs
            ),
        )


def _modules(root: Node) -> Iterator[str]:
    for where in _MODULE_NAMES:
        for node in at(root, where):
            yield from (text for text, _ in node.texts() if text)
    setuptools = root.get("tool", "setuptools")
    for key in ("py-modules", "packages"):
        yield from (text for text, _ in setuptools.get(key).texts() if text)
    for path, _ in root.get("tool", "hatch", "build", "targets", "wheel", "packages").texts():
        yield path.rstrip("/").rpartition("/")[2]


def _roots(root: Node, folder: str) -> Iterator[str]:
    written = [text for where in _ROOTS for node in at(root, where) for text, _ in node.texts()]
    for path, _ in root.get("tool", "hatch", "build", "targets", "wheel", "packages").texts():
        written.append(path.rstrip("/").rpartition("/")[0] or ".")
    for text in written:
        found = within(folder, text or ".")
        if found is not None:
            yield found


def _indexes(root: Node, path: str) -> Iterator[Index]:
    for tool in ("pdm", "rye"):
        for node in (root.get("tool", tool, "source"), root.get("tool", tool, "sources")):
            for each in node.items:
                name = each.get("name").text
                yield from index(
                    each.get("url").text,
                    path,
                    each.get("url").line,
                    name=name,
                    replaces=name in ("pypi", "default"),
                )


def _open_ended(root: Node) -> str:
    """Dynamic dependencies are computed by the build, unless it reads them from files or a table."""
    dynamic = {text for text, _ in root.get("project", "dynamic").texts()}.intersection(_COMPUTED)
    if not dynamic or any(True for where in (*_FILE_HOOKS, *_LIST_HOOKS) for _ in at(root, where)):
        return ""
    return f"`dynamic` holds {' and '.join(sorted(dynamic))}"
