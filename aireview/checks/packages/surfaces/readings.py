"""Small steps that the readers of this folder share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from aireview.checks.packages.names import normalise
from aireview.model.packages import Reading, Reference, Source, Unread
from aireview.syntax.nodes import MISSING, Node, NodeError

_MOST_UNREAD = 20
# PEP 263, which pip follows for requirements as well; of the encodings those that keep ASCII as it is.
_COOKIE = re.compile(r"(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)")
_PLAIN = re.compile(
    r"utf-?8(?:-sig)?|(?:us-)?ascii|(?:iso-?)?8859-\d+|iso-?8859-?\d+|latin-?\d+|(?:cp|windows-)125\d"
    r"|koi8-[rut]|mac-?\w+|gbk?|gb2312|gb18030|big5\w*|euc-?\w+|s(?:hift)?-?jis|cp9\d\d|mbcs"
)


class Binding(msgspec.Struct, frozen=True):
    """Where a configuration takes one package from, whatever else names the package."""

    source: Source = Source.REGISTRY
    index: str = ""
    url: str = ""


def parsed(read: Callable[[str], Node], text: str) -> tuple[Node, tuple[Unread, ...]]:
    """Read a text as nodes; one that is not what its format says gives no node and the reason."""
    try:
        return read(text), ()
    except NodeError as error:
        return MISSING, (Unread(error.line, str(error)),)


def merged(readings: Iterable[Reading]) -> Reading:
    """Join what was read from the parts of one file."""
    parts = tuple(readings)
    return Reading(
        references=tuple(item for part in parts for item in part.references),
        members=tuple(item for part in parts for item in part.members),
        indexes=tuple(item for part in parts for item in part.indexes),
        aliases=tuple(item for part in parts for item in part.aliases),
        roots=tuple(dict.fromkeys(item for part in parts for item in part.roots)),
        generated=tuple(dict.fromkeys(item for part in parts for item in part.generated)),
        open_ended=next((part.open_ended for part in parts if part.open_ended), ""),
        cool_down_days=next(
            (part.cool_down_days for part in parts if part.cool_down_days is not None), None
        ),
        language=next((part.language for part in parts if part.language), ""),
        unread=few([item for part in parts for item in part.unread]),
        ignored=sum(part.ignored for part in parts),
    )


def disguised(text: str) -> tuple[Unread, ...]:
    """Return why a text says something else to Python or pip than to a reader: its encoding."""
    found = _COOKIE.match(text)
    name = found.group(1).lower().replace("_", "-") if found else "utf-8"
    if _PLAIN.match(name):
        return ()
    line = text.count("\n", 0, found.start(1) if found else 0) + 1
    return (Unread(line, f"it is to be decoded as {name[:40]}, which is not looked through"),)


def few(unread: Sequence[Unread]) -> tuple[Unread, ...]:
    """Keep the first of many unread lines and say how many more there are."""
    if len(unread) <= _MOST_UNREAD:
        return tuple(unread)
    rest = unread[_MOST_UNREAD]
    more = Unread(rest.line, f"{rest.why}; {len(unread) - _MOST_UNREAD} such lines from here on")
    return (*unread[:_MOST_UNREAD], more)


def bound(reading: Reading, bindings: Mapping[str, Binding]) -> Reading:
    """Apply what a configuration says of single packages, by normalised name, to all references."""
    if not bindings:
        return reading
    references = tuple(_bound(reference, bindings) for reference in reading.references)
    return msgspec.structs.replace(reading, references=references)


def _bound(reference: Reference, bindings: Mapping[str, Binding]) -> Reference:
    binding = bindings.get(normalise(reference.ecosystem, reference.name))
    if binding is None or reference.source is not Source.REGISTRY or reference.index:
        return reference
    return msgspec.structs.replace(
        reference,
        source=binding.source,
        index=binding.index,
        url=binding.url or reference.url,
    )


def own_names(reading: Reading) -> Reading:
    """Mark references to the packages that the same file defines (`mine[dev]` in an extra)."""
    own = {normalise(each.ecosystem, each.name): Binding(Source.LOCAL) for each in reading.members}
    return bound(reading, own)
