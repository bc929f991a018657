from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.cargo_toml import read

CARGO_TOML = """[package]
name = "app-xtr"
rust-version = "1.80"
[lib]
name = "appxtr"
[[bin]]
name = "tool"

[dependencies]
a-xtr = "1"
shared-xtr.workspace = true
b_xtr = { version = "2", features = [
  "x", "y"], optional = true }
short = { version = "1",
  package = "long-name-xtr" }
here-xtr = { path = "../here", version = "0.1" }
repo-xtr = { git = "https://ci:hunter2@h.test/r?token=x", branch = "main" }
private-xtr = { version = "1", registry = "acme" }
[dependencies.table-xtr]
version = "3"
[target.'cfg(unix)'.dev-dependencies]
unix-xtr = "0.1"
[build-dependencies]
build-xtr = "1"
[workspace.dependencies]
root-xtr = "1"
patched-xtr = "1"
[patch.crates-io]
patched-xtr = { path = "vendor/p" }
[patch."https://h.test/r"]
new-xtr = { git = "https://h.test/n" }
[features]
default = ["x"]
[package.metadata.x.dependencies]
no-xtr = "1"
"""


def test_every_table() -> None:
    reading = read("app/Cargo.toml", CARGO_TOML)
    assert [
        (r.name, r.line, r.specifier, r.source.value, r.index, r.alias) for r in reading.references
    ] == [
        ("a-xtr", 10, "1", "registry", "", ""),
        ("shared-xtr", 11, "", "local", "", ""),
        ("b_xtr", 12, "2", "registry", "", ""),
        ("long-name-xtr", 15, "1", "registry", "", "short"),
        ("here-xtr", 16, "0.1", "local", "", ""),
        ("repo-xtr", 17, "", "direct", "", ""),
        ("private-xtr", 18, "1", "registry", "acme", ""),
        ("table-xtr", 19, "3", "registry", "", ""),
        ("build-xtr", 24, "1", "registry", "", ""),
        ("unix-xtr", 22, "0.1", "registry", "", ""),
        ("root-xtr", 26, "1", "registry", "", ""),
        ("patched-xtr", 27, "1", "local", "", ""),
        ("patched-xtr", 29, "", "local", "", ""),
        ("new-xtr", 31, "", "direct", "", ""),
    ]
    found = {r.name: r for r in reading.references}
    assert found["repo-xtr"].url == "https://h.test/r"
    assert (found["b_xtr"].extras, found["b_xtr"].optional) == (("x", "y"), True)
    (member,) = reading.members
    assert (member.name, member.folder) == ("app-xtr", "app")
    assert (member.modules, member.binaries) == (("appxtr",), ("tool",))
    assert reading.language == ">=1.80"


def test_a_key_with_workspace_is_no_name_with_a_dot() -> None:
    """Another tool asks the registry for `serde.workspace` (research: R4)."""
    (reference,) = read("Cargo.toml", "[dependencies]\nserde.workspace = true\n").references
    assert (reference.name, reference.source.value) == ("serde", "local")


@pytest.mark.parametrize(
    "text", ["[dependencies", "[dependencies]\na = ", "a = " + "[" * 10_000, "\x00"]
)
def test_what_is_not_toml_is_said(text: str) -> None:
    assert read("Cargo.toml", text).unread


@pytest.mark.parametrize(
    "text", ["dependencies = 1", "[dependencies]\na = [1]", "[[package]]\nname = 'x'", "patch = []"]
)
def test_shapes_that_cargo_would_refuse(text: str) -> None:
    assert read("Cargo.toml", text).unread == ()
