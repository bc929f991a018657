"""What a registry answers, and what becomes of it: every row of the rules, for every ecosystem."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.packages import Files, World, checked_with, fails, passes, review
from support.registry import FakeRegistry, Package

from aireview.adapters.registries.lists import SCHEMA, Snapshot, digest
from aireview.model.change import Origin
from aireview.model.finding import Outcome
from aireview.model.packages import Ecosystem
from aireview.policy.values import OnUnverified, PackagePolicy

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

GO_MOD = "module github.com/own-xtr/app\n\nrequire {} v1.0.0\n"
POM = "<project><dependencies><dependency><groupId>org.x-xtr</groupId><artifactId>{}</artifactId></dependency></dependencies></project>\n"
PLACES: dict[str, tuple[str, str, str]] = {
    "pypi": ("requirements.txt", "{}\n", "made-up-xtr"),
    "npm": ("package.json", '{{"dependencies": {{"{}": "*"}}}}\n', "made-up-xtr"),
    "go": ("go.mod", GO_MOD, "github.com/x-xtr/made-up"),
    "cargo": ("Cargo.toml", '[dependencies]\n{} = "1"\n', "made-up-xtr"),
    "maven": ("pom.xml", POM, "made-up-xtr"),
    "rubygems": ("Gemfile", "gem '{}'\n", "made-up-xtr"),
    "packagist": ("composer.json", '{{"require": {{"{}": "*"}}}}\n', "x-xtr/made-up"),
    "nuget": ("a.csproj", '<Project><ItemGroup><PackageReference Include="{}"/></ItemGroup></Project>\n', "Made.Up.Xtr"),
}  # fmt: skip


def place(ecosystem: str) -> Files:
    """Return a manifest of an ecosystem that names one package."""
    path, text, name = PLACES[ecosystem]
    return {path: text.format(name)}


def served(ecosystem: str) -> str:
    name = PLACES[ecosystem][2]
    return f"{ecosystem}:{'org.x-xtr:' if ecosystem == 'maven' else ''}{name}"


@pytest.mark.parametrize("ecosystem", PLACES)
def test_a_name_that_is_there(ecosystem: str) -> None:
    passes(place(ecosystem), world=World(there=[served(ecosystem)]))


@pytest.mark.parametrize("ecosystem", PLACES)
def test_a_name_that_is_not_there(ecosystem: str) -> None:
    found = fails(place(ecosystem), "hallucinated")
    assert found.rule.tier.value == "A"
    assert any("answered HTTP 404" in line for line in found.evidence)


@pytest.mark.parametrize("ecosystem", PLACES)
def test_a_registry_that_has_nothing_at_all_is_broken(ecosystem: str) -> None:
    with FakeRegistry(canaries=False) as fake:
        said = review(place(ecosystem), world=World(fake=fake))
    assert [(word.verdict, word.tier) for word in said.words] == [("unverified", "B")]
    assert said.outcome is Outcome.UNAVAILABLE


FAULTS = (
    "error",
    "unavailable",
    "throttled",
    "throttled-long",
    "forbidden",
    "unauthorized",
    "html",
    "garbage",
    "wrong-json",
    "deep-json",
    "truncated",
    "reset",
    "no-answer",
    "drip",
    "drip-headers",
    "huge",
    "infinite",
    "foreign-redirect",
    "redirect-loop",
)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("ecosystem", ["pypi", "npm"])
def test_no_answer_is_neither_right_nor_wrong(ecosystem: str, fault: str) -> None:
    with FakeRegistry() as fake:
        fake.fault(fault)
        said = review(place(ecosystem), world=World(fake=fake))
    assert [(word.verdict, word.tier) for word in said.words] == [("unverified", "B")]
    assert said.outcome is Outcome.UNAVAILABLE
    assert "made-up-xtr" in said.run.reason


def test_no_network_at_all() -> None:
    fake = FakeRegistry()
    fake.stop()
    said = review(place("pypi"), world=World(fake=fake))
    assert said.verdicts == ["unverified"]
    assert said.outcome is Outcome.UNAVAILABLE


@pytest.mark.parametrize(
    ("origin", "policy", "outcome"),
    [
        (Origin.RANGE, OnUnverified.BLOCK, Outcome.UNAVAILABLE),
        (Origin.ALL, OnUnverified.BLOCK, Outcome.UNAVAILABLE),
        (Origin.STAGED, OnUnverified.BLOCK, Outcome.FAILED),
        (Origin.RANGE, OnUnverified.WARN, Outcome.FAILED),
    ],
)
def test_the_hook_warns_and_everything_else_is_incomplete(
    origin: Origin, policy: OnUnverified, outcome: Outcome
) -> None:
    with FakeRegistry() as fake:
        fake.fault("error")
        world = World(fake=fake, policy=PackagePolicy(unverified=policy))
        said = review(place("pypi"), world=world, origin=origin)
    assert said.outcome is outcome
    assert [word.tier for word in said.words] == ["B"]


def test_a_known_name_needs_no_answer() -> None:
    with FakeRegistry() as fake:
        fake.fault("error")
        said = review({"requirements.txt": "flask\n"}, world=World(fake=fake))
    assert said.verdicts == []
    assert said.outcome is Outcome.PASSED


def test_an_import_or_a_document_that_nobody_answered_for_is_a_note() -> None:
    files = {"a.py": "import made_up_xtr\n", "README.md": "```sh\npip install other-xtr\n```\n"}
    with FakeRegistry() as fake:
        fake.fault("error")
        said = review(files, world=World(fake=fake))
    assert [(word.verdict, word.tier) for word in said.words] == [("unverified", "C")] * 2
    assert said.outcome is Outcome.FAILED


def test_the_manifest_line_carries_what_is_unknown_about_an_import() -> None:
    files = {"requirements.txt": "some-dist-xtr\n", "a.py": "import some_dist_xtr\n"}
    with FakeRegistry() as fake:
        fake.fault("error")
        said = review(files, world=World(fake=fake))
    assert said.words == [("unverified", "B", "requirements.txt", 1)]


def test_names_that_nobody_answered_for_are_one_finding() -> None:
    with FakeRegistry() as fake:
        fake.fault("error")
        said = review({"requirements.txt": "a-xtr\nb-xtr\nc-xtr\n"}, world=World(fake=fake))
    assert said.verdicts == ["unverified"]
    assert "3 package names" in said.one.message


@pytest.mark.parametrize(
    "files",
    [
        {"requirements.txt": "made-up-xtr\n"},
        {"package.json": '{"dependencies": {"made-up-xtr": "*"}}'},
        {"a.sh": "npx made-up-xtr\n"},
        {"requirements.txt": "a-xtr==1.0\nflask[made-up-xtr]\n"},
    ],
)
def test_offline_is_never_clean(files: Files) -> None:
    said = review(files, world=World(offline=True))
    assert "unverified" in said.verdicts
    assert said.outcome is Outcome.UNAVAILABLE
    assert "offline" in said.run.reason
    assert said.sent == ()


def test_offline_knows_the_usual_names() -> None:
    files = {"requirements.txt": "flask\nrequests==2.31.0\n", "a.py": "import yaml, flask\n"}
    said = review(files, world=World(offline=True))
    assert said.verdicts == ["undeclared"]
    assert said.outcome is Outcome.FAILED


def test_a_listed_malicious_name_needs_no_network() -> None:
    world = World(offline=True, bad={"bad-xtr": "MAL-2026-1"})
    said = review({"requirements.txt": "bad-xtr\n"}, world=world)
    assert said.verdicts == ["malicious"]
    assert said.outcome is Outcome.FAILED


def test_one_lost_answer_is_asked_for_again() -> None:
    with FakeRegistry() as fake:
        fake.fault("absent-all", times=1)
        fake.add(Ecosystem.PYPI, "real-xtr")
        said = review({"requirements.txt": "real-xtr\n"}, world=World(fake=fake))
    assert said.verdicts == []


@pytest.mark.parametrize("beside", [True, False])
def test_an_index_that_answers_with_pages(*, beside: bool) -> None:
    with FakeRegistry(html=True, beside=beside) as fake:
        fake.add(Ecosystem.PYPI, Package("real-xtr", versions=("1.0", "2.0")))
        files = {"requirements.txt": "real-xtr==2.0\nmade-up-xtr\n"}
        said = review(files, world=World(fake=fake))
    assert said.words == [("hallucinated", "A", "requirements.txt", 2)]


def test_versions_come_from_the_simple_index_alone() -> None:
    with FakeRegistry(beside=False) as fake:
        fake.add(Ecosystem.PYPI, Package("requests", versions=("2.31.0",)))
        fake.add(Ecosystem.PYPI, Package("PyYAML", versions=("6.0",)))
        files = {"requirements.txt": "requests==2.31.0\nPyYAML==6\n"}
        said = review(files, world=World(fake=fake))
    assert said.verdicts == []
    assert not any(path.endswith("2.31.0/json") for path in said.sent)


# --- the standing of what exists -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("ecosystem", "born", "verdicts"),
    [
        ("pypi", "2026-09-18T00:00:00Z", ["suspicious"]),
        ("npm", "2026-09-19T00:00:00Z", ["suspicious"]),
        ("cargo", "2026-09-19T00:00:00Z", ["suspicious"]),
        ("pypi", "2026-09-08T00:00:00Z", ["suspicious"]),
        ("pypi", "2026-09-07T00:00:00Z", []),
        ("npm", "2026-09-07T00:00:00Z", []),
    ],
)
def test_a_young_name(ecosystem: str, born: str, verdicts: list[str]) -> None:
    package = Package(served(ecosystem), first_published=born)
    said = review(place(ecosystem), world=World(there=[package]))
    assert said.verdicts == verdicts
    assert all(word.tier == "B" for word in said.words)
    assert all(born[:10] in one.message for one in said.findings)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".npmrc", "min-release-age=40\n"),
        ("pnpm-workspace.yaml", "minimumReleaseAge: 57600\n"),
        (".yarnrc.yml", "npmMinimalAgeGate: 40d\n"),
        ("uv.toml", 'exclude-newer = "40 days"\n'),
        (
            ".github/dependabot.yml",
            "version: 2\nupdates:\n- package-ecosystem: pip\n  cooldown:\n    default-days: 40\n",
        ),
    ],
)
def test_the_repositorys_own_cool_down_counts_from_the_base(name: str, text: str) -> None:
    old = Package("old-enough-xtr", first_published="2026-08-20T00:00:00Z")
    world = World(there=[old])
    head = {name: text, "requirements.txt": "old-enough-xtr\n"}
    assert review(head, {name: text}, world).verdicts == ["suspicious"]
    assert review(head, {}, world).verdicts == []


def test_the_least_age_of_the_policy() -> None:
    young = Package("young-xtr", first_published="2026-09-18T00:00:00Z")
    for days, verdicts in ((2, []), (0, []), (4, ["suspicious"])):
        world = World(there=[young], policy=PackagePolicy(min_age_days=days))
        assert review({"requirements.txt": "young-xtr\n"}, world=world).verdicts == verdicts


@pytest.mark.parametrize(
    ("package", "verdict"),
    [
        (Package("odd-xtr", status="quarantined"), "malicious"),
        (Package("odd-xtr", files={}), "suspicious"),
        (Package("odd-xtr", status="deprecated", deprecated="use better-xtr instead"), "suspicious"),
        (Package("odd-xtr", status="archived"), "ok"),
        (Package("odd-xtr", summary="A tool that uses requests to do things"), "ok"),
    ],
)  # fmt: skip
def test_the_standing_of_a_project(package: Package, verdict: str) -> None:
    said = review({"requirements.txt": "odd-xtr\n"}, world=World(there=[package]))
    assert (said.verdicts or ["ok"]) == [verdict]


def test_popular_packages_are_clean() -> None:
    """Rivals call these doubtful because of their names alone."""
    names = [
        "numba",
        "httpie",
        "requests",
        "grpcio",
        "sympy",
        "moto",
        "dask",
        "typer-cli",
        "azure-cli",
    ]
    passes({"requirements.txt": "".join(f"{name}\n" for name in names)}, world=World(there=names))
    scripts = ["acorn", "yup", "vuex", "preact", "@types/node"]
    text = "".join(f'  "{name}": "*",\n' for name in scripts)
    passes(
        {"package.json": '{"dependencies": {\n' + text + '"express": "*"}}'},
        world=World(there=[f"npm:{name}" for name in scripts]),
    )


def test_a_name_of_another_ecosystem_comes_with_a_hint() -> None:
    found = fails({"requirements.txt": "react-dom\n"}, "hallucinated")
    assert any("known on npm" in line for line in found.evidence)


def test_a_near_name_is_only_a_hint_on_what_is_absent() -> None:
    found = fails({"requirements.txt": "reqeusts\n"}, "hallucinated")
    assert any("`requests`" in line for line in found.evidence)
    passes({"requirements.txt": "reqeusts\n"}, world=World(there=["reqeusts"]))


def test_a_name_that_was_absent_before(tmp_path: Path) -> None:
    files = {"requirements.txt": "flip-xtr\n"}
    with FakeRegistry() as fake:
        cache = str(tmp_path / "cache.sqlite")
        assert checked_with(fake, cache, files, days=0).verdicts == ["hallucinated"]
        fake.add(Ecosystem.PYPI, Package("flip-xtr", first_published="2026-09-22T00:00:00Z"))
        said = checked_with(fake, cache, files, days=3)
    assert said.verdicts == ["suspicious"]
    assert "did not exist on 2026-09-21" in said.one.message


def test_a_second_run_asks_nobody(tmp_path: Path) -> None:
    files = {"requirements.txt": "real-xtr\n"}
    with FakeRegistry() as fake:
        fake.add(Ecosystem.PYPI, "real-xtr")
        cache = str(tmp_path / "cache.sqlite")
        checked_with(fake, cache, files, days=0)
        before = len(fake.requests)
        assert checked_with(fake, cache, files, days=6).verdicts == []
        assert len(fake.requests) == before


def test_a_snapshot_knows_what_is_younger(tmp_path: Path) -> None:
    world = World(there=["real-xtr"], snapshots={Ecosystem.PYPI: snapshot(tmp_path, "other-xtr")})
    with FakeRegistry(html=True, beside=False) as fake:
        fake.add(Ecosystem.PYPI, "real-xtr")
        said = review({"requirements.txt": "real-xtr\n"}, world=world._replace(fake=fake))
    assert said.verdicts == ["suspicious"]
    assert "younger than the snapshot" in said.one.message


def snapshot(folder: Path, *names: str) -> Snapshot:
    """Return a snapshot with these names."""
    header = {
        "schema": SCHEMA,
        "ecosystem": "pypi",
        "as_of": "2026-01-01",
        "count": len(names),
        "source": "test",
    }
    path = folder / "snapshot"
    path.write_bytes(
        json.dumps(header).encode() + b"\n" + b"".join(sorted(digest(name) for name in names))
    )
    return Snapshot(path)
