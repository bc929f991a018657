"""JavaScript and TypeScript files, and components with script blocks: what they import.

Names are kept as written, with queries and loader prefixes; paths name no package.
"""

from __future__ import annotations

import msgspec

from aireview.checks.packages.specifiers import clean, is_relative
from aireview.checks.packages.surfaces.code import reading, reference, refused
from aireview.checks.packages.surfaces.component import Block, blocks
from aireview.checks.packages.surfaces.readings import merged
from aireview.model.packages import Ecosystem, Reading
from aireview.syntax.imports import Imports
from aireview.syntax.javascript_imports import imports

_COMPONENTS = ("vue", "svelte", "astro", "mdx")
_GRAMMARS = {"ts": "typescript", "mts": "typescript", "cts": "typescript", "tsx": "tsx"}


def read(path: str, text: str) -> Reading:
    """Read the imports of a file that name neither a path nor a file of the same site."""
    too_large = refused(text)
    if too_large is not None:
        return too_large
    ending = path.lower().rpartition(".")[2]
    if ending in _COMPONENTS:
        return merged(_block(path, block) for block in blocks(path, text))
    found = _reading(path, imports(text, _GRAMMARS.get(ending, "javascript")))
    if not path.lower().endswith((".d.ts", ".d.mts", ".d.cts")):
        return found
    references = [msgspec.structs.replace(each, type_only=True) for each in found.references]
    return msgspec.structs.replace(found, references=tuple(references))


def _block(path: str, block: Block) -> Reading:
    found = imports(block.text, block.language)
    if path.lower().endswith(".mdx") and not found.imports:
        return Reading()  # a paragraph of prose that starts with the word
    shift = block.line - 1
    moved = [msgspec.structs.replace(one, line=one.line + shift) for one in found.imports]
    broken = found.broken_line + shift if found.broken_line else 0
    return _reading(path, msgspec.structs.replace(found, imports=tuple(moved), broken_line=broken))


def _reading(path: str, found: Imports) -> Reading:
    references = [
        reference(Ecosystem.NPM, path, one.module, one)
        for one in found.imports
        if clean(one.module) and not is_relative(clean(one.module))
    ]
    return reading(references, found, "JavaScript or TypeScript")
