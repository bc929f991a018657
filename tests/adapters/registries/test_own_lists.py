"""The lists of well-known names that are written by hand, beside those of popularity."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest

from aireview.adapters.registries.lists import Lists, TopNames
from aireview.checks.packages.names import normalise, valid
from aireview.model.packages import Ecosystem, Listed

OWN = tuple(ecosystem for ecosystem in Ecosystem if ecosystem is not Ecosystem.GO)


def lines(ecosystem: Ecosystem) -> list[str]:
    folder = files("aireview.adapters.registries") / "names"
    return (folder / f"{ecosystem.value}.own.txt").read_text("ascii").split("\n")


@pytest.mark.parametrize("ecosystem", OWN)
def test_a_list_is_a_comment_and_sorted_names(ecosystem: Ecosystem) -> None:
    first, *names, last = lines(ecosystem)
    assert first.startswith("# Well-known ")
    assert "general knowledge" in first
    assert last == ""
    assert names == sorted(set(names))
    assert frozenset(names) == TopNames(ecosystem).undated


@pytest.mark.parametrize("ecosystem", Ecosystem)
def test_names_are_valid_and_normalised_and_in_one_list_only(ecosystem: Ecosystem) -> None:
    top = TopNames(ecosystem)
    wrong = [n for n in top.undated if not valid(ecosystem, n) or normalise(ecosystem, n) != n]
    assert wrong == []
    assert not top.dated & top.undated
    assert top.names == top.dated | top.undated


@pytest.mark.parametrize(
    ("ecosystem", "name"),
    [
        (Ecosystem.NPM, "create-next-app"),
        (Ecosystem.NPM, "@rollup/rollup-linux-x64-gnu"),
        (Ecosystem.NPM, "@modelcontextprotocol/server-filesystem"),
        (Ecosystem.CARGO, "serde"),
        (Ecosystem.CARGO, "proc-macro2"),
        (Ecosystem.CARGO, "cargo-nextest"),
        (Ecosystem.MAVEN, "com.google.guava:guava"),
        (Ecosystem.PACKAGIST, "laravel/framework"),
        (Ecosystem.NUGET, "newtonsoft.json"),
        (Ecosystem.RUBYGEMS, "rails"),
    ],
)
def test_what_everybody_knows(ecosystem: Ecosystem, name: str) -> None:
    assert Lists().listed(ecosystem, name).known


def test_a_list_by_hand_has_no_date() -> None:
    assert Lists().listed(Ecosystem.CARGO, "serde") == Listed(known=True)
    popular = next(iter(TopNames(Ecosystem.NPM).dated))
    assert Lists().listed(Ecosystem.NPM, popular).as_of
    assert Lists().listed(Ecosystem.NPM, "create-next-app").as_of == ""


def test_names_written_by_hand_are_hints_as_well() -> None:
    assert Lists().similar(Ecosystem.CARGO, "serde-jsn") == "serde-json"
    assert Lists().similar(Ecosystem.NPM, "create-nextapp") == "create-next-app"


def test_no_list_is_read_before_its_ecosystem_is_asked_for() -> None:
    code = (
        "from aireview.adapters.registries.lists import Lists\n"
        "from aireview.model.packages import Ecosystem\n"
        "lists = Lists()\n"
        "lists.listed(Ecosystem.CARGO, 'serde')\n"
        "read = [e.value for e, top in lists._top.items() if len(vars(top)) > 1]\n"
        "assert read == ['cargo'], read\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
