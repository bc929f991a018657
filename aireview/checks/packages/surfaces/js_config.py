"""Configuration of JavaScript tools as data: the plugins, presets and shared settings it names.

A tool expands what is written (`airbnb`) to a package (`eslint-config-airbnb`). The rules are those of
ESLint's `naming.js` (eslintrc), Babel's `standardizeName`, Jest's `jest-resolve`, TypeScript's
`extends` and `types`, and the documentation of Prettier, PostCSS, Stylelint and browserslist.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from aireview.checks.packages.surfaces import js_aliases
from aireview.checks.packages.surfaces.npm_specs import package_of
from aireview.checks.packages.surfaces.readings import merged
from aireview.model.packages import Alias, Ecosystem, Reading, Reference, Surface, Unread
from aireview.syntax.nodes import Node, NodeError, read_json, read_yaml
from aireview.syntax.toml_nodes import read_toml


class Word(NamedTuple):
    """A word of a configuration that stands for a package.

    `name` is the module that the tool loads, empty for what is no package (a file, a built-in).
    `others` are the modules that it tries as well.
    """

    written: str
    name: str
    line: int
    others: tuple[str, ...] = ()
    type_only: bool = False


Words = Callable[[Node], Iterator[Word]]
_BUILT_IN = ("eslint:", "<rootDir>", "node:", "$")
_JEST_OWN = frozenset(
    {"default", "github-actions", "summary", "agent", "jasmine2", "babel-jest", "node"}
)
_FILE = re.compile(r"\.(?:[cm]?[jt]sx?|json|ya?ml|css)$")
_BRACE = re.compile(r"(?:[\ufeff\s]|//[^\n]*+|/\*.*?\*/)*+\{", re.DOTALL)
_CONSTANTS = frozenset({"null", "true", "false", "~", "", "undefined"})
_BABEL_KEPT = r"@|module:|[^/]+/"


def _local(written: str) -> bool:
    return not written or written.startswith((".", "/", "~/", "\\", *_BUILT_IN)) or ":\\" in written


def _plain(node: Node) -> Iterator[Word]:
    """Yield modules that are written in full; `["name", {...}]` names one as well."""
    for written, line in _first_texts(node):
        yield Word(written, "" if _local(written) else written, line)


def _first_texts(node: Node) -> Iterator[tuple[str, int]]:
    for item in node.items if node.kind == "list" else (node,):
        first = item.items[0] if item.kind == "list" and item.items else item
        constant = not first.style and first.text in _CONSTANTS
        if first.kind == "scalar" and not constant and first.style not in ("path", "regex"):
            yield first.text, first.line


def _as_eslint(written: str, kind: str) -> str:
    """Expand a shorthand as ESLint does.

    >>> _as_eslint("@acme", "eslint-plugin"), _as_eslint("airbnb/hooks", "eslint-config")
    ('@acme/eslint-plugin', 'eslint-config-airbnb/hooks')
    """
    if not written.startswith("@"):
        return written if written.startswith(f"{kind}-") else f"{kind}-{written}"
    scope, _, rest = written.partition("/")
    if rest in ("", kind):
        return f"{scope}/{kind}"
    return written if re.match(rf"{kind}(?:-|$|/)", rest) else f"{scope}/{kind}-{rest}"


def _eslint_extends(node: Node) -> Iterator[Word]:
    for written, line in _first_texts(node):
        if written.startswith("plugin:"):
            plugin = written.removeprefix("plugin:").rpartition("/")[0]
            yield Word(written, "" if _local(plugin) else _as_eslint(plugin, "eslint-plugin"), line)
        else:
            name = "" if _local(written) else _as_eslint(written, "eslint-config")
            yield Word(written, name, line)


def eslint(node: Node) -> Iterator[Word]:
    """Yield the words of an `.eslintrc`."""
    yield from _eslint_extends(node.get("extends"))
    for written, line in _first_texts(node.get("plugins")):
        yield Word(written, "" if _local(written) else _as_eslint(written, "eslint-plugin"), line)
    for parser in (node.get("parser"), node.get("parserOptions", "parser")):
        yield from _plain(parser)
    for override in node.get("overrides").items:
        yield from eslint(override)


def _as_babel(written: str, kind: str) -> str:
    """Expand a shorthand as Babel does; `kind` is `preset` or `plugin`.

    >>> _as_babel("@babel/env", "preset"), _as_babel("@acme", "preset"), _as_babel("lodash", "plugin")
    ('@babel/preset-env', '@acme/babel-preset', 'babel-plugin-lodash')
    """
    steps = (
        (rf"^(?!{_BABEL_KEPT}|babel-{kind}-)", f"babel-{kind}-"),
        (rf"^(@babel/)(?!{kind}-|[^/]+/)", rf"\g<1>{kind}-"),
        (rf"^(@(?!babel/)[^/]+/)(?![^/]*babel-{kind}(?:-|/|$)|[^/]+/)", rf"\g<1>babel-{kind}-"),
        (r"^(@(?!babel$)[^/]+)$", rf"\g<1>/babel-{kind}"),
        (r"^module:", ""),
    )
    for pattern, new in steps:
        written = re.sub(pattern, new, written)
    return written


def babel(node: Node) -> Iterator[Word]:
    """Yield the words of a Babel configuration."""
    for section, kind in (("presets", "preset"), ("plugins", "plugin")):
        for written, line in _first_texts(node.get(section)):
            yield Word(written, "" if _local(written) else _as_babel(written, kind), line)
    yield from _plain(node.get("extends"))
    for _, _, environment in node.get("env").pairs:
        yield from babel(environment)
    for override in node.get("overrides").items:
        yield from babel(override)


def _jest_tried(node: Node, prefix: str) -> Iterator[Word]:
    for written, line in _first_texts(node):
        if _local(written) or written in _JEST_OWN:
            yield Word(written, "", line)
        elif written.startswith("@") or "/" in written or prefix in written:
            yield Word(written, written, line)
        else:
            yield Word(written, f"{prefix}-{written}", line, others=(written,))


def _jest_modules(node: Node) -> Iterator[Word]:
    """Yield modules where the name of a file is just as usual, as in `test/setup.js`."""
    for word in _plain(node):
        a_file = not word.written.startswith("@") and _FILE.search(word.written)
        yield word._replace(name="") if a_file or word.written in _JEST_OWN else word


_JEST_MODULES = [
    "preset",
    "setupFiles",
    "setupFilesAfterEnv",
    "snapshotSerializers",
    "globalSetup",
    "globalTeardown",
    "testRunner",
    "testSequencer",
    "testResultsProcessor",
    "snapshotResolver",
    "resolver",
    "reporters",
]


def jest(node: Node) -> Iterator[Word]:
    """Yield the words of a Jest configuration."""
    for key in _JEST_MODULES:
        yield from _jest_modules(node.get(key))
    yield from _jest_tried(node.get("testEnvironment"), "jest-environment")
    yield from _jest_tried(node.get("runner"), "jest-runner")
    yield from _jest_tried(node.get("watchPlugins"), "jest-watch")
    for _, _, transformer in node.get("transform").pairs:
        first = transformer.items[0] if transformer.items else transformer
        yield from _jest_modules(first)
    yield from _jest_stubs(node)
    for project in node.get("projects").items:
        if project.kind == "map":
            yield from jest(project)


def prettier(node: Node) -> Iterator[Word]:
    """Yield the words of a Prettier configuration; a single text is a shared configuration."""
    if node.kind == "scalar":
        yield from _plain(node)
    yield from _plain(node.get("plugins"))
    for override in node.get("overrides").items:
        yield from _plain(override.get("options", "plugins"))


def postcss(node: Node) -> Iterator[Word]:
    """Yield the words of a PostCSS configuration, whose plugins are keys or texts."""
    plugins = node.get("plugins")
    for written, line, _ in plugins.pairs:
        yield Word(written, "" if _local(written) else written, line)
    for section in (plugins, node.get("parser"), node.get("syntax"), node.get("stringifier")):
        if section.kind in ("list", "scalar"):
            yield from _plain(section)


def browserslist(node: Node) -> Iterator[Word]:
    """Yield the shared configurations that a browserslist query extends."""
    for part in (value for _, _, value in node.pairs) if node.kind == "map" else (node,):
        for written, line in part.texts():
            if written.strip().startswith("extends "):
                name = written.strip().removeprefix("extends ").strip()
                yield Word(name, "" if _local(name) else name, line)


def stylelint(node: Node) -> Iterator[Word]:
    """Yield the words of a Stylelint configuration, which writes names in full."""
    for section in ("extends", "plugins", "customSyntax", "processors"):
        yield from _plain(node.get(section))
    for override in node.get("overrides").items:
        yield from stylelint(override)


def tsconfig(node: Node) -> Iterator[Word]:
    """Yield the words of a tsconfig or jsconfig."""
    yield from _plain(node.get("extends"))
    options = node.get("compilerOptions")
    if not any(_local(written) for written, _ in options.get("typeRoots").texts()):
        for written, line in options.get("types").texts():
            yield _types(written, line)
    for plugin in options.get("plugins").items:
        for key in ("name", "transform"):
            yield from _plain(plugin.get(key))
    yield from _plain(options.get("jsxImportSource"))


def _types(written: str, line: int) -> Word:
    """Read an entry of `types`: a package with types of its own, or one of `@types`."""
    if _local(written) or written == "*":
        return Word(written, "", line)
    package = package_of(written)
    if package.startswith("@types/"):
        return Word(written, written, line, type_only=True)
    stub = "@types/" + package.removeprefix("@").replace("/", "__")
    if package != written:
        return Word(written, written, line, others=(stub,), type_only=True)
    return Word(written, stub, line, others=(written,), type_only=True)


def storybook(node: Node) -> Iterator[Word]:
    """Yield the addons and the framework of a Storybook configuration."""
    for section in (node.get("addons"), node.get("framework")):
        for item in section.items if section.kind == "list" else (section,):
            yield from _plain(item.get("name") if item.kind == "map" else item)
    yield from _plain(node.get("core", "builder"))


# What names a tool, in a file's own name or as a section of package.json, and how it is read.
TOOLS: tuple[tuple[re.Pattern[str], str, Words], ...] = (
    (re.compile(r"\.eslintrc(?:\.\w+)?"), "eslintConfig", eslint),
    (re.compile(r"\.babelrc(?:\.\w+)?|babel\.config\.\w+"), "babel", babel),
    (re.compile(r"jest[\w.-]*\.config\.\w+|jest\.config[\w.-]*\.\w+|jest\.json"), "jest", jest),
    (re.compile(r"\.prettierrc(?:\.\w+)?|prettier\.config\.\w+"), "prettier", prettier),
    (re.compile(r"\.postcssrc(?:\.\w+)?|postcss\.config\.\w+"), "postcss", postcss),
    (re.compile(r"\.stylelintrc(?:\.\w+)?|stylelint\.config\.\w+"), "stylelint", stylelint),
    (re.compile(r"\.browserslistrc\.json"), "browserslist", browserslist),
    (re.compile(r"main\.[cm]?[jt]sx?"), "", storybook),
)


# The tools whose configuration maps import specifiers as well.
_ALIASES: dict[Words, Callable[[Node, str], Iterator[Alias]]] = {
    jest: js_aliases.jest,
    babel: js_aliases.babel,
}


def tool_of(path: str) -> Words | None:
    """Return the function that reads the configuration of a tool, by the file's name."""
    name = path.rpartition("/")[2].lower()
    return next((words for pattern, _, words in TOOLS if pattern.fullmatch(name)), None)


