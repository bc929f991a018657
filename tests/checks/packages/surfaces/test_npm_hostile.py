"""What any text may do to the readers of npm's files: nothing but be read or be refused."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.table import load, readers_of
from aireview.model.packages import Reading

PATHS = {
    "package_json": "web/package.json",
    "pnpm_workspace": "pnpm-workspace.yaml",
    "deno": "deno.jsonc",
    "package_lock": "package-lock.json",
    "pnpm_lock": "pnpm-lock.yaml",
    "yarn_lock": "yarn.lock",
    "bun_lock": "bun.lock",
    "npm_config": ".npmrc",
    "ts_config": "tsconfig.base.json",
    "js_config": ".eslintrc.json",
    "bundler_config": "vite.config.ts",
}
WORDS = r"""{ } [ ] : , " ' \ / * # @ ^ $1 .. a-xtr @s/b npm: workspace:* 1.0.0 dependencies packages
    overrides node_modules/ imports alias extends plugins resolve paths compilerOptions importers
    lockfileVersion: version resolved link: export default = ( ) => ... const null true""".split()  # noqa: SIM905 - quotes and brackets read worse as a list
SPACES = ["\n", "\n  ", "\n    ", " ", "\r\n", "\r", "\t", "\0", "\ud800", "\udcff", "\u2028"]
PIECES = st.sampled_from([*WORDS, *SPACES, '"a": {', '"a": "b",'])


def read(reader: str, text: str) -> Reading:
    found = import_module(f"aireview.checks.packages.surfaces.{reader}").read(PATHS[reader], text)
    assert isinstance(found, Reading)
    return found


@pytest.mark.parametrize("reader", PATHS)
def test_the_table_knows_the_reader(reader: str) -> None:
    (entry,) = [one for one in readers_of(PATHS[reader]) if one.reader == reader]
    assert entry.declares
    assert callable(load(entry))


@pytest.mark.parametrize(
    ("path", "reader"),
    [
        ("a/jsconfig.json", "ts_config"),
        ("tsconfig.app.json", "ts_config"),
        ("npm-shrinkwrap.json", "package_lock"),
        ("bun.lockb", "bun_lock"),
        (".yarnrc", "npm_config"),
        (".yarnrc.yml", "npm_config"),
        ("bunfig.toml", "npm_config"),
        ("jsr.json", "deno"),
        ("import_map.json", "deno"),
        (".eslintrc", "js_config"),
        ("babel.config.json", "js_config"),
        (".eslintrc.cjs", "bundler_config"),
        ("a/.storybook/main.ts", "bundler_config"),
        ("vitest.integration.config.mts", "bundler_config"),
        ("webpack.prod.js", "bundler_config"),
        ("src/main.ts", None),
        ("eslint.config.mjs", None),
        ("nextjs.config.md", None),
    ],
)
def test_which_files_are_read(path: str, reader: str | None) -> None:
    assert reader in {entry.reader for entry in readers_of(path)} or reader is None
    assert reader is not None or not {entry.reader for entry in readers_of(path)} & set(PATHS)


@pytest.mark.parametrize("reader", PATHS)
@given(text=st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_or_refused(reader: str, text: str) -> None:
    found = read(reader, text)
    last = text.count("\n") + 1
    lines = [one.line for one in found.references] + [one.line for one in found.indexes]
    lines += [one.line for one in found.aliases] + [one.line for one in found.unread]
    assert all(1 <= line <= last for line in lines)
    for alias in found.aliases:
        assert not any(target.startswith(("/", "../")) for target in alias.targets)


@pytest.mark.parametrize("reader", PATHS)
@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"a":' * 50_000,
        '"\\"' * 100_000,
        "/*" * 200_000,
        "a" * 1_000_000,
        " " * 1_000_000,
        "\n" * 300_000,
        "@" * 300_000,
        "a@npm:" * 100_000 + ":",
        "  " + "a:" * 200_000,
        "'" * 300_000,
        '{"dependencies": {"' + "a>" * 100_000 + '": "' + "/" * 300_000 + '"}}',
        '{"resolutions": {"' + "a/" * 100_000 + '": "' + "git" * 100_000 + '"}}',
    ],
    ids=range(13),
)
def test_long_and_deep_texts_end(reader: str, text: str) -> None:
    read(reader, text)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("pnpm_lock", "lockfileVersion: '9.0'\nsettings:\n  a: b\rpackages:\r  a-xtr@1.0.0:\n"),
        ("yarn_lock", "# yarn lockfile v1\n# x\ra-xtr@^1:\r  version 1\n"),
        ("pnpm_workspace", "packages: []\rcatalog:\r  a-xtr: 1\n"),
    ],
)
def test_a_line_that_only_the_tool_sees_is_said(reader: str, text: str) -> None:
    assert read(reader, text).unread


def test_yaml_counts_lines_as_git_does() -> None:
    text = "catalog:\n  # \u2028 \x85\n  a-xtr: 1\n"
    assert [one.line for one in read("pnpm_workspace", text).references] == [3]
