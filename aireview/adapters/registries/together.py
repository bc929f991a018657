"""The `Registries` port, put together: lists, advisories, archives and the live client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from aireview.adapters.registries.lists import Lists
from aireview.model.packages import (
    Ecosystem,
    Existence,
    Listed,
    Provided,
    Question,
    Standing,
)


class Live(Protocol):
    """What asks registries over the network."""

    def ask(self, questions: Sequence[Question]) -> Mapping[Question, Standing]:
        """Return an answer to each question."""
        ...

    @property
    def notices(self) -> tuple[str, ...]:
        """What went wrong beside the questions."""
        ...


class Archives(Protocol):
    """What reads the files of published packages."""

    def modules(self, ecosystem: Ecosystem, names: Sequence[str]) -> Mapping[str, Provided]:
        """Return the modules that packages install."""
        ...


class Advisories(Protocol):
    """What knows malicious packages."""

    def advisories(self, ecosystem: Ecosystem, name: str, version: str = "") -> Sequence[str]:
        """Return the ids of advisories for a name."""
        ...


_OFFLINE = "this run is offline"


class Together:
    """Answers from all parts; `live` and `archives` are None in a run that may not use a network."""

    def __init__(
        self,
        lists: Lists,
        *,
        live: Live | None = None,
        archives: Archives | None = None,
        known_bad: Advisories | None = None,
    ) -> None:
        self._lists = lists
        self._live = live
        self._archives = archives
        self._known_bad = known_bad

    def ask(self, questions: Sequence[Question]) -> Mapping[Question, Standing]:
        """Return an answer to each question; offline, that nobody was asked."""
        if self._live is None:
            nobody = Standing(existence=Existence.WITHHELD, why=_OFFLINE)
            return dict.fromkeys(questions, nobody)
        return self._live.ask(questions)

    @property
    def notices(self) -> tuple[str, ...]:
        """What went wrong beside the questions, in words."""
        return () if self._live is None else self._live.notices

    def modules(self, ecosystem: Ecosystem, names: Sequence[str]) -> Mapping[str, Provided]:
        """Return the modules of packages; offline, that they are not known."""
        if self._archives is None:
            return dict.fromkeys(names, Provided(modules=None, why=_OFFLINE))
        return self._archives.modules(ecosystem, names)

    def listed(self, ecosystem: Ecosystem, name: str) -> Listed:
        """Return whether a list has a name."""
        return self._lists.listed(ecosystem, name)

    def similar(self, ecosystem: Ecosystem, name: str) -> str:
        """Return a popular name that is close to this one."""
        return self._lists.similar(ecosystem, name)

    def family(self, ecosystem: Ecosystem, name: str) -> Sequence[str]:
        """Return a few known names that begin with a name and a hyphen."""
        return self._lists.family(ecosystem, name)

    def advisories(self, ecosystem: Ecosystem, name: str, version: str = "") -> Sequence[str]:
        """Return the ids of advisories for a name."""
        if self._known_bad is None:
            return ()
        return self._known_bad.advisories(ecosystem, name, version)
