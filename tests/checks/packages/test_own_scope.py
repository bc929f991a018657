"""A name in the scope of the repository's own packages that is not on npm: nobody else can take it."""

from __future__ import annotations

import pytest
from support.packages import NOTHING, fails, review

from aireview.model.change import Origin

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

OWN = {"package.json": '{"name": "@own-xtr/core", "version": "1.0.0"}\n'}
README = "# Own\n\n```sh\nnpx @own-xtr/made-up-xtr\n```\n"
DOCKER = "FROM node\nRUN npm install -g @own-xtr/made-up-xtr\n"


@pytest.mark.parametrize(
    ("path", "text"), [("README.md", README), ("AGENTS.md", README), ("Dockerfile", DOCKER)]
)
def test_a_command_that_names_one_s_own_scope(path: str, text: str) -> None:
    found = fails({**OWN, path: text}, "unverified", base=OWN)
    assert found.rule.tier.value == "C"
    assert "`@own-xtr` is the scope of this repository's own packages" in found.message
    assert any("answered HTTP 404" in line for line in found.evidence)


def test_a_scope_that_the_change_itself_adds_proves_nothing() -> None:
    fails({**OWN, "README.md": README}, "hallucinated", base={"a.txt": "x\n"})


def test_a_manifest_that_the_change_gives_another_scope() -> None:
    base = {"package.json": '{"name": "@other-xtr/core", "version": "1.0.0"}\n'}
    fails({**OWN, "README.md": README}, "hallucinated", base=base)


def test_without_a_base_every_member_counts() -> None:
    said = review({**OWN, "README.md": README}, None, NOTHING, origin=Origin.ALL)
    assert said.verdicts == ["unverified"]


def test_a_name_without_the_scope_is_nobody_s() -> None:
    text = README.replace("@own-xtr/", "")
    fails({**OWN, "README.md": text}, "hallucinated", base=OWN)


def test_a_manifest_entry_stays_what_it_is() -> None:
    head = OWN["package.json"].replace("}", ', "dependencies": {"@own-xtr/made-up-xtr": "1"}}')
    found = fails({"package.json": head}, "hallucinated", base=OWN)
    assert found.rule.tier.value == "A"
