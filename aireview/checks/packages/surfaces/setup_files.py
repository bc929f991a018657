"""`setup.py`, read as text, and `setup.cfg` (setuptools' keywords)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import msgspec

from aireview.checks.packages.surfaces.addresses import folder_of, within
from aireview.checks.packages.surfaces.ini import Ini, Line, read_ini
from aireview.checks.packages.surfaces.literals import Module, keywords, parse, texts
from aireview.checks.packages.surfaces.pep508 import Place
from aireview.checks.packages.surfaces.readings import few, merged, own_names
from aireview.checks.packages.surfaces.requirements import read_line
from aireview.model.packages import Ecosystem, Member, Reading, Unread

_REQUIRES = ("install_requires", "setup_requires", "tests_require", "extras_require")
_OPTIONAL = "extras_require"


def read(path: str, text: str) -> Reading:
    """Read a `setup.py`, `setup.cfg` or `pytest.ini`."""
    reading = _setup_py(path, text) if path.lower().endswith(".py") else _setup_cfg(path, text)
    return own_names(reading)


def includes(path: str, text: str) -> tuple[str, ...]:
    """Return the requirement files that a `setup.cfg` takes dependencies from (`file: x`)."""
    if path.lower().endswith(".py"):
        return ()
    ini = read_ini(text)
    found = (
        within(folder_of(path), name.strip())
        for line in _cfg_lines(ini)
        if line.text.startswith("file:")
        for name in line.text.removeprefix("file:").split(",")
    )
    return tuple(dict.fromkeys(each for each in found if each))


def _setup_py(path: str, text: str) -> Reading:
    module = parse(text)
    if isinstance(module, Unread):
        return Reading(unread=(module,), open_ended="setup.py cannot be read")
    last = text.count("\n") + 1
    return merged(
        _argument(module, name, value, path, last)
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and _called(call.func) == "setup"
        for name, value in _arguments(module, call)
    )


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _arguments(module: Module, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    known = [each.value for each in call.keywords if each.arg is None]
    yield from keywords(module, call)
    for value in known:
        if not (isinstance(value, ast.Name) and value.id in module.names):
            yield "**", value


def _argument(module: Module, name: str, value: ast.expr, path: str, last: int) -> Reading:
    if name in (*_REQUIRES, "**"):
        return _requires(module, name, value, path, last)
    found = texts(module, value).texts
    first = found[0].text if found else ""
    folder = folder_of(path)
    match name:
        case "name" if first:
            return Reading(members=(Member(ecosystem=Ecosystem.PYPI, name=first, folder=folder),))
        case "python_requires":
            return Reading(language=first)
        case "package_dir":
            roots = (within(folder, each.text or ".") for each in found)
            return Reading(roots=tuple(root for root in roots if root is not None))
        case "py_modules" if found:
            modules = tuple(each.text for each in found)
            return Reading(
                members=(
                    Member(
                        ecosystem=Ecosystem.PYPI, name=modules[0], folder=folder, modules=modules
                    ),
                )
            )
    return Reading()


def _requires(module: Module, name: str, value: ast.expr, path: str, last: int) -> Reading:
    found = texts(module, value)
    lines = merged(
        _optional(read_line(part, Place(path), min(text.line, last)), optional=name == _OPTIONAL)
        for text in found.texts
        for part in text.text.split("\n")
        if text.whole or part
    )
    if not found.computed:
        return lines
    what = "an argument of setup()" if name == "**" else f"`{name}`"
    return merged(
        (
            lines,
            Reading(
                open_ended=f"{what} is computed",
                unread=(Unread(min(found.computed, last), f"{what} is computed"),),
            ),
        )
    )


def _optional(reading: Reading, *, optional: bool) -> Reading:
    references = tuple(
        msgspec.structs.replace(each, optional=optional) for each in reading.references
    )
    return msgspec.structs.replace(reading, references=references)


def _setup_cfg(path: str, text: str) -> Reading:
    ini = read_ini(text)
    folder = folder_of(path)
    name = ini.first("metadata", "name")
    modules = tuple(line.text for line in ini.lines("options", "py-modules"))
    binaries = tuple(
        line.text.partition("=")[0].strip()
        for line in ini.lines("options.entry_points", "console-scripts")
    )
    member = Member(
        ecosystem=Ecosystem.PYPI, name=name, folder=folder, modules=modules, binaries=binaries
    )
    optional = ini.sections.get("options.extras_require", {})
    return merged(
        (
            *(
                read_line(line.text, Place(path), line.line)
                for key in ("install-requires", "setup-requires", "tests-require")
                for line in ini.lines("options", key)
                if not line.text.startswith("file:")
            ),
            *(
                _optional(read_line(line.text, Place(path), line.line), optional=True)
                for lines in optional.values()
                for line in lines
                if not line.text.startswith("file:")
            ),
            Reading(
                members=(member,) if name else (),
                roots=tuple(_roots(ini, folder)),
                language=ini.first("options", "python-requires"),
                unread=few(ini.unread),
            ),
        )
    )


def _cfg_lines(ini: Ini) -> Iterator[Line]:
    yield from ini.lines("options", "install-requires")
    for lines in ini.sections.get("options.extras_require", {}).values():
        yield from lines


def _roots(ini: Ini, folder: str) -> Iterator[str]:
    written = [
        *(line.text.partition("=")[2] for line in ini.lines("options", "package-dir")),
        *(line.text for line in ini.lines("options.packages.find", "where")),
        *(
            each
            for section in ("tool:pytest", "pytest")
            for line in ini.lines(section, "pythonpath")
            for each in line.text.split()
        ),
    ]
    for text in written:
        root = within(folder, text.strip() or ".")
        if root is not None:
            yield root
