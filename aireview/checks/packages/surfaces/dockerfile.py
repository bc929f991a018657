"""Install commands in a Dockerfile or Containerfile.

Grammar: the Dockerfile reference (docs.docker.com): `RUN`, `CMD`, `ENTRYPOINT`, `ONBUILD` and
`HEALTHCHECK` in shell and JSON form, line continuation past comments and blank lines, the `escape`
directive, here-documents. Variables are filled in where the file sets them to a plain word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aireview.checks.packages.surfaces.installers import names_installer
from aireview.checks.packages.surfaces.shell import arguments, commands, indexed, joined
from aireview.checks.packages.surfaces.variables import filled
from aireview.model.packages import Reading, Surface, Unread
from aireview.syntax.nodes import NodeError, read_json
from aireview.syntax.shellwords import MAX_CHARACTERS

_INSTRUCTION = re.compile(
    r"[ \t]*(?:ONBUILD[ \t]+)?(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK\b[^\n]*?\bCMD|SHELL)(?=[ \t\[\\]|$)",
    re.IGNORECASE,
)
_FLAGS = re.compile(r"(?:(?:[ \t]|\\[ \t]*\n)*--[a-z]+(?:=[^\s\\]*)?(?=[ \t\\\n]))+")
_HEREDOC = re.compile(r"<<-?[ \t]*([\"']?)([A-Za-z_]\w*)\1")
_FAILURES = 40  # here-documents without an end, each of which is looked for to the end
_ESCAPE = re.compile(r"(?:[ \t]*#[^\n]*\n)*?[ \t]*#[ \t]*escape[ \t]*=[ \t]*`", re.IGNORECASE)


def read(path: str, text: str) -> Reading:
    """Read the commands that building or running the image executes."""
    return read_as(path, text, 1, Surface.COMMAND)


def read_as(path: str, text: str, line: int, surface: Surface) -> Reading:
    """Read a Dockerfile that starts at a line of another file."""
    if not names_installer(text):
        return Reading()
    if len(text) > MAX_CHARACTERS:
        return Reading(unread=(Unread(1, "too large to look for install commands"),))
    parts = [
        _command(path, command, at, surface) for command, at in _instructions(filled(text), line)
    ]
    return indexed(joined(parts), text)


def _instructions(text: str, line: int) -> Iterator[tuple[str, int]]:
    """Yield what stands behind each instruction, and its line. Continued lines end as in a shell."""
    escape = "`" if _ESCAPE.match(text) else "\\"
    lines = text.replace("\r", "").split("\n")
    at = 0
    failures = _FAILURES
    while at < len(lines):
        if lines[at].lstrip().startswith("#"):
            at += 1
            continue
        start = at
        found = _INSTRUCTION.match(lines[at])
        at, body = _continued(lines, at, escape)
        if found:
            body[0] = body[0][found.end() :]
            for _, tag in _HEREDOC.findall("\n".join(body)):
                end = _tag_line(lines, at, tag) if failures else at
                failures -= end == at and failures > 0
                body.extend(lines[at:end])
                at = max(at, end)
            yield "\n".join(body), line + start


def _continued(lines: list[str], at: int, escape: str) -> tuple[int, list[str]]:
    body: list[str] = []
    while at < len(lines):
        text = lines[at].rstrip()
        passed_over = bool(body) and (not text or text.lstrip().startswith("#"))
        at += 1
        if passed_over:
            body.append("\\")
        elif text.endswith(escape):
            body.append(text[:-1] + "\\")
        else:
            body.append(lines[at - 1])
            break
    return at, body


def _tag_line(lines: list[str], at: int, tag: str) -> int:
    """Return where the lines of a here-document end, its last line included."""
    for end in range(at, len(lines)):
        if lines[end].strip() == tag:
            return end + 1
    return at


def _command(path: str, text: str, line: int, surface: Surface) -> Reading:
    flags = _FLAGS.match(text)
    if flags:
        text = "\\\n" * flags.group().count("\n") + text[flags.end() :]
    if text.lstrip(" \t\\\n").startswith("["):
        try:
            node = read_json(text.replace("\\\n", "\n"))
        except NodeError:
            node = None  # not the JSON form: Docker reads it as shell text too
        if node and node.kind == "list":
            words = [(word, line + at - 1) for word, at in node.texts()]
            return arguments(words, path=path, surface=surface)
    return commands(text, path=path, line=line, surface=surface)
