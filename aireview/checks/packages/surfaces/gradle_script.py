"""Statements of a Gradle build script, Groovy or Kotlin, with the blocks around them.

A script is a program: nothing is evaluated, its literal calls are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aireview.checks.packages.surfaces.tokens import Token, scan
from aireview.syntax.nodes import MAX_DEPTH, NodeError

_TOKEN = re.compile(
    r"//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)|[ \t\r]++|\\\n"
    r'|(?P<string>"""(?:[^"]++|"(?!""))*+"""|\'\'\'(?:[^\']++|\'(?!\'\'))*+\'\'\''
    r'|"(?:[^"\\\n]|\\.)*+"|\'(?:[^\'\\\n]|\\.)*+\')'
    r"|[\"'][^\n]*+"  # a string without an end: the rest of its line
    r"|(?P<word>[A-Za-z_$`][\w$`-]*+(?:\??\.[A-Za-z_`][\w$`-]*+)*+)"
    r"|(?P<line>[\n;])|(?P<mark>[^\s\w])",
)


class Block(NamedTuple):
    """A block by the last part of the word that opens it; `number` tells equal ones apart."""

    name: str
    number: int
    head: tuple[Token, ...]


class Statement(NamedTuple):
    """The tokens of one statement, and the blocks around it from the outside in."""

    tokens: tuple[Token, ...]
    blocks: tuple[Block, ...]

    def inside(self, name: str) -> bool:
        """Whether a block of that name is around, at any distance."""
        return any(block.name == name for block in self.blocks)


def statements(text: str) -> Iterator[Statement]:
    """Yield the statements of a script in order. Raises NodeError for one that is too deep."""
    blocks: list[Block] = []
    tokens: list[Token] = []
    brackets, number = 0, 0
    for token in scan(text.removeprefix("\ufeff"), _TOKEN):
        mark = token.text if token.kind == "mark" else ""
        if mark == "{":
            head = tuple(tokens)
            if head:
                yield Statement(head, tuple(blocks))
            number += 1
            blocks.append(Block(_name(head), number, head))
            tokens, brackets = [], 0
            if len(blocks) > MAX_DEPTH:
                raise NodeError("too deep", token.line)
        elif mark == "}" or (
            token.kind == "line" and not (brackets or (tokens and tokens[-1].text == ","))
        ):
            if tokens:
                yield Statement(tuple(tokens), tuple(blocks))
            tokens, brackets = [], 0
            if mark and blocks:
                blocks.pop()
        elif token.kind != "line":
            tokens.append(token)
            brackets = max(0, brackets + (mark in ("(", "[")) - (mark in (")", "]")))
    if tokens:
        yield Statement(tuple(tokens), tuple(blocks))


def _name(head: tuple[Token, ...]) -> str:
    words = [token.text for token in head if token.kind == "word"]
    return words[0].rpartition(".")[2] if words else ""
