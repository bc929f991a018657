"""Packages that the configuration of an agent or an editor runs: MCP servers, hooks, tasks.

Format: `command` and `args` of modelcontextprotocol.io and of the clients that read it, also
`command` as one list or one line of shell text; `.codex/config.toml` holds the same in TOML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from aireview.checks.packages.surfaces.installers import names_installer
from aireview.checks.packages.surfaces.shell import arguments, commands, indexed, joined
from aireview.model.packages import Reading, Reference, Surface, Unread
from aireview.syntax.nodes import Node, NodeError, read_json
from aireview.syntax.shellwords import MAX_CHARACTERS

_MAX_DEPTH = 32
_SERVERS = ("mcpServers", "servers")


def read(path: str, text: str) -> Reading:
    """Read the packages that a configuration file runs."""
    if not names_installer(text):
        return Reading()
    try:
        parts = _toml(path, text) if path.endswith(".toml") else _json(path, text, Surface.CONFIG)
        return indexed(joined(parts), text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))


def read_json_text(path: str, text: str, line: int, surface: Surface) -> Reading:
    """Read the JSON of such a configuration, shown in another file; nothing where it is none."""
    try:
        reading = joined(_json(path, text, surface))
    except NodeError:
        return Reading()
    return msgspec.structs.replace(
        reading,
        references=tuple(
            msgspec.structs.replace(reference, line=reference.line + line - 1)
            for reference in reading.references
        ),
    )


def _json(path: str, text: str, surface: Surface) -> list[Reading]:
    found: list[Reading] = []
    waiting = [read_json(text)]
    while waiting:
        node = waiting.pop()
        found.extend(_server(path, node, surface))
        for key in _SERVERS:
            # Some clients take a server as one line of shell text.
            for _, _, value in node.get(key).pairs:
                if value.kind == "scalar":
                    found.extend(
                        _server(path, Node("map", 1, pairs=(("command", 1, value),)), surface)
                    )
        waiting.extend(node.items)
        waiting.extend(value for _, _, value in node.pairs)
    return found


def _server(path: str, node: Node, surface: Surface) -> Iterator[Reading]:
    command, args = node.get("command"), node.get("args")
    if command.kind == "map":  # `{"command": {"path": "npx", "args": […]}}` of some editors
        command, args = command.get("path"), command.get("args")
    words = [*command.texts(), *(args.texts() if args.kind == "list" else ())]
    if command.kind == "scalar" and args.kind != "list":
        reading = commands(command.text, path=path, line=command.line, surface=surface)
        yield _running(reading, lambda _: command.line)
    elif words:
        yield _running(arguments(words, path=path, surface=surface), lambda found: found.line)


def _running(reading: Reading, line_of: Callable[[Reference], int]) -> Reading:
    return msgspec.structs.replace(
        reading,
        references=tuple(
            msgspec.structs.replace(reference, runs=True, line=line_of(reference))
            for reference in reading.references
        ),
    )


def _toml(path: str, text: str) -> list[Reading]:
    import tomllib  # noqa: PLC0415 - only where there is TOML

    if len(text) > MAX_CHARACTERS:
        raise NodeError("too large to look for install commands", 1)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise NodeError("this is not TOML", 1) from error
    found: list[Reading] = []
    waiting: list[tuple[Any, int]] = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > _MAX_DEPTH:
            continue
        if isinstance(value, Mapping):
            found.extend(_table(path, value, text))
            waiting.extend((item, depth + 1) for item in value.values())
        elif isinstance(value, list):
            waiting.extend((item, depth + 1) for item in value)
    return found


def _table(path: str, table: Mapping[str, Any], text: str) -> Iterator[Reading]:
    command, args = table.get("command"), table.get("args")
    words = command if isinstance(command, list) else [command]
    words = [*words, *(args if isinstance(args, list) else ())]
    if not isinstance(words[0], str):
        return
    pairs = [(word, 1) for word in words if isinstance(word, str)]
    reading = (
        arguments(pairs, path=path, surface=Surface.CONFIG)
        if len(pairs) > 1
        else commands(words[0], path=path, line=1, surface=Surface.CONFIG)
    )
    yield _running(reading, lambda found: _line_with(text, found.name))


def _line_with(text: str, name: str) -> int:
    """Return the first line with the name: the TOML reader of the library keeps no lines."""
    return text.count("\n", 0, max(text.find(name), 0)) + 1
