"""What runs over real repositories and labelled names brought to light."""

from __future__ import annotations

import json

import msgspec
import pytest
from support.packages import World, change_of, fails, passes

from aireview.checks.packages.changed import compare
from aireview.diffs.classify import classify
from aireview.model.change import Origin, Skip, SkipReason

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@pytest.mark.parametrize("path", ["book.ipynb", "package-lock.json"])
def test_what_only_its_length_keeps_from_the_rules_is_still_read(path: str) -> None:
    skip = classify(path, b"{", 2_000_000)
    assert skip is not None
    assert skip.by_size
    text = {
        "book.ipynb": json.dumps(
            {"cells": [{"cell_type": "code", "source": ["import made_up_xtr\n"]}]}
        ),
        "package-lock.json": json.dumps(
            {"lockfileVersion": 3, "packages": {"node_modules/made-up-xtr": {"version": "1.0.0"}}}
        ),
    }[path]
    change = change_of({path: text}, {}, Origin.RANGE, {})
    files = tuple(msgspec.structs.replace(file, skip=skip) for file in change.files)
    large = msgspec.structs.replace(change, files=files)
    found = compare(large, {path: text}.get, lambda _path: None)
    assert [reference.name.replace("_", "-") for reference in found.new] == ["made-up-xtr"]


def test_what_the_policy_excludes_is_not_read() -> None:
    change = change_of({"app.py": "import made_up_xtr\n"}, {}, Origin.RANGE, {})
    files = tuple(
        msgspec.structs.replace(file, skip=Skip(SkipReason.EXCLUDED)) for file in change.files
    )
    left_out = msgspec.structs.replace(change, files=files)
    found = compare(left_out, {"app.py": "import made_up_xtr\n"}.get, lambda _path: None)
    assert found.new == ()


def test_a_name_that_was_there_once_is_not_called_invented() -> None:
    found = fails({"Dockerfile": "FROM python\nRUN pip install flask\n"}, "suspicious")
    assert found.rule.tier.value == "B"
    assert "is not there now" in found.message


def test_a_lock_file_may_hold_a_package_that_is_called_like_types() -> None:
    lock = {"lockfileVersion": 3, "packages": {"node_modules/types-react": {"version": "1.0.0"}}}
    passes({"package-lock.json": json.dumps(lock)}, world=World(there=["npm:types-react"]))


def test_a_known_package_that_is_spelled_like_the_module_is_suggested_once_its_files_hold_it() -> (
    None
):
    # Known to the shipped list, and in no table of modules.
    name, module = "browser-cookie3", "browsercookie3"
    world = World(there=[name], modules={name: [module]})
    found = fails({"a.py": f"import {module}\n"}, "undeclared", world=world)
    assert found.fix == f"Declare `{name}` in the manifest."
    fails({"a.py": f"import {module}\n"}, "hallucinated", world=World(there=[name]))


def test_a_long_string_of_a_notebook_is_read_at_once() -> None:
    image = "iVBORw0KGgo" * 200_000
    cells = [
        {"cell_type": "code", "source": ["import made_up_xtr\n"], "outputs": [{"png": image}]},
    ]
    fails({"book.ipynb": json.dumps({"cells": cells})}, "hallucinated")
