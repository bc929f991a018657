"""Files that hold script blocks in another language: Vue, Svelte, Astro, MDX.

Sources: the single-file component specification of Vue, Svelte's and Astro's file formats, and the
ESM of MDX (paragraphs that start with `import` or `export`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Block(NamedTuple):
    """A piece of script, the line that it starts on, and the grammar to read it with."""

    text: str
    line: int
    language: str


_OPEN = re.compile(r"<!--|<script\b", re.IGNORECASE)
# A `>` inside quotes does not end a tag: Vue's `generic="T extends Record<string, X>"`.
_TAG = re.compile(r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>")
_CLOSE = re.compile(r"</script\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(lang|type)\s*=\s*[\"']?([^\"'\s>]+)")
_SCRIPTS = ("module", "text/javascript", "application/javascript", "text/typescript", "text/babel")
_GRAMMARS = {"ts": "typescript", "typescript": "typescript", "tsx": "tsx", "jsx": "javascript"}
_FRONT_MATTER = re.compile(r"\s*---[^\S\n]*\n(.*?)^---", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_ESM = re.compile(r"(?:import|export)\b[\s{*\"']")


def blocks(path: str, text: str) -> tuple[Block, ...]:
    """Return the script blocks of a file, by the ending of its name."""
    ending = path.lower().rpartition(".")[2]
    if ending == "mdx":
        return tuple(_paragraphs(text))
    if ending == "astro":
        return (*_front_matter(text), *_scripts(text, "typescript"))
    return tuple(_scripts(text, "javascript"))


def _scripts(text: str, usual: str) -> Iterator[Block]:
    at, line = 0, 1
    for start, end, attributes in _elements(text):
        line += text.count("\n", at, start)
        at = start
        if attributes.get("type", "module") in _SCRIPTS:
            yield Block(text[start:end], line, _GRAMMARS.get(attributes.get("lang", ""), usual))


def _elements(text: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Yield where the text of each script element starts and ends, and its attributes."""
    at = 0
    balanced = True
    while found := _OPEN.search(text, at):
        if found.group() == "<!--":
            at = text.find("-->", found.end())
            if at < 0:
                return
            continue
        tag = _TAG.match(text, found.end()) if balanced else None
        balanced = tag is not None
        start = tag.end() if tag else text.find(">", found.end()) + 1
        if not start:
            return
        close = _CLOSE.search(text, start)
        at = close.start() if close else len(text)
        yield start, at, dict(_ATTRIBUTE.findall(text, found.end(), start))


def _front_matter(text: str) -> Iterator[Block]:
    found = _FRONT_MATTER.match(text)
    if found is not None:
        line = text.count("\n", 0, found.start(1)) + 1
        yield Block(found[1], line, "typescript")


def _paragraphs(text: str) -> Iterator[Block]:
    fence, first, paragraph = "", 0, [""]
    for number, line in enumerate((*text.split("\n"), ""), 1):
        mark = _FENCE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and not line.strip(" `~"))):
            fence = "" if fence else mark[1]
        if first and line.strip():
            paragraph.append(line)
        elif first:
            yield Block("\n".join(paragraph), first, "javascript")
            first = 0
        elif not fence and _ESM.match(line):
            first, paragraph = number, [line]
