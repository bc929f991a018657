from __future__ import annotations

import pytest

from aireview.checks.packages.data.js_virtual import (
    DEFAULT_ALIASES,
    HOSTS,
    SCHEMES_OF_BUILDS,
    SCHEMES_OF_HOSTS,
    SCHEMES_OF_PIPELINES,
    SCHEMES_OF_URLS,
    VIRTUAL,
    Virtual,
)
from aireview.checks.packages.data.node_builtins import BUILTINS, ONLY_WITH_SCHEME
from aireview.checks.packages.data.npm_binaries import (
    _PACKAGES,
    packages_of_binary,
)
from aireview.checks.packages.names import valid
from aireview.model.packages import Ecosystem


def test_builtins_are_those_of_node() -> None:
    assert len(BUILTINS) == 69  # 68 of Node.js 20 and `stream/iter` of 26
    assert {"fs", "fs/promises", "worker_threads", "_http_agent", "util/types"} <= BUILTINS
    assert not BUILTINS & ONLY_WITH_SCHEME
    assert {"test", "sqlite", "sea", "test/reporters"} <= ONLY_WITH_SCHEME


@pytest.mark.parametrize("virtual", VIRTUAL, ids=lambda row: str(row[0][0]))
def test_frameworks_are_packages_and_a_star_stands_last(virtual: Virtual) -> None:
    assert all(valid(Ecosystem.NPM, framework) for framework in virtual.frameworks)
    for name in virtual.names:
        assert name.count("*") == name.endswith("*")
        assert name != "*"


def test_a_default_alias_has_a_star_in_every_target_or_in_none() -> None:
    for default in DEFAULT_ALIASES:
        stars = default.pattern.count("*")
        assert stars <= 1
        assert all(target.count("*") == stars for target in default.targets)


def test_schemes_mean_one_thing_each() -> None:
    groups = (SCHEMES_OF_HOSTS, SCHEMES_OF_BUILDS, SCHEMES_OF_PIPELINES, SCHEMES_OF_URLS)
    assert len(frozenset().union(*groups)) == sum(len(group) for group in groups)
    assert "npm" not in frozenset().union(*groups)
    assert "electron" not in HOSTS  # a package that has to be declared


@pytest.mark.parametrize(
    ("command", "package"),
    [
        ("tsc", "typescript"),
        ("ng", "@angular/cli"),
        ("nest", "@nestjs/cli"),
        ("vue-cli-service", "@vue/cli-service"),
        ("playwright", "@playwright/test"),
        ("changeset", "@changesets/cli"),
        ("eslint", ""),
    ],
)
def test_the_usual_package_of_a_command(command: str, package: str) -> None:
    assert next(iter(packages_of_binary(command)), "") == package


def test_commands_and_their_packages_are_names() -> None:
    assert list(_PACKAGES) == sorted(_PACKAGES)
    for command, packages in _PACKAGES.items():
        assert packages == packages_of_binary(command)
        assert (command,) != packages
        assert all(valid(Ecosystem.NPM, package) for package in packages)
