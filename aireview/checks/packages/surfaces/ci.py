"""Install commands in YAML and JSON of build services and task runners, and Dependabot's cool-down.

Keys: GitHub workflow syntax (`run`), GitLab CI (`script`), CircleCI (`run`, `command`), Azure
Pipelines (`script`, `bash`, `pwsh`), Bitbucket (`script`), Travis (`install`, `script`), Drone and
Woodpecker (`commands`), Buildkite (`command`), Taskfile (`cmds`), Compose (`command`, `entrypoint`),
devcontainer.json (`postCreateCommand` and its kin), lefthook (`run`), Dependabot (`cooldown`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from aireview.checks.packages.surfaces.installers import names_installer
from aireview.checks.packages.surfaces.shell import arguments, commands, indexed, joined
from aireview.model.packages import Reading, Surface, Unread
from aireview.syntax.nodes import Node, NodeError, read_json, read_yaml


def _keys(words: str) -> frozenset[str]:
    return frozenset(words.split())


class _Kind(NamedTuple):
    """`keys` hold commands; `lists`: a list below them is one command, word by word."""

    paths: re.Pattern[str]
    keys: frozenset[str]
    lists: bool = False


_DEVCONTAINER = _keys(
    "initializeCommand onCreateCommand updateContentCommand postCreateCommand postStartCommand"
    " postAttachCommand"
)
_KINDS = (
    _Kind(re.compile(r"(?:.*/)?\.?devcontainer(?:/.*)?\.json"), _DEVCONTAINER, lists=True),
    _Kind(
        re.compile(r"(?:.*/)?\.github/.*|(?:.*/)?action\.ya?ml"),
        _keys("run script install command build start"),
    ),
    _Kind(re.compile(r".*compose[^/]*\.ya?ml"), _keys("command entrypoint test"), lists=True),
    _Kind(
        re.compile(r"(?:.*/)?taskfile[^/]*\.ya?ml", re.IGNORECASE), _keys("cmds cmd sh tasks defer")
    ),
    _Kind(re.compile(r"(?:.*/)?\.?lefthook[^/]*\.ya?ml"), _keys("run")),
    _Kind(
        re.compile(r".*"),
        _keys(
            "run script scripts before_script after_script command commands bash pwsh powershell sh"
            " install before_install before_cache before_deploy after_deploy after_success"
            " after_failure build_script test_script before_build after_build before_test deploy_script"
            " inlineScript init before buildCommand installCommand startCommand preDeployCommand"
            " pre_install post_install pre_build post_build build pre_create_environment"
            " post_create_environment post_checkout pre_system_dependencies cmd cmds"
        ),
    ),
)


def read(path: str, text: str) -> Reading:
    """Read the commands of a pipeline, or the cool-down of a Dependabot configuration."""
    low = path.lower()
    cool_down = low.endswith(("dependabot.yml", "dependabot.yaml"))
    if not cool_down and not names_installer(text):
        return Reading()
    try:
        documents = (read_json(text),) if low.endswith(".json") else read_yaml(text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    if cool_down:
        return Reading(cool_down_days=_cool_down(documents))
    kind = next(kind for kind in _KINDS if kind.paths.fullmatch(low))
    reader = _Reader(path, text, kind)
    return indexed(joined(part for document in documents for part in reader.walk(document)), text)


def _cool_down(documents: Sequence[Node]) -> int | None:
    """Return the least `default-days` that any entry asks for."""
    days = [
        int(text)
        for document in documents
        for entry in document.get("updates").items
        for text, _ in entry.get("cooldown", "default-days").texts()
        if text.isascii() and text.isdigit() and len(text) < 6
    ]
    return min(days, default=None)


class _Reader:
    def __init__(self, path: str, text: str, kind: _Kind) -> None:
        self._path = path
        self._kind = kind
        self._lines = text.replace("\r", "").split("\n")

    def walk(self, root: Node) -> Iterator[Reading]:
        waiting = [root]
        while waiting:
            node = waiting.pop()
            waiting.extend(node.items)
            # A step may name another interpreter; its text is no shell's.
            shell = node.get("shell").text.split(" ", 1)[0]
            script = "github-script" not in node.get("uses").text  # that one is JavaScript
            for key, _, value in node.pairs:
                if key == "with" and not script:
                    continue
                if key not in self._kind.keys or (key == "run" and shell in _INTERPRETERS):
                    waiting.append(value)
                else:
                    yield from self._commands(value)
                    waiting.extend(_below(value))

    def _commands(self, value: Node) -> Iterator[Reading]:
        if value.kind == "list" and self._kind.lists:
            words = [pair for pair in value.texts() if pair[0] not in ("CMD", "CMD-SHELL")]
            if len(words) == 1:
                yield from (self._scalar(item) for item in value.items)
            else:
                yield arguments(words, path=self._path, surface=Surface.COMMAND)
        elif value.kind == "map":
            # devcontainer: named commands; Taskfile: `name: command`.
            if self._kind.keys & _NAMED:
                for _, _, inner in value.pairs:
                    if inner.kind != "map":
                        yield from self._commands(inner)
        else:
            for item in value.items if value.kind == "list" else (value,):
                if item.kind == "scalar":
                    yield self._scalar(item)
                elif item.kind == "list":  # GitLab flattens lists in lists
                    yield from self._commands(item)

    def _scalar(self, node: Node) -> Reading:
        if not names_installer(node.text):
            return Reading()
        if node.style == "|":
            return self._read(node.text, node.line + 1)
        unfolded = _unfolded(node, self._lines)
        if unfolded is not None:
            return self._read(unfolded, node.line + (node.style == ">"))
        reading = self._read(node.text, node.line)
        # Line breaks of a text on one line are escapes.
        return msgspec.structs.replace(
            reading,
            references=tuple(
                msgspec.structs.replace(reference, line=node.line)
                for reference in reading.references
            ),
        )

    def _read(self, text: str, line: int) -> Reading:
        return commands(text, path=self._path, line=line, surface=Surface.COMMAND)


_INTERPRETERS = frozenset({"python", "python3", "node", "perl", "ruby", "deno", "bun"})
_LONGEST_LINE = 4_000
_NAMED = _keys("postCreateCommand tasks")


def _below(value: Node) -> Iterator[Node]:
    """Yield what may hold commands under keys of its own."""
    if value.kind == "map":
        yield value
    yield from (item for item in value.items if item.kind == "map")


def _unfolded(node: Node, lines: Sequence[str]) -> str | None:
    """Return a scalar that was written on several lines with these lines, None for one line.

    YAML folds them with a space; here a line continuation takes its place, so that every word keeps
    its line.
    """
    words = list(re.finditer(r"\S+", node.text))
    at = node.line if node.style == ">" else node.line - 1
    taken = 0 if node.style == ">" else _on_first_line(lines, at, [word.group() for word in words])
    if node.style != ">":
        if not 0 < taken < len(words):
            return None
        at += 1
    parts = [" ".join(word.group() for word in words[:taken])] if taken else []
    while taken < len(words) and at < len(lines):
        count = min(len(lines[at].split()), len(words) - taken)
        if parts:
            gap = node.text[words[taken - 1].end() : words[taken].start()] if taken else "\n"
            parts.append("\n" if "\n" in gap or not count else " \\\n")
        elif at > node.line - (node.style != ">"):
            parts.append("\n")
        if count:
            parts.append(node.text[words[taken].start() : words[taken + count - 1].end()])
        taken += count
        at += 1
    return "".join(parts)


def _on_first_line(lines: Sequence[str], at: int, words: Sequence[str]) -> int:
    """Return how many of the words stand at the end of the line on which the scalar starts."""
    # Nobody writes a longer line; many scalars on it would each read all of it.
    line = lines[at].split() if at < len(lines) and len(lines[at]) < _LONGEST_LINE else []
    for count in range(min(len(line), len(words)), 0, -1):
        written = (
            [line[-count].lstrip("'\""), *line[1 - count :]]
            if count > 1
            else [line[-1].lstrip("'\"")]
        )
        if written == list(words[:count]):
            return count
    return 0
