"""How JavaScript tools write that an import specifier stands for a file or for another module.

Sources: Vite's and Rollup's `alias` (an object, or a list of `find` and `replacement`), webpack's
`resolve.alias`, Jest's `moduleNameMapper`, `modulePaths` and `moduleDirectories`, Babel's
`module-resolver`. A text that is no clear path may be a folder or a package: both are targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aireview.checks.packages.surfaces.addresses import folder_of
from aireview.checks.packages.surfaces.npm_specs import joined
from aireview.model.packages import Alias
from aireview.syntax.nodes import Node

_LITERAL = r"(?:[\w@~#/-]|\\[./$-]|\.(?![*+?]))*+"
_MAPPED = re.compile(rf"(\^?)({_LITERAL})(\(?\.[*+]\??\)?)?({_LITERAL})(\$?)")
_CAPTURED = re.compile(r"[$\\]\d")
_FILE = re.compile(r"\.[a-z]{1,4}$")
_MODULE_RESOLVERS = ("module-resolver", "babel-plugin-module-resolver")
_STORYBOOK = ".storybook"
_LONGEST = 200
_ROOT_DIR = "<rootDir>"


def pattern_of(expression: str) -> str | None:
    r"""Return a regular expression over specifiers as an alias pattern, None where it is more.

    >>> pattern_of(r"^@/(.*)$"), pattern_of(r"^lodash-es$"), pattern_of(r"\.css$")
    ('@/*', 'lodash-es', '*.css')
    >>> pattern_of(r"^~/"), pattern_of(r"\.(css|less)$")
    ('~/*', None)
    """
    found = _MAPPED.fullmatch(expression) if len(expression) < _LONGEST else None
    if found is None or not (found.group(2) or found.group(4)):
        return None
    start, head, star, tail, end = found.groups()
    before = "" if start or star else "*"
    behind = "" if end or star else "*"
    if before and behind:  # anywhere in a specifier; what is meant is the specifier itself
        before = behind = ""
    return before + re.sub(r"\\(.)", r"\1", head + ("*" if star else "") + tail) + behind


def of_mapping(node: Node, path: str) -> Iterator[Alias]:
    """Yield what an object of names and targets says."""
    for name, line, target in node.pairs:
        yield from _named(name, line, target, path)


def of_list(node: Node, path: str) -> Iterator[Alias]:
    """Yield what a list of `{ find, replacement }` says; `find` may be a regular expression."""
    for item in node.items:
        find, replacement = item.get("find"), item.get("replacement")
        if find.style == "regex":
            yield from _matched(find.text, find.line, replacement, path)
        elif find:
            yield from _named(find.text, find.line, replacement, path)


def jest(node: Node, path: str) -> Iterator[Alias]:
    """Yield the aliases of a Jest configuration and of the projects in it."""
    root = node.get("rootDir").text
    for expression, line, value in node.get("moduleNameMapper").pairs:
        yield from _matched(expression, line, value, path, root)
    for key, prefix in (("modulePaths", ""), ("moduleDirectories", "./")):
        for written, line in node.get(key).texts():
            if "node_modules" not in written:
                folder = Node("scalar", line, f"{prefix}{written}/*")
                targets = tuple(_targets(folder, path, root))
                yield _alias("*", targets, path, line)
    for project in node.get("projects").items:
        yield from jest(project, path)


def babel(node: Node, path: str) -> Iterator[Alias]:
    """Yield the aliases and the roots that a Babel configuration gives to `module-resolver`."""
    for plugin in node.get("plugins").items:
        if len(plugin.items) > 1 and plugin.items[0].text in _MODULE_RESOLVERS:
            yield from of_mapping(plugin.items[1].get("alias"), path)
            for root, line in plugin.items[1].get("root").texts():
                inside = Node("scalar", line, f"{root}/*", "path")
                yield _alias("*", tuple(_targets(inside, path)), path, line)


def _alias(pattern: str, targets: tuple[str, ...], path: str, line: int) -> Alias:
    folder = _folders(path)[-1]
    unique = tuple(dict.fromkeys(targets))
    return Alias(pattern=pattern, targets=unique, folder=folder, path=path, line=line)


def _folders(path: str) -> tuple[str, ...]:
    """Return the folders that paths may start from; the last one is what the file counts for."""
    own = folder_of(path)
    return (own, folder_of(own)) if own.rpartition("/")[2] == _STORYBOOK else (own,)


def _named(name: str, line: int, target: Node, path: str) -> Iterator[Alias]:
    """Yield what one key says: the name itself and all below it; `name$` is the name alone."""
    if name.startswith("^"):
        yield from _matched(name, line, target, path)
        return
    plain = name.removesuffix("$").removesuffix("*").removesuffix("/")
    if not plain:
        return
    targets = tuple(one.removesuffix("*").removesuffix("/") for one in _targets(target, path))
    if not name.endswith(("/", "/*")):
        yield _alias(plain, targets, path, line)
    below = tuple(
        f"{one}/*".lstrip("/") for one in targets if one.startswith("npm:") or not _FILE.search(one)
    )
    if not name.endswith("$") and (below or not targets):
        yield _alias(f"{plain}/*", below, path, line)


def _matched(
    expression: str, line: int, target: Node, path: str, root: str = ""
) -> Iterator[Alias]:
    """Yield what a regular expression says; one without a group is replaced where it matches."""
    pattern = pattern_of(expression)
    if pattern is None:
        return
    rest = "*" if pattern.endswith("*") and "(" not in expression else ""
    targets = (
        one if "*" in one or not rest else f"{one}{rest}" for one in _targets(target, path, root)
    )
    yield _alias(pattern, tuple(targets), path, line)


def _targets(value: Node, path: str, root: str = "") -> Iterator[str]:
    """Yield where an alias may lead: paths of the repository, packages, other specifiers."""
    for item in value.items if value.kind == "list" else (value,):
        written = _CAPTURED.sub("*", item.text, count=1)
        if item.kind != "scalar" or not written:
            continue
        if ":" in written:
            yield written
            continue
        in_root = written.startswith(_ROOT_DIR)
        relative = f"{root}/{written.removeprefix(_ROOT_DIR)}" if in_root or root else written
        for folder in _folders(path) if item.style != "require" else ():
            inside = joined(folder, relative)
            if inside is not None:
                yield f"{inside}/" if written.endswith("/") and inside else inside
        if item.style != "path" and not in_root and not written.startswith((".", "/")):
            yield f"npm:{written}"
