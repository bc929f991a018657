r"""Path patterns: the part of .gitignore's language that a policy needs, in linear time.

A pattern without a slash matches at any depth; one with a slash (a leading one too) matches from
the root. `*` and `?` stay inside a folder, `**` crosses folders, `[ab]` and `[!ab]` are sets, `\`
takes the next character as it is, and a pattern that matches a folder matches all that is in it.
Not supported: `!` for exceptions and `{a,b}` for alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

MAX_LENGTH = 1_000


def problem(pattern: str) -> str:
    """Return what is wrong with a pattern, in words; empty when nothing is."""
    if not pattern.strip("/ "):
        return "an empty pattern"
    if len(pattern) > MAX_LENGTH:
        return f"a pattern of more than {MAX_LENGTH} characters"
    if pattern.startswith("!"):
        return "`!` patterns are not supported"
    if any(part in (".", "..") for part in pattern.split("/")):
        return "`.` and `..` have no meaning in a pattern"
    if "\\" not in pattern and "{" in pattern and "," in pattern:
        return "`{a,b}` is not supported: write one pattern for each"
    return ""


def matches(path: str, patterns: Sequence[str]) -> bool:
    """Whether any of the patterns matches the path (POSIX, from the repository's root)."""
    return bool(patterns) and matcher(tuple(patterns))(path)


@lru_cache(maxsize=256)
def matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    """Return a function that says whether a path matches any of the patterns."""
    if not patterns:
        return lambda _path: False
    compiled = [re.compile(translate(pattern), re.DOTALL) for pattern in patterns]
    return lambda path: any(regex.match(path) for regex in compiled)


@lru_cache(maxsize=256)
def name_matcher(pattern: str) -> Callable[[str], bool]:
    """Return a function that says whether a name (a rule, a tool) matches; only `*` is special."""
    regex = re.compile(_literal_stars(pattern), re.DOTALL)
    return lambda name: regex.fullmatch(name) is not None


def _literal_stars(pattern: str) -> str:
    head, *rest = re.sub(r"\*+", "*", pattern).split("*")
    if not rest:
        return re.escape(head)
    middle = "".join(f"(?>.*?{re.escape(part)})" for part in rest[:-1] if part)
    return f"{re.escape(head)}{middle}.*{re.escape(rest[-1])}"


def translate(pattern: str) -> str:
    """Return the regular expression, matched from the start of a path, that a pattern means.

    Every wildcard but the last of its kind is an atomic group that takes the earliest place where
    the fixed text after it fits. That loses no match and rules out repeated backtracking.
    """
    parts = [part for part in pattern.split("/") if part]
    anchored = "/" in pattern.rstrip("/")
    if not anchored:
        parts.insert(0, "**")
    below_only = parts[-1] == "**"
    while parts and parts[-1] == "**":
        parts.pop()
    if not parts:
        return r"."
    groups = _split_on_double_star(parts)
    first = "/".join(_segment(part) for part in groups[0])
    if len(groups) == 1:
        return first + _end(below_only=below_only)
    regex = f"{first}/" if first else ""
    for group in groups[1:-1]:
        regex += f"(?>(?:[^/]*/)*?{'/'.join(_segment(part) for part in group)}/)"
    last = "/".join(_segment(part) for part in groups[-1])
    return f"{regex}(?:[^/]*/)*?{last}{_end(below_only=below_only)}"


def _end(*, below_only: bool) -> str:
    return "/." if below_only else r"(?:/|\Z)"


def _split_on_double_star(parts: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for part in parts:
        if part != "**":
            groups[-1].append(part)
        elif groups[-1] or len(groups) == 1:
            groups.append([])
    return groups


def _segment(part: str) -> str:
    """Return the expression for one path segment, whole."""
    pieces = _pieces(part)
    if len(pieces) == 1:
        return pieces[0]
    head, *rest = pieces
    middle = "".join(f"(?>[^/]*?{piece})" for piece in rest[:-1] if piece)
    return rf"(?>{head}{middle}[^/]*{rest[-1]}(?=/|\Z))"


def _pieces(part: str) -> list[str]:
    """Split a segment at its stars; each piece is an expression of fixed width."""
    pieces = [""]
    position = 0
    while position < len(part):
        char = part[position]
        position += 1
        if char == "*":
            if pieces[-1] or len(pieces) == 1:
                pieces.append("")
        elif char == "?":
            pieces[-1] += "[^/]"
        elif char == "[" and (end := part.find("]", position + 1)) > 0:
            pieces[-1] += _set(part[position:end])
            position = end + 1
        elif char == "\\" and position < len(part):
            pieces[-1] += re.escape(part[position])
            position += 1
        else:
            pieces[-1] += re.escape(char)
    return pieces


def _set(inside: str) -> str:
    negated = inside[0] in "!^"
    chars = inside[1:] if negated else inside
    safe = re.sub(r"([\\\[\]^&~|])", r"\\\1", chars)
    safe = safe.replace("--", r"\-\-")  # Python reserves it, as the marks above, for set operations
    body = f"(?!/)[{'^' if negated else ''}{safe}]"
    try:
        re.compile(body)
    except re.error:
        return re.escape(f"[{inside}]")
    return body
