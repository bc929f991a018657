"""The words that an install command is recognised by.

Kept apart from the readers, so that the table of files can look for them at no cost.
"""

from __future__ import annotations

import re

# Words that mean little else, and words of plain English that need a subcommand behind them. What
# lies between is flags, or the punctuation of a JSON list.
HINT = re.compile(
    r"(?<![\w.-])(?:"
    r"pip(?:x|env|[0-9][0-9.]*)?|easy_install|uvx?|poetry|pdm|rye|pixi"
    r"|npm|npx|pnpm|pnpx|yarn|yarnpkg|bunx?|Install-Package"
    r"|(?:go|cargo|gem|bundle|bundler|composer(?:\.phar)?|dotnet|nuget|dnx|deno|ng|nx|expo)(?:\.exe)?"
    r"(?![\w-])[^\n]{0,200}?(?<![\w])(?:get|install|i|run|add|require|create-project|exec|binstall|x)"
    r"|dnx"
    r")(?![\w-])",
    re.IGNORECASE,
)
