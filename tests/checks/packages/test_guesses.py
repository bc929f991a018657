"""Usual ways of naming a package are tried before an import is called invented."""

from __future__ import annotations

import pytest
from support.packages import World, review
from support.registry import Package, wheel

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def served(name: str, module: str) -> World:
    file, content = wheel(name, "1.0.0", [f"{module}/__init__.py"])
    return World(there=[Package(name, files={file: content})], wheels=True)


def test_a_client_that_holds_the_module() -> None:
    said = review({"a.py": "import odd_xtr\n"}, world=served("odd-xtr-python-client", "odd_xtr"))
    (found,) = said.findings
    assert found.rule.id == "undeclared-package"
    assert "provided by `odd-xtr-python-client`" in found.message


def test_one_that_does_not_hold_it_proves_nothing() -> None:
    said = review({"a.py": "import odd_xtr\n"}, world=served("odd-xtr-python-client", "other_xtr"))
    assert said.verdicts == ["hallucinated"]
