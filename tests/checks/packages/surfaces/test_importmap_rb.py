"""Rails' import map: what is pinned is no package of the project's manifest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packages import World, fails, passes

from aireview.checks.packages.surfaces.importmap_rb import read
from aireview.checks.packages.surfaces.table import readers_of

PATH = "config/importmap.rb"


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ('pin "own-xtr"\n', [("own-xtr", ("app/javascript/own-xtr.js", "vendor/javascript/own-xtr.js"))]),
        (
            "pin('own-xtr', to: 'a/b.js', preload: true)\n",
            [("own-xtr", ("app/javascript/a/b.js", "vendor/javascript/a/b.js"))],
        ),
        (
            'pin "far-xtr", to: "https://ga.jspm.io/npm:far-xtr@1.0.0/x.js"\n',
            [("far-xtr", ("https://ga.jspm.io/npm:far-xtr@1.0.0/x.js",))],
        ),
        (
            'pin "far-xtr",\n    to: "https://cdn.example/x.js"\npin_nothing "x"\n',
            [("far-xtr", ("https://cdn.example/x.js",))],
        ),
        (
            'pin_all_from "app/javascript/controllers", under: "controllers"\n',
            [
                ("controllers", ("app/javascript/controllers/index.js",)),
                ("controllers/*", ("app/javascript/controllers/*",)),
            ],
        ),
        ('# pin "commented-xtr"\npin name\npin_all_from "app/javascript"\npin "*"\n', []),
    ],
)  # fmt: skip
def test_pins(text: str, aliases: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.pattern, one.targets) for one in read(PATH, text).aliases] == aliases


def test_an_engine_pins_for_itself() -> None:
    found = read("engines/shop/config/importmap.rb", '\npin "own-xtr"\n').aliases
    assert [(one.folder, one.line) for one in found] == [("engines/shop", 2)]
    assert found[0].targets[0] == "engines/shop/app/javascript/own-xtr.js"


def test_the_row() -> None:
    assert [entry.reader for entry in readers_of("a/config/importmap.rb")] == ["importmap_rb"]
    assert readers_of("lib/importmap.rb") == ()


@given(st.text(alphabet="pin_alfrom\"', \n:tound#(*/x", max_size=200))
def test_never_raises(text: str) -> None:
    lines = text.count("\n") + 1
    assert all(1 <= one.line <= lines for one in read(PATH, text).aliases)


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_pinned_name_is_not_looked_up_as_a_package() -> None:
    """Advice to declare the stranger's package of that name would be an open door."""
    world = World(there=["npm:application"])
    files = {PATH: 'pin "application"\n', "app/javascript/application.js": "export let a\n"}
    said = passes(
        {**files, "app/javascript/user.js": 'import { a } from "application"\n'}, world=world
    )
    assert not said.asked_for("application")
    other = {**files, "app/javascript/user.js": 'import { a } from "not-pinned-xtr"\n'}
    fails(other, "hallucinated", world=world)
