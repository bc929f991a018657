"""HTTP towards registries: polite, bounded in time, size and attempts, and to the asked host only."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from aireview import __version__

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

    from aireview.adapters.registries.connections import Pools, Watch

# Registries ask automated clients to say who they are and where to complain.
CONTACT = "https://github.com/aireview/aireview"
OVER_BUDGET = "over the time budget"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 3
_THROTTLED = 429
_SERVER_ERROR = 500
_CHUNK = 65536


class Clock(NamedTuple):
    """The time of day in seconds since 1970, a clock that only runs forward, and a way to wait."""

    now: Callable[[], float]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]


class Limits(NamedTuple):
    """Bounds of one request: seconds in all, bytes of its answer; and how many run at once."""

    request_s: float = 5.0
    body: int = 16_000_000
    workers: int = 8


class Reply(NamedTuple):
    """What came back. `why` says in words why there is no answer, or not the whole of one.

    Header names are in lower case. `transient`: the next attempt may well succeed. `accept` is what
    was asked for: a validator (`etag`) is one of that form of the answer.
    """

    url: str
    status: int = 0
    headers: Mapping[str, str] = {}
    body: bytes = b""
    why: str = ""
    transient: bool = False
    accept: str = ""

    @property
    def is_html(self) -> bool:
        """Whether the answer is a page for people, as far as its header says."""
        return "html" in self.headers.get("content-type", "").lower()


class Http:
    """Sends requests from any number of threads."""

    def __init__(self, clock: Clock, limits: Limits = Limits(), contact: str = CONTACT) -> None:  # noqa: B008 - frozen
        self.clock = clock
        self._limits = limits
        self._agent = f"aireview/{__version__} (+{contact})"
        self._lock = threading.Lock()
        self._turns: dict[str, float] = {}
        self._watches: set[Watch] = set()
        self._aborted = False
        self._opened: Pools | None = None

    def visit(self, deadline: float, *, again: bool = False) -> Visit:
        """Return what sends the requests of one question until `deadline` on the forward clock."""
        return Visit(self, deadline, again=again)

    def send(self, method: str, url: str, headers: Mapping[str, str], deadline: float) -> Reply:
        """Send a request, a second time where the first failed in a way that may pass."""
        reply = self._follow(method, url, headers, deadline)
        pause = _pause(reply, self.clock.now())
        if pause is None:
            return reply
        if self.clock.monotonic() + pause >= deadline:
            asked = f"{reply.why or f'HTTP {reply.status}'}, to be asked again in {pause:.0f} s"
            return reply._replace(why=asked)
        if pause > 0:
            self.clock.sleep(pause)
        return self._follow(method, url, headers, deadline)

    def wait_for_turn(self, host: str, every: float, deadline: float) -> bool:
        """Wait until a host may be asked again; False where that is after the deadline."""
        with self._lock:
            now = self.clock.monotonic()
            turn = max(now, self._turns.get(host, now))
            if turn >= deadline:
                return False
            self._turns[host] = turn + every
        if turn > now:
            self.clock.sleep(turn - now)
        return True

    def abort(self) -> None:
        """Cut every connection in use and open no other, so that all threads come to an end."""
        with self._lock:
            self._aborted = True
            watches = self._watches.copy()
        for watch in watches:
            watch.fire()

    def close(self) -> None:
        """Close the connections that are kept open."""
        if self._opened:
            self._opened.close()

    def _pools(self) -> Pools:
        from aireview.adapters.registries.connections import Pools  # noqa: PLC0415 - urllib3

        with self._lock:
            self._opened = self._opened or Pools(self._limits.workers)
            return self._opened

    def _follow(self, method: str, url: str, headers: Mapping[str, str], deadline: float) -> Reply:
        reply = self._once(method, url, headers, deadline)
        followed = 0
        while reply.status in _REDIRECTS and "location" in reply.headers:
            target = _joined(reply.url, reply.headers["location"])
            if not _same_host(reply.url, target):
                return reply._replace(why="redirected to another host")
            if followed == _MOST_REDIRECTS:
                return reply._replace(why=f"redirected more than {_MOST_REDIRECTS} times")
            reply = self._once(method, target, headers, deadline)
            followed += 1
        return reply

    def _once(self, method: str, url: str, headers: Mapping[str, str], deadline: float) -> Reply:
        from aireview.adapters.registries.connections import Watch  # noqa: PLC0415 - urllib3

        left = min(self._limits.request_s, deadline - self.clock.monotonic())
        if left <= 0 or self._aborted:
            return Reply(url, why=OVER_BUDGET)
        with Watch(left) as watch:
            self._watches.add(watch)
            reply = self._attempt(method, url, headers, left)
            self._watches.discard(watch)
        if watch.fired:
            reply = Reply(url, why=f"no answer within {left:.3g} s")
        return reply._replace(accept=headers.get("Accept", ""))

    def _attempt(self, method: str, url: str, headers: Mapping[str, str], left: float) -> Reply:
        from urllib3 import Timeout  # noqa: PLC0415 - slow, and most runs ask nothing
        from urllib3.exceptions import HTTPError  # noqa: PLC0415 - as above

        try:
            place = urlsplit(url)
            manager = self._pools().manager(place.scheme, place.hostname or "")
            response = manager.urlopen(
                method,
                url,
                headers={"User-Agent": self._agent, "Accept-Encoding": "gzip", **headers},
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=Timeout(connect=left, read=left),
            )
            return self._read(url, response)
        except (HTTPError, OSError, ValueError) as error:
            return _failure(url, error)

    def _read(self, url: str, response: BaseHTTPResponse) -> Reply:
        named = {name.lower(): value for name, value in response.headers.items()}
        reply = Reply(url, response.status, named)
        chunks: list[bytes] = []
        size = 0
        for chunk in response.stream(_CHUNK, decode_content=True):
            size += len(chunk)
            if size > self._limits.body:
                response.close()
                return reply._replace(why=f"the answer is longer than {self._limits.body:,} bytes")
            chunks.append(chunk)
        response.release_conn()
        return reply._replace(body=b"".join(chunks))


class Visit:
    """The requests for one question, up to one deadline.

    `again`: the question was answered before, and the answer is to be confirmed past any cache.
    `replies` keeps the answer of each URL.
    """

    def __init__(self, http: Http, deadline: float, *, again: bool) -> None:
        self.again = again
        self.replies: dict[str, Reply] = {}
        self._http = http
        self._deadline = deadline

    def get(self, url: str, accept: str = "*/*", *, every: float = 0.0, **headers: str) -> Reply:
        """Fetch a URL. `every`: seconds between requests to this host; `_` in a header's name is
        a hyphen.
        """  # noqa: D205 - one sentence
        return self._send("GET", url, accept, every, headers)

    def head(self, url: str, accept: str = "*/*", **headers: str) -> Reply:
        """Ask for the headers of a URL only."""
        return self._send("HEAD", url, accept, 0.0, headers)

    def _send(
        self, method: str, url: str, accept: str, every: float, more: Mapping[str, str]
    ) -> Reply:
        headers = {
            "Accept": accept,
            **{name.replace("_", "-"): text for name, text in more.items()},
        }
        if self.again:
            headers["Cache-Control"] = "no-cache"
        if every and not self._http.wait_for_turn(urlsplit(url).netloc, every, self._deadline):
            reply = Reply(url, why=OVER_BUDGET)
        else:
            reply = self._http.send(method, url, headers, self._deadline)
        self.replies[reply.url] = reply
        return reply


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return ""


def _same_host(one: str, other: str) -> bool:
    """Whether a redirect stays: the same host and port, at most from plain to TLS."""
    try:
        first, second = urlsplit(one), urlsplit(other)
        ports = (first.port, second.port)
    except ValueError:
        return False
    if first.hostname != second.hostname or second.scheme not in {"http", "https"}:
        return False
    upgraded = (first.scheme, second.scheme) == ("http", "https") and ports == (None, None)
    return upgraded or (first.scheme == second.scheme and ports[0] == ports[1])


def _pause(reply: Reply, now: float) -> float | None:
    """Return how many seconds to wait before a second attempt, None for none at all."""
    if reply.transient:
        return 0.0
    if reply.why or not (reply.status == _THROTTLED or reply.status >= _SERVER_ERROR):
        return None
    asked = reply.headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", asked):
        return float(asked)
    at = moment(asked)
    if at is not None:
        return max(0.0, at.timestamp() - now)
    return 1.0 if reply.status == _THROTTLED else 0.0


def moment(header: str) -> datetime | None:
    """Return the time that a header names, None where it names none."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - slow, and seldom needed

    try:
        return parsedate_to_datetime(header)
    except (ValueError, OverflowError):
        return None


def _failure(url: str, error: Exception) -> Reply:
    from urllib3 import exceptions  # noqa: PLC0415 - as where it is raised

    cut = any(isinstance(one, exceptions.IncompleteRead) for one in (error, *error.args))
    words: tuple[tuple[type[Exception], str, bool], ...] = (
        (exceptions.NameResolutionError, "the host name cannot be resolved", False),
        # A kind of timeout by its class, whatever the cause.
        (exceptions.NewConnectionError, "no connection", True),
        (exceptions.TimeoutError, "no answer in time", False),
        (TimeoutError, "no answer in time", False),
        (exceptions.SSLError, "the connection is not secure: TLS failed", False),
        (exceptions.ProxyError, "the proxy cannot be reached", True),
        (exceptions.DecodeError, "the answer cannot be decoded", False),
        (
            exceptions.ProtocolError,
            "the answer was cut off" if cut else "the connection broke",
            True,
        ),
        (OSError, "the connection broke", True),
    )
    for kind, why, transient in words:
        if isinstance(error, kind):
            return Reply(url, why=why, transient=transient)
    return Reply(url, why="the request cannot be made")
