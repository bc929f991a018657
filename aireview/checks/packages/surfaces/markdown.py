"""Install commands that documentation and agent instructions show.

Read are code blocks in the language of a shell or in none, indented code and inline code that begin
with an installer, and HTML `pre` and `code`; all else is prose, in which every word is a trap.
Grammar: CommonMark 0.31 (fenced and indented code, code spans), reStructuredText (literal blocks).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from aireview.checks.packages.surfaces.installers import PATTERN, names_installer
from aireview.checks.packages.surfaces.shell import commands, joined
from aireview.model.packages import Reading, Surface, Unread

_FENCE = re.compile(
    r"(?P<lead>[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?)(?P<mark>`{3,}|~{3,}|:{3,}(?=[ \t]*code))(?P<info>[^`\n]*)"
)
_LANGUAGE = re.compile(r"[\w+#.-]+")
_SHELLS = frozenset(
    (
        "sh",
        "bash",
        "shell",
        "zsh",
        "fish",
        "console",
        "terminal",
        "shell-session",
        "shellsession",
        "sh-session",
        "bash-session",
        "cmd",
        "bat",
        "batch",
        "powershell",
        "ps1",
        "ps",
        "pwsh",
        "posh",
        "dos",
        "ksh",
        "csh",
        "session",
        "command",
        "cli",
        "prompt",
        "dotnetcli",
        "package-manager",
        "npm",
        "yarn",
        "pnpm",
        "bun",
        "npm2yarn",
        "package-install",
        "bash-vue",
        "shellscript",
    )
)
_MANAGERS = frozenset(("npm", "yarn", "pnpm", "bun"))
_WRAPPED = frozenset(("code-block", "code", "sourcecode", "code-cell", "prompt"))
_PROMPTED = r"[ \t>]*(?:\([\w.-]{1,40}\)[ \t]*)?(?:(?:[$%#\u276f\u279c]|PS[^\n>]{0,80}>|[A-Za-z]:\\[^\n>]{0,80}>)[ \t]*)?"
_STARTS = (
    r"(?:[A-Z_]+=\S*[ \t]+)*(?:sudo[ \t]+(?:-[EH][ \t]+)?)?(?:[!%])?"
    r"(?:(?:python[0-9.]*|py)(?:[ \t]+-[0-9.]+)?[ \t]+-m[ \t]+)?(?:[\w./~-]*/)?"
)
_BEGINS = re.compile(_PROMPTED + _STARTS + r"(?:" + PATTERN + r")[ \t\\]", re.IGNORECASE)
_SPAN = re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n]{3,500})\1(?!`)")
_ELEMENT = re.compile(r"<(pre|code|kbd)\b[^<>\n]{0,500}>", re.IGNORECASE)
_MAX_CHARACTERS = 8_000_000
_LONGEST_ELEMENT = 2_000
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")


class _Block(NamedTuple):
    """A block of code and the line it starts on."""

    language: str
    line: int
    lines: list[str]


def read(path: str, text: str) -> Reading:
    """Read the install commands that a document shows."""
    if not names_installer(text):
        return Reading()
    if len(text) > _MAX_CHARACTERS:
        return Reading(unread=(Unread(1, "too large to look for install commands"),))
    lines = text.replace("\r", "").split("\n")
    # A line of tildes is a heading in reStructuredText.
    blocks, prose = ([], lines) if path.lower().endswith(".rst") else _split(lines)
    parts = [_block(path, block) for block in blocks]
    parts.extend(_indented(path, prose))
    parts.extend(_inline(path, prose))
    return joined(parts)


def _split(lines: list[str]) -> tuple[list[_Block], list[str]]:
    """Return the fenced blocks, and all other lines with those of blocks left empty."""
    blocks: list[_Block] = []
    prose: list[str] = []
    end: re.Pattern[str] | None = None
    for number, line in enumerate(lines, 1):
        if end is not None:
            prose.append("")
            if end.fullmatch(line):
                end = None
            else:
                blocks[-1].lines.append(line)
        elif found := _FENCE.fullmatch(line):
            prose.append("")
            mark = found.group("mark")
            end = re.compile(rf"[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*")
            blocks.append(_Block(_language(found.group("info")), number + 1, []))
        else:
            prose.append(line)
    return blocks, prose


def _language(info: str) -> str:
    words = [word.lower().lstrip(".") for word in _LANGUAGE.findall(info)]
    if words and words[0] in _WRAPPED:
        words = words[1:]
    if _MANAGERS.intersection(words[1:]):  # a tab of a package manager
        return "bash"
    return words[0] if words else ""


def _block(path: str, block: _Block) -> Reading:
    text = "\n".join(block.lines)
    if not names_installer(text):
        return Reading()
    if block.language in _SHELLS:
        return _commands(path, text, block.line)
    if block.language in ("dockerfile", "docker", "containerfile"):
        from aireview.checks.packages.surfaces import dockerfile  # noqa: PLC0415 - rarely needed

        return dockerfile.read_as(path, text, block.line, Surface.DOCS)
    if block.language in ("json", "jsonc", "json5"):
        from aireview.checks.packages.surfaces import mcp  # noqa: PLC0415 - rarely needed

        return mcp.read_json_text(path, text, block.line, Surface.DOCS)
    # Of any other language, or of none: its lines may be output or prose.
    return _commands(path, "\n".join(_beginning(block.lines)), block.line)


def _commands(path: str, text: str, line: int) -> Reading:
    return commands(html.unescape(text), path=path, line=line, surface=Surface.DOCS)


def _beginning(lines: list[str]) -> Iterator[str]:
    """Yield the lines that begin with an installer and those that continue them, others empty."""
    continued = False
    for line in lines:
        taken = continued or _BEGINS.match(line) is not None
        yield line if taken else ""
        continued = taken and line.rstrip().endswith(("\\", "^", "`"))


def _indented(path: str, prose: list[str]) -> Iterator[Reading]:
    block: list[str] = []
    for number, line in enumerate([*prose, ""], 1):
        indented = line.startswith(("    ", "\t", "  ", "$ ", "> $ ")) and not line.isspace()
        if indented and (block or _BEGINS.match(line)):
            block.append(line)
        elif block:
            text = "\n".join(_beginning(block))
            yield commands(text, path=path, line=number - len(block), surface=Surface.DOCS)
            block = []


def _inline(path: str, prose: list[str]) -> Iterator[Reading]:
    for number, line in enumerate(prose, 1):
        if "`" not in line:
            continue
        for found in _SPAN.finditer(line):
            code = found.group(2)
            if _BEGINS.match(code):
                yield commands(code.strip(), path=path, line=number, surface=Surface.DOCS)
    text = "\n".join(prose)
    low = text.lower()
    at, counted = 1, 0
    for found in _ELEMENT.finditer(text):
        start = found.end()
        end = low.find(f"</{found.group(1).lower()}>", start, start + _LONGEST_ELEMENT)
        if end < 0:
            continue
        at += text.count("\n", counted, start)
        counted = start
        code = html.unescape(_TAG.sub("", text[start:end]))
        yield commands(
            "\n".join(_beginning(code.split("\n"))), path=path, line=at, surface=Surface.DOCS
        )
