"""A change that takes packages from somewhere else."""

from __future__ import annotations

import pytest
from support.packages import review

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@pytest.mark.parametrize(
    ("path", "before", "after", "tier", "words"),
    [
        ("requirements.txt", "a\n", "-i https://mirror-xtr.example/simple\na\n", "B", "every name"),
        (
            "requirements.txt",
            "a\n",
            "-i http://mirror-xtr.example/simple\na\n",
            "A",
            "over http://",
        ),
        (
            "requirements.txt",
            "a\n",
            "--extra-index-url https://mirror-xtr.example/simple\na\n",
            "B",
            "lets any name come",
        ),
        (".npmrc", "", "registry=https://mirror-xtr.example/\n", "B", "every name"),
        (".npmrc", "", "@s:registry=https://mirror-xtr.example/\n", "C", "names such as `@s/*`"),
    ],
)
def test_an_index_that_a_change_adds(
    path: str, before: str, after: str, tier: str, words: str
) -> None:
    said = review({path: after}, {path: before})
    (found,) = [one for one in said.findings if "mirror-xtr.example" in one.message]
    assert (found.rule.id, found.rule.tier.value) == ("package-index-added", tier)
    assert words in found.message


def test_an_index_that_the_base_has_already() -> None:
    text = "-i https://mirror-xtr.example/simple\n"
    said = review({"requirements.txt": text + "\n"}, {"requirements.txt": text})
    assert not said.findings


def test_the_public_index_is_nothing_new() -> None:
    said = review({"requirements.txt": "-i https://pypi.org/simple\n"}, {"requirements.txt": ""})
    assert not said.findings
