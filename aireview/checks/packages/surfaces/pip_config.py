"""pip's configuration files (`pip.conf`, `pip.ini`): where packages are taken from."""

from __future__ import annotations

from collections.abc import Iterator

from aireview.checks.packages.surfaces.ini import Ini, read_ini
from aireview.checks.packages.surfaces.python_index import index
from aireview.checks.packages.surfaces.readings import few
from aireview.checks.packages.surfaces.uv_config import days
from aireview.model.packages import Index, Reading

_KEYS = ("index-url", "extra-index-url", "find-links")


def read(path: str, text: str) -> Reading:
    """Read a pip configuration file."""
    ini = read_ini(text)
    spans = (
        days(line.text)
        for keys in ini.sections.values()
        for line in keys.get("uploaded-prior-to", ())
    )
    return Reading(
        indexes=tuple(_indexes(ini, path)),
        cool_down_days=next((span for span in spans if span is not None), None),
        unread=few(ini.unread),
    )


def _indexes(ini: Ini, path: str) -> Iterator[Index]:
    for section, keys in ini.sections.items():
        alone = ini.first(section, "no-index").lower() in ("true", "yes", "on", "1")
        for key in _KEYS:
            replaces = key == "index-url" or (key == "find-links" and alone)
            for line in keys.get(key, ()):
                for url in line.text.split():
                    yield from index(url, path, line.line, replaces=replaces)
