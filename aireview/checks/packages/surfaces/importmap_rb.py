"""What Rails' import map gives the browser for a bare specifier: a file, or an address.

Source: https://github.com/rails/importmap-rails (`pin`, `pin_all_from`). The file is a Ruby program:
literal calls are read, one to a line or with its arguments on the lines below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aireview.checks.packages.surfaces.addresses import folder_of
from aireview.model.packages import Alias, Reading

_PIN = re.compile(r"^[ \t]*(pin|pin_all_from)\b[ \t]*\(?[ \t]*([\"'])([^\"'\n#]{1,200})\2")
_OPTION = re.compile(r"\b(to|under):[ \t]*([\"'])([^\"'\n]{1,1000})\2")
# Where importmap-rails looks for scripts; a gem may bring more, which no file of the repository shows.
_FOLDERS = ("app/javascript", "vendor/javascript")
_LONGEST_CALL = 5  # lines


def read(path: str, text: str) -> Reading:
    """Read what is pinned in a `config/importmap.rb`."""
    return Reading(aliases=tuple(_aliases(path, text.split("\n"))))


def _aliases(path: str, lines: list[str]) -> Iterator[Alias]:
    top = folder_of(folder_of(path))
    for number, line in enumerate(lines, start=1):
        found = _PIN.match(line)
        if found is None:
            continue
        rest = _call(lines, number - 1)[found.end() :]
        options = {key: value for key, _, value in _OPTION.findall(rest)}
        make = _folder if found[1] == "pin_all_from" else _single
        for pattern, targets in make(found[3], options):
            yield Alias(
                pattern=pattern,
                targets=tuple(
                    target if "://" in target else _below(top, target) for target in targets
                ),
                folder=top,
                path=path,
                line=number,
            )


def _call(lines: list[str], start: int) -> str:
    """Return a call with the lines below that its last comma asks for."""
    parts: list[str] = []
    for line in lines[start : start + _LONGEST_CALL]:
        parts.append(line)
        if not line.rstrip().endswith(","):
            break
    return " ".join(parts)


def _single(name: str, options: dict[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if "*" in name:
        return
    to = options.get("to", f"{name}.js")
    yield name, (to,) if "://" in to else tuple(f"{folder}/{to}" for folder in _FOLDERS)


def _folder(folder: str, options: dict[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    under = options.get("under", "").strip("/")
    if not under or "*" in under + folder:
        return
    yield under, (f"{folder}/index.js",)
    yield f"{under}/*", (f"{folder}/*",)


def _below(top: str, path: str) -> str:
    return f"{top}/{path}" if top else path
