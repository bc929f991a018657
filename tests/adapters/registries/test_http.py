"""Requests: who we say we are, which host we go to, by which way, how long and how often."""

from __future__ import annotations

import threading
from email.utils import formatdate

import pytest
from support.registry import SIMPLE_JSON, FakeRegistry
from support.registry_clients import LIMITS, NOON, Time, client, exists

from aireview import __version__
from aireview.adapters.registries.client import Client
from aireview.adapters.registries.http import OVER_BUDGET, Http, Limits, Reply, _pause, _same_host
from aireview.model.packages import Ecosystem, Existence, Question

PYPI = Ecosystem.PYPI
loopback = pytest.mark.allow_hosts(["127.0.0.1"])


def _get(url: str, limits: Limits = LIMITS, seconds: float = 5.0) -> Reply:
    turned = Time()
    http = Http(turned.clock(), limits)
    try:
        return http.visit(turned.clock().monotonic() + seconds).get(url)
    finally:
        http.close()


def test_what_needs_no_request_makes_none() -> None:
    # Sockets are closed to this test, as the question that does need one shows.
    asking = Client({PYPI: "http://127.0.0.1:9/simple/"}, clock=Time().clock(), budget_s=5)
    with pytest.raises((RuntimeError, UserWarning), match="socket"):
        asking.ask([exists(PYPI, "real-xtr")])
    assert asking.ask([]) == {}
    bad = [exists(PYPI, "../x"), exists(PYPI, "http://x"), exists(PYPI, "a b"), exists(PYPI, "")]
    foreign = Question(ecosystem=PYPI, name="real-xtr", index="file:///etc/")
    answers = asking.ask([*bad, foreign])
    asking.close()
    assert {answers[question].why for question in bad} == {"no registry can know such a name"}
    assert answers[foreign].why == "the index is no URL of a web server"
    assert {answer.existence for answer in answers.values()} == {Existence.UNKNOWN}


@loopback
def test_we_say_who_we_are(fake: FakeRegistry) -> None:
    fake.add(PYPI, "real-xtr")
    with client(fake) as asking:
        asking.ask([exists(PYPI, "real-xtr")])
    (request,) = fake.requests
    assert request.method == "GET"
    assert request.headers["user-agent"].startswith(f"aireview/{__version__} (+https://")
    assert request.headers["accept"].startswith(SIMPLE_JSON)
    assert "cookie" not in request.headers
    assert "authorization" not in request.headers


@loopback
def test_credentials_of_a_base_are_not_used(fake: FakeRegistry) -> None:
    fake.bases[PYPI] = fake.bases[PYPI].replace("http://", "http://user:secret@")
    question = exists(PYPI, "requests")
    with client(fake) as asking:
        answer = asking.ask([question])[question]
    assert answer.existence is Existence.EXISTS
    assert "secret" not in repr(answer)
    assert "authorization" not in fake.requests[0].headers


@loopback
def test_a_redirect_on_the_same_host_is_followed(fake: FakeRegistry) -> None:
    fake.fault("redirect-loop", times=3)
    assert _get(fake.bases[PYPI] + "requests/").status == 200
    assert len(fake.requests) == 4


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a/x", "https://a/y", True),
        ("http://a/x", "https://a/x", True),
        ("https://a/x", "http://a/x", False),
        ("https://a/x", "https://b/x", False),
        ("https://a/x", "https://a:444/x", False),
        ("https://a/x", "https://a.evil/x", False),
        ("https://a/x", "https://a@b/x", False),
        ("https://a/x", "file:///etc/passwd", False),
        ("https://a/x", "https://a:port/x", False),
        ("https://a/x", "", False),
    ],
)
def test_same_host(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert _same_host(one, other) is same


@pytest.mark.parametrize(
    ("status", "header", "pause"),
    [
        (429, "7", 7.0),
        (429, "", 1.0),
        (429, formatdate(NOON + 30, usegmt=True), 30.0),
        (429, formatdate(NOON - 30, usegmt=True), 0.0),
        (429, "soon", 1.0),
        (429, "-5", 1.0),
        (429, "9" * 400, 1.0),
        (503, "2", 2.0),
        (503, "", 0.0),
        (404, "2", None),
        (200, "2", None),
    ],
)
def test_when_to_ask_again(status: int, header: str, pause: float | None) -> None:
    assert _pause(Reply("u", status, {"retry-after": header}), NOON) == pause


@loopback
def test_the_wait_that_is_asked_for_is_kept(fake: FakeRegistry) -> None:
    turned = Time()
    http = Http(turned.clock(), LIMITS)
    fake.fault("throttled", times=1)
    http._turns[fake.url.removeprefix("http://")] = turned.clock().monotonic() + 3
    reply = http.visit(turned.clock().monotonic() + 10).get(
        fake.bases[PYPI] + "requests/", every=1.0
    )
    http.close()
    assert reply.status == 200
    assert turned.slept == [pytest.approx(3, abs=0.5)]


@loopback
def test_a_turn_beyond_the_deadline_is_not_waited_for(fake: FakeRegistry) -> None:
    turned = Time()
    http = Http(turned.clock(), LIMITS)
    visit = http.visit(turned.clock().monotonic() + 5)
    url = fake.bases[PYPI] + "requests/"
    whys = [visit.get(url, every=4.0).why for _ in range(3)]
    http.close()
    assert whys == ["", "", OVER_BUDGET]
    assert turned.slept == [pytest.approx(4, abs=0.5)]


@loopback
def test_the_environment_names_a_proxy(fake: FakeRegistry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", fake.url.replace("http://", "http://me:word@"))
    assert _get("http://registry.invalid/simple/requests/").status == 404
    (request,) = fake.requests
    assert request.path == "http://registry.invalid/simple/requests/"
    assert request.headers["proxy-authorization"].startswith("Basic ")


@loopback
def test_a_host_that_needs_no_proxy(fake: FakeRegistry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert _get(fake.bases[PYPI] + "requests/").why == "the proxy cannot be reached"
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert _get(fake.bases[PYPI] + "requests/").status == 200


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:1", "http://[", "nonsense://x", "http://:port"]
)
def test_a_proxy_that_is_none(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy)
    reply = _get("http://registry.invalid/simple/requests/")
    assert (reply.status, bool(reply.why)) == (0, True)


@pytest.mark.parametrize("url", ["http://a..b/x", "http://[::x/", "gopher://x/y", "http:///x"])
def test_a_url_that_is_none(url: str) -> None:
    assert _get(url).why


@loopback
def test_no_body_beyond_the_bound(fake: FakeRegistry) -> None:
    fake.fault("infinite")
    reply = _get(fake.url, Limits(request_s=5, body=200_000))
    assert (reply.status, reply.body) == (200, b"")
    assert reply.why == "the answer is longer than 200,000 bytes"


@loopback
def test_threads_end_when_they_are_told_to(fake: FakeRegistry) -> None:
    fake.fault("drip-headers")
    turned = Time()
    http = Http(turned.clock(), Limits(request_s=60))
    visit = http.visit(turned.clock().monotonic() + 60)
    thread = threading.Thread(target=visit.get, args=(fake.url,), daemon=True)
    thread.start()
    while not fake.requests:
        pass
    http.abort()
    thread.join(5)
    assert not thread.is_alive()
    assert visit.get(fake.url).why == OVER_BUDGET
    http.close()
