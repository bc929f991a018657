"""Each registry: where it is asked, what its answers say, and what its 404 means."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.registry import CANARIES, FakeRegistry, Package
from support.registry_clients import client, details, exists, one

from aireview.adapters.registries.answers import Registry
from aireview.adapters.registries.client import _clean
from aireview.adapters.registries.go import _order
from aireview.adapters.registries.http import Reply
from aireview.adapters.registries.maven import _versions as maven_versions
from aireview.adapters.registries.nuget import _BASE, _places
from aireview.adapters.registries.registry import REGISTRIES
from aireview.checks.packages.names import normalise, valid
from aireview.model.packages import Ecosystem, Existence, Question

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

REAL = {
    Ecosystem.PYPI: "real-xtr",
    Ecosystem.NPM: "@scope-xtr/real-xtr",
    Ecosystem.GO: "github.com/Burnt-xtr/Real-xtr",
    Ecosystem.CARGO: "real_core-xtr",
    Ecosystem.MAVEN: "org.xtr.deep:real-xtr",
    Ecosystem.RUBYGEMS: "real-xtr",
    Ecosystem.PACKAGIST: "vendor-xtr/real-xtr",
    Ecosystem.NUGET: "Real.Xtr",
}
FIRST_PATHS = {
    Ecosystem.PYPI: "/pypi/simple/real-xtr/",
    Ecosystem.NPM: "/npm/@scope-xtr%2Freal-xtr",
    Ecosystem.GO: "/go/github.com/!burnt-xtr/!real-xtr/@v/list",
    Ecosystem.CARGO: "/cargo/re/al/real-core-xtr",
    Ecosystem.MAVEN: "/maven/org/xtr/deep/real-xtr/maven-metadata.xml",
    Ecosystem.RUBYGEMS: "/rubygems/info/real-xtr",
    Ecosystem.PACKAGIST: "/packagist/p2/vendor-xtr/real-xtr.json",
    Ecosystem.NUGET: "/nuget/v3/index.json",
}
EVERY = pytest.mark.parametrize("ecosystem", Ecosystem)


def _asked(ecosystem: Ecosystem) -> str:
    return normalise(ecosystem, REAL[ecosystem])


def test_there_is_one_for_every_ecosystem() -> None:
    assert [one.ecosystem for one in REGISTRIES] == list(Ecosystem)


@pytest.mark.parametrize("registry", REGISTRIES, ids=lambda one: one.ecosystem.value)
def test_what_a_registry_is_made_of(registry: Registry) -> None:
    assert _clean(registry.base).rstrip("/") == registry.base.rstrip("/")
    assert registry.base.startswith("https://")
    assert valid(registry.ecosystem, registry.canary)
    assert registry.canary == CANARIES[registry.ecosystem]


@EVERY
def test_existence(fake: FakeRegistry, ecosystem: Ecosystem) -> None:
    fake.add(ecosystem, REAL[ecosystem])
    answer = one(fake, exists(ecosystem, _asked(ecosystem)))
    assert (answer.existence, answer.status, answer.why) == (Existence.EXISTS, 200, "HTTP 200")
    assert answer.url.startswith(fake.url)
    assert fake.paths()[0] == FIRST_PATHS[ecosystem]


@EVERY
def test_absence(fake: FakeRegistry, ecosystem: Ecosystem) -> None:
    name = _asked(ecosystem).replace("eal", "ake")
    for question in (exists(ecosystem, name), details(ecosystem, name)):
        assert one(fake, question).existence is Existence.ABSENT


@EVERY
def test_absence_without_a_canary(ecosystem: Ecosystem) -> None:
    with FakeRegistry({ecosystem: [REAL[ecosystem]]}, canaries=False) as fake:
        assert one(fake, exists(ecosystem, _asked(ecosystem))).existence is Existence.EXISTS
        answer = one(fake, details(ecosystem, _asked(ecosystem).replace("eal", "ake")))
    assert answer.existence is Existence.UNKNOWN
    assert "answers 404 for everything" in answer.why


@EVERY
def test_details(fake: FakeRegistry, ecosystem: Ecosystem) -> None:
    versions = ("1.0.0", "1.2.0", "1.10.0")
    fake.add(
        ecosystem,
        Package(REAL[ecosystem], versions=versions, first_published="2026-11-18T01:02:03Z"),
    )
    answer = one(fake, details(ecosystem, _asked(ecosystem)))
    assert answer.first_published == "2026-11-18"
    assert answer.latest.removeprefix("v") == "1.10.0"
    assert {version.removeprefix("v") for version in answer.versions or ()} == set(versions)
    assert answer.files == 3
    assert (answer.withdrawn, answer.notice) == ((), "")
    assert (answer.placeholder, answer.tombstone, answer.quarantined) == (False,) * 3


@EVERY
def test_the_age_of_a_known_name_is_not_asked_for(fake: FakeRegistry, ecosystem: Ecosystem) -> None:
    fake.add(ecosystem, REAL[ecosystem])
    one(fake, details(ecosystem, _asked(ecosystem)))
    all_paths = len(fake.paths())
    fake.requests.clear()
    answer = one(fake, details(ecosystem, _asked(ecosystem), known=True))
    assert answer.existence is Existence.EXISTS
    assert len(fake.paths()) <= all_paths


SUMMARIES = [one for one in Ecosystem if one not in (Ecosystem.GO, Ecosystem.MAVEN)]
YANKS = [Ecosystem.PYPI, Ecosystem.GO, Ecosystem.CARGO, Ecosystem.NUGET]
NOTICES = {
    Ecosystem.NPM: "use other-xtr",
    Ecosystem.GO: "use other-xtr",
    Ecosystem.PACKAGIST: "abandoned, use use other-xtr instead",
    Ecosystem.NUGET: "use other-xtr",
}


@pytest.mark.parametrize("ecosystem", SUMMARIES)
def test_summary(fake: FakeRegistry, ecosystem: Ecosystem) -> None:
    fake.add(
        ecosystem, Package(REAL[ecosystem], summary="Reads\x1b[31m\nand   writes. " + "x" * 9000)
    )
    summary = one(fake, details(ecosystem, _asked(ecosystem))).summary
    assert summary.startswith("Reads[31m and writes. xxx")
    assert len(summary) <= 500


@pytest.mark.parametrize("ecosystem", YANKS)
def test_withdrawn(fake: FakeRegistry, ecosystem: Ecosystem) -> None:
    yanked = "v1.0.0" if ecosystem is Ecosystem.GO else "1.0.0"
    kept = yanked.replace("1.0", "1.1")
    fake.add(ecosystem, Package(REAL[ecosystem], versions=(yanked, kept), yanked=(yanked,)))
    answer = one(fake, details(ecosystem, _asked(ecosystem)))
    assert (answer.versions, answer.withdrawn) == ((kept,), (yanked,))


@pytest.mark.parametrize("ecosystem", NOTICES)
def test_notice(fake: FakeRegistry, ecosystem: Ecosystem) -> None:
    fake.add(ecosystem, Package(REAL[ecosystem], deprecated="use other-xtr"))
    assert one(fake, details(ecosystem, _asked(ecosystem))).notice == NOTICES[ecosystem]


def test_a_crate_is_found_under_any_spelling(fake: FakeRegistry) -> None:
    fake.add(Ecosystem.CARGO, Package("a_b-c_xtr", extras=("fast",)))
    answer = one(fake, details(Ecosystem.CARGO, "a-b-c-xtr"))
    assert (answer.existence, answer.extras) == (Existence.EXISTS, ("default", "fast"))


def test_a_crate_with_too_many_spellings_is_not_called_absent(fake: FakeRegistry) -> None:
    answer = one(fake, exists(Ecosystem.CARGO, "-".join("abcdefghijk") + "-xtr"))
    assert answer.existence is Existence.UNKNOWN
    assert "too many spellings" in answer.why
    assert len(fake.paths()) == 16


@pytest.mark.parametrize(
    ("name", "path"),
    [("x", "/cargo/1/x"), ("xt", "/cargo/2/xt"), ("xtr", "/cargo/3/x/xtr")],
)
def test_short_crates(fake: FakeRegistry, name: str, path: str) -> None:
    fake.add(Ecosystem.CARGO, name)
    assert one(fake, exists(Ecosystem.CARGO, name)).existence is Existence.EXISTS
    assert fake.paths() == [path]


def test_the_web_api_of_crates_is_asked_once_a_second() -> None:
    names = [f"real{number}" for number in range(3)]
    with FakeRegistry({Ecosystem.CARGO: names}) as fake, client(fake, budget_s=60) as asking:
        asking.ask([details(Ecosystem.CARGO, name) for name in names])
        slept: list[float] = asking._clock.sleep.__self__  # type: ignore[attr-defined]
    assert len(slept) == 2


@pytest.mark.parametrize(
    ("timed", "known", "published", "asked"),
    [
        (("1.0.0", "1.1.0"), False, "2020-01-01", False),
        (("1.1.0",), False, "2020-01-01", True),  # the oldest line has no date
        ((), False, "2020-01-01", True),
        ((), True, "", False),
    ],
)
def test_the_web_api_of_crates_is_asked_only_for_what_the_index_lacks(
    fake: FakeRegistry, *, timed: tuple[str, ...], known: bool, published: str, asked: bool
) -> None:
    fake.add(Ecosystem.CARGO, Package("real-xtr", versions=("1.0.0", "1.1.0"), timed=timed))
    answer = one(fake, details(Ecosystem.CARGO, "real-xtr", known=known))
    assert answer.first_published == published
    assert any("/api/v1/crates/" in path for path in fake.paths()) is asked
    assert len(fake.paths()) == (3 if asked else 1)


def test_a_crate_of_an_unsure_age_has_none(fake: FakeRegistry) -> None:
    package = Package("real-xtr", versions=("1.0.0", "1.1.0"), timed=("1.1.0",))
    fake.add(Ecosystem.CARGO, package)
    fake.fault("error", below="/cargo/api/")
    answer = one(fake, details(Ecosystem.CARGO, "real-xtr"))
    assert (answer.existence, answer.first_published) == (Existence.EXISTS, "")


def test_a_go_proxy_is_not_made_to_fetch_at_first(fake: FakeRegistry) -> None:
    one(fake, exists(Ecosystem.GO, "example.org/fake-xtr"))
    first, second, canary = fake.requests
    assert first.headers["disable-module-fetch"] == "true"
    assert "disable-module-fetch" not in second.headers
    assert "golang.org/x/text" in canary.path


def test_a_go_module_without_tags(fake: FakeRegistry) -> None:
    fake.add(Ecosystem.GO, Package("example.org/real-xtr", versions=()))
    fake.fault("garbage", below="/go/example.org/real-xtr/@latest")
    assert one(fake, exists(Ecosystem.GO, "example.org/real-xtr")).existence is Existence.UNKNOWN


def test_go_versions_are_ordered_by_number() -> None:
    versions = ["v1.10.0", "v1.9.0", "v1.10.0-rc.1", "v0.1.0"]
    assert sorted(versions, key=_order) == ["v0.1.0", "v1.9.0", "v1.10.0-rc.1", "v1.10.0"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html/>",
        b"<metadata>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><metadata>&a;</metadata>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x><metadata/>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="nonsense"?><metadata/>',
        b"<a>" * 100_000,
    ],
)
def test_no_maven_metadata(body: bytes) -> None:
    assert maven_versions(body) is None


def test_maven_metadata_names_no_other_path() -> None:
    body = b"<metadata><!-- x --><version>../../1</version><version>1/2</version><version>1</version></metadata>"
    assert maven_versions(body) == ("1",)


def test_the_default_of_nuget_needs_no_service_index(fake: FakeRegistry) -> None:
    with client(fake) as asking:
        visit = asking._http.visit(0)
        content, registration, failure = _places(visit, _BASE + "/")
    assert (content, failure) == ("https://api.nuget.org/v3-flatcontainer/", None)
    assert registration.endswith("/registration5-gz-semver2/")


def test_a_service_index_leads_to_no_other_host(
    fake: FakeRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = FakeRegistry()
    moved.stop()
    monkeypatch.setattr(fake, "url", moved.url)
    answer = one(fake, exists(Ecosystem.NUGET, "newtonsoft.json"))
    assert answer.existence is Existence.UNKNOWN
    assert answer.why == "the service index cannot be used: no place for packages"
    assert len(fake.requests) == 1


def test_a_flat_container_can_be_the_base(fake: FakeRegistry) -> None:
    fake.bases[Ecosystem.NUGET] = f"{fake.url}/nuget/v3-flatcontainer"
    answer = one(fake, details(Ecosystem.NUGET, "newtonsoft.json"))
    assert (answer.existence, answer.versions) == (Existence.EXISTS, ("1.0.0",))


class _Canned:
    """A visit whose every answer is the same bytes."""

    def __init__(self, body: bytes, kind: str) -> None:
        self.again = False
        self._reply = Reply("http://x/", 200, {"content-type": kind}, body)

    def get(self, *_: object, **__: object) -> Reply:
        return self._reply

    head = get


_KEYS = [
    "name",
    "versions",
    "files",
    "time",
    "packages",
    "items",
    "info",
    "releases",
    "vers",
    "resources",
    "crate",
    "dist-tags",
    "project-status",
    "catalogEntry",
    "real-xtr",
]
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(_KEYS),
            inner | st.just("real-xtr"),
            max_size=6,
        )
    ),
    max_leaves=12,
)
_BODIES = st.binary(max_size=200) | _JSON.map(msgspec.json.encode) | st.text().map(str.encode)


@given(
    registry=st.sampled_from(REGISTRIES),
    body=_BODIES,
    kind=st.sampled_from(["application/json", "text/html", ""]),
)
def test_no_answer_is_too_strange(registry: Registry, body: bytes, kind: str) -> None:
    visit = _Canned(body, kind)
    name = "real-xtr"
    question = Question(ecosystem=registry.ecosystem, name=name)
    for standing in (
        registry.existence(visit, "http://x/", name),  # type: ignore[arg-type]
        registry.details(visit, "http://x/", question),  # type: ignore[arg-type]
    ):
        assert standing.existence in (Existence.EXISTS, Existence.UNKNOWN)
        msgspec.json.decode(msgspec.json.encode(standing))
