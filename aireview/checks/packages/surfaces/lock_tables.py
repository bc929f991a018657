"""Lock files that hold one TOML table per package: what their readers share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from aireview.checks.packages.surfaces.addresses import is_pypi, strip_credentials
from aireview.checks.packages.surfaces.readings import merged, parsed
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Surface, Unread
from aireview.syntax.nodes import Node
from aireview.syntax.toml_nodes import read_toml

# A line with one archive: most of a lock file, and no line declares a package with these keys only.
_ARCHIVE = re.compile(
    r"^[ \t]*\{ ?(?:(?:url = \"(?P<url>[^\"\\\n]*)\"|(?:file|hash|upload-time) = \"[^\"\\\n]*\""
    r"|size = \d+)(?:, )?)++ ?\},?[ \t]*$",
    re.MULTILINE,
)
_USUAL_HOST = "https://files.pythonhosted.org/"


class Origin(msgspec.Struct, frozen=True):
    """Where a locked package comes from."""

    source: Source = Source.REGISTRY
    index: str = ""
    url: str = ""


def read_lock(
    path: str, text: str, key: str, origin: Callable[[Node], Origin]
) -> tuple[Reading, Node]:
    """Read the tables below `key`; return what they lock and the document without its archives."""
    archives: list[tuple[int, str]] = []
    last = 0
    line = 1

    def note(found: re.Match[str]) -> str:
        nonlocal last, line
        if found["url"]:
            line += text.count("\n", last, found.start())
            last = found.start()
            archives.append((line, found["url"]))
        return ""

    root, unread = parsed(read_toml, _ARCHIVE.sub(note, text))
    packages = root.get(key)
    if packages.kind not in ("list", "missing"):
        unread = (*unread, Unread(packages.line, f"`{key}` is no list of packages"))
    starts = [item.line for item in packages.items]
    urls = dict(_urls(starts, archives))
    references = [
        reference
        for number, item in enumerate(packages.items)
        if (reference := _reference(item, path, origin(item), urls.get(number, "")))
    ]
    nameless = [item for item in packages.items if not item.get("name").text]
    unread = (*unread, *(Unread(item.line, "a package without a name") for item in nameless[:20]))
    return merged((Reading(references=tuple(references), unread=unread),)), root


def _urls(starts: list[int], archives: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield one archive per package: the first one that lies at an unusual host, else the first."""
    number = -1
    chosen = ""
    for line, url in archives:
        while number + 1 < len(starts) and starts[number + 1] <= line:
            if chosen:
                yield number, chosen
            number, chosen = number + 1, ""
        chosen = telling(chosen, url)
    if chosen:
        yield number, chosen


def _reference(item: Node, path: str, origin: Origin, url: str) -> Reference | None:
    name, version = item.get("name"), item.get("version").text
    if not name.text:
        return None
    return Reference(
        ecosystem=Ecosystem.PYPI,
        name=name.text,
        surface=Surface.LOCK,
        path=path,
        line=name.line,
        specifier=f"=={version}" if version else "",
        extras=tuple(text for text, _ in item.get("extras").texts()),
        source=origin.source,
        index=index_of(origin.index),
        url=strip_credentials(telling(origin.url, url)),
    )


def telling(*urls: str) -> str:
    """Return the first archive that lies at an unusual host, else the first one."""
    found = [url for url in urls if url]
    odd = [url for url in found if not url.startswith(_USUAL_HOST)]
    return next(iter((*odd, *found)), "")


def index_of(url: str) -> str:
    """Return an index for a reference: nothing for the public one, else without credentials."""
    return "" if is_pypi(url) else strip_credentials(url)
