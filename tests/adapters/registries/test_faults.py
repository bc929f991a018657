"""Every way in which a registry can be broken ends in an outcome of its own, and none in a verdict."""

from __future__ import annotations

import pytest
from support.registry import CANARIES, FAULTS, FakeRegistry, Package
from support.registry_clients import LIMITS, Time, client, details, exists, one

from aireview.adapters.registries.client import Client
from aireview.model.packages import Depth, Ecosystem, Existence

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

PYPI, NPM = Ecosystem.PYPI, Ecosystem.NPM
OUTCOMES = {
    "absent-all": (404, "the registry answers 404 for everything, even for requests"),
    "gone": (410, "the registry answers 410 for everything, even for requests"),
    "unauthorized": (401, "private or forbidden: HTTP 401"),
    "forbidden": (403, "private or forbidden: HTTP 403"),
    "throttled": (429, "HTTP 429"),
    "throttled-long": (429, "HTTP 429, to be asked again in 3600 s"),
    "error": (500, "HTTP 500"),
    "unavailable": (503, "HTTP 503"),
    "foreign-redirect": (302, "redirected to another host"),
    "redirect-loop": (302, "redirected more than 3 times"),
    "html": (200, "HTTP 200 with an HTML page instead of a project of the simple index"),
    "garbage": (200, "HTTP 200 with something else instead of a project of the simple index"),
    "wrong-json": (200, "HTTP 200 with something else instead of a project of the simple index"),
    "deep-json": (200, "HTTP 200 with something else instead of a project of the simple index"),
    "drip": (0, "no answer within 0.4 s"),
    "drip-headers": (0, "no answer within 0.4 s"),
    "truncated": (0, "the answer was cut off"),
    "reset": (0, "the connection broke"),
    "no-answer": (0, "the connection broke"),
    "huge": (200, "the answer is longer than 1,000,000 bytes"),
    "infinite": (200, "the answer is longer than 1,000,000 bytes"),
}


def test_every_fault_has_an_outcome() -> None:
    assert set(OUTCOMES) == set(FAULTS)


@pytest.mark.parametrize("fault", OUTCOMES)
def test_fault(fake: FakeRegistry, fault: str) -> None:
    fake.add(PYPI, "real-xtr")
    fake.fault(fault)
    status, why = OUTCOMES[fault]
    answer = one(fake, exists(PYPI, "real-xtr"))
    assert (answer.existence, answer.status, answer.why) == (Existence.UNKNOWN, status, why)
    assert answer.url == fake.bases[PYPI] + "real-xtr/"
    assert answer.asked_at == "2026-09-21T14:13:20Z"


@pytest.mark.parametrize("fault", sorted(set(FAULTS) - {"drip", "drip-headers", "infinite"}))
@pytest.mark.parametrize("ecosystem", Ecosystem)
@pytest.mark.parametrize("depth", Depth)
def test_no_fault_makes_a_verdict(
    fake: FakeRegistry, fault: str, ecosystem: Ecosystem, depth: Depth
) -> None:
    fake.fault(fault)
    question = (exists if depth is Depth.EXISTENCE else details)(ecosystem, CANARIES[ecosystem])
    assert one(fake, question).existence is Existence.UNKNOWN


@pytest.mark.parametrize(
    "fault", ["error", "unavailable", "throttled", "reset", "truncated", "no-answer"]
)
def test_one_retry_and_never_more(fake: FakeRegistry, fault: str) -> None:
    fake.add(PYPI, "real-xtr")
    fake.fault(fault, times=1)
    assert one(fake, exists(PYPI, "real-xtr")).existence is Existence.EXISTS
    fake.requests.clear()
    fake.fault(fault)
    assert one(fake, exists(PYPI, "real-xtr")).existence is Existence.UNKNOWN
    assert len(fake.requests) == 2


def test_no_retry_where_it_cannot_help(fake: FakeRegistry) -> None:
    for fault in ("forbidden", "html", "garbage", "throttled-long", "foreign-redirect", "drip"):
        fake.heal()
        fake.fault(fault)
        fake.requests.clear()
        one(fake, exists(PYPI, "real-xtr"))
        assert len(fake.requests) == 1, fault


def test_a_registry_that_asks_for_patience_gets_it_within_the_budget(fake: FakeRegistry) -> None:
    fake.add(NPM, "real-xtr")
    fake.fault("throttled", times=1)
    turned = Time()
    question = exists(NPM, "real-xtr")
    with client(fake, turned=turned) as asking:
        assert asking.ask([question])[question].existence is Existence.EXISTS
    assert turned.slept == []  # it asked for zero seconds


def test_a_name_is_absent_after_two_answers_and_a_canary(fake: FakeRegistry) -> None:
    answer = one(fake, exists(PYPI, "fake-xtr"))
    assert (answer.existence, answer.status) == (Existence.ABSENT, 404)
    assert fake.paths() == ["/pypi/simple/fake-xtr/"] * 2 + ["/pypi/simple/requests/"]
    assert fake.requests[1].headers["cache-control"] == "no-cache"


def test_a_404_that_is_not_confirmed_is_no_absence(fake: FakeRegistry) -> None:
    fake.add(PYPI, Package("real-xtr", summary="here"))
    fake.fault("absent-all", times=1)
    answer = one(fake, details(PYPI, "real-xtr"))
    assert (answer.existence, answer.summary) == (Existence.EXISTS, "here")


def test_the_canary_is_asked_once_for_a_base(fake: FakeRegistry) -> None:
    questions = [exists(PYPI, f"fake{number}-xtr") for number in range(12)]
    with client(fake) as asking:
        answers = asking.ask(questions)
    assert {answer.existence for answer in answers.values()} == {Existence.ABSENT}
    assert fake.paths().count("/pypi/simple/requests/") == 1


def test_a_canary_that_cannot_be_asked_proves_nothing(fake: FakeRegistry) -> None:
    fake.fault("forbidden", below="/npm/express")
    answer = one(fake, exists(NPM, "fake-xtr"))
    assert answer.existence is Existence.UNKNOWN
    assert answer.why == (
        "HTTP 404, and the answer about express is: private or forbidden: HTTP 403"
    )


def test_nobody_listens() -> None:
    fake = FakeRegistry()
    fake.stop()
    questions = [exists(ecosystem, CANARIES[ecosystem]) for ecosystem in Ecosystem]
    with client(fake) as asking:
        answers = asking.ask(questions)
    assert {answer.existence for answer in answers.values()} == {Existence.UNKNOWN}
    whys = {question.ecosystem: answer.why for question, answer in answers.items()}
    assert whys.pop(Ecosystem.NUGET) == "the service index cannot be used: no connection"
    assert set(whys.values()) == {"no connection"}


def test_plain_http_where_tls_is_expected(fake: FakeRegistry) -> None:
    base = fake.bases[PYPI].replace("http://", "https://")
    asking = Client({PYPI: base}, clock=Time().clock(), budget_s=5, limits=LIMITS)
    question = exists(PYPI, "real-xtr")
    answer = asking.ask([question])[question]
    asking.close()
    assert answer.existence is Existence.UNKNOWN
    assert answer.why == "the connection is not secure: TLS failed"
