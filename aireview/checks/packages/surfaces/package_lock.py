"""package-lock.json and npm-shrinkwrap.json, lockfileVersion 1 to 3 (npm's documentation of them)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.checks.packages.surfaces.npm_specs import source_of, split_name
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Surface, Unread
from aireview.syntax.big_json import key_lines, load
from aireview.syntax.nodes import NodeError

_INSTALLED = "node_modules/"
_DEEPEST = 20  # of nested folders in version 1; npm itself stays far below
_SECTIONS = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")

Entry = dict[str, Any]


def read(path: str, text: str) -> Reading:
    """Read a lock file of npm. Version 2 says everything twice; its newer half is read."""
    try:
        lock = load(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    if not isinstance(lock, dict):
        return Reading(unread=(Unread(1, "a lock file is a mapping, this is none"),))
    if "packages" in lock:
        packages = lock["packages"]
        if not isinstance(packages, dict):
            return Reading(unread=(Unread(1, "`packages` is no mapping"),))
        return _packages(path, text, packages)
    nested = lock.get("dependencies", {})
    if not isinstance(nested, dict) or not (nested or "lockfileVersion" in lock):
        return Reading(unread=(Unread(1, "this is no lock file that npm writes"),))
    return _nested(path, text, nested)


def _packages(path: str, text: str, packages: Entry) -> Reading:
    lines = {
        keys[1]: line
        for keys, line in key_lines(text, 2)
        if len(keys) == 2 and keys[0] == "packages"
    }
    by_url = _asked_by_url(packages)
    references, unread = [], []
    for key, entry in packages.items():
        line = lines.get(key, 1)
        if not isinstance(entry, dict):
            unread.append(Unread(line, "an entry that is no mapping"))
        elif _INSTALLED in key:
            references.append(_reference(key.rpartition(_INSTALLED)[2], entry, path, line, by_url))
    return Reading(references=tuple(references), unread=tuple(unread))


def _asked_by_url(packages: Entry) -> frozenset[str]:
    """Return the addresses that dependencies ask for, as against those a registry answered with."""
    found: set[str] = set()
    for entry in packages.values():
        for section in _SECTIONS if isinstance(entry, dict) else ():
            asked = entry.get(section)
            specs = asked.values() if isinstance(asked, dict) else ()
            found.update(spec for spec in specs if isinstance(spec, str) and "://" in spec)
    return frozenset(found)


def _text(entry: Entry, key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _reference(key: str, entry: Entry, path: str, line: int, by_url: frozenset[str]) -> Reference:
    name, version, resolved = (
        _text(entry, "name") or key,
        _text(entry, "version"),
        _text(entry, "resolved").strip(),
    )
    if version.startswith("npm:"):  # an alias in version 1
        name, version = split_name(version.removeprefix("npm:"))
    return Reference(
        ecosystem=Ecosystem.NPM,
        name=name,
        surface=Surface.LOCK,
        path=path,
        line=line,
        specifier=version if source_of(version) is Source.REGISTRY else "",
        source=_source(entry, version, resolved, by_url),
        alias=key if key != name else "",
        url=strip_credentials(resolved) if "://" in resolved or _is_web(resolved) else "",
        optional=entry.get("optional") is True,
        binaries=_binaries(entry.get("bin"), name),
    )


def _source(entry: Entry, version: str, resolved: str, by_url: frozenset[str]) -> Source:
    if any(entry.get(sign) is True for sign in ("link", "inBundle", "bundled")):
        return Source.LOCAL  # a folder, or a part of another package's archive
    if resolved in by_url:
        return Source.DIRECT
    if source_of(version) is not Source.REGISTRY:
        return source_of(version)
    return Source.REGISTRY if _is_web(resolved) else source_of(resolved)


def _is_web(resolved: str) -> bool:
    r"""Whether npm fetches an archive over HTTP: to it `https:\\host` is an address as well."""
    return resolved.lower().startswith(("http:", "https:"))


def _binaries(bin_: object, name: str) -> tuple[str, ...]:
    if isinstance(bin_, dict):
        return tuple(bin_)
    return (name.rpartition("/")[2],) if isinstance(bin_, str) else ()


def _nested(path: str, text: str, dependencies: Entry) -> Reading:
    lines = dict(key_lines(text, 2 * _DEEPEST))
    references, unread = [], []
    for keys, entry in _walk(("dependencies",), dependencies):
        line = lines.get(keys, 1)
        if not isinstance(entry, dict) or len(keys) >= 2 * _DEEPEST:
            unread.append(Unread(line, "an entry that is no mapping, or nested too deep"))
        else:
            references.append(_reference(keys[-1], entry, path, line, frozenset()))
    return Reading(references=tuple(references), unread=tuple(unread))


def _walk(above: tuple[str, ...], dependencies: Entry) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, entry in dependencies.items():
        keys = (*above, key)
        yield keys, entry
        inner = entry.get("dependencies") if isinstance(entry, dict) else None
        if isinstance(inner, dict) and len(keys) < 2 * _DEEPEST:
            yield from _walk((*keys, "dependencies"), inner)
