"""Which words of a message are its author's own: quotes, code, reverts and reviews are cut out.

Everything here takes text after `normalise` and is linear in its length. What is left unclosed (a
fence, a comment) hides nothing.
"""

from __future__ import annotations

import re

import msgspec

from aireview.attribution import signatures
from aireview.attribution.normalise import fold, without_quoted_lines

_REVIEW_TRIGGERS = ("summary by", "greptile summary", "cursor_summary", "copilot:", "bugbot")
_TRIGGERS = ("```", "~~~", "this reverts", "<!--", *_REVIEW_TRIGGERS)
_REVERT_SUBJECT = re.compile(
    r"^[ \t]*(?:\W{0,4}\w{0,20}[:!] ?)?(?:revert|reapply)\b[^\"“\n]{0,40}[\"“]", re.IGNORECASE
)
_REVERTS = re.compile(r"^[ \t]*this reverts (?:commit|merge|pull|pr)\b", re.IGNORECASE)
_KEPT_COMMENT = re.compile(
    r"mux-attribution:|cursor_agent_pr_body_begin|start copilot coding agent", re.IGNORECASE
)
_HEADING = re.compile(r"^[ \t]{0,3}(#{1,6})[ \t]")
_HTML_HEADING = re.compile(r"^[ \t]*<h([1-6])[\s>]", re.IGNORECASE)
_TRAILER_AT_START = re.compile(r"^[A-Z][A-Za-z]+-[A-Za-z-]{2,30}:[ \t]")
_REVIEW_END = re.compile(r"<!--\s*(?:/cursor_summary|end[^>]{0,60})-->", re.IGNORECASE)


class OwnText(msgspec.Struct, frozen=True):
    """The author's own lines of a text (raw, in order), and the ids of the reviews cut out."""

    lines: tuple[str, ...]
    reviews: tuple[tuple[str, str], ...] = ()


def without_reverted_subject(message: str) -> str:
    """Return a message whose subject no longer holds the quoted subject of a reverted commit."""
    end = message.find("\n")
    subject = message if end < 0 else message[:end]
    found = _REVERT_SUBJECT.match(subject)
    if found is None:
        return message
    closing = max(subject.rfind('"'), subject.rfind("”"))
    after = subject[closing + 1 :] if closing >= found.end() else ""
    return subject[: found.end() - 1] + after + ("" if end < 0 else message[end:])


def own_text(text: str) -> OwnText:
    """Cut quoted lines, closed fences, reverted text, comments and review summaries out of a text."""
    folded = fold(text)
    text = without_quoted_lines(text)
    lines = text.split("\n")
    if not any([trigger in folded for trigger in _TRIGGERS]):  # noqa: C419 - faster for a few
        return OwnText(tuple(lines))
    reviews: list[tuple[str, str]] = []
    if any(trigger in folded for trigger in _REVIEW_TRIGGERS):
        lines = _without_reviews(lines, reviews)
    if "<!--" in folded:
        lines = _without_comments("\n".join(lines)).split("\n")
    if "```" in folded or "~~~" in folded:
        lines = _without_fences(lines)
    if "this reverts" in folded:
        lines = _without_reverts(lines)
    return OwnText(tuple(lines), tuple(reviews))


def _without_comments(text: str) -> str:
    out, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        end += 3
        out.append(text[at:start])
        if _KEPT_COMMENT.search(text, start, min(end, start + 200)):
            out.append(text[start:end])
        at = end
    out.append(text[at:])
    return "".join(out)


def _without_fences(lines: list[str]) -> list[str]:
    kept: list[str] = []
    inside: list[str] = []
    fence = ""
    for line in lines:
        start = line.lstrip()[:3]
        if not fence and start in ("```", "~~~"):
            fence = start
            inside = [line]
        elif fence:
            inside.append(line)
            if start == fence and line.strip().strip(fence[0]) == "":
                fence = ""
        else:
            kept.append(line)
    return kept + inside if fence else kept


def _without_reverts(lines: list[str]) -> list[str]:
    kept = []
    skipping = False
    for line in lines:
        if _REVERTS.match(line):
            skipping = True
        elif not line.strip() or _TRAILER_AT_START.match(line):
            skipping = False
        if not skipping:
            kept.append(line)
    return kept


def _level(line: str) -> int:
    if found := _HEADING.match(line):
        return len(found[1])
    if found := _HTML_HEADING.match(line):
        return int(found[1])
    return 0


def _review_row(line: str) -> str:
    for row in signatures.rows("pr-body"):
        if row.id in _REVIEW_ROWS and signatures.regex(row.pattern).search(line):
            return row.id
    return ""


_REVIEW_ROWS = frozenset(
    {"cursor.pr.3", "any.pr.2", "any.pr.3", "any.pr.4", "any.pr.5", "any.pr.6"}
)


def _without_reviews(lines: list[str], reviews: list[tuple[str, str]]) -> list[str]:
    """Drop each review from its heading or marker to the next heading of its level or its end."""
    kept = []
    level = -1  # -1: outside; 0: opened by a marker; else by a heading of that level
    for line in lines:
        here = _level(line)
        found = _review_row(line) if len(line) < 400 else ""
        if found:
            level = here
            if found not in {row for row, _ in reviews}:
                reviews.append((found, line))
        elif level >= 0 and _REVIEW_END.search(line):
            level = -1
        elif level >= 0 and here and (level == 0 or here <= level):
            level = -1
            kept.append(line)
        elif level < 0 or _TRAILER_AT_START.match(line):
            kept.append(line)
    return kept
