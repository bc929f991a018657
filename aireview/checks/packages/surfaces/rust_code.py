"""Rust source files: the crates that their paths start with.

A first segment that the file itself brings into scope (a module, an enum, a name of another `use`)
names no crate, unless the path starts with `::`.
"""

from __future__ import annotations

from aireview.checks.packages.surfaces.code import reading, reference, refused
from aireview.model.packages import Ecosystem, Reading
from aireview.syntax.rust_imports import imports

_RELATIVE = frozenset({"crate", "self", "super", "Self", "$crate"})


def read(path: str, text: str) -> Reading:
    """Read the crates of a file."""
    too_large = refused(text)
    if too_large is not None:
        return too_large
    found = imports(text)
    own = _RELATIVE | set(found.scopes)
    references = [
        reference(Ecosystem.CARGO, path, one.module.removeprefix("::"), one)
        for one in found.imports
        if one.module not in own
    ]
    return reading(references, found, "Rust")
