"""Go imports settled by the repository alone: standard library, own modules, go.mod, vendor folders.

Sources: the Go Modules Reference (https://go.dev/ref/mod: module paths, resolving a package to a
module, replace, vendoring). A go.sum is no declaration: it may hold modules that are not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aireview.checks.packages.names import valid
from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Candidate, Certainty, Resolution, Settled
from aireview.model.packages import Ecosystem, Reference
from aireview.policy.globs import name_matcher

# How many segments the path of a module has at least, where its host says so.
_LEAST = {"github.com": 3, "gitlab.com": 3, "bitbucket.org": 3, "golang.org": 3}
_USUAL = 2
_MOST = 8  # no module is called by a longer path; an import may be of any length
_MANIFEST = "go.mod"


def resolve(reference: Reference, project: Project) -> Resolution:
    """Settle one import path."""
    name = reference.name
    member = _longest(name, project.members(Ecosystem.GO))
    if member:
        folder = project.members(Ecosystem.GO)[member][0].folder
        return Resolution(settled=Settled.FIRST_PARTY, by=member, where=folder)
    if "." not in name.partition("/")[0]:
        return Resolution(settled=Settled.STANDARD, by=name)
    if any(name_matcher(glob)(name) for glob in project.first_party):
        return Resolution(settled=Settled.FIRST_PARTY, by=name, where="packages.first_party")
    vendored = _vendored(reference, project)
    if vendored:
        return Resolution(settled=Settled.FIRST_PARTY, by=vendored, where=vendored)
    return _declared(reference, project) or Resolution(
        settled=Settled.OPEN,
        module=name,
        candidates=tuple(Candidate(path, Certainty.NAMESAKE) for path in _modules(name)),
        open_ended=project.open_ended(Ecosystem.GO),
    )


def _declared(reference: Reference, project: Project) -> Resolution | None:
    """Find the module with the longest path, in the go.mod of the file before any other."""
    declared = project.declared(Ecosystem.GO)
    nearest = _nearest(reference.path, project)
    elsewhere: Reference | None = None
    for path in _prefixes(reference.name):
        # What replaces a module is fetched under its own name and imported under the other.
        found = [each for each in declared.get(path, ()) if not each.alias]
        if not found:
            continue
        here = next((each for each in found if each.path == nearest), None)
        if here is not None or not nearest:
            return _provided(here or found[0])
        elsewhere = elsewhere or found[0]
    if elsewhere is None:
        return None
    return _provided(elsewhere, f"required in {elsewhere.path}, not in {nearest}")


def _provided(declaration: Reference, remark: str = "") -> Resolution:
    return Resolution(
        settled=Settled.PROVIDED,
        by=declaration.name,
        where=f"{declaration.path}:{declaration.line}",
        direct=not remark,
        remark=remark,
    )


def _nearest(path: str, project: Project) -> str:
    return next((each for each in _upwards(path, _MANIFEST) if each in project.readings), "")


def _vendored(reference: Reference, project: Project) -> str:
    folders = _upwards(reference.path, f"vendor/{reference.name}")
    return next((folder for folder in folders if folder in project.folders), "")


def _upwards(path: str, name: str) -> Iterator[str]:
    """Yield the paths at which `name` may stand, from the folder of a file up to the root."""
    while path:
        path = path.rpartition("/")[0]
        yield f"{path}/{name}" if path else name


def _longest(name: str, modules: Iterable[str]) -> str:
    known = set(modules)
    return next((path for path in _prefixes(name) if path in known), "")


def _prefixes(name: str) -> Iterator[str]:
    """Yield an import path and all paths above it, the longest first."""
    while name:
        yield name
        name = name.rpartition("/")[0]


def _modules(name: str) -> Iterator[str]:
    """Yield the paths that the module of a package may have, the longest first."""
    segments = name.split("/")
    least = _LEAST.get(segments[0], _USUAL)
    for count in range(min(len(segments), _MOST), min(least, len(segments)) - 1, -1):
        path = "/".join(segments[:count])
        if valid(Ecosystem.GO, path):
            yield path
