from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.go_mod import read
from aireview.model.packages import Source, Surface

GO_MOD = """module github.com/me/app-xtr // the app

go 1.24
toolchain go1.24.1

require github.com/BurntSushi/Toml-xtr v1.3.2
require (
	example.com/a-xtr/v2 v2.0.0 // indirect
	"example.com/quoted-xtr" v1.0.0
	example.com/fork-xtr v1.0.0
	example.com/old-xtr v1.1.0
	// example.com/comment-xtr v1.0.0
)
replace example.com/quoted-xtr => ../quoted
replace (
	example.com/fork-xtr v1.0.0 => example.com/me/fork-xtr v1.0.1
	example.com/old-xtr v1.0.0 => ./old
)
exclude example.com/bad-xtr v1.0.0
retract [v1.0.0, v1.1.0] // oops
tool example.com/a-xtr/v2/cmd/gen
tool (
	github.com/me/app-xtr/cmd/own
)
ignore ./web
"""


def test_directives() -> None:
    reading = read("svc/go.mod", GO_MOD)
    assert [
        (r.name, r.specifier, r.line, r.source.value, r.alias)
        for r in reading.references
        if r.surface is Surface.MANIFEST
    ] == [
        ("github.com/BurntSushi/Toml-xtr", "v1.3.2", 6, "registry", ""),
        ("example.com/a-xtr/v2", "v2.0.0", 8, "registry", ""),
        ("example.com/quoted-xtr", "v1.0.0", 9, "local", ""),
        ("example.com/fork-xtr", "v1.0.0", 10, "local", ""),
        ("example.com/old-xtr", "v1.1.0", 11, "registry", ""),
        ("example.com/quoted-xtr", "", 14, "local", ""),
        ("example.com/fork-xtr", "", 16, "local", ""),
        ("example.com/me/fork-xtr", "v1.0.1", 16, "registry", "example.com/fork-xtr"),
        ("example.com/old-xtr", "", 17, "local", ""),
    ]
    assert [(m.name, m.folder) for m in reading.members] == [("github.com/me/app-xtr", "svc")]
    assert reading.language == ">=1.24"
    assert reading.unread == ()


def test_a_tool_is_a_package_inside_a_module() -> None:
    tools = [r for r in read("go.mod", GO_MOD).references if r.surface is Surface.IMPORT]
    assert [(r.name, r.line) for r in tools] == [
        ("example.com/a-xtr/v2/cmd/gen", 21),
        ("github.com/me/app-xtr/cmd/own", 23),
    ]


def test_go_work() -> None:
    reading = read("go.work", "go 1.24\nuse (\n\t./a\n\t./b\n)\nreplace x.test/a-xtr => ./a\n")
    assert [(r.name, r.source) for r in reading.references] == [("x.test/a-xtr", Source.LOCAL)]
    assert reading.unread == ()


@pytest.mark.parametrize("line", ["require x.test/a", "replace x.test/a ../b", "fetch x.test/a v1"])
def test_what_is_no_directive_is_said(line: str) -> None:
    assert [part.line for part in read("go.mod", f"module m.test/m\n{line}\n").unread] == [2]


@given(st.text(alphabet='require =>()"`\n/ ax.v1', max_size=60))
def test_reads_any_text(text: str) -> None:
    reading = read("go.mod", text)
    assert all(1 <= r.line <= text.count("\n") + 1 for r in reading.references)
