"""Gems that a Gemfile.lock pins: sections GEM, GIT, PATH and PLUGIN SOURCE with their specs."""

from __future__ import annotations

import re

from aireview.checks.packages.surfaces.addresses import strip_credentials
from aireview.model.packages import (
    Ecosystem,
    Reading,
    Reference,
    Source,
    Surface,
    Unread,
)

_SPEC = re.compile(r"    (?P<name>[^\s(]++)(?: \((?P<version>[^)\n]*+)\))?\s*")
_REMOTE = re.compile(r"  remote: (\S+)\s*")
_DEFAULT = re.compile(r"https?://(?:www\.|index\.)?rubygems\.org/?", re.IGNORECASE)
_SECTIONS = {
    "GEM": Source.REGISTRY,
    "GIT": Source.DIRECT,
    "PATH": Source.LOCAL,
    "PLUGIN SOURCE": Source.DIRECT,
}


def read(path: str, text: str) -> Reading:
    """Read the gems of the lock file, each once, with the section they stand in."""
    found: dict[str, Reference] = {}
    source: Source | None = None
    remotes: list[str] = []
    is_lock = False
    for number, line in enumerate(text.split("\n"), 1):
        if line and line[0] not in " \r":
            source = _SECTIONS.get(line.strip())
            is_lock = is_lock or source is not None
            remotes = []
        elif source is None:
            continue
        elif remote := _REMOTE.fullmatch(line):
            remotes.append(remote.group(1))
        elif spec := _SPEC.fullmatch(line):
            found.setdefault(
                spec["name"],
                Reference(
                    ecosystem=Ecosystem.RUBYGEMS,
                    name=spec["name"],
                    surface=Surface.LOCK,
                    path=path,
                    line=number,
                    specifier=spec["version"] or "",
                    source=source,
                    index=_index(remotes) if source is Source.REGISTRY else "",
                ),
            )
    unread = () if is_lock or not text.strip() else (Unread(1, "this is no lock file of Bundler"),)
    return Reading(references=tuple(found.values()), unread=unread)


def _index(remotes: list[str]) -> str:
    """Return the index of a section; with several remotes any gem may be from the private one."""
    private = [remote for remote in remotes if not _DEFAULT.fullmatch(remote)]
    return strip_credentials(private[0]) if private else ""
