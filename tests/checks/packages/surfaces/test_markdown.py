from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.installers import names_installer
from aireview.checks.packages.surfaces.markdown import read
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Surface


def _lines(text: str, path: str = "README.md") -> dict[str, int]:
    return {found.name: found.line for found in read(path, text).references}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("```bash\npip install a-xtr\n```", {"a-xtr": 2}),
        ("```\n$ npm i a-xtr\nadded 1 package\n```", {"a-xtr": 2}),
        ("~~~sh\nnpx a-xtr\n~~~", {"a-xtr": 2}),
        ("1. x\n   ```console\n   $ npx a-xtr\n   ```\n`npx b-xtr`", {"a-xtr": 3, "b-xtr": 5}),
        ("> ```sh\n> npx a-xtr\n> ```", {"a-xtr": 2}),
        ("```bash npm2yarn\nnpm install a-xtr\n```", {"a-xtr": 2}),
        ("```js tab=npm\nnpm install a-xtr\n```", {"a-xtr": 2}),
        ("```{code-block} bash\npip install a-xtr\n```", {"a-xtr": 2}),
        ("```powershell\nPS> Install-Package A.Xtr\n```", {"A.Xtr": 2}),
        ("```dockerfile\nFROM x\nRUN pip install a-xtr\n```", {"a-xtr": 3}),
        (
            '```json\n{"mcpServers": {"x": {"command": "npx",\n"args": ["-y", "a-xtr"]}}}\n```',
            {"a-xtr": 3},
        ),
        ("```python\nimport x\n# pip install a-xtr\nprint('npx b-xtr')\n```", {}),
        ("```text\nThen pip install a-xtr works.\nnpx b-xtr\n```", {"b-xtr": 3}),
        ("text\n\n    pip install \\\n      a-xtr\n\nmore", {"a-xtr": 4}),
        ("<pre><code>\n$ pip install a-xtr\n</code></pre>", {"a-xtr": 2}),
        ("<code>npx a-xtr &amp;&amp; <b>npm</b> i b-xtr</code>", {"a-xtr": 1, "b-xtr": 1}),
        ("Run `pip install a-xtr` or ``npx b-xtr``.", {"a-xtr": 1, "b-xtr": 1}),
        (
            "Use `!pip install a-xtr`, `$ npx b-xtr`, `sudo npm i -g c-xtr`",
            {"a-xtr": 1, "b-xtr": 1, "c-xtr": 1},
        ),
        ("`python -m pip install 'a-xtr[x]>=1'`", {"a-xtr": 1}),
        ("| npm | `npm i a-xtr` |\n|-|-|", {"a-xtr": 1}),
        ("```sh\nnpx a-xtr", {"a-xtr": 2}),
        ("````md\n```sh\nnpx a-xtr\n```\n````", {"a-xtr": 3}),
    ],
)
def test_what_is_code(text: str, lines: dict[str, int]) -> None:
    assert _lines(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "You can npm install this package, or pip install it.",
        "the `!pip` may install the library inside another environment",
        "`pip install`, `npm install`, `npx`, `uv add <package>`, `pip install X`",
        "run `the npx a-xtr command` or `to pip install a-xtr`",
        "[npx a-xtr](https://x.invalid)",
        "- pip install a-xtr: see below",
        "# npm install a-xtr",
        "`npm run a-xtr`, `yarn a-xtr`, `pip list`",
        "```sh\n# npx a-xtr\necho npx b-xtr\n```",
        "allowed-tools: Bash(npx a-xtr:*)",
        "`npm i @your-scope/x`, `pip install your-package`, `npm install package-name`",
    ],
)
def test_prose_is_a_trap(text: str) -> None:
    assert _lines(text) == {}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (".. code-block:: bash\n\n   $ pip install a-xtr\n", {"a-xtr": 3}),
        ("Install::\n\n    pip install a-xtr\n\nThen ``npx b-xtr``.\n", {"a-xtr": 3, "b-xtr": 5}),
        ("Title\n~~~~~\n\nUse ``pip install a-xtr``.\n", {"a-xtr": 4}),
        ("Some words about pip install a-xtr.\n", {}),
    ],
)
def test_restructured_text(text: str, lines: dict[str, int]) -> None:
    assert _lines(text, "docs/x.rst") == lines


def test_docs_are_a_surface_of_their_own_and_runners_run() -> None:
    (found,) = read("SKILL.md", "```sh\nnpx a-xtr migrate\n```").references
    assert (found.surface, found.runs, found.prefers_local) == (Surface.DOCS, True, True)


@pytest.mark.parametrize(
    "path",
    [
        "README.md", "docs/x.mdx", "INSTALL.txt", "README", "SKILL.md", "AGENTS.md", "CLAUDE.md", "GEMINI.md",
        ".cursorrules", ".cursor/rules/x.mdc", ".windsurfrules", ".clinerules", ".clinerules/x", ".goosehints",
        ".github/copilot-instructions.md", "x.rst",
    ],
)  # fmt: skip
def test_the_table_knows_the_files(path: str) -> None:
    assert "markdown" in [entry.reader for entry in readers_of(path)]


def test_a_list_of_requirements_is_no_document() -> None:
    assert "markdown" not in [entry.reader for entry in readers_of("requirements.txt")]


_PARTS = st.sampled_from(
    [
        "```",
        "~~~",
        "`",
        "\n",
        "sh",
        "\n\n",
        "    ",
        "pip install a-xtr",
        "npx b-xtr",
        "<code>",
        "</code>",
        "<pre>",
        " ",
        "> ",
        "é",
    ]
)


@given(st.lists(_PARTS, max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    reading = read("README.md", text)
    assert all(1 <= found.line <= text.count("\n") + 1 for found in reading.references)
    assert not reading.references or names_installer(text)


@pytest.mark.parametrize(
    "unit", ["`", "``` ", "<code>", "<pre><code", "    npx a\n", "`npx ", "> ", "npx a `"]
)
def test_hostile_text_is_read_in_time(unit: str) -> None:
    read("README.md", "`npx a-xtr`\n" + unit * 20_000)
    read("README.md", "`npx a-xtr`\n" + (unit + "\n") * 5_000)
