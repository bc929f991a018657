"""Which resolver settles the imports of an ecosystem; loaded with its data when it is needed."""

from __future__ import annotations

from importlib import import_module

from aireview.checks.packages.resolution import Resolve
from aireview.model.packages import Ecosystem

_MODULES = {
    Ecosystem.PYPI: "python",
    Ecosystem.NPM: "javascript",
    Ecosystem.GO: "go",
    Ecosystem.CARGO: "rust",
}


def has_resolver(ecosystem: Ecosystem) -> bool:
    """Whether the imports of an ecosystem are read."""
    return ecosystem in _MODULES


def resolver_of(ecosystem: Ecosystem) -> Resolve:
    """Return the resolver of an ecosystem whose imports are read."""
    module = import_module(f"aireview.checks.packages.resolving.{_MODULES[ecosystem]}")
    resolve: Resolve = module.resolve
    return resolve
