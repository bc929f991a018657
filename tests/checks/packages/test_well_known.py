"""What is said of a name of a list that has no date."""

from __future__ import annotations

import pytest
from support.packages import World, fails, passes

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

CARGO = {"Cargo.toml": '[dependencies]\nserde = "1"\n'}
NOBODY = World(offline=True)


def test_a_well_known_crate_is_right_without_a_network() -> None:
    passes(CARGO, world=NOBODY)


def test_a_well_known_crate_that_the_index_lacks_was_not_made_up() -> None:
    files = {"Cargo.toml": '[dependencies]\nanyhow = "1"\n'}
    found = fails(files, "suspicious")
    assert "is a well-known package and is not on crates.io now" in found.message


def test_a_name_of_a_dated_list_says_the_date() -> None:
    found = fails({"package.json": '{"dependencies": {"lodash": "^4.0.0"}}\n'}, "suspicious")
    assert "was on npm on 2026-" in found.message
    assert "is not there now" in found.message
