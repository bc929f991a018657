"""Install commands in a Makefile: its recipes and `$(shell …)`.

Grammar: the GNU make manual (Recipe Syntax, Recipe Echoing, Errors, The shell Function).
"""

from __future__ import annotations

import re

from aireview.checks.packages.surfaces.installers import names_installer
from aireview.checks.packages.surfaces.shell import commands, indexed
from aireview.model.packages import Reading, Surface, Unread
from aireview.syntax.shellwords import MAX_CHARACTERS

_RECIPE = re.compile(r"\t[ \t]*[@+-]*")
_INLINE = re.compile(r"[^\s#=][^#=\n]*:[^=\n]*?;[ \t]*")
# `$$` is the shell's own dollar, `$(x)` a variable of make, `$(shell x)` a command.
_DOLLAR = re.compile(r"\$\$|\$\(shell[ \t]|\$[({]([\w.-]{1,100})[)}]|\$([@<^*?+%|])")


def read(path: str, text: str) -> Reading:
    """Read the commands of a Makefile."""
    if not names_installer(text):
        return Reading()
    if len(text) > MAX_CHARACTERS:
        return Reading(unread=(Unread(1, "too large to look for install commands"),))
    lines: list[str] = []
    continued = False
    for line in text.replace("\r", "").split("\n"):
        command = line if continued else _command_of(line)
        lines.append(_DOLLAR.sub(_as_shell, command))
        continued = bool(command) and line.endswith("\\")
    reading = commands("\n".join(lines), path=path, line=1, surface=Surface.COMMAND)
    return indexed(reading, text)


def _command_of(line: str) -> str:
    if found := _RECIPE.match(line) or _INLINE.match(line):
        return line[found.end() :]
    at = line.find("$(shell ")
    return f": {line[at:]}" if at >= 0 and not line.lstrip().startswith("#") else ""


def _as_shell(found: re.Match[str]) -> str:
    text = found.group()
    if text == "$$":
        return "$"
    if text.startswith("$(shell"):
        return "$("
    return f"${{{found.group(1) or 'x'}}}"
