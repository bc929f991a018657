"""Our rule files and their pages: in the wheel, or beside the package in a checkout."""

from __future__ import annotations

import os
import re

from aireview.errors import IncompleteError

_RULE_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}\Z")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - start-up


def rules_root() -> str:
    """Return the folder that holds one folder of rules per language.

    Raises IncompleteError where the installation has none: without rules nothing is checked.
    """
    for root in (f"{_PACKAGE}/_rules", f"{os.path.dirname(_PACKAGE)}/rules"):  # noqa: PTH120 - start-up
        if os.path.isdir(root):  # noqa: PTH112 - start-up
            return root
    raise IncompleteError(
        "the rule files are missing from this installation", "Install aireview again."
    )


def rule_files(root: str) -> tuple[str, ...]:
    """Return the paths of all rule files below `root`, sorted by rule id."""
    found = []
    for folder in os.scandir(root):
        if folder.is_dir():
            found += [item.path for item in os.scandir(folder) if item.name.endswith(".yaml")]
    return tuple(sorted(found, key=lambda path: (os.path.basename(path), path)))  # noqa: PTH119


def page(root: str, rule_id: str) -> str | None:
    """Return the page of a rule (Markdown), None where there is none."""
    if not _RULE_ID.match(rule_id):
        return None
    for folder in sorted(item.path for item in os.scandir(root) if item.is_dir()):
        path = f"{folder}/{rule_id}.md"
        if os.path.isfile(path):  # noqa: PTH113 - as above
            return read(path).decode("utf-8")
    return None


def read(path: str) -> bytes:
    """Return the content of one of our own files."""
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return file.read()
