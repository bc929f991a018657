"""What the repository alone can say about a name that code imports."""

from __future__ import annotations

import enum
from collections.abc import Callable

import msgspec

from aireview.checks.packages.project import Project
from aireview.model.packages import Reference


class Settled(enum.Enum):
    """How an import was settled without a network, or that it was not.

    `PROVIDED`: by a declared, locked or installed package. `FIRST_PARTY`: by a file, a workspace or
    an alias of the repository. `STANDARD`: by the language or its host runtime. `VIRTUAL`: by a
    declared framework's build. `LEGACY`: a module that the language has dropped. `HOST`: by a
    runtime that is no package. `NO_NAME`: no package token at all. `UNMATCHED_ALIAS`: looks like an
    alias and none matches. `OPEN`: nothing here provides it.
    """

    PROVIDED = "provided"
    FIRST_PARTY = "first-party"
    STANDARD = "standard"
    VIRTUAL = "virtual"
    LEGACY = "legacy"
    HOST = "host"
    NO_NAME = "no-name"
    UNMATCHED_ALIAS = "unmatched-alias"
    OPEN = "open"


class Certainty(enum.Enum):
    """Why a package could be the one that an import means.

    `CURATED`: a table says that it provides the module; such a name may be suggested. `NAMESAKE`: it
    is called like the module or a dotted prefix of it. `GUESS`: a usual way of naming packages; to
    be suggested only after its files were seen to hold the module.
    """

    CURATED = "curated"
    NAMESAKE = "namesake"
    GUESS = "guess"


class Candidate(msgspec.Struct, frozen=True):
    """A package of the ecosystem that may provide what is imported, normalised."""

    name: str
    certainty: Certainty


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """The answer for one import.

    `by` names what provides it (a package, a file, an alias), `where` the declaration as
    `path:line`. `direct`: a manifest names the provider, not only a lock file. For an `OPEN` one:
    `module` is the dotted name or package name that is looked for, `candidates` are the packages to
    ask a registry about, likeliest first, and `unread` declared packages whose modules are not known
    here, any of which may be the provider. `open_ended` says why the declarations are not the whole
    list. A `HOST` one has as `candidates` the packages that a table names as well. `inline`: the
    import itself asks the registry for the package (`npm:x@1`), so that no manifest has to. `remark`
    is a fact for the reader.
    """

    settled: Settled
    by: str = ""
    where: str = ""
    direct: bool = True
    module: str = ""
    candidates: tuple[Candidate, ...] = ()
    unread: tuple[str, ...] = ()
    open_ended: str = ""
    remark: str = ""
    inline: bool = False


Resolve = Callable[[Reference, Project], Resolution]
