"""Python source files and stubs: the modules that they import. Relative imports name no package."""

from __future__ import annotations

import msgspec

from aireview.checks.packages.surfaces.code import reading, reference, refused
from aireview.checks.packages.surfaces.readings import disguised
from aireview.model.packages import Ecosystem, Reading
from aireview.syntax.python_imports import imports


def read(path: str, text: str) -> Reading:
    """Read the absolute imports of a file; a stub only takes types."""
    too_large = refused(text)
    if too_large is not None:
        return too_large
    found = imports(text)
    references = [
        reference(Ecosystem.PYPI, path, one.module, one) for one in found.imports if not one.level
    ]
    if path.lower().endswith(".pyi"):
        references = [msgspec.structs.replace(each, type_only=True) for each in references]
    whole = reading(references, found, "Python")
    return msgspec.structs.replace(whole, unread=(*disguised(text), *whole.unread))
