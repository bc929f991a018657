"""The formats of `aireview check` by name. A format's module is loaded when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import cast

import msgspec

from aireview.model.finding import Report


class Terminal(msgspec.Struct, frozen=True, kw_only=True):
    """What the text goes to: whether it shows colours, its columns, and how much is wanted.

    Only the `text` format looks at it; the others are for machines.
    """

    color: bool = False
    width: int = 80
    verbose: bool = False


Renderer = Callable[[Report, Terminal], str]


def _machine(module: str) -> Renderer:
    def render(report: Report, _: Terminal) -> str:
        loaded = importlib.import_module(f"aireview.reports.{module}")
        return cast(Callable[[Report], str], loaded.render)(report)

    return render


def _text(report: Report, terminal: Terminal) -> str:
    from aireview.reports import text  # noqa: PLC0415 - only the chosen format is loaded

    return text.render(report, color=terminal.color, width=terminal.width, verbose=terminal.verbose)


FORMATS: Mapping[str, Renderer] = {
    "text": _text,
    "json": _machine("json"),
    "sarif": _machine("sarif"),
    "junit": _machine("junit"),
    "github": _machine("github"),
    "gitlab": _machine("gitlab"),
}
