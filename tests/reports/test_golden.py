"""Every format of every case, compared whole with tests/cases/reports/<case>/report.<format>."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.golden import UPDATE, assert_golden
from support.reports import CASES

from aireview.reports.formats import FORMATS, Terminal

FOLDER = Path(__file__).parents[1] / "cases" / "reports"
SUFFIXES = {
    "text": "txt",
    "json": "json",
    "sarif": "sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "gitlab": "gitlab.json",
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", CASES)
def test_output_is_as_before(case: str, name: str) -> None:
    text = FORMATS[name](CASES[case], Terminal())
    assert_golden(FOLDER / case / f"report.{SUFFIXES[name]}", text)


@pytest.mark.skipif(UPDATE, reason="files are being rewritten in random order")
def test_no_file_is_left_over() -> None:
    expected = {f"{case}/report.{SUFFIXES[name]}" for case in CASES for name in FORMATS}
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*")} == expected
