from __future__ import annotations

import pytest

from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Candidate, Certainty, Resolution, Settled
from aireview.checks.packages.resolving.rust import resolve
from aireview.checks.packages.surfaces.cargo_lock import read as read_lock
from aireview.checks.packages.surfaces.cargo_toml import read as read_toml
from aireview.model.packages import Ecosystem, Reference, Surface

ROOT = """[package]
name = "my-app-xtr"
[dependencies]
regex-syntax-xtr = "1"
short = { package = "long-name-xtr", version = "1" }
shared-xtr.workspace = true
xml-rs = "1"
[build-dependencies]
cc-xtr = "1"
[target.'cfg(unix)'.dependencies]
libc-xtr = "1"
[workspace]
members = ["crates/*"]
[workspace.dependencies]
shared-xtr = "1"
"""
MEMBER = '[package]\nname = "part-xtr"\n[lib]\nname = "partlib"\n[dependencies]\ninner-xtr = "1"\n'
LOCK = '[[package]]\nname = "deep-xtr"\nversion = "1"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n'


def settle(name: str, path: str = "src/main.rs", first_party: tuple[str, ...] = ()) -> Resolution:
    readings = {
        "Cargo.toml": read_toml("Cargo.toml", ROOT),
        "crates/part/Cargo.toml": read_toml("crates/part/Cargo.toml", MEMBER),
        "Cargo.lock": read_lock("Cargo.lock", LOCK),
    }
    paths = (*readings, "src/main.rs", "src/old.rs", "src/a/mod.rs", "src/a/helper.rs", path)
    reference = Reference(ecosystem=Ecosystem.CARGO, name=name, surface=Surface.IMPORT, path=path)
    return resolve(reference, Project(paths, readings, first_party=first_party))


@pytest.mark.parametrize(
    ("name", "settled", "by"),
    [
        ("std", Settled.STANDARD, "std"),
        ("proc_macro", Settled.STANDARD, "proc_macro"),
        ("crate", Settled.FIRST_PARTY, "crate"),
        ("regex_syntax_xtr", Settled.PROVIDED, "regex-syntax-xtr"),
        ("short", Settled.PROVIDED, "long-name-xtr"),
        ("long_name_xtr", Settled.OPEN, ""),
        ("shared_xtr", Settled.PROVIDED, "shared-xtr"),
        ("cc_xtr", Settled.PROVIDED, "cc-xtr"),
        ("libc_xtr", Settled.PROVIDED, "libc-xtr"),
        ("xml", Settled.PROVIDED, "xml-rs"),
        ("my_app_xtr", Settled.FIRST_PARTY, "my-app-xtr"),
        ("partlib", Settled.FIRST_PARTY, "part-xtr"),
        ("old", Settled.FIRST_PARTY, "src/old.rs"),
        ("a", Settled.FIRST_PARTY, "src/a/mod.rs"),
        ("Ordering", Settled.NO_NAME, "Ordering"),
        ("regex_xtr", Settled.OPEN, ""),
    ],
)
def test_settled(name: str, settled: Settled, by: str) -> None:
    answer = settle(name)
    assert (answer.settled, answer.by) == (settled, by)


def test_a_module_beside_the_file() -> None:
    assert settle("helper", path="src/a/other.rs").by == "src/a/helper.rs"
    assert settle("helper", path="src/a/mod.rs").by == "src/a/helper.rs"
    assert settle("helper").settled is Settled.OPEN


def test_the_declaration_is_named() -> None:
    answer = settle("regex_syntax_xtr")
    assert (answer.where, answer.direct) == ("Cargo.toml:4", True)


@pytest.mark.parametrize("name", ["deep_xtr", "inner_xtr"])
def test_a_crate_that_the_file_does_not_declare_is_a_weaker_answer(name: str) -> None:
    answer = settle(name)
    assert (answer.settled, answer.direct, bool(answer.remark)) == (Settled.PROVIDED, False, True)
    assert settle("inner_xtr", path="crates/part/src/lib.rs").direct


def test_candidates() -> None:
    assert settle("fake_crate_xtr").candidates == (Candidate("fake-crate-xtr", Certainty.NAMESAKE),)


def test_first_party_of_the_policy() -> None:
    assert settle("gen_xtr", first_party=("gen_*",)).settled is Settled.FIRST_PARTY
