"""The block of metadata in a Python script (PEP 723)."""

from __future__ import annotations

import re

from aireview.checks.packages.surfaces.pep508 import Place
from aireview.checks.packages.surfaces.readings import bound, merged, parsed
from aireview.checks.packages.surfaces.uv_config import bindings, requirements, settings
from aireview.model.packages import Reading, Unread
from aireview.syntax.toml_nodes import read_toml

_START = re.compile(r"^# /// script[ \t]*\r?$", re.MULTILINE)


def read(path: str, text: str) -> Reading:
    """Read the block of a script; a file without one says nothing."""
    start = _START.search(text)
    if start is None:
        return Reading()
    first = text.count("\n", 0, start.start()) + 1
    content = _content(text, start.start())
    if content is None:
        return Reading(unread=(Unread(first, "the block `# /// script` has no end"),))
    # Empty lines in front keep the numbers of lines.
    root, unread = parsed(read_toml, "\n" * first + content)
    place = Place(path)
    uv = root.get("tool", "uv")
    return merged(
        (
            bound(requirements(root.get("dependencies"), place), bindings(uv)),
            settings(uv, place),
            Reading(language=root.get("requires-python").text, unread=unread),
        )
    )


def _content(text: str, at: int) -> str | None:
    """Return the comment's text up to the last `# ///`, None where there is none (PEP 723)."""
    lines = []
    for line in text[text.index("\n", at) + 1 :].split("\n") if "\n" in text[at:] else ():
        bare = line.rstrip("\r")
        if bare != "#" and not bare.startswith("# "):
            break
        lines.append(bare[2:])
    ends = [number for number, line in enumerate(lines) if line == "///"]
    return "\n".join(lines[: ends[-1]]) if ends else None
