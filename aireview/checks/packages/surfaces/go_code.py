"""Go source files: the packages that they import. Relative imports name no module."""

from __future__ import annotations

from aireview.checks.packages.specifiers import is_relative
from aireview.checks.packages.surfaces.code import reading, reference, refused
from aireview.model.packages import Ecosystem, Reading
from aireview.syntax.go_imports import imports


def read(path: str, text: str) -> Reading:
    """Read the imports of a file."""
    too_large = refused(text)
    if too_large is not None:
        return too_large
    found = imports(text)
    references = [
        reference(Ecosystem.GO, path, one.module, one)
        for one in found.imports
        if not is_relative(one.module)
    ]
    return reading(references, found, "Go")