def references(words: Iterator[Word], path: str) -> Reading:
    """Return what the words of a configuration name, and how many of them are no package."""
    found, ignored = [], 0
    for word in words:
        if not word.name:
            ignored += 1
            continue
        name = package_of(word.name)
        found.append(
            Reference(
                ecosystem=Ecosystem.NPM,
                name=name,
                surface=Surface.CONFIG,
                path=path,
                line=word.line,
                alias=word.written if word.written != name else "",
                alternatives=tuple(package_of(other) for other in word.others),
                type_only=word.type_only,
            )
        )
    return Reading(references=tuple(found), ignored=ignored)


def _jest_stubs(node: Node) -> Iterator[Word]:
    """Yield the packages that `moduleNameMapper` puts in the place of others (style sheet stubs)."""
    for _, _, value in node.get("moduleNameMapper").pairs:
        for written, line in _first_texts(value):
            # A text with more parts is as often a path below one of Jest's folders.
            is_package = "$" not in written and package_of(written) == written
            yield Word(written, written if is_package and not _local(written) else "", line)


def read(path: str, text: str) -> Reading:
    """Read a tool's configuration that is JSON or YAML; both are told by the first sign."""
    tool = tool_of(path)
    if tool is None or not text.strip():
        return Reading()
    try:
        node = _document(path, text)
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    return of_tool(tool, node, path)


def of_tool(tool: Words, node: Node, path: str) -> Reading:
    """Return what the configuration of one tool says."""
    aliases = _ALIASES[tool](node, path) if tool in _ALIASES else ()
    return merged((references(tool(node), path), Reading(aliases=tuple(aliases))))


def _document(path: str, text: str) -> Node:
    if path.endswith(".toml"):
        return read_toml(text)
    if path.endswith((".json", ".json5", ".jsonc")) or _BRACE.match(text):
        return read_json(text)
    documents = read_yaml(text)
    if not documents:
        raise NodeError("there is no configuration in it", 1)
    return documents[0]
