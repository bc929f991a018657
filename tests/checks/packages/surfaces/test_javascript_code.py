from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.javascript_code import read
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Ecosystem, Surface


def names(path: str, text: str) -> list[tuple[str, int]]:
    return [(one.name, one.line) for one in read(path, text).references]


def test_packages_are_references_as_written() -> None:
    text = "import a from '@s/a-xtr/sub?raw'\nrequire('node:fs')\nexport * from '\\0b'\n"
    assert names("a.ts", text) == [("@s/a-xtr/sub?raw", 1), ("node:fs", 2), ("\0b", 3)]
    reference = read("a.ts", text).references[0]
    assert (reference.ecosystem, reference.surface) == (Ecosystem.NPM, Surface.IMPORT)


@pytest.mark.parametrize(
    "module", [".", "..", "./a", "../a", "/a", "raw-loader!./a", "./a?raw", "", "?a"]
)
def test_paths_are_none(module: str) -> None:
    assert names("a.js", f"import '{module}'") == []


def test_grammars_by_ending() -> None:
    cast = "const a = <B>c; import 'd-xtr'; const f: import('e-xtr').G = 1"
    element = "const a = <B>{import('d-xtr')}</B>; import type {c} from 'e-xtr'"
    for path, text in (("a.ts", cast), ("a.mts", cast), ("a.tsx", element)):
        found = read(path, text).references
        assert [(one.name, one.type_only) for one in found] == [("d-xtr", False), ("e-xtr", True)]


def test_declaration_files_take_types_only() -> None:
    assert [one.type_only for one in read("a.d.ts", "import a from 'a-xtr'").references] == [True]


VUE = """<!-- <script>import 'no-xtr'</script> -->
<template><p>import 'no-xtr'</p></template>
<script setup lang="ts" generic="T extends Record<string, X>">
import a, {type B} from 'a-xtr'
const c = b as import('d-xtr').C
</script>
<script type="application/json">{"import": "no-xtr"}</script>
<script>
require('e-xtr')
</script>
"""


def test_components() -> None:
    for ending in ("vue", "svelte"):
        assert names(f"a.{ending}", VUE) == [("a-xtr", 4), ("d-xtr", 5), ("e-xtr", 9)]


def test_astro_has_code_above_the_markup() -> None:
    text = "---\nimport a from 'a-xtr'\nconst b: C = 1\n---\n<p/>\n<script>\n  import 'd-xtr'\n</script>\n"
    assert names("a.astro", text) == [("a-xtr", 2), ("d-xtr", 7)]


def test_mdx_has_code_between_paragraphs() -> None:
    text = (
        "import A from 'a-xtr'\nexport const b = 1\n\nimport the package, then\ngo on\n\n"
        "```js\nimport c from 'no-xtr'\n```\n\nexport {\n  d\n} from 'd-xtr'\n"
    )
    reading = read("a.mdx", text)
    assert [(one.name, one.line) for one in reading.references] == [("a-xtr", 1), ("d-xtr", 13)]
    assert reading.unread == ()


def test_what_hides_imports_is_unread_where_it_stands() -> None:
    (unread,) = read("a.vue", "<p/>\n<script>\nimport {{a}} from `b`\n</script>").unread
    assert unread.line == 3


@pytest.mark.parametrize("path", ["a.js", "a.cjs", "a.mts", "a.tsx", "b/a.vue", "a.astro", "a.mdx"])
def test_rows(path: str) -> None:
    assert "javascript_code" in {entry.reader for entry in readers_of(path)}


@pytest.mark.parametrize(
    "piece", ["<script ", "<!--", "<script a='", "<script>", "import \n\n", "---\n"]
)
@pytest.mark.parametrize("ending", ["vue", "astro", "mdx"])
def test_width_is_no_trouble(piece: str, ending: str) -> None:
    read(f"a.{ending}", piece * 5_000)


@given(
    st.sampled_from(["js", "ts", "tsx", "vue", "svelte", "astro", "mdx"]),
    st.text()
    | st.lists(
        st.sampled_from(["<script>", "</script", "<!--", "-->", "import 'a'", "\n", "---", "```"])
    ).map("".join),
)
def test_any_text_is_read(ending: str, text: str) -> None:
    reading = read(f"a.{ending}", text)
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in reading.references)
    assert all(1 <= one.line <= lines for one in reading.unread)
