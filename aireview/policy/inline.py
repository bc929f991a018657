"""Suppression comments: `aireview: ignore[rule-a, rule-b] reason="…"` in any language's comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

MARK = "aireview:"
_REACH = 600  # characters after the mark that are read
_PER_LINE = 20
_OPENER = re.compile(r"(?:#|//|/\*|\*|--|;|%)[#/*!-]{0,8}[ \t]{0,8}\Z")
_IGNORE = re.compile(r"[ \t]{0,8}ignore(?![\w-])[ \t]{0,8}(?:\[([^\]\[]{0,400})\])?")
_REASON = re.compile(
    r"""[ \t,;:]{0,8}reason[ \t]{0,8}=[ \t]{0,8}("([^"]{0,400})"|'([^']{0,400})')"""
)
_RULE = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_CLOSERS = frozenset({"", "*/", "*/}", "-->", "#}", "--}}", "%>"})
_LEAD = "#/*-;%<!{ \t\r"


class InlineSuppression(msgspec.Struct, frozen=True, kw_only=True):
    """One suppression comment.

    `line` is where it stands (1-based), `target` the line it speaks about: its own, or the next one
    that is no such comment when it stands alone. `problem` says in words why it is not valid;
    such a comment hides nothing.
    """

    line: int
    target: int
    rules: tuple[str, ...] = ()
    reason: str = ""
    problem: str = ""


def find_inline(lines: Sequence[str]) -> tuple[InlineSuppression, ...]:
    """Return the suppression comments of a file, given as its lines (split at LF), in order.

    Never raises; the work is bounded by the length of the text.
    """
    found: list[tuple[InlineSuppression, bool]] = []
    for number, line in enumerate(lines, start=1):
        if MARK in line:
            found.extend(_on_line(line, number))
    return tuple(_aimed(found))


def _aimed(found: Sequence[tuple[InlineSuppression, bool]]) -> Iterator[InlineSuppression]:
    """Let comments that stand alone speak about the first line below that is none of them."""
    alone = {item.line for item, is_alone in found if is_alone}
    targets: dict[int, int] = {}
    for line in sorted(alone, reverse=True):
        targets[line] = targets.get(line + 1, line + 1)
    for item, is_alone in found:
        yield msgspec.structs.replace(item, target=targets[item.line]) if is_alone else item


def _on_line(line: str, number: int) -> Iterator[tuple[InlineSuppression, bool]]:
    at = -1
    for _ in range(_PER_LINE):
        at = line.find(MARK, at + 1)
        if at < 0:
            return
        before = line[max(0, at - 40) : at]
        text = line[at + len(MARK) : at + len(MARK) + _REACH]
        if _OPENER.search(before) and (match := _IGNORE.match(text)):
            item, rest = _parsed(match, text, number)
            alone = not line[:at].strip(_LEAD) and rest.strip() in _CLOSERS
            yield item, alone


def _parsed(match: re.Match[str], text: str, number: int) -> tuple[InlineSuppression, str]:
    listed = match.group(1)
    rules = tuple(part.strip() for part in (listed or "").split(",") if part.strip())
    reason_match = _REASON.match(text, match.end())
    end = reason_match.end() if reason_match else match.end()
    reason = (reason_match.group(2) or reason_match.group(3) or "").strip() if reason_match else ""
    wrong = [rule for rule in rules if not _RULE.fullmatch(rule)]
    problem = ""
    if not rules:
        problem = "it names no rule"
    elif wrong:
        problem = "it names something that is no rule id"
    elif not reason_match:
        problem = "it gives no reason"
    elif not reason:
        problem = "its reason is empty"
    item = InlineSuppression(
        line=number, target=number, rules=rules, reason=reason, problem=problem
    )
    return item, text[end:]
