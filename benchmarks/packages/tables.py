"""Markdown tables, and the score of one group of labelled names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Outcome(NamedTuple):
    """What was decided about one labelled name, and what is right.

    `right_name`: whether the suggestion is the distribution that was meant, None where none is due.
    """

    group: str
    name: str
    expected: str
    actual: str
    suggestion: str = ""
    right_name: bool | None = None
    remark: str = ""


_HEAD = (
    "group", "names", "right", "hallucinated found", "wrong `hallucinated`", "suggestion right",
    "wrong", "missing", "`unverified`",
)  # fmt: skip


def scored(title: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the table of a part, and below it every name that was not decided as expected."""
    groups: dict[str, list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault(one.group, []).append(one)
    rows = [_row(group, many) for group, many in groups.items()]
    yield from table(title, _HEAD, [*rows, _row("all", outcomes)])
    for one in outcomes:
        is_wrong_name = one.right_name is False and one.suggestion
        if one.expected != one.actual or is_wrong_name:
            asked = f", suggested `{one.suggestion}`" if one.suggestion else ""
            yield (
                f"- {one.group}: `{one.name}` is {one.actual}, not {one.expected}{asked}"
                f"{f' ({one.remark})' if one.remark else ''}"
            )
    yield ""


def _row(group: str, many: Sequence[Outcome]) -> tuple[str, ...]:
    invented = [one for one in many if one.expected == "hallucinated"]
    hit = sum(one.actual == "hallucinated" for one in invented)
    others = [one for one in many if one.expected != "hallucinated"]
    due = [one for one in many if one.right_name is not None]
    return (
        group,
        str(len(many)),
        str(sum(one.actual == one.expected for one in many)),
        f"{hit} of {len(invented)} ({hit / len(invented):.1%})" if invented else "-",
        f"{sum(one.actual == 'hallucinated' for one in others)} of {len(others)}"
        if others
        else "-",
        *(
            (
                str(sum(one.right_name is True for one in due)),
                str(sum(one.right_name is False and bool(one.suggestion) for one in due)),
                str(sum(not one.suggestion for one in due)),
            )
            if due
            else ("-", "-", "-")
        ),
        f"{sum(one.actual == 'unverified' for one in many) / len(many):.1%}",
    )


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table below a heading."""
    yield f"### {title}"
    yield ""
    yield f"|{'|'.join(head)}|"
    yield f"|{'|'.join('-' for _ in head)}|"
    for row in rows:
        yield f"|{'|'.join(row)}|"
    yield ""
