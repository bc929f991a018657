"""Rust crates settled by the repository alone: standard library, Cargo.toml, the workspace.

Sources: the Cargo book (https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html:
renamed and inherited dependencies) and the Rust reference (names of crates, `-` reads as `_`).
"""

from __future__ import annotations

from collections.abc import Iterator

from aireview.checks.packages.names import normalise, valid
from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Candidate, Certainty, Resolution, Settled
from aireview.model.packages import Ecosystem, Reference
from aireview.policy.globs import name_matcher

_STANDARD = frozenset({"std", "core", "alloc", "proc-macro", "test"})
_RELATIVE = frozenset({"crate", "self", "super"})
# Libraries that are called otherwise than their package.
_PACKAGES = {
    "argon2": "rust-argon2",
    "crypto": "rust-crypto",
    "debug-unreachable": "new-debug-unreachable",
    "ini": "rust-ini",
    "md5": "md-5",
    "s3": "rust-s3",
    "sha1": "sha-1",
    "xml": "xml-rs",
}
_MANIFEST = "Cargo.toml"


def resolve(reference: Reference, project: Project) -> Resolution:
    """Settle the crate that a path starts with."""
    crate = normalise(Ecosystem.CARGO, reference.name)
    if crate in _STANDARD:
        return Resolution(settled=Settled.STANDARD, by=reference.name)
    if crate in _RELATIVE:
        return Resolution(settled=Settled.FIRST_PARTY, by=reference.name)
    found = _declared(crate, reference, project) or _own(crate, reference, project)
    if found is not None:
        return found
    if reference.name[:1].isupper() or not valid(Ecosystem.CARGO, reference.name):
        # A type that a wildcard brings in: crates are called in lower case.
        return Resolution(settled=Settled.NO_NAME, by=reference.name)
    return Resolution(
        settled=Settled.OPEN,
        module=reference.name,
        candidates=(Candidate(crate, Certainty.NAMESAKE),),
        open_ended=project.open_ended(Ecosystem.CARGO),
    )


def _declared(crate: str, reference: Reference, project: Project) -> Resolution | None:
    """Find the crate in the manifests above the file, the nearest first."""
    for manifest in _upwards(reference.path, _MANIFEST):
        reading = project.readings.get(manifest)
        for each in reading.references if reading is not None else ():
            if each.ecosystem is Ecosystem.CARGO and crate in _names(each, project):
                return _provided(each)
    return None


def _names(declaration: Reference, project: Project) -> Iterator[str]:
    """Yield what code may call a declared crate: its new name, its own, that of its library."""
    package = normalise(Ecosystem.CARGO, declaration.name)
    yield normalise(Ecosystem.CARGO, declaration.alias) or package
    if declaration.alias:
        return
    yield from (name for name, other in _PACKAGES.items() if other == package)
    for member in project.members(Ecosystem.CARGO).get(package, ()):
        yield from (normalise(Ecosystem.CARGO, name) for name in member.modules)


def _own(crate: str, reference: Reference, project: Project) -> Resolution | None:
    if any(name_matcher(glob)(reference.name) for glob in project.first_party):
        where = "packages.first_party"
        return Resolution(settled=Settled.FIRST_PARTY, by=reference.name, where=where)
    for members in project.members(Ecosystem.CARGO).values():
        for member in members:
            if crate in {
                normalise(Ecosystem.CARGO, name) for name in (member.name, *member.modules)
            }:
                return Resolution(settled=Settled.FIRST_PARTY, by=member.name, where=member.folder)
    module = _module(reference, project)
    if module:
        return Resolution(settled=Settled.FIRST_PARTY, by=module, where=module)
    return _elsewhere(crate, project)


def _elsewhere(crate: str, project: Project) -> Resolution | None:
    """Find a crate that only the lock file or a manifest elsewhere in the repository names."""
    # A renamed dependency can only be used by its new name.
    named = project.declared(Ecosystem.CARGO).get(crate, ())
    declared = [each for each in named if not each.alias]
    if declared:
        return _provided(declared[0], f"declared in {declared[0].path}, which is not for this file")
    locked = project.locked(Ecosystem.CARGO).get(crate, ())
    return (
        _provided(locked[0], "in the lock file only, needed by another crate") if locked else None
    )


def _provided(declaration: Reference, remark: str = "") -> Resolution:
    return Resolution(
        settled=Settled.PROVIDED,
        by=declaration.name,
        where=f"{declaration.path}:{declaration.line}",
        direct=not remark,
        remark=remark,
    )


def _module(reference: Reference, project: Project) -> str:
    """Return the file of a module beside the importing file or at the root of its crate.

    It is in scope through a wildcard (`use super::*`), or because paths start at the root of the
    crate (edition 2015).
    """
    beside = reference.path.removesuffix("/mod.rs").removesuffix(".rs")
    folders = [beside, beside.rpartition("/")[0]]
    folders += [
        path.removesuffix(_MANIFEST) + "src" for path in _upwards(reference.path, _MANIFEST)
    ]
    for folder in folders:
        stem = f"{folder}/{reference.name}" if folder else reference.name
        for path in (f"{stem}.rs", f"{stem}/mod.rs"):
            if path in project.paths and path != reference.path:
                return path
    return ""


def _upwards(path: str, name: str) -> Iterator[str]:
    """Yield the paths at which `name` may stand, from the folder of a file up to the root."""
    while path:
        path = path.rpartition("/")[0]
        yield f"{path}/{name}" if path else name
