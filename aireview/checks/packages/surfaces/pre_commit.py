"""`.pre-commit-config.yaml` and `.pre-commit-hooks.yaml`: what is installed beside a hook.

`additional_dependencies` belong to the hook's language. It stands in the manifest of the hook, which is
another repository, unless the configuration says it; so the repositories of known hooks are a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aireview.checks.packages.surfaces.pep508 import Place
from aireview.checks.packages.surfaces.readings import merged, parsed
from aireview.checks.packages.surfaces.requirements import read_line
from aireview.model.packages import Ecosystem, Reading, Reference, Surface
from aireview.syntax.nodes import MISSING, Node, read_yaml

_LANGUAGES = {
    "python": Ecosystem.PYPI,
    "python_venv": Ecosystem.PYPI,
    "node": Ecosystem.NPM,
    "golang": Ecosystem.GO,
    "rust": Ecosystem.CARGO,
    "ruby": Ecosystem.RUBYGEMS,
}
_NODE_HOOKS = re.compile(
    r"(?:^|/)(?:mirrors-(?:prettier|eslint|stylelint|jshint|csslint|fixmyjs|coffeelint|puppet-lint)"
    r"|markdownlint-cli2?|commitlint-pre-commit-hook|commitlint|biome-pre-commit|cspell-cli"
    r"|prettier-pre-commit|pre-commit-prettier|rbubley/mirrors-prettier|dprint|textlint|htmlhint"
    r"|pre-commit-stylelint|renovate-pre-commit-hooks|pyright-python-npm)(?:\.git)?/?$",
    re.IGNORECASE,
)
_NPM_ONLY = re.compile(r"@[^\s/@]+/[^\s@]+(?:@\S+)?|[A-Za-z0-9._-]+@(?:[~^]?\d[^\s]*|latest|next)")
_NPM_SPEC = re.compile(r"(?P<name>@?[^@\s]+)(?:@(?P<rest>.*))?")
_CARGO_SPEC = re.compile(r"(?:cli:)?(?P<name>[^:\s]+)(?::(?P<rest>.*))?")
_COLON_SPEC = re.compile(r"(?P<name>[^:\s]+)(?::(?P<rest>.*))?")
_SPECS = {
    Ecosystem.NPM: _NPM_SPEC,
    Ecosystem.GO: _NPM_SPEC,
    Ecosystem.CARGO: _CARGO_SPEC,
    Ecosystem.RUBYGEMS: _COLON_SPEC,
}


def read(path: str, text: str) -> Reading:
    """Read the configuration of pre-commit or prek, or a repository's own list of hooks."""
    root, unread = parsed(_first_document, text)
    hooks = (
        _hook(hook, repository.get("repo").text, path)
        for repository in root.get("repos").items
        for hook in repository.get("hooks").items
    )
    own = (_hook(hook, "local", path) for hook in root.items)
    return merged((*hooks, *own, Reading(unread=unread)))


def _first_document(text: str) -> Node:
    return next(iter(read_yaml(text)), MISSING)


def _hook(hook: Node, repository: str, path: str) -> Reading:
    lines = tuple(hook.get("additional_dependencies").texts())
    ecosystem = _ecosystem(hook.get("language").text, repository, lines)
    if ecosystem is None:
        return Reading(ignored=len(lines))
    if ecosystem is Ecosystem.PYPI:
        return merged(read_line(text, Place(path), line) for text, line in lines)
    return merged(_references(ecosystem, lines, path))


def _ecosystem(
    language: str, repository: str, lines: tuple[tuple[str, int], ...]
) -> Ecosystem | None:
    if language:
        return _LANGUAGES.get(language)
    if _NODE_HOOKS.search(repository) or any(_NPM_ONLY.fullmatch(text) for text, _ in lines):
        return Ecosystem.NPM  # a hook has one environment, so one such name speaks for all
    return Ecosystem.PYPI


def _references(
    ecosystem: Ecosystem, lines: tuple[tuple[str, int], ...], path: str
) -> Iterator[Reading]:
    for text, line in lines:
        found = _SPECS[ecosystem].fullmatch(text.strip())
        if found is None or text.startswith((".", "/", "file:", "git+", "http")):
            yield Reading(ignored=1)
            continue
        reference = Reference(
            ecosystem=ecosystem,
            name=found["name"],
            surface=Surface.MANIFEST,
            path=path,
            line=line,
            specifier=found["rest"] or "",
        )
        yield Reading(references=(reference,))
