"""What is stated twice is generated, and current."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]


def _generated() -> dict[Path, str]:
    spec = importlib.util.spec_from_file_location("generate", _ROOT / "docs/generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files = module.generated()
    assert isinstance(files, dict)
    return files


@pytest.mark.parametrize("path", sorted(_generated()), ids=lambda path: path.name)
def test_generated_files_are_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == _generated()[path], "run `make docs`"
