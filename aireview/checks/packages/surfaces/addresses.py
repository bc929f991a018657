"""Addresses of package indexes and paths of the repository, as configuration writes them."""

from __future__ import annotations

import posixpath
import re

_USER = re.compile(r"^((?:[a-z][a-z0-9+.-]*:)?//)[^/?#]*@", re.IGNORECASE)
_PYPI = re.compile(
    r"https?://(?:www\.)?(?:pypi\.org|pypi\.python\.org)(?:/(?:simple|pypi))?/?", re.IGNORECASE
)


def strip_credentials(url: str) -> str:
    """Return a URL without user, password and query, any of which can be a secret.

    >>> strip_credentials("https://ci:hunter2@pypi.example.org/simple?token=x")
    'https://pypi.example.org/simple'
    """
    bare = _USER.sub(r"\1", url.strip())
    return re.split(r"[?#]", bare, maxsplit=1)[0] if "://" in bare else bare


def is_pypi(url: str) -> bool:
    """Whether a URL is the public index of Python itself, so that naming it binds nothing."""
    return _PYPI.fullmatch(strip_credentials(url)) is not None


def within(folder: str, path: str) -> str | None:
    """Return a path written in a file of `folder`, relative to the root; None if it leads outside.

    >>> within("services/api", "../shared/requirements.txt")
    'services/shared/requirements.txt'
    """
    if path.startswith(("/", "~")) or "\\" in path or "://" in path or "\0" in path:
        return None
    joined = posixpath.normpath(posixpath.join(folder, path))
    if joined == ".." or joined.startswith("../"):
        return None
    return "" if joined == "." else joined


def folder_of(path: str) -> str:
    """Return the folder that a file lies in, "" for the root."""
    return posixpath.dirname(path)
