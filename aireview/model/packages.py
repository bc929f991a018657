"""Package names: where one was read, what is known of it, what was decided about it."""

from __future__ import annotations

import enum

import msgspec


class Ecosystem(enum.Enum):
    """A namespace of packages with a public registry of its own."""

    PYPI = "pypi"
    NPM = "npm"
    GO = "go"
    CARGO = "cargo"
    MAVEN = "maven"
    RUBYGEMS = "rubygems"
    PACKAGIST = "packagist"
    NUGET = "nuget"


class Surface(enum.Enum):
    """The kind of place that a name was read from; it decides what a wrong name can do.

    An `IMPORT` names a module, every other surface names a package of the registry. `CONFIG` is a
    tool's configuration that names a plugin; `DOCS` are commands shown to people or agents.
    """

    IMPORT = "import"
    MANIFEST = "manifest"
    LOCK = "lock"
    COMMAND = "install-cmd"
    CONFIG = "config"
    DOCS = "docs"


class Source(enum.Enum):
    """Where the place says that the package comes from.

    `REGISTRY`: the default of its ecosystem, or the index that `Reference.index` names. `LOCAL`: a
    path, a workspace, a link. `DIRECT`: a version-control or archive URL. `DYNAMIC`: computed when
    the manifest is run.
    """

    REGISTRY = "registry"
    LOCAL = "local"
    DIRECT = "direct"
    DYNAMIC = "dynamic"


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """One name at one place.

    `name` is what a registry would be asked for (the target of an alias), as written; for an
    import the module (`google.cloud`, `@scope/name/sub`, `github.com/x/y/z`). `path` and `line` are
    the place in the new version. `members` are the names that a Python `from` import takes out of
    the module. `specifier` is the version constraint as written, `extras` the optional features
    asked for. `index` is the URL or the configured name of the index that this place pins the name
    to. `alias` is the name that the repository's code uses instead. `url` is where a lock file
    says that the archive lies. `optional`: an import that may fail, an optional dependency.
    `type_only`: only types are taken. `runs`: the package is executed at once (`npx`, `uvx`, an MCP
    server). `prefers_local`: a runner that takes a local binary of that name first. `binaries` are the commands that the package
    installs, where a lock file says so. `alternatives` are other packages that the place may mean:
    its tool tries them in turn, and the name is wrong only if there is none of them.
    """

    ecosystem: Ecosystem
    name: str
    surface: Surface
    path: str
    line: int = 1
    members: tuple[str, ...] = ()
    specifier: str = ""
    extras: tuple[str, ...] = ()
    source: Source = Source.REGISTRY
    index: str = ""
    alias: str = ""
    url: str = ""
    optional: bool = False
    type_only: bool = False
    runs: bool = False
    prefers_local: bool = False
    binaries: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A package that the repository itself defines; `folder` is where, "" for the root.

    `modules` are import names that the manifest says it builds; `binaries` the commands it installs.
    """

    ecosystem: Ecosystem
    name: str
    folder: str
    modules: tuple[str, ...] = ()
    binaries: tuple[str, ...] = ()


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """A place that packages are taken from, as configuration names it.

    `names` are globs of the package names that are bound to it (`@acme/*`, `com.acme.*`); empty
    means every name. `replaces`: asked instead of the default index, not besides it. `explicit`:
    asked only for names that a manifest pins to it by `name`. `url` never carries credentials.
    """

    ecosystem: Ecosystem
    url: str
    path: str
    line: int = 1
    name: str = ""
    names: tuple[str, ...] = ()
    replaces: bool = False
    explicit: bool = False


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """Import specifiers that configuration maps to files or to another specifier.

    `pattern` holds at most one `*` (`@/*`, `std/*`, `utils`); `targets` are paths relative to the
    repository's root (`src/*`) or a specifier such as `npm:x`. It counts for files below `folder`.
    A `baseUrl` is the pattern `*`. No targets: computed, or outside the repository; what matches is
    then no package, but nothing more is known.
    """

    pattern: str
    targets: tuple[str, ...]
    folder: str
    path: str
    line: int = 1


class Unread(msgspec.Struct, frozen=True):
    """A part of a file that could not be read, and why, in words."""

    line: int
    why: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one version of one file says about packages.

    `open_ended` says why the declarations in it are not the whole list, empty where they are.
    `roots` are folders that modules are imported from, relative to the repository's root.
    `generated` are paths of files that a build or a notebook writes. `cool_down_days` is the least
    age of a package that the configuration asks for. `language` is the constraint on the language's
    own version (`>=3.12`). `ignored` counts tokens that stand where a name could but are none.
    """

    references: tuple[Reference, ...] = ()
    members: tuple[Member, ...] = ()
    indexes: tuple[Index, ...] = ()
    aliases: tuple[Alias, ...] = ()
    roots: tuple[str, ...] = ()
    generated: tuple[str, ...] = ()
    open_ended: str = ""
    cool_down_days: int | None = None
    language: str = ""
    unread: tuple[Unread, ...] = ()
    ignored: int = 0


class Existence(enum.Enum):
    """What a registry said about a name. `UNKNOWN`: it did not say; `WITHHELD`: it was not asked."""

    EXISTS = "exists"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    WITHHELD = "withheld"


class Depth(enum.Enum):
    """How much is asked about a name: only whether it is there, or its standing as well."""

    EXISTENCE = "existence"
    DETAILS = "details"


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A name to ask a registry about.

    `name` is normalised and fits the grammar of its ecosystem. `index` is the base URL to ask, empty
    for the one that is configured. `known`: the embedded index has the name, so its age is no
    question. `extras`: whether the optional features of the package are wanted as well; `versions`:
    whether the list of versions is, where leaving it out is cheaper.
    """

    ecosystem: Ecosystem
    name: str
    index: str = ""
    depth: Depth = Depth.EXISTENCE
    known: bool = False
    extras: bool = False
    versions: bool = False


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a name in its registry.

    `why` says in words what happened (`HTTP 503`, `no answer within 5 s`), `url` and `status` what
    was asked and answered, `asked_at` when (ISO, UTC), `age_s` how old a cached answer is.
    `first_published` is an ISO date. `versions` are those that can be installed, None where unknown;
    `withdrawn` those that were yanked. `extras`: None where unknown. `files`: how many there are to
    download, None where unknown. `placeholder` and `tombstone`: a registry's own sign for a removed
    malicious or unpublished package. `quarantined`: held back by the registry. `notice` is a
    deprecation text, `summary` what the package says it is. `absent_on` is an ISO date on which our
    own cache had seen the name absent before.
    """

    existence: Existence
    why: str = ""
    url: str = ""
    status: int = 0
    asked_at: str = ""
    age_s: int = 0
    first_published: str = ""
    latest: str = ""
    versions: tuple[str, ...] | None = None
    withdrawn: tuple[str, ...] = ()
    extras: tuple[str, ...] | None = None
    files: int | None = None
    placeholder: bool = False
    tombstone: bool = False
    quarantined: bool = False
    notice: str = ""
    summary: str = ""
    absent_on: str = ""


class Provided(msgspec.Struct, frozen=True, kw_only=True):
    """The modules that a distribution installs, by dotted name; None where that is not known."""

    modules: tuple[str, ...] | None
    why: str = ""
    url: str = ""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of names without a network says about one.

    `as_of` is the ISO date of the list, empty where there is none for the ecosystem, or where the
    name is in a list made by hand. `complete`: the list was meant to hold every name of its
    registry, so that a name it lacks is younger than it.
    """

    known: bool
    as_of: str = ""
    complete: bool = False
