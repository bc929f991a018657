"""What test runners install: `deps` and commands of tox (`tox.ini`, `tox.toml`), nox sessions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from aireview.checks.packages.surfaces.addresses import folder_of, within
from aireview.checks.packages.surfaces.ini import Ini, read_ini
from aireview.checks.packages.surfaces.literals import Module, parse, texts
from aireview.checks.packages.surfaces.pep508 import Place
from aireview.checks.packages.surfaces.python_index import conda_reference
from aireview.checks.packages.surfaces.readings import few, merged, parsed
from aireview.checks.packages.surfaces.requirements import includes as requirement_includes
from aireview.checks.packages.surfaces.requirements import read_line
from aireview.model.packages import Reading, Surface, Unread
from aireview.syntax.nodes import Node
from aireview.syntax.toml_nodes import read_toml

_FACTOR = re.compile(r"(?P<factors>[A-Za-z0-9_.,{}!-]+)\s*:(?:\s+|$)(?P<rest>.*)")
_WITH_VALUE = (
    "-r",
    "-c",
    "-i",
    "-f",
    "-t",
    "--requirement",
    "--constraint",
    "--target",
    "--prefix",
)
_URL_OPTIONS = ("--index-url", "--extra-index-url", "--find-links", "-e", "--editable")


def read(path: str, text: str) -> Reading:
    """Read a `tox.ini`, `tox.toml` or `noxfile.py`."""
    place = Place(path)
    if path.lower().endswith(".py"):
        return _nox(text, place)
    if path.lower().endswith(".toml"):
        table, unread = parsed(read_toml, text)
        return merged((settings(table, place), Reading(unread=unread)))
    ini = read_ini(text)
    return merged(
        (
            *(_line(each, place, line) for each, line in _ini_lines(ini)),
            *_commands(ini, path),
            Reading(roots=tuple(_roots(ini, folder_of(path))), unread=few(ini.unread)),
        )
    )


def includes(path: str, text: str) -> tuple[str, ...]:
    """Return the requirement files that the environments of a `tox.ini` install."""
    if not path.lower().endswith(".ini"):
        return ()
    lines = (_without_factor(line) for line, _ in _ini_lines(read_ini(text)))
    return requirement_includes(path, "\n".join(line.replace("{toxinidir}/", "") for line in lines))


def settings(table: Node, place: Place) -> Reading:
    """Read tox's own table: `tox.toml`, or `tool.tox` in `pyproject.toml`."""
    environments = (
        table.get("env_run_base"),
        *(value for _, _, value in table.get("env").pairs),
        *(value for _, _, value in table.get("env_base").pairs),
    )
    lines = [
        *table.get("requires").texts(),
        *(each for environment in environments for each in environment.get("deps").texts()),
    ]
    embedded = table.get("legacy_tox_ini")
    above = embedded.line - (0 if embedded.style.endswith("\n") else 1)
    old = [(text, line + above) for text, line in _ini_lines(read_ini(embedded.text))]
    return merged(_line(text, place, line) for text, line in (*lines, *old))


def _commands(ini: Ini, path: str) -> Iterator[Reading]:
    """Yield what the commands of the environments install."""
    from aireview.checks.packages.surfaces.shell import commands  # noqa: PLC0415 - seldom needed

    for section, keys in ini.sections.items():
        if section.startswith("testenv"):
            for key in ("commands_pre", "commands", "commands_post"):
                for text, line in keys.get(key, ()):
                    yield commands(
                        _without_factor(text), path=path, line=line, surface=Surface.COMMAND
                    )


def _ini_lines(ini: Ini) -> Iterator[tuple[str, int]]:
    for section, keys in ini.sections.items():
        wanted = {"tox": "requires"}.get(section, "deps")
        if section == "tox" or section.startswith("testenv"):
            yield from keys.get(wanted, ())


def _without_factor(text: str) -> str:
    found = _FACTOR.fullmatch(text)
    return found["rest"] if found else text


def _line(text: str, place: Place, line: int) -> Reading:
    text = _without_factor(text)
    if text.startswith("{") or "{posargs" in text:
        return Reading(ignored=1)  # another section's list, or a value from outside
    return read_line(text.replace(" #", "\n#").partition("\n")[0], place, line)


def _roots(ini: Ini, folder: str) -> Iterator[str]:
    for line in ini.lines("pytest", "pythonpath"):
        for text in line.text.split():
            root = within(folder, text)
            if root is not None:
                yield root


def _nox(text: str, place: Place) -> Reading:
    module = parse(text)
    if isinstance(module, Unread):
        return Reading(unread=(module,))
    last = text.count("\n") + 1
    calls = [
        call
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
    ]
    installs = (
        _install(module, call, place, last)
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("install", "conda_install")
    )
    runs = (
        _run(module, call, place, last)
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("run", "run_always")
    )
    return merged((*installs, *runs))


def _run(module: Module, call: ast.Call, place: Place, last: int) -> Reading:
    from aireview.checks.packages.surfaces.shell import arguments  # noqa: PLC0415 - seldom needed

    words = [
        (text.text, min(text.line, last))
        for argument in call.args
        for text in texts(module, argument).texts
    ]
    return arguments(words, path=place.path, surface=Surface.COMMAND)


def _install(module: Module, call: ast.Call, place: Place, last: int) -> Reading:
    conda = isinstance(call.func, ast.Attribute) and call.func.attr == "conda_install"
    parts: list[Reading] = []
    option = ""
    for argument in call.args:
        found = texts(module, argument)
        parts.append(Reading(ignored=1 if found.computed else 0))
        for text in found.texts:
            value, option = option, text.text if text.text in (*_WITH_VALUE, *_URL_OPTIONS) else ""
            line = min(text.line, last)
            if value in _URL_OPTIONS:
                parts.append(read_line(f"{value} {text.text}", place, line))
            elif not value and not text.text.startswith("-"):
                parts.append(
                    _conda(text.text, place, line) if conda else read_line(text.text, place, line)
                )
    return merged(parts)


def _conda(text: str, place: Place, line: int) -> Reading:
    reference = conda_reference(text, place.path, line)
    return Reading(references=(reference,)) if reference else Reading(ignored=1)
