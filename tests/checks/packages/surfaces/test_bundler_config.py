from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.bundler_config import read


def aliases(path: str, text: str) -> dict[str, tuple[str, ...]]:
    return {one.pattern: one.targets for one in read(path, text).aliases}


def names(path: str, text: str) -> list[str]:
    return [one.name for one in read(path, text).references]


@pytest.mark.parametrize(
    ("target", "inside"),
    [
        ("'./src'", "web/src"),
        ("`./src`", "web/src"),
        ("'/src'", "web/src"),
        ("path.resolve(__dirname, './src')", "web/src"),
        ("path.join(__dirname, '..', 'lib', 'src')", "lib/src"),
        ("resolve('src')", "web/src"),
        ("path.resolve(process.cwd(), 'src') as string", "web/src"),
        ("fileURLToPath(new URL('./src', import.meta.url))", "web/src"),
        ("new URL('./src/', import.meta.url).pathname", "web/src"),
        ("path.resolve(import.meta.dirname, 'src')", "web/src"),
        ("path.join(root, 'src')", "src"),
        ("path.join(here, 'src')", "web/src"),
    ],
)
def test_where_an_alias_leads(target: str, inside: str) -> None:
    text = f"""
    const root = path.resolve(__dirname, '..');
    const here = path.dirname(fileURLToPath(import.meta.url));
    export default defineConfig(() => ({{ resolve: {{ alias: {{ '@': {target} }} }} }}));
    """
    assert aliases("web/vite.config.ts", text) == {"@": (inside,), "@/*": (f"{inside}/*",)}


@pytest.mark.parametrize(
    "target", ["from('x')", "path.join(unknown, 'x')", "`${a}/x`", "a ? b : c"]
)
def test_a_computed_target_is_not_known(target: str) -> None:
    text = f"export default {{ resolve: {{ alias: {{ '@': {target} }} }} }}"
    assert aliases("vite.config.js", text) == {"@": (), "@/*": ()}


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("{ 'lib$': './lib' }", {"lib": ("lib",)}),
        ("{ '@/': './src/' }", {"@/*": ("src/*",)}),
        ("{ '~/*': './src/*' }", {"~/*": ("src/*",)}),
        ("{ stub: './stub.ts' }", {"stub": ("stub.ts",)}),
        ("{ https: 'node:https' }", {"https": ("node:https",), "https/*": ("node:https/*",)}),
        ("{ r$: 'preact/compat' }", {"r": ("preact/compat", "npm:preact/compat")}),
        ("{ r$: require.resolve('preact') }", {"r": ("npm:preact",)}),
        ("[{ find: '@', replacement: './src' }]", {"@": ("src",), "@/*": ("src/*",)}),
        (r"[{ find: /^@\//, replacement: './src/' }]", {"@/*": ("src/*",)}),
        (r"[{ find: /^@\/(.*)$/, replacement: './src/$1' }]", {"@/*": ("src/*",)}),
        (r"[{ find: /^lib$/, replacement: './lib.ts' }]", {"lib": ("lib.ts",)}),
        (r"[{ find: /^(a|b)$/, replacement: './lib.ts' }]", {}),
        ("{ ...shared, own$: './own' }", {"s": ("s",), "own": ("own",)}),
        ("shared", {"s": ("s",)}),
        ("{ [name]: './x' }", {}),
    ],
)
def test_the_forms_of_an_alias(alias: str, expected: dict[str, tuple[str, ...]]) -> None:
    text = f"const shared = {{ s$: './s' }};\nmodule.exports = {{ resolve: {{ alias: {alias} }} }};"
    assert aliases("webpack.config.js", text) == expected


def test_an_alias_that_is_assigned_or_given_to_a_plugin() -> None:
    text = """
    config.resolve.alias = { ...config.resolve.alias, 'a$': './a' };
    plugins: [alias({ entries: [{ find: 'b', replacement: './b.js' }] })];
    module.exports = { resolver: { extraNodeModules: { c$: './c' } } };
    """
    assert aliases("metro.config.js", text) == {"a": ("a",), "b": ("b.js",), "c": ("c",)}


def test_jest_in_code() -> None:
    text = """
    const nextJest = require('next/jest');
    /** @type {import('jest').Config} */
    const config = { testEnvironment: 'dom-xtr', moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1' } };
    module.exports = createJestConfig(config);
    """
    assert names("web/jest.config.js", text) == ["jest-environment-dom-xtr"]
    assert aliases("web/jest.config.js", text) == {"@/*": ("web/*",)}


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("babel.config.js",
         "module.exports = function (api) { api.cache(true); return { presets: [['x-xtr', {}]] } }",
         ["babel-preset-x-xtr"]),
        (".eslintrc.cjs", "module.exports = { extends: ['x-xtr', \"./y\"] }", ["eslint-config-x-xtr"]),
        ("postcss.config.mjs", "export default { plugins: { 'a-xtr': {}, b: flag } }", ["a-xtr", "b"]),
        ("prettier.config.ts",
         "const c: Config = { plugins: ['a-xtr', require.resolve('b-xtr')] };\nexport default c;",
         ["a-xtr", "b-xtr"]),
        (".storybook/main.ts",
         ("export default { addons: ['a-xtr/x', { name: 'b-xtr' }, getAbsolutePath('c-xtr')],\n"
         "framework: { name: '@acme/f-xtr' } } satisfies StorybookConfig"),
         ["a-xtr", "b-xtr", "c-xtr", "@acme/f-xtr"]),
        ("vite.config.ts", "export default { plugins: ['never-xtr'] }", []),
    ],
)  # fmt: skip
def test_plugins_that_are_texts(path: str, text: str, expected: list[str]) -> None:
    assert names(path, text) == expected


def test_storybook_counts_for_the_folder_above() -> None:
    found = read("ui/.storybook/main.ts", "x.alias = { a$: path.resolve(__dirname, '../src') }")
    assert [(one.targets, one.folder) for one in found.aliases] == [(("ui/src", "src"), "ui")]


def test_syntax_that_is_broken_is_said() -> None:
    found = read("vite.config.ts", "const a = 1;\nexport default {{{ alias: ")
    assert found.unread


def test_constants_that_use_each_other_end() -> None:
    laughs = "".join(f"const a{n} = [a{n + 1}, a{n + 1}, a{n + 1}];\n" for n in range(40))
    loop = "const b = { ...b, c: b };\n"
    found = read("webpack.config.js", f"{laughs}{loop}x.alias = {{ a: a0, b }};")
    assert found.unread


def test_too_big() -> None:
    assert read("vite.config.js", "x;" * 200_000).unread
