"""Bundlers and tools whose configuration is code: aliases and plugins that stand there as literals.

Sources: Vite, webpack, Rollup (`alias`), Metro (`extraNodeModules`), Next (`resolveAlias`), and the tools
of `js_config`. Nothing is run: what is computed stays unknown. What such a file imports is read as for
any other source file.
"""

from __future__ import annotations

from collections.abc import Iterator

from aireview.checks.packages.surfaces import js_aliases, js_config
from aireview.checks.packages.surfaces.js_literals import Program
from aireview.checks.packages.surfaces.readings import merged
from aireview.model.packages import Alias, Reading, Unread
from aireview.syntax.nodes import Node

_MAPPINGS = frozenset({"alias", "aliases", "extraNodeModules", "resolveAlias"})
_LISTS = _MAPPINGS | {"entries"}  # an object called `entries` is seldom about modules
_JEST = "moduleNameMapper"
_TOO_BIG = 250_000  # characters; configuration that people write is far below


def read(path: str, text: str) -> Reading:
    """Read a configuration file that is JavaScript or TypeScript."""
    if len(text) > _TOO_BIG:
        return Reading(unread=(Unread(1, "too big for a configuration"),))
    program = Program(path, text)
    tool = js_config.tool_of(path)
    own = js_config.of_tool(tool, program.exported(), path) if tool else Reading()
    aliases = dict.fromkeys((*own.aliases, *_aliases(program, path)))
    return merged(
        (
            Reading(references=own.references, ignored=own.ignored),
            Reading(aliases=tuple(aliases), unread=tuple(_unread(program))),
        )
    )


def _aliases(program: Program, path: str) -> Iterator[Alias]:
    for key, value in program.named(_LISTS | {_JEST}):
        if key == _JEST:
            yield from js_aliases.jest(Node("map", value.line, pairs=((key, 1, value),)), path)
        elif value.kind == "list":
            yield from js_aliases.of_list(value, path)
        elif key in _MAPPINGS:
            yield from js_aliases.of_mapping(value, path)


def _unread(program: Program) -> Iterator[Unread]:
    if program.broken_line:
        yield Unread(program.broken_line, "this is not the language's syntax")
    if program.exhausted:
        yield Unread(1, "too many values")
