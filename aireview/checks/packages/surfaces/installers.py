"""The words that an install command is recognised by.

Kept apart from the readers, so that the table of files can look for them at no cost; compiled there.
"""

from __future__ import annotations

import re
from functools import cache

# Words that mean little else, and words of plain English that need a subcommand behind them. What
# lies between is options with their values, and the punctuation of a JSON list.
PATTERN = (
    r"(?<!\w)(?:"
    r"pip(?:x|env|[0-9][0-9.]*)?|easy_install|uvx?|poetry|pdm|rye|pixi"
    r"|npm|npx|pnpm|pnpx|yarn|yarnpkg|bunx?|Install-Package|dnx"
    r"|(?:go|cargo|gem|bundle|bundler|composer|dotnet|nuget|deno|ng|nx|expo)(?:\.exe|\.phar)?"
    r"[\s\"',\\`^]{1,20}(?:[+-][^\s\"',]{1,80}[\s\"',\\`^]{1,20}(?:[^\s\"',+-][^\s\"',]{0,80}[\s\"',\\`^]{1,20})?){0,5}"
    r"(?:get|install|i|run|add|require|req|create-project|exec|binstall|x|tool|package|new|global)"
    r")(?![\w-])"
)

# One of these stands in everything that the pattern matches.
_WORDS = frozenset(
    (
        "bun", "bundle", "bundler", "bunx", "cargo", "composer", "deno", "dnx", "dotnet",
        "expo", "gem", "go", "install", "ng", "npm", "npx", "nuget", "nx", "pdm", "pip", "pipenv",
        "pipx", "pixi", "pnpm", "pnpx", "poetry", "rye", "uv", "uvx", "yarn", "yarnpkg",
    )
)  # fmt: skip
HINT = f"(?i){PATTERN}"

# Dependabot's least age of a package.
COOL_DOWN = "cooldown"


@cache
def _compiled() -> re.Pattern[str]:
    return re.compile(HINT)


def names_installer(text: str, *, at_start: bool = False) -> bool:
    """Whether a text has an installer's word anywhere, or begins with one."""
    if _WORDS.isdisjoint(re.findall("[a-z]+", text.lower())):
        return False  # without the cost of compiling the long pattern
    pattern = _compiled()
    return (pattern.match(text) if at_start else pattern.search(text)) is not None
