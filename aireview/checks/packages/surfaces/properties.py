"""Placeholders in XML manifests, `${name}` of Maven and `$(Name)` of MSBuild, filled in as text."""

from __future__ import annotations

import re
from collections.abc import Mapping

MAVEN = re.compile(r"\$\{([^{}]*+)\}")
MSBUILD = re.compile(r"\$\(([^()]*+)\)")

_ROUNDS = 8
_LONGEST = 500


def filled(text: str, placeholder: re.Pattern[str], values: Mapping[str, str]) -> str:
    """Return a text with the placeholders that have a value filled in; the others stay.

    A value that holds placeholders is filled in too, up to some rounds and some length.
    """
    for _ in range(_ROUNDS):
        if len(text) > _LONGEST or not placeholder.search(text):
            break
        new = placeholder.sub(
            lambda found: values.get(found.group(1).strip(), found.group())[:_LONGEST], text
        )
        if new == text:
            break
        text = new
    return text
