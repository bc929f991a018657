from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.mcp import read
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Surface


@pytest.mark.parametrize(
    ("server", "names"),
    [
        ({"command": "npx", "args": ["-y", "@s-xtr/a@latest", "/data"]}, ["@s-xtr/a"]),
        ({"command": "uvx", "args": ["--from", "a-xtr", "run"]}, ["a-xtr"]),
        ({"command": "bunx", "args": ["a-xtr"]}, ["a-xtr"]),
        ({"command": "cmd", "args": ["/c", "npx", "-y", "a-xtr"]}, ["a-xtr"]),
        ({"command": "sh", "args": ["-c", "npx a-xtr && npx b-xtr"]}, ["a-xtr", "b-xtr"]),
        ({"command": "npx -y a-xtr"}, ["a-xtr"]),
        ({"command": ["npx", "-y", "a-xtr"]}, ["a-xtr"]),
        ({"command": "uv", "args": ["run", "--with", "a-xtr", "server.py"]}, ["a-xtr"]),
        ({"command": "uv", "args": ["--directory", "x", "run", "server"]}, []),
        ({"command": "node", "args": ["npx", "a-xtr"]}, []),
        ({"command": "npx", "args": ["./local", "a-xtr"]}, []),
        ({"url": "https://x.invalid/npx a-xtr"}, []),
    ],
)
def test_servers(server: dict[str, object], names: list[str]) -> None:
    reading = read(".mcp.json", json.dumps({"mcpServers": {"x": server}}))
    assert [found.name for found in reading.references] == names
    assert all(found.runs and found.surface is Surface.CONFIG for found in reading.references)


def test_lines_and_comments() -> None:
    text = '{\n// c\n"servers": {\n"a": {"command": "npx",\n"args": ["-y",\n"a-xtr",]},\n"b": "npx b-xtr"}}'
    lines = {found.name: found.line for found in read(".vscode/mcp.json", text).references}
    assert lines == {"a-xtr": 6, "b-xtr": 7}


def test_toml() -> None:
    text = '[mcp_servers.x]\ncommand = "npx"\nargs = [\n  "-y",\n  "a-xtr",\n]\n'
    (found,) = read(".codex/config.toml", text).references
    assert (found.name, found.line, found.runs) == ("a-xtr", 5, True)


def test_hooks_are_shell_text() -> None:
    text = (
        '{"hooks": {"x": [{"hooks": [{"type": "command", "command": "npx a-xtr && npx b-xtr"}]}]}}'
    )
    assert [found.name for found in read(".claude/settings.json", text).references] == [
        "a-xtr",
        "b-xtr",
    ]


@pytest.mark.parametrize(
    ("path", "text"), [("mcp.json", '{"npx'), (".codex/config.toml", "npx = [")]
)
def test_what_cannot_be_read_is_reported(path: str, text: str) -> None:
    assert len(read(path, text).unread) == 1


@pytest.mark.parametrize(
    "path",
    [
        ".mcp.json", "mcp.json", ".cursor/mcp.json", ".vscode/mcp.json", "claude_desktop_config.json",
        ".gemini/settings.json", ".codex/config.toml", "x.mcp.json",
    ],
)  # fmt: skip
def test_the_table_knows_the_files(path: str) -> None:
    assert "mcp" in [entry.reader for entry in readers_of(path)]


@given(st.recursive(st.sampled_from(["npx", "a-xtr", "-y", ""]) | st.none() | st.integers(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["command", "args", "x"]), inner, max_size=3), max_leaves=12))  # fmt: skip
def test_any_json_is_read(data: object) -> None:
    text = json.dumps({"npx": data}, indent=1)
    reading = read("mcp.json", text)
    assert all(1 <= found.line <= text.count("\n") + 1 for found in reading.references)
