"""Questions about names, answered by the cache or by the registries, within one budget of time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit, urlunsplit

import msgspec

from aireview.adapters.registries.answers import Registry
from aireview.adapters.registries.cache import Cache, Entry
from aireview.adapters.registries.http import OVER_BUDGET, Clock, Http, Limits, Reply, Visit
from aireview.adapters.registries.registry import REGISTRIES
from aireview.adapters.registries.threads import run_all
from aireview.checks.packages.names import valid
from aireview.model.packages import Depth, Ecosystem, Existence, Question, Standing

_BY_ECOSYSTEM: Mapping[Ecosystem, Registry] = {one.ecosystem: one for one in REGISTRIES}
_NOT_MODIFIED = 304

T = TypeVar("T")


class _Job(NamedTuple):
    """One name to look up: all that is asked about it, at one base URL."""

    registry: Registry
    base: str
    question: Question

    @property
    def name_key(self) -> str:
        return f"{self.registry.ecosystem.value}\n{self.base}\n{self.question.name}"

    @property
    def key(self) -> str:
        asked = self.question
        if asked.depth is Depth.EXISTENCE:
            return f"{self.name_key}\n{asked.depth.value}"
        flags = ("known", asked.known), ("extras", asked.extras), ("versions", asked.versions)
        return "\n".join((self.name_key, asked.depth.value, *(word for word, on in flags if on)))


class _Found(NamedTuple):
    """A new answer, and the reply that can be asked later whether it still holds."""

    standing: Standing
    reply: Reply | None = None


class Client:
    """Asks registries.

    `bases` are the base URLs that configuration gives, the public registry is asked for an ecosystem
    without one. `budget_s` is the time that all calls of `ask` may take together.
    """

    def __init__(
        self,
        bases: Mapping[Ecosystem, str],
        *,
        clock: Clock,
        budget_s: float,
        cache: Cache | None = None,
        limits: Limits = Limits(),  # noqa: B008 - frozen
    ) -> None:
        self._bases = dict(bases)
        self._clock = clock
        self._left = budget_s
        self._cache = cache
        self._limits = limits
        self._http = Http(clock, limits)
        self._lock = threading.Lock()
        self._canary_locks: dict[tuple[Ecosystem, str], threading.Lock] = {}
        self._canaries: dict[tuple[Ecosystem, str], Standing] = {}

    @property
    def notices(self) -> tuple[str, ...]:
        """What went wrong beside the questions, in words."""
        return self._cache.notices if self._cache else ()

    @property
    def cache(self) -> Cache | None:
        """Where answers are kept."""
        return self._cache

    @property
    def now(self) -> float:
        """The time of day in seconds since 1970."""
        return self._clock.now()

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._http.close()

    def base(self, ecosystem: Ecosystem) -> str:
        """Return the URL that is asked by default, empty where configuration names none that can be."""
        return _clean(self._bases.get(ecosystem, "") or _BY_ECOSYSTEM[ecosystem].base)

    def run(self, tasks: Sequence[Callable[[Visit], T]]) -> list[T | None]:
        """Run tasks that ask for more than a name, None for one not done within the same budget."""
        start = self._clock.monotonic()
        deadline = start + self._left
        try:
            return run_all(
                [partial(task, self._http.visit(deadline)) for task in tasks],
                workers=self._limits.workers,
                seconds=self._left,
                abort=self._http.abort,
            )
        finally:
            self._left -= self._clock.monotonic() - start

    def ask(self, questions: Sequence[Question]) -> dict[Question, Standing]:
        """Return an answer to each question. Never raises for what a registry does."""
        start = self._clock.monotonic()
        try:
            return self._ask(questions, start + self._left)
        finally:
            self._left -= self._clock.monotonic() - start

    def _ask(self, questions: Sequence[Question], deadline: float) -> dict[Question, Standing]:
        answers: dict[Question, Standing] = {}
        several: dict[tuple[Ecosystem, str, str], list[Question]] = {}
        for question in dict.fromkeys(questions):
            base = self._base(question)
            if not base:
                answers[question] = self._stamped(_unasked("the index is no URL of a web server"))
            elif not valid(question.ecosystem, question.name):
                answers[question] = self._stamped(_unasked("no registry can know such a name"))
            else:
                several.setdefault((question.ecosystem, base, question.name), []).append(question)
        jobs = {
            _Job(_BY_ECOSYSTEM[ecosystem], base, _merged(group)): group
            for (ecosystem, base, _), group in several.items()
        }
        for job, standing in self._settle(tuple(jobs), deadline).items():
            answers |= dict.fromkeys(jobs[job], standing)
        return answers

    def _base(self, question: Question) -> str:
        return _clean(question.index) if question.index else self.base(question.ecosystem)

    def _settle(self, jobs: Sequence[_Job], deadline: float) -> dict[_Job, Standing]:
        if not jobs:
            return {}
        kept = self._kept(jobs)
        now = self._clock.now()
        fresh = {job: entry for job, entry in kept.items() if entry.is_fresh(now)}
        asked = [job for job in jobs if job not in fresh]
        found = run_all(
            [partial(self._look_up, job, kept.get(job), deadline) for job in asked],
            workers=self._limits.workers,
            seconds=deadline - self._clock.monotonic(),
            abort=self._http.abort,
        )
        new = {job: self._dated(job, one) for job, one in zip(asked, found, strict=True)}
        settled = {job: _aged(entry, now) for job, entry in fresh.items()}
        settled |= {job: one.standing for job, one in new.items()}
        return self._remembered(jobs, settled, new)

    def _kept(self, jobs: Sequence[_Job]) -> dict[_Job, Entry]:
        """Return what the cache has; the details of a name without conditions answer all else."""
        if self._cache is None:
            return {}
        keys = {job: (job.key, f"{job.name_key}\n{Depth.DETAILS.value}") for job in jobs}
        entries = self._cache.read({key for pair in keys.values() for key in pair})
        now = self._clock.now()
        kept: dict[_Job, Entry] = {}
        for job, (own, detailed) in keys.items():
            entry = entries.get(own)
            whole = entries.get(detailed)
            if whole and whole.is_fresh(now) and not (entry and entry.is_fresh(now)):
                entry = whole
            if entry:
                kept[job] = entry
        return kept

    def _look_up(self, job: _Job, stale: Entry | None, deadline: float) -> _Found:
        """Answer one question; runs in a thread of its own."""
        visit = self._http.visit(deadline)
        if stale and (renewed := _revalidated(visit, stale)):
            return renewed
        standing = _answer(job, visit)
        if standing.existence is Existence.ABSENT:
            visit = self._http.visit(deadline, again=True)
            standing = self._confirmed(job, visit, deadline)
        return _Found(standing, visit.replies.get(standing.url))

    def _confirmed(self, job: _Job, visit: Visit, deadline: float) -> Standing:
        """Ask again for a name that is said to be absent, then for one that cannot be."""
        standing = job.registry.existence(visit, job.base, job.question.name)
        if standing.existence is Existence.EXISTS:
            return _answer(job, visit)
        if standing.existence is not Existence.ABSENT:
            return standing
        canary = self._canary(job, deadline)
        if canary.existence is Existence.EXISTS:
            return standing
        name = job.registry.canary
        why = (
            f"the registry answers {standing.status} for everything, even for {name}"
            if canary.existence is Existence.ABSENT
            else f"HTTP {standing.status}, and the answer about {name} is: {canary.why}"
        )
        return msgspec.structs.replace(standing, existence=Existence.UNKNOWN, why=why)

    def _canary(self, job: _Job, deadline: float) -> Standing:
        """Return what a base says about a name that every registry of its kind has, asked once."""
        place = (job.registry.ecosystem, job.base)
        with self._lock:
            lock = self._canary_locks.setdefault(place, threading.Lock())
        with lock:
            if place not in self._canaries:
                visit = self._http.visit(deadline)
                self._canaries[place] = job.registry.existence(visit, job.base, job.registry.canary)
            return self._canaries[place]

    def _dated(self, job: _Job, found: _Found | None) -> _Found:
        if found is None:
            found = _Found(_unasked(OVER_BUDGET, job.base))
        return found._replace(standing=self._stamped(found.standing))

    def _stamped(self, standing: Standing) -> Standing:
        at = datetime.fromtimestamp(self._clock.now(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return msgspec.structs.replace(standing, asked_at=at, age_s=0, absent_on="")

    def _remembered(
        self, jobs: Sequence[_Job], settled: dict[_Job, Standing], new: Mapping[_Job, _Found]
    ) -> dict[_Job, Standing]:
        """Keep new answers, and tell of names that exist now when they were seen absent before."""
        if self._cache is None:
            return settled
        seen = self._cache.absences({job.name_key for job in jobs})
        now = self._clock.now()
        if new:
            entries = {job.key: _entry(found, now) for job, found in new.items()}
            absent = [
                job.name_key
                for job, one in new.items()
                if one.standing.existence is Existence.ABSENT
            ]
            self._cache.write(entries, absent)
        for job in jobs:
            if job.name_key in seen and settled[job].existence is Existence.EXISTS:
                day = datetime.fromtimestamp(seen[job.name_key], UTC).strftime("%Y-%m-%d")
                settled[job] = msgspec.structs.replace(settled[job], absent_on=day)
        return settled


def _answer(job: _Job, visit: Visit) -> Standing:
    if job.question.depth is Depth.EXISTENCE:
        return job.registry.existence(visit, job.base, job.question.name)
    return job.registry.details(visit, job.base, job.question)


def _revalidated(visit: Visit, stale: Entry) -> _Found | None:
    """Return a stale answer as a new one where the registry says that nothing has changed."""
    headers = {"If_None_Match": stale.etag, "If_Modified_Since": stale.modified}
    given = {name: value for name, value in headers.items() if value}
    if not given or stale.standing.existence is not Existence.EXISTS:
        return None
    reply = visit.head(stale.standing.url, stale.accept, **given)
    if reply.why or reply.status != _NOT_MODIFIED:
        return None
    kept = {"etag": stale.etag, "last-modified": stale.modified, **reply.headers}
    return _Found(stale.standing, reply._replace(headers=kept))


def _entry(found: _Found, now: float) -> Entry:
    reply = found.reply
    if reply is None:
        return Entry(found.standing, now)
    headers = reply.headers
    return Entry(
        found.standing,
        now,
        headers.get("etag", ""),
        headers.get("last-modified", ""),
        reply.accept,
    )


def _aged(entry: Entry, now: float) -> Standing:
    return msgspec.structs.replace(entry.standing, age_s=int(now - entry.stored))


def _unasked(why: str, url: str = "") -> Standing:
    return Standing(existence=Existence.UNKNOWN, why=why, url=url)


def _merged(questions: Sequence[Question]) -> Question:
    """Return the one question whose answer answers all of these about one name."""
    return msgspec.structs.replace(
        questions[0],
        index="",
        depth=Depth.DETAILS
        if any(one.depth is Depth.DETAILS for one in questions)
        else Depth.EXISTENCE,
        known=all(one.known for one in questions),
        extras=any(one.extras for one in questions),
        versions=any(one.versions for one in questions),
    )


def _clean(base: str) -> str:
    """Return a base URL with a slash at its end and no credentials, empty where it is none."""
    try:
        parts = urlsplit(base.removeprefix("sparse+"))
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not host or not base.isprintable() or " " in base:
        return ""
    shown = f"[{host}]" if ":" in host else host
    place = shown if port is None else f"{shown}:{port}"
    return urlunsplit((parts.scheme, place, parts.path.rstrip("/") + "/", "", ""))
