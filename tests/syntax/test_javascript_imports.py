from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.syntax.imports import Form, Import
from aireview.syntax.javascript_imports import imports


def modules(text: str, language: str = "typescript") -> list[str]:
    return [found.module for found in imports(text, language).imports]


def only(text: str, language: str = "typescript") -> Import:
    (found,) = imports(text, language).imports
    return found


@pytest.mark.parametrize(
    "text",
    [
        "import a from 'a'",
        "import * as b from 'a'",
        "import 'a'",
        'import b, {c as d} from "a"',
        "import b from 'a' with {type: 'json'}",
        "export * from 'a'",
        "export {b} from 'a'",
        "await import('a')",
        "await import(`a`)",
        "await import(/* webpackChunkName: 'b' */ 'a')",
        "import b = require('a')",
        "export import b = require('a')",
        "const {b} = require('a')",
        "require.resolve('a', {paths: []})",
        "import.meta.resolve('a')",
        "jest.mock('a')",
        "jest.doMock('a', () => ({}))",
        "jest\n  .requireActual('a')",
        "vi.mock('a')",
        "vi.mock(import('a'))",
        "await vi.importActual('a')",
        "declare module 'b' { import c from 'a' }",
        "x = '\\x61'; require('\\u{61}')",
    ],
)
def test_forms(text: str) -> None:
    found = only(text)
    assert (found.module, found.type_only, found.optional) == ("a", False, False)


@pytest.mark.parametrize(
    "text",
    [
        "import type {b} from 'a'",
        "import type b from 'a'",
        "import {type b, type c} from 'a'",
        "export type {b} from 'a'",
        "export {type b} from 'a'",
        "import type b = require('a')",
        "type B = import('a').C<D>",
        "let b: typeof import('a')",
        "function f(b: import('a').C): void {}",
        "b as import('a').C",
        "b satisfies import('a').C",
        "interface B { c: import('a').C }",
        "class B implements C<import('a').D> {}",
        "/** @type {Array<import('a').B>} */",
        "/** @import {B} from 'a' */",
        "/// <reference types='a' />",
    ],
)
def test_types(text: str) -> None:
    found = only(text)
    assert (found.module, found.type_only) == ("a", True)


@pytest.mark.parametrize(
    "text",
    [
        "// import a from 'a'",
        "/* import('a') */",
        "/** @example await import('a') */",
        "/** in prose: {import('a')} */",
        "// @type {import('a')}",
        "/// <reference path='a' />",
        "const b = \"import a from 'a'\"",
        "const b = `import a from 'a'; require('a')`",
        "const b = <p>import a from 'a'; require('a')</p>",
        "b.require('a')",
        "b.mock('a')",
        "jest.mock('a', () => 1, {virtual: true})",
        "export const b = 'a'",
        "from('a')",
        "",
    ],
)
def test_what_imports_nothing(text: str) -> None:
    assert imports(text, "tsx") == imports("")


def test_generic_mocks_are_calls_though_the_grammar_sees_comparisons() -> None:
    found = imports("x(await vi.importActual<typeof import('a')>('b'))", "typescript").imports
    assert [(one.module, one.type_only, one.form) for one in found] == [
        ("a", True, Form.CALL),
        ("b", False, Form.CALL),
    ]
    text = "jest.mock<typeof import('a')>('b', () => ({}))"
    assert [one.form for one in imports(text, "typescript").imports] == [Form.CALL, Form.MOCK]


def test_what_is_computed_is_counted() -> None:
    text = "import(`a${b}`); require(c); require('d' + e); require([]); require(); f(g)"
    assert imports(text).computed == 4


@pytest.mark.parametrize(
    ("text", "optional"),
    [
        ("try { require('a') } catch {}", True),
        ("try { if (b) await import('a') } catch (e) {}", True),
        ("try { require('a') } finally {}", False),
        ("try {} catch { require('a') }", False),
    ],
)
def test_optional(text: str, *, optional: bool) -> None:
    assert only(text).optional is optional


def test_lines() -> None:
    text = "#!/usr/bin/env node\nimport {\n  a,\n} from 'b'\n/**\n * @type {\n * import('c')} */\n"
    assert [(one.module, one.line) for one in imports(text).imports] == [("b", 4), ("c", 7)]


def test_javascript_with_type_annotations_is_read_too() -> None:
    found = imports("// @flow\nimport type {A} from 'a';\nconst x: number = 1;")
    assert [(one.module, one.type_only) for one in found.imports] == [("a", True)]
    assert found.broken_line == 0


def test_typescript_with_elements_is_read_too() -> None:
    text = 'const a = <div>import x from "text"</div>;\nconst b = () => (\n <B c={import("c")} />\n);\n'
    found = imports(text, "typescript")
    assert ([one.module for one in found.imports], found.broken_line) == (["c"], 0)


def test_broken_code_keeps_its_imports() -> None:
    text = "const x = {\nimport {c} from 'c'\nfunction (\nexport {d} from 'd'; require('e')"
    assert modules(text) == ["c", "d", "e"]
    assert imports(text).broken_line == 0


def test_syntax_that_a_grammar_lags_behind_hides_no_import() -> None:
    found = imports("import a from 'a'\nawait x.$raw<B>`SELECT`\nimport b from 'b'", "typescript")
    assert ([one.module for one in found.imports], found.broken_line) == (["a", "b"], 0)


def test_an_import_that_broken_syntax_hides_is_told() -> None:
    assert imports("foo(\nimport {{a}} from `b`").broken_line == 2


@pytest.mark.parametrize("piece", ["(", "[", "`${", "a<", "import(", "<a>", "{", "import a b\n"])
@pytest.mark.parametrize("language", ["javascript", "tsx"])
def test_depth_and_width_are_no_trouble(piece: str, language: str) -> None:
    imports("import 'a'\n" + piece * 5_000, language)


@given(
    st.text()
    | st.lists(
        st.sampled_from(["import", "from", "'a'", "(", ")", "`", "${", "\n", "/**", "<", "{", "}"])
    ).map(" ".join),
    st.sampled_from(["javascript", "typescript", "tsx"]),
)
def test_any_text_is_read(text: str, language: str) -> None:
    found = imports(text, language)
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in found.imports)
    assert 0 <= found.broken_line <= lines


def test_comments_that_are_never_closed_take_no_quadratic_time() -> None:
    assert modules("import 'a'\n" + "/* " * 200_000) == ["a"]


def test_a_name_that_is_computed_is_none_beside_broken_code() -> None:
    code = 'class {{{\nrequire("a-" + b);\nimport("c-" + d);\nrequire("e-xtr");\n'
    assert [one.module for one in imports(code).imports] == ["e-xtr"]
