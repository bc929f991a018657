from __future__ import annotations

import pytest

from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Resolution, Settled
from aireview.checks.packages.resolving.go import resolve
from aireview.checks.packages.surfaces.go_mod import read as read_go_mod
from aireview.model.packages import Ecosystem, Reference, Surface

ROOT = """module example.com/me/app-xtr
require (
	github.com/foo/bar-xtr/v2 v2.0.0
	github.com/foo/bar-xtr v1.0.0
	example.com/fork-xtr v1.0.0
)
replace example.com/fork-xtr => example.com/me/other-xtr v1.0.0
replace example.com/local-xtr => ../local
"""
TOOLS = "module tools-xtr\nrequire example.com/only-tools-xtr v1.0.0\n"


def settle(name: str, path: str = "cmd/main.go", first_party: tuple[str, ...] = ()) -> Resolution:
    readings = {
        "go.mod": read_go_mod("go.mod", ROOT),
        "tools/go.mod": read_go_mod("tools/go.mod", TOOLS),
    }
    paths = ("go.mod", "tools/go.mod", "vendor/example.com/vend-xtr/v.go", path)
    reference = Reference(ecosystem=Ecosystem.GO, name=name, surface=Surface.IMPORT, path=path)
    return resolve(reference, Project(paths, readings, first_party=first_party))


@pytest.mark.parametrize(
    ("name", "settled", "by"),
    [
        ("fmt", Settled.STANDARD, "fmt"),
        ("net/http/httptest", Settled.STANDARD, "net/http/httptest"),
        ("C", Settled.STANDARD, "C"),
        ("example.com/me/app-xtr", Settled.FIRST_PARTY, "example.com/me/app-xtr"),
        ("example.com/me/app-xtr/internal/x", Settled.FIRST_PARTY, "example.com/me/app-xtr"),
        ("tools-xtr/gen", Settled.FIRST_PARTY, "tools-xtr"),
        ("example.com/vend-xtr", Settled.FIRST_PARTY, "vendor/example.com/vend-xtr"),
        ("github.com/foo/bar-xtr/v2/pkg", Settled.PROVIDED, "github.com/foo/bar-xtr/v2"),
        ("github.com/foo/bar-xtr/pkg", Settled.PROVIDED, "github.com/foo/bar-xtr"),
        ("example.com/local-xtr/x", Settled.PROVIDED, "example.com/local-xtr"),
        ("example.com/fork-xtr", Settled.PROVIDED, "example.com/fork-xtr"),
        ("example.com/me/other-xtr", Settled.OPEN, ""),
        ("github.com/foo/bar-xtr-more", Settled.OPEN, ""),
        ("example.com/me/app-xtr2", Settled.OPEN, ""),
    ],
)
def test_settled(name: str, settled: Settled, by: str) -> None:
    answer = settle(name)
    assert (answer.settled, answer.by) == (settled, by)


def test_the_declaration_is_named() -> None:
    assert settle("github.com/foo/bar-xtr/v2/pkg").where == "go.mod:3"


def test_another_go_mod_is_a_weaker_answer() -> None:
    answer = settle("example.com/only-tools-xtr/x")
    assert (answer.settled, answer.direct) == (Settled.PROVIDED, False)
    assert "tools/go.mod" in answer.remark
    assert settle("example.com/only-tools-xtr/x", path="tools/t.go").direct


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        (
            "github.com/x/y-xtr/a/b",
            ["github.com/x/y-xtr/a/b", "github.com/x/y-xtr/a", "github.com/x/y-xtr"],
        ),
        ("golang.org/x/y-xtr", ["golang.org/x/y-xtr"]),
        ("gopkg.in/yaml-xtr.v3", ["gopkg.in/yaml-xtr.v3"]),
        ("k8s.io/api-xtr/core", ["k8s.io/api-xtr/core", "k8s.io/api-xtr"]),
        ("github.com/x", ["github.com/x"]),
        ("example.com/../x-xtr", []),
    ],
)
def test_candidates_are_module_paths_from_long_to_short(name: str, candidates: list[str]) -> None:
    answer = settle(name)
    assert answer.settled is Settled.OPEN
    assert [each.name for each in answer.candidates] == candidates


def test_a_long_path_gives_few_candidates() -> None:
    assert len(settle("example.com" + "/x" * 10_000).candidates) < 10


def test_first_party_of_the_policy() -> None:
    answer = settle("corp.example/x-xtr/y", first_party=("corp.example/*",))
    assert answer.settled is Settled.FIRST_PARTY
