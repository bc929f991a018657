from __future__ import annotations

from aireview.checks.packages.surfaces.nuget_config import read


def config(sources: str, rest: str = "") -> str:
    return f"<configuration><packageSources>{sources}</packageSources>{rest}</configuration>"


PUBLIC = '<add key="nuget.org" value="https://api.nuget.org/v3/index.json"/>'
OWN = '\n<add key="Own" value="https://u:p@nuget.acme.test/v3/index.json"/>'


def test_a_source_besides_the_public_one() -> None:
    (index,) = read("nuget.config", config(PUBLIC + OWN)).indexes
    assert (index.name, index.url, index.line) == (
        "Own",
        "https://nuget.acme.test/v3/index.json",
        2,
    )
    assert not index.replaces


def test_clear_leaves_only_what_follows() -> None:
    (index,) = read("nuget.config", config(PUBLIC + "<clear/>" + OWN)).indexes
    assert index.replaces
    (index,) = read("nuget.config", config("<clear/>" + PUBLIC + OWN)).indexes
    assert not index.replaces
    (index,) = read("nuget.config", config(OWN)).indexes
    assert not index.replaces


def test_mapping() -> None:
    mapping = (
        '<packageSourceMapping><packageSource key="nuget.org"><package pattern="*"/>'
        '</packageSource><packageSource key="own"><package pattern="Acme.*"/></packageSource>'
        "</packageSourceMapping>"
    )
    idle = '<add key="idle" value="https://idle.test"/>'
    (index,) = read("nuget.config", config("<clear/>" + PUBLIC + OWN + idle, mapping)).indexes
    assert (index.names, index.replaces) == (("acme.*",), False)


def test_a_source_that_is_switched_off() -> None:
    off = '<disabledPackageSources><add key="own" value="true"/></disabledPackageSources>'
    assert read("nuget.config", config(OWN, off)).indexes == ()


def test_broken() -> None:
    assert read("nuget.config", "<configuration>").unread
