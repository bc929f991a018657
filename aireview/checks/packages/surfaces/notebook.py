"""Jupyter notebooks (nbformat 3 and 4): imports, install magics, files that cells write.

Lines are those of the JSON text: the line where the string of the source line stands. IPython's
magics are described in https://ipython.readthedocs.io/en/stable/interactive/magics.html; a line of
code that is one becomes `pass`, so that a block of nothing else keeps a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from aireview.checks.packages.surfaces import markdown, python_code
from aireview.checks.packages.surfaces.addresses import folder_of
from aireview.checks.packages.surfaces.readings import merged, parsed
from aireview.checks.packages.surfaces.shell import commands
from aireview.model.packages import Reading, Surface
from aireview.syntax.nodes import Node, read_json
from aireview.syntax.parsing import encode, parse

_MAGIC = re.compile(
    r"(?P<indent>\s*+)(?:[\w, \t]+=[ \t]*)?"
    r"(?:!{1,2}(?P<shell>.*)|%(?P<magic>\w[\w.]*)(?P<rest>.*)"
    r"|(?P<bare>(?:pip3?|conda|mamba|micromamba|uv)[ \t]+[a-z].*)|\?{1,2}\w.*|[\w.*]+\?{1,2}\s*$)",
    re.DOTALL,
)
_CELL_MAGIC = re.compile(r"\s*%%(?P<name>[\w.!]+)[ \t]*(?P<rest>.*)")
_INSTALLERS = ("pip", "pip3", "conda", "mamba", "micromamba", "uv", "sx", "system")
_SHELLS = ("bash", "sh", "!", "sx", "system")
_SCRIPT = re.compile(r"(?:.*[/\s])?(?:bash|sh|zsh)\b")
_PYTHON = ("capture", "time", "timeit", "prun", "px", "python", "python3", "pypy", "memit", "debug")
_WRITERS = ("writefile", "file")
_PROTO = ".proto"


class _Line(NamedTuple):
    text: str
    line: int


def read(path: str, text: str) -> Reading:
    """Read the cells of a notebook."""
    root, unread = parsed(read_json, text)
    parts = [Reading(unread=unread)]
    if _is_python(root):
        parts += [_cell(path, cell) for cell in _cells(root)]
    return merged(parts)


def _is_python(root: Node) -> bool:
    meta = root.get("metadata")
    language = meta.get("language_info", "name").text or meta.get("kernelspec", "language").text
    return not language or "python" in language.lower()


def _cells(root: Node) -> Iterator[Node]:
    yield from root.get("cells").items
    for sheet in root.get("worksheets").items:
        yield from sheet.get("cells").items


def _cell(path: str, cell: Node) -> Reading:
    lines = _lines(cell.get("source") or cell.get("input"))
    kind = cell.get("cell_type").text
    if kind == "markdown":
        return _moved(markdown.read(f"{path}.md", _joined(lines)), lines, path)
    return _code(path, lines) if kind == "code" else Reading()


def _lines(source: Node) -> tuple[_Line, ...]:
    """Return the lines of a cell, each with the line of the file that its string stands on."""
    found: list[_Line] = []
    ended = True
    for text, line in source.texts():
        for piece in text.splitlines(keepends=True):
            if ended:
                found.append(_Line(piece.rstrip("\r\n"), line))
            else:
                found[-1] = _Line(found[-1].text + piece.rstrip("\r\n"), found[-1].line)
            ended = piece.endswith(("\n", "\r"))
    return tuple(found)


def _code(path: str, lines: Sequence[_Line]) -> Reading:
    first = next((at for at, line in enumerate(lines) if line.text.strip()), 0)
    magic = _CELL_MAGIC.match(lines[first].text) if lines else None
    if magic is None:
        return _python(path, lines)
    name, rest, body = magic["name"], magic["rest"], lines[first + 1 :]
    if name in _SHELLS or (name == "script" and _SCRIPT.match(rest)):
        return _shell(path, _joined(body), body)
    if name in _WRITERS:
        return _written(path, rest, body)
    if name in _PYTHON:
        return _python(path, body)
    # Mostly another language; an unknown magic may still take Python.
    found = python_code.read(path, _joined(body))
    return msgspec.structs.replace(_moved(found, body, path), unread=())


def _written(path: str, rest: str, body: Sequence[_Line]) -> Reading:
    target = rest.replace("-a", " ", 1).split()[-1:] if rest.startswith("-a") else rest.split()[:1]
    if not target or target[0].startswith(("/", "~", "$", "{")) or ".." in target[0]:
        return Reading()
    folder = folder_of(path)
    name = target[0].strip("\"'").removeprefix("./")
    whole = f"{folder}/{name}" if folder else name
    generated = [whole]
    if whole.endswith(_PROTO):
        stem = whole.removesuffix(_PROTO).replace("-", "_")
        generated += [f"{stem}_pb2.py", f"{stem}_pb2_grpc.py"]
    reading = _python(path, body) if name.endswith(".py") else Reading()
    return msgspec.structs.replace(reading, generated=tuple(generated))


def _python(path: str, lines: Sequence[_Line]) -> Reading:
    """Read a cell as Python; where it is not, its lines that look like magics are that."""
    if not (any(_MAGIC.match(line.text) for line in lines) and _is_broken(_joined(lines))):
        return _moved(python_code.read(path, _joined(lines)), lines, path)
    code: list[_Line] = []
    parts: list[Reading] = []
    at = 0
    while at < len(lines):
        magic = _MAGIC.match(lines[at].text)
        end = at + 1
        if magic is None:
            code.append(lines[at])
        else:
            end = _end(lines, at)
            parts.append(_magic(path, magic, lines[at:end]))
            code += [_Line(f"{magic['indent']}pass", lines[at].line)]
            code += [_Line("", line.line) for line in lines[at + 1 : end]]
        at = end
    return merged([_moved(python_code.read(path, _joined(code)), code, path), *parts])


def _is_broken(text: str) -> bool:
    return parse("python", encode(text)).root_node.has_error


def _end(lines: Sequence[_Line], at: int) -> int:
    while at < len(lines) - 1 and lines[at].text.rstrip().endswith("\\"):
        at += 1
    return at + 1


def _magic(path: str, magic: re.Match[str], lines: Sequence[_Line]) -> Reading:
    name = magic["magic"] or ""
    if name in _INSTALLERS:
        first = f"{'' if name in ('sx', 'system') else name}{magic['rest']}"
    elif magic["shell"] is not None or magic["bare"] is not None:
        first = magic["shell"] or magic["bare"] or ""
    else:
        return Reading()
    text = "\n".join([first, *(line.text for line in lines[1:])])
    return _shell(path, text, lines)


def _shell(path: str, text: str, lines: Sequence[_Line]) -> Reading:
    text = text.replace("{sys.executable}", "python").replace("$sys.executable", "python")
    return _moved(commands(text, path=path, line=1, surface=Surface.COMMAND), lines, path)


def _joined(lines: Sequence[_Line]) -> str:
    return "\n".join(line.text for line in lines)


def _moved(reading: Reading, lines: Sequence[_Line], path: str) -> Reading:
    """Put what was read from the lines of a cell where these stand in the file."""

    def at(line: int) -> int:
        return lines[min(line, len(lines)) - 1].line if lines else 1

    replace = msgspec.structs.replace
    return replace(
        reading,
        references=tuple(replace(one, line=at(one.line), path=path) for one in reading.references),
        indexes=tuple(replace(one, line=at(one.line), path=path) for one in reading.indexes),
        unread=tuple(replace(one, line=at(one.line)) for one in reading.unread),
    )
