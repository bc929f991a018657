"""Files that hold an expected output whole. AIREVIEW_UPDATE_GOLDEN=1 rewrites them."""

from __future__ import annotations

import os
from pathlib import Path

# Read at import: the fixtures scrub the environment before a test runs.
UPDATE = os.environ.get("AIREVIEW_UPDATE_GOLDEN") == "1"


def assert_golden(path: Path, text: str) -> None:
    """Fail unless the file at `path` is `text`, byte for byte; when updating, write it first."""
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode(), f"{path}: AIREVIEW_UPDATE_GOLDEN=1 rewrites it"
