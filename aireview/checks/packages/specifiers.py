r"""JavaScript module specifiers: what a bundler adds to them, and the package that they name.

Sources: the import resolution of Node.js (packages, subpaths and `imports`), webpack's inline
loaders, the resource queries of webpack and Vite, and rollup's `\\0` prefix of virtual modules.
"""

from __future__ import annotations

import re

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def clean(specifier: str) -> str:
    """Strip what is meant for a bundler: loader prefixes, query, hash and the virtual mark.

    >>> clean("-!raw-loader!./page.mdx?raw")
    './page.mdx'
    """
    path = specifier.replace("\0", "").rpartition("!")[2].partition("?")[0]
    at = path.find("#", 1)  # a leading `#` is a subpath import of package.json
    return path if at < 0 else path[:at]


def is_relative(specifier: str) -> bool:
    """Whether a specifier is a path on this disk or of this site, and so names no package."""
    return specifier in {".", ".."} or specifier.startswith(("./", "../", "/"))


def scheme_of(specifier: str) -> str:
    """Return the scheme of a specifier in lower case (`node`, `npm`, `https`), empty without one."""
    found = _SCHEME.match(specifier)
    return found.group()[:-1].lower() if found else ""


def package_of(specifier: str) -> str:
    """Return the package that a bare specifier names, without the path inside it.

    >>> package_of("@scope/name/sub")
    '@scope/name'
    """
    parts = specifier.split("/", 2)
    return "/".join(parts[:2] if specifier.startswith("@") else parts[:1])
