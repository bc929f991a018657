"""Artifacts in Gradle's lock files: lines `group:artifact:version=configuration,…`."""

from __future__ import annotations

from aireview.checks.packages.surfaces.readings import few
from aireview.model.packages import Ecosystem, Reading, Reference, Surface, Unread


def read(path: str, text: str) -> Reading:
    """Read a gradle.lockfile, or one of the older files under gradle/dependency-locks."""
    references: list[Reference] = []
    unread: list[Unread] = []
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        coordinate = line.partition("=")[0].strip()
        if not line or line.startswith("#") or coordinate == "empty":
            continue
        match coordinate.split(":"):
            case [group, artifact, version]:
                references.append(
                    Reference(
                        ecosystem=Ecosystem.MAVEN,
                        name=f"{group}:{artifact}",
                        surface=Surface.LOCK,
                        path=path,
                        line=number,
                        specifier=version,
                    )
                )
            case _:
                unread.append(Unread(number, "this is no line of a Gradle lock file"))
    return Reading(references=tuple(references), unread=few(unread))
