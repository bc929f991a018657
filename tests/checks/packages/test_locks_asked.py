"""How much is asked about names of lock files: their ages only where there are few of them."""

from __future__ import annotations

import json

import pytest
from support.packages import World, review
from support.registry import FakeRegistry, Package

from aireview.model.packages import Ecosystem

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

YOUNG = "2026-09-20T00:00:00Z"


def npm_lock(names: list[str]) -> str:
    packages = {f"node_modules/{name}": {"version": "1.0.0"} for name in names}
    return json.dumps({"lockfileVersion": 3, "packages": {"": {}, **packages}}, indent=1)


def cargo_lock(names: list[str]) -> str:
    source = "registry+https://github.com/rust-lang/crates.io-index"
    entry = '[[package]]\nname = "{}"\nversion = "1.0.0"\nsource = "{}"\n'
    return "version = 4\n\n" + "\n".join(entry.format(name, source) for name in names)


def names(count: int) -> list[str]:
    return [f"real-{number}-xtr" for number in range(count)]


@pytest.mark.parametrize(("count", "deep"), [(1, True), (25, True), (26, False)])
def test_ages_are_asked_for_only_where_few_names_are_new(count: int, *, deep: bool) -> None:
    with FakeRegistry() as fake:
        for name in names(count):
            fake.add(Ecosystem.NPM, Package(name, first_published=YOUNG))
        said = review({"package-lock.json": npm_lock(names(count))}, world=World(fake=fake))
        accepted = {request.headers["accept"] for request in fake.requests}
    assert ("application/json" in accepted) is deep
    assert said.verdicts == ["suspicious"] * (count if deep else 0)


def test_a_name_that_is_absent_is_found_among_many() -> None:
    there = [f"npm:{name}" for name in names(40)]
    files = {"package-lock.json": npm_lock([*names(40), "made-up-xtr"])}
    said = review(files, world=World(there=there))
    assert said.verdicts == ["hallucinated"]
    assert said.names == ["made-up-xtr"]


def test_well_known_names_of_a_lock_do_not_count() -> None:
    known = [
        "lodash",
        "react",
        "express",
        "chalk",
        "debug",
        "commander",
        "semver",
        "glob",
        "ms",
        "ws",
    ]
    with FakeRegistry() as fake:
        for name in names(20):
            fake.add(Ecosystem.NPM, name)
        review({"package-lock.json": npm_lock([*known, *names(20)])}, world=World(fake=fake))
        accepted = {request.headers["accept"] for request in fake.requests}
    assert "application/json" in accepted


def test_a_name_of_a_manifest_is_asked_for_in_full_beside_a_large_lock() -> None:
    files = {
        "package.json": '{"dependencies": {"young-xtr": "^1.0.0"}}\n',
        "package-lock.json": npm_lock(names(30)),
    }
    young = Package("npm:young-xtr", first_published=YOUNG)
    said = review(files, world=World(there=[young, *(f"npm:{name}" for name in names(30))]))
    assert said.verdicts == ["suspicious"]


def test_the_web_api_of_crates_is_never_asked_for_a_lock() -> None:
    there = [f"cargo:{name}" for name in names(3)]
    said = review({"Cargo.lock": cargo_lock(names(3))}, world=World(there=there))
    assert said.verdicts == []
    assert len(said.sent) == 3
    assert not any("/api/v1/" in path for path in said.sent)
