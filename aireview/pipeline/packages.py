"""`aireview packages check`: names of a command line to verdicts, and these to rows and an exit code."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from aireview.checks.packages.names import valid
from aireview.checks.packages.resolvers import has_resolver
from aireview.checks.packages.surfaces.packagewords import parse
from aireview.checks.packages.verdicts import Judged, Word
from aireview.errors import AireviewError, ExitCode
from aireview.model.finding import Tier
from aireview.model.packages import Ecosystem, Reference, Surface
from aireview.model.text import quote
from aireview.reports.packages_v1 import Context, Name

# What stands where a file would: names of a command line come from none.
_PLACE = "-"
_LONGEST = 500
_CRATE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SHOWN = 3

Judge = Callable[[Sequence[Reference]], Sequence[Judged]]


def check_names(
    ecosystem: Ecosystem, context: Context, names: Sequence[str], judge: Judge
) -> tuple[tuple[Name, ...], ExitCode]:
    """Return the verdict over each name, and how the command ends.

    Raises AireviewError for a list that is empty or holds what is no name.
    """
    words = tuple(dict.fromkeys(names))
    references = references_of(ecosystem, context, words)
    judged = sorted(judge(references), key=lambda one: one.reference.line)
    rows = tuple(_row(words[one.reference.line - 1], context, one) for one in judged)
    return rows, _ending(judged)


def references_of(
    ecosystem: Ecosystem, context: Context, words: Sequence[str]
) -> tuple[Reference, ...]:
    """Return words as references; the line of each is its place in the list.

    Raises AireviewError for an empty list and for words that are no names.
    """
    if not words:
        raise AireviewError("there is no name to check", "Name packages or modules.")
    if context == "import" and not has_resolver(ecosystem):
        raise AireviewError(
            f"imports of the ecosystem {ecosystem.value} are not known to name packages",
            "Use `--context install` with the names of packages.",
        )
    make = _import if context == "import" else _install
    found = [make(ecosystem, word, line) for line, word in enumerate(words, start=1)]
    wrong = [word for word, one in zip(words, found, strict=True) if one is None]
    if wrong:
        shown = ", ".join(f"`{quote(word, 60)}`" for word in wrong[:_SHOWN])
        raise AireviewError(
            f"{shown} {'is' if len(wrong) == 1 else 'are'} no {_KIND[context]} of {ecosystem.value}",
            "Write names as the ecosystem's own tools take them.",
        )
    return tuple(one for one in found if one is not None)


_KIND = {"import": "module", "install": "package name"}


def _install(ecosystem: Ecosystem, word: str, line: int) -> Reference | None:
    package = parse(ecosystem, word) if len(word) <= _LONGEST else None
    if package is None:
        return None
    return Reference(
        ecosystem=ecosystem,
        name=package.name,
        surface=Surface.COMMAND,
        path=_PLACE,
        line=line,
        specifier=package.specifier,
        extras=package.extras,
        source=package.source,
        alias=package.alias,
        url=package.url,
    )


def _import(ecosystem: Ecosystem, word: str, line: int) -> Reference | None:
    name = word.partition("::")[0] if ecosystem is Ecosystem.CARGO else word
    if len(word) > _LONGEST or not _IS_MODULE[ecosystem](name):
        return None
    return Reference(ecosystem=ecosystem, name=name, surface=Surface.IMPORT, path=_PLACE, line=line)


def _is_specifier(word: str) -> bool:
    return bool(word) and word.isprintable() and not any(char.isspace() for char in word)


_IS_MODULE: dict[Ecosystem, Callable[[str], bool]] = {
    Ecosystem.PYPI: lambda word: all(part.isidentifier() for part in word.split(".")),
    Ecosystem.NPM: _is_specifier,
    # A path without a dot in its first part is the standard library's.
    Ecosystem.GO: lambda word: valid(Ecosystem.GO, word) or word.replace("/", "").isalnum(),
    Ecosystem.CARGO: lambda word: _CRATE.fullmatch(word) is not None,
}


def _row(word: str, context: Context, judged: Judged) -> Name:
    return Name(
        name=word,
        ecosystem=judged.reference.ecosystem,
        context=context,
        verdict=judged.verdict.value,
        tier=judged.tier,
        message=judged.message,
        suggestion=judged.suggestion,
        evidence=judged.evidence,
        fix=judged.fix,
    )


# Whatever the tier: of single names somebody wants to know whether they are there.
_WRONG = (Word.HALLUCINATED, Word.MALICIOUS)


def _ending(judged: Sequence[Judged]) -> ExitCode:
    """Return the exit code; a name that nobody answered for is not a name that passed."""
    if any(one.tier is Tier.A or one.verdict in _WRONG for one in judged):
        return ExitCode.VIOLATION
    return ExitCode.INCOMPLETE if any(one.silence for one in judged) else ExitCode.PASS
