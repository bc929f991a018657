r"""Text that no CI server takes for a command when it lands in a log.

GitHub's runner executes a line that (trimmed) starts with `::command`, or that holds `##[command]`
anywhere; Azure Pipelines and TeamCity look for `##vso[` and `##teamcity[`. Every format goes through
here, because any of them may be printed in a CI job. Where the format has an escape, the meaning
does not change.
"""

from __future__ import annotations

import re

_BRACKET = re.compile(r"#(?=#[A-Za-z]{0,16}\[)")
_COLONS = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)


def plain(text: str) -> str:
    """Return `text` with a space inside each command prefix: `## [`, `: :` at a line's start."""
    return _COLONS.sub(r"\1: ", _BRACKET.sub("# ", text))


def brackets(text: str) -> str:
    """Return `text` with a space inside each `##[`, for text that never starts a line."""
    return _BRACKET.sub("# ", text)


def json(encoded: bytes) -> str:
    r"""Return JSON text with the `#` of each command prefix written as `\u0023`."""
    return _BRACKET.sub(r"\\u0023", encoded.decode())


def xml(text: str) -> str:
    """Return XML text with the first character of each command prefix as a reference."""
    return _COLONS.sub(r"\1&#58;", _BRACKET.sub("&#35;", text))
