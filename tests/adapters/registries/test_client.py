"""The client: one request for one name, within one budget, and answers that carry their evidence."""

from __future__ import annotations

import pytest
from support.registry import FakeRegistry, Package
from support.registry_clients import Time, client, details, exists, one

from aireview.adapters.registries.client import _clean
from aireview.adapters.registries.http import OVER_BUDGET, Limits
from aireview.model.packages import Depth, Ecosystem, Existence, Question

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
PYPI, NPM = Ecosystem.PYPI, Ecosystem.NPM


def test_what_is_asked_twice_is_looked_up_once(fake: FakeRegistry) -> None:
    fake.add(PYPI, Package("real-xtr", summary="words", extras=("fast",)))
    pinned = Question(ecosystem=PYPI, name="real-xtr", index=fake.bases[PYPI].rstrip("/"))
    extras = Question(ecosystem=PYPI, name="real-xtr", depth=Depth.DETAILS, extras=True)
    questions = [exists(PYPI, "real-xtr"), exists(PYPI, "real-xtr"), pinned, extras]
    with client(fake) as asking:
        answers = asking.ask(questions)
    assert set(answers) == set(questions)
    assert {answer.extras for answer in answers.values()} == {("fast",)}
    assert fake.paths() == ["/pypi/simple/real-xtr/", "/pypi/pypi/real-xtr/json"]


def test_the_index_of_a_question_is_asked(fake: FakeRegistry) -> None:
    with FakeRegistry({PYPI: ["inner-xtr"]}) as inner, client(fake) as asking:
        here = Question(ecosystem=PYPI, name="inner-xtr", index=inner.bases[PYPI])
        answers = asking.ask([here, exists(PYPI, "inner-xtr")])
    assert answers[here].existence is Existence.EXISTS
    assert answers[exists(PYPI, "inner-xtr")].existence is Existence.ABSENT
    assert len(inner.requests) == 1


def test_a_private_index_without_the_canary_proves_nothing(fake: FakeRegistry) -> None:
    with FakeRegistry(canaries=False) as inner, client(fake) as asking:
        here = Question(ecosystem=PYPI, name="fake-xtr", index=inner.bases[PYPI])
        answer = asking.ask([here])[here]
    assert answer.existence is Existence.UNKNOWN
    assert fake.requests == []


def test_past_the_budget(fake: FakeRegistry) -> None:
    fake.fault("drip", below="/pypi/simple/slow")
    slow, real = exists(PYPI, "slow-xtr"), exists(PYPI, "requests")
    with client(fake, budget_s=0.3) as asking:
        first = asking.ask([real, slow])
        second = asking.ask([exists(PYPI, "other-xtr")])
    assert first[real].existence is Existence.EXISTS
    assert first[slow].existence is Existence.UNKNOWN
    assert first[slow].why == OVER_BUDGET or first[slow].why.startswith("no answer within")
    (answer,) = second.values()
    assert (answer.existence, answer.why) == (Existence.UNKNOWN, OVER_BUDGET)
    assert answer.url == fake.bases[PYPI]
    assert answer.asked_at


def test_no_more_threads_than_workers(fake: FakeRegistry) -> None:
    fake.fault("drip-headers")
    questions = [exists(PYPI, f"slow{number}-xtr") for number in range(30)]
    with client(fake, budget_s=0.3, limits=Limits(request_s=5, workers=3)) as asking:
        answers = asking.ask(questions)
    assert {answer.existence for answer in answers.values()} == {Existence.UNKNOWN}
    assert len(fake.requests) <= 3


def test_many_names(fake: FakeRegistry) -> None:
    for number in range(50):
        fake.add(NPM, f"real{number}-xtr")
    questions = [
        details(NPM, f"{kind}{number}-xtr") for kind in ("real", "fake") for number in range(50)
    ]
    with client(fake) as asking:
        answers = asking.ask(questions)
    assert [answers[question].existence for question in questions] == (
        [Existence.EXISTS] * 50 + [Existence.ABSENT] * 50
    )


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "../x-xtr",
        "a/b-xtr",
        "x-xtr?y",
        "x-xtr#y",
        "http://evil.invalid/x",
        "a b",
        "a\nb",
        "é",
    ],
)
@pytest.mark.parametrize(
    "ecosystem", [PYPI, NPM, Ecosystem.CARGO, Ecosystem.RUBYGEMS, Ecosystem.NUGET]
)
def test_a_name_chooses_no_place(fake: FakeRegistry, ecosystem: Ecosystem, name: str) -> None:
    answer = one(fake, exists(ecosystem, name))
    assert (answer.existence, answer.why) == (Existence.UNKNOWN, "no registry can know such a name")
    assert fake.requests == []


@pytest.mark.parametrize(
    ("base", "clean"),
    [
        ("https://h/simple", "https://h/simple/"),
        ("https://user:word@h:8443/simple/?x=1#y", "https://h:8443/simple/"),
        ("sparse+https://h/index/", "https://h/index/"),
        ("https://[::1]:8080/x", "https://[::1]:8080/x/"),
        ("HTTPS://H/x", "https://h/x/"),
        ("https://h", "https://h/"),
        ("file:///srv/index", ""),
        ("git+ssh://h/x", ""),
        ("https:///x", ""),
        ("https://h:port/", ""),
        ("https://[h/", ""),
        ("https://h/a b", ""),
        ("https://h/\r\nX: y", ""),
        ("direct", ""),
    ],
)
def test_base_urls(base: str, clean: str) -> None:
    assert _clean(base) == clean


def test_evidence(fake: FakeRegistry) -> None:
    answer = one(fake, exists(PYPI, "requests"))
    assert answer.url == fake.bases[PYPI] + "requests/"
    assert (answer.status, answer.asked_at, answer.age_s) == (200, "2026-09-21T14:13:20Z", 0)


def test_a_bug_is_not_hidden(fake: FakeRegistry, monkeypatch: pytest.MonkeyPatch) -> None:
    with client(fake, turned=Time()) as asking:
        monkeypatch.setattr(asking, "_look_up", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            asking.ask([exists(PYPI, "real-xtr")])
