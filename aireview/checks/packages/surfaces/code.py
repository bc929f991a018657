"""What the readers of source code share: the bound on size, and imports as references."""

from __future__ import annotations

from collections.abc import Iterable

from aireview.model.packages import Ecosystem, Reading, Reference, Surface, Unread
from aireview.syntax.imports import Import, Imports

# A syntax tree takes some fifty times the memory of its text; code of this size is generated.
_LARGEST = 4_000_000


def refused(text: str) -> Reading | None:
    """Return the reading of a text that is too large to be parsed, None for any other."""
    if len(text) <= _LARGEST:
        return None
    return Reading(unread=(Unread(1, f"more than {_LARGEST:,} characters of code"),))


def reading(references: Iterable[Reference], imports: Imports, language: str) -> Reading:
    """Join the references of a file with what of it could not be read."""
    unread: tuple[Unread, ...] = ()
    if imports.broken_line:
        why = f"this is not {language} that can be parsed; imports near it may be missing"
        unread = (Unread(imports.broken_line, why),)
    return Reading(references=tuple(references), unread=unread, ignored=imports.computed)


def reference(ecosystem: Ecosystem, path: str, name: str, found: Import) -> Reference:
    """Return an import as a reference to the module `name`."""
    return Reference(
        ecosystem=ecosystem,
        name=name,
        surface=Surface.IMPORT,
        path=path,
        line=found.line,
        members=found.members,
        optional=found.optional,
        type_only=found.type_only,
    )
