"""What every registry shares: its shape, and answers read into a `Standing`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit

import msgspec

from aireview.adapters.registries.http import Reply, Visit
from aireview.model.packages import Ecosystem, Existence, Question, Standing

JSON = "application/json"
_LONGEST_TEXT = 500
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OK, _PRIVATE, _ABSENT = 200, frozenset({401, 403}), frozenset({404, 410})
_PROXY_AUTHENTICATION = 407

T = TypeVar("T")


class Registry(NamedTuple):
    """A public registry: where it is, a name that it certainly has, and how it is asked.

    Both functions get the base URL with a slash at its end. What they call absent is the word of
    the existence endpoint alone, not confirmed yet.
    """

    ecosystem: Ecosystem
    base: str
    canary: str
    existence: Callable[[Visit, str, str], Standing]
    details: Callable[[Visit, str, Question], Standing]


def settled(reply: Reply) -> Standing | None:
    """Return what an answer says without being read, None for one that has to be read."""
    if reply.why:
        return unknown(reply, reply.why)
    if reply.status == _OK:
        return None
    if reply.status in _ABSENT:
        return Standing(
            existence=Existence.ABSENT,
            why=f"HTTP {reply.status}",
            url=reply.url,
            status=reply.status,
        )
    if reply.status in _PRIVATE:
        return unknown(reply, f"private or forbidden: HTTP {reply.status}")
    if reply.status == _PROXY_AUTHENTICATION:
        return unknown(reply, "the proxy asks for a password: HTTP 407")
    return unknown(reply, f"HTTP {reply.status}")


def unknown(reply: Reply, why: str) -> Standing:
    """Return that a reply does not tell whether the name is there."""
    return Standing(existence=Existence.UNKNOWN, why=why, url=reply.url, status=reply.status)


def unreadable(reply: Reply, wanted: str) -> Standing:
    """Return that a reply says 200 and is not what a registry sends."""
    got = "an HTML page" if reply.is_html else "something else"
    return unknown(reply, f"HTTP 200 with {got} instead of {wanted}")


def there(reply: Reply) -> Standing:
    """Return that the name exists, and nothing more."""
    return Standing(existence=Existence.EXISTS, why="HTTP 200", url=reply.url, status=reply.status)


def decoded(reply: Reply, kind: type[T]) -> T | None:
    """Return the JSON of a reply that was answered with 200, None for anything else."""
    if reply.why or reply.status != _OK:
        return None
    try:
        return msgspec.json.decode(reply.body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def text(value: object) -> str:
    """Return a text that a registry sent on one line, printable and cut; empty for no text."""
    if not isinstance(value, str):
        return ""
    words = " ".join(value[: 4 * _LONGEST_TEXT].split())
    return "".join(char for char in words if char.isprintable())[:_LONGEST_TEXT]


def day(value: object) -> str:
    """Return the ISO date that a time stamp starts with, empty where it is none."""
    found = _DAY.match(value) if isinstance(value, str) else None
    return found.group() if found else ""


def earliest(*values: str) -> str:
    """Return the first of some ISO dates, empty where there is none."""
    return min((value for value in values if value), default="")


def on_host(url: object, base: str) -> str:
    """Return a URL that an answer names if it lies on the host of `base`, else nothing."""
    if not isinstance(url, str):
        return ""
    try:
        one, other = urlsplit(url), urlsplit(base)
    except ValueError:
        return ""
    same = (one.scheme, one.netloc) == (other.scheme, other.netloc)
    return url if same and url.isascii() and url.isprintable() and " " not in url else ""
