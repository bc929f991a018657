from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from support.reports import blocked, finding

from aireview.model.finding import Report
from aireview.reports import github, gitlab, junit, sarif, text
from aireview.reports.selection import select

FINDINGS = 400


class Counted(str):
    """A fingerprint that counts how often one is compared with another."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, str(other))

    __hash__ = str.__hash__


@pytest.fixture
def report() -> Report:
    """Return a failing report with many findings, all of them blocking."""
    found = tuple(finding(line=number + 1) for number in range(FINDINGS))
    Counted.compared = 0
    return msgspec.structs.replace(
        blocked(),
        findings=found,
        blocking=tuple(Counted(item.fingerprint) for item in found),
    )


@pytest.mark.parametrize(
    "render", [text.render, sarif.render, github.render, gitlab.render, junit.render]
)
def test_the_work_grows_with_the_findings_and_not_with_their_square(
    report: Report, render: Callable[[Report], str]
) -> None:
    render(report)
    assert 0 < Counted.compared <= 4 * FINDINGS


def test_all_blocking_findings_are_found(report: Report) -> None:
    assert select(report).blocking == report.findings
